// Filters a list that stands complete in the page, or of which the other pages are fetched once a reader chooses. The choice is
// kept in the address, so that it can be sent to somebody.
for (const form of document.querySelectorAll("form[data-filter]")) {
  const everyItem = () => [...document.querySelectorAll("[data-item]")];
  let items = everyItem();
  const groups = [...document.querySelectorAll("[data-items]")];
  const selects = [...form.querySelectorAll("select:not([data-regroup])")];
  const told = form.querySelector("[role=status]");
  const has = (item, select, value) => (item.dataset[select.name] ?? "").split(" ").includes(value);
  const matches = (item, select) => !select.value || has(item, select, select.value);
  const choices = selects.flatMap((select) =>
    [...select.options].filter((option) => option.value).map((option) => ({ select, option, title: option.text.replace(/ \(\d+\)$/, "") })));

  let rest = [...document.querySelectorAll("[data-rest]")]; // lists whose entries stand on other pages
  const outside = (list, among) => among.some((select) => select.value && list.dataset[select.name] && list.dataset[select.name] !== select.value);
  const itemsOf = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const found = [...new DOMParser().parseFromString(await answer.text(), "text/html").querySelectorAll("[data-item]")];
    for (const link of found.flatMap((item) => [...item.querySelectorAll("a[href]")])) link.href = new URL(link.getAttribute("href"), answer.url);
    return found;
  };
  const day = (item) => item.querySelector("time")?.dateTime ?? "";
  const fetchRest = async () => {
    const chosen = [...form.querySelectorAll("select")].some((select) => select.selectedIndex > 0);
    const wanted = chosen ? rest.filter((list) => !outside(list, selects)) : [];
    if (!wanted.length) return true;
    told.textContent = told.dataset.loading;
    try {
      await Promise.all(wanted.map(async (list) => {
        const found = (await Promise.all(list.dataset.rest.split(" ").map(itemsOf))).flat();
        if (list.dataset.year) found.sort((one, other) => day(other).localeCompare(day(one))); // the newest first, as the list has them
        list.replaceChildren(...found);
      }));
    } catch {
      return false;
    }
    rest = rest.filter((list) => !wanted.includes(list));
    items = everyItem();
    form.dispatchEvent(new Event("fetched"));
    return true;
  };

  const apply = async () => {
    const whole = await fetchRest();
    const active = selects.filter((select) => select.value);
    let shown = 0;
    for (const item of items) {
      item.hidden = !selects.every((select) => matches(item, select));
      shown += !item.hidden;
    }
    for (const group of groups) {
      const left = [...group.querySelectorAll("[data-item]")].filter((item) => !item.hidden).length;
      const waits = rest.some((list) => group.contains(list));
      group.hidden = left === 0 && !(waits && !active.length && group.querySelector("h2"));
      const number = group.querySelector(".number");
      if (number && !waits) number.textContent = left;
    }
    for (const { select, option, title } of choices) {
      const others = selects.filter((other) => other !== select);
      if (!rest.every((list) => outside(list, others))) {
        if (active.length) option.textContent = title; // how many, nobody knows yet
        continue;
      }
      const left = items.filter((item) => has(item, select, option.value) && others.every((other) => matches(item, other))).length;
      option.textContent = `${title} (${left})`;
    }
    const loosen = active.filter((select) => items.some((item) => active.every((other) => other === select || matches(item, other))));
    const names = (loosen.length ? loosen : active).map((select) => select.parentElement.firstChild.textContent.trim());
    told.textContent = (whole ? (shown ? told.dataset.shown : told.dataset.none) : told.dataset.partly)
      .replace("{shown}", shown).replace("{all}", told.dataset.all || items.length).replace("{names}", names.join(", "));
  };

  const remember = () => {
    const address = new URL(location.href);
    for (const select of selects) select.value ? address.searchParams.set(select.name, select.value) : address.searchParams.delete(select.name);
    history.replaceState(history.state, "", address);
  };

  const asked = new URLSearchParams(location.search);
  for (const select of selects) if ([...select.options].some((option) => option.value === asked.get(select.name))) select.value = asked.get(select.name);
  form.addEventListener("change", () => { apply(); remember(); });
  form.querySelector("button").addEventListener("click", () => {
    for (const select of selects) select.value = "";
    apply();
    remember();
  });
  const fold = form.querySelector("details");
  const always = CSS.supports("selector(::details-content)"); // then site.css shows it where there is room
  if (fold) fold.open = selects.some((select) => select.value) || (!always && matchMedia("(width >= 48rem)").matches);
  apply();
}
