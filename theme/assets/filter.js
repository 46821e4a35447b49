// Filters a list that stands complete in the page. The choice is kept in the address, so that it can be sent to somebody.
for (const form of document.querySelectorAll("form[data-filter]")) {
  const items = [...document.querySelectorAll("[data-item]")];
  const groups = [...document.querySelectorAll("[data-items]")];
  const selects = [...form.querySelectorAll("select:not([data-regroup])")];
  const told = form.querySelector("[role=status]");
  const has = (item, select, value) => (item.dataset[select.name] ?? "").split(" ").includes(value);
  const matches = (item, select) => !select.value || has(item, select, select.value);
  const choices = selects.flatMap((select) =>
    [...select.options].filter((option) => option.value).map((option) => ({ select, option, title: option.text.replace(/ \(\d+\)$/, "") })));

  const apply = () => {
    let shown = 0;
    for (const item of items) {
      item.hidden = !selects.every((select) => matches(item, select));
      shown += !item.hidden;
    }
    for (const group of groups) {
      const left = [...group.querySelectorAll("[data-item]")].filter((item) => !item.hidden).length;
      const number = group.querySelector(".number");
      group.hidden = left === 0;
      if (number) number.textContent = left;
    }
    for (const { select, option, title } of choices) {
      const others = selects.filter((other) => other !== select);
      const left = items.filter((item) => has(item, select, option.value) && others.every((other) => matches(item, other))).length;
      option.textContent = `${title} (${left})`;
    }
    const active = selects.filter((select) => select.value);
    const loosen = active.filter((select) => items.some((item) => active.every((other) => other === select || matches(item, other))));
    const names = (loosen.length ? loosen : active).map((select) => select.parentElement.firstChild.textContent.trim());
    told.textContent = shown
      ? told.dataset.shown.replace("{shown}", shown).replace("{all}", items.length)
      : told.dataset.none.replace("{names}", names.join(", "));
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
