// Runs before the page is painted, so that a reader who chose dark or large never sees a flash of anything else.
(() => {
  const root = document.documentElement;
  const read = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const write = (name, value) => { try { localStorage.setItem(name, value); } catch { /* private mode: forgotten with the page */ } };

  // The low-vision version: at most one word of each group. They stand in <html data-view="…">, and site.css does the rest.
  const GROUPS = [["size150", "size200"], ["serif", "plain"], ["wide"], ["bw", "wb", "blue"], ["nopictures"]];
  const known = (said) => GROUPS.map((group) => said.split(/[\s,]+/).find((word) => group.includes(word))).filter(Boolean);
  const show = () => {
    const scheme = read("scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
    root.dataset.view = known(read("view") ?? "").join(" ");
  };
  show();

  // An address with ?view=… is obeyed once: who goes back to it later keeps what was chosen since.
  const asked = new URLSearchParams(location.search).get("view");
  if (asked !== null && history.state?.view !== asked) {
    root.dataset.view = known(asked).join(" ");
    write("view", root.dataset.view);
    history.replaceState({ ...history.state, view: asked }, "");
  }

  addEventListener("DOMContentLoaded", () => {
    const panel = document.querySelector("[data-view-panel]");
    const link = panel.querySelector("[data-view-link]");
    const radios = [...panel.querySelectorAll("input")];
    const address = () => {
      const url = new URL(location.href);
      url.searchParams.delete("view");
      const view = root.dataset.view.replaceAll(" ", ",");
      if (view) url.search += `${url.search ? "&" : "?"}view=${view}`;
      return { view, href: url.href };
    };
    const reflect = () => {
      const words = root.dataset.view.split(" ");
      for (const radio of radios) radio.checked = radio.value ? words.includes(radio.value) : true;
      for (const radio of radios) if (words.includes(radio.value)) radio.checked = true;
      const { view, href } = address();
      link.hidden = !view;
      link.href = href;
    };
    const choose = (words) => {
      root.dataset.view = known(words).join(" ");
      write("view", root.dataset.view);
      const { view, href } = address();
      history.replaceState({ ...history.state, view }, "", href);
      reflect();
    };
    reflect();
    panel.addEventListener("change", () => choose(radios.filter((radio) => radio.checked).map((radio) => radio.value).join(" ")));
    panel.querySelector("button").addEventListener("click", () => choose(""));
    addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      show();
      reflect();
    });

    // The page in another language takes along what is searched for or chosen here; values are the same in all.
    const languages = document.querySelector(".languages");
    const takeAlong = ({ target }) => { if (target.search !== undefined) target.search = location.search; };
    for (const event of ["pointerover", "focusin"]) languages.addEventListener(event, takeAlong);

    const button = document.querySelector("[data-scheme-toggle]");
    button.addEventListener("click", () => {
      const words = root.dataset.view.split(" ");
      const colours = words.find((word) => GROUPS[3].includes(word));
      if (colours) {
        choose([...words.filter((word) => word !== colours), colours === "wb" ? "bw" : "wb"].join(" "));
        return;
      }
      const dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.scheme = dark ? "light" : "dark";
      write("scheme", root.dataset.scheme);
    });
  });
})();
