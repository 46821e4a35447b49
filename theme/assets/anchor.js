// A source's own address, sources/#id, leads to it where the list has several pages.
for (const list of document.querySelectorAll("[data-anchors]")) {
  const lead = async () => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (!wanted || document.getElementById(wanted)) return;
    const places = await (await fetch(list.dataset.anchors)).json();
    const found = Object.keys(places).find((address) => places[address].includes(wanted));
    if (found) location.replace(`${new URL(found, location.href.split("#")[0])}#${wanted}`);
  };
  addEventListener("hashchange", lead);
  lead();
}
