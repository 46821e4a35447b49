// Sorts a list anew by who comes: each item knows what it says to whom. The choice is kept in the address, as those of the filters are.
for (const select of document.querySelectorAll("select[data-regroup]")) {
  const group = () => {
    const items = [...document.querySelectorAll("[data-item]")].sort((one, other) => one.dataset.rank - other.dataset.rank);
    for (const item of items) document.querySelector(`[data-answer="${item.dataset[select.value]}"] ul`).append(item);
  };
  const first = select.value;
  const asked = new URLSearchParams(location.search).get(select.name);
  if ([...select.options].some((option) => option.value === asked)) select.value = asked;
  group();
  select.form.addEventListener("fetched", group);
  select.addEventListener("change", () => {
    group();
    const address = new URL(location.href);
    select.value === first ? address.searchParams.delete(select.name) : address.searchParams.set(select.name, select.value);
    history.replaceState(history.state, "", address);
  });
}
