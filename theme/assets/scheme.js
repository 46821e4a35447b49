// Runs before the page is painted, so that a reader who chose dark never sees a flash of light.
(() => {
  const root = document.documentElement;
  const read = () => { try { return localStorage.getItem("scheme"); } catch { return null; } };
  const write = (scheme) => { try { localStorage.setItem("scheme", scheme); } catch { /* private mode: forgotten with the page */ } };
  const chosen = read();
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-scheme-toggle]");
    button.hidden = false;
    button.addEventListener("click", () => {
      const dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.scheme = dark ? "light" : "dark";
      write(root.dataset.scheme);
    });
  });
})();
