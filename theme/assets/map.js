// Fills the map that Folium has set up: land, arcs and markers come as data, every text goes in as text, never as markup.
const TARGET = 24, HOME = 16; // CSS pixels: what can be pressed (WCAG 2.5.8), and the city's own dot, which cannot
const ASTRAY = TARGET / 2; // no marker stands farther from its place; who cannot keep to that shares one

// A reader who asked for less motion gets none: neither zooming, fading, gliding on nor panning.
if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
  L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false });
  const { panBy } = L.Map.prototype;
  L.Map.include({ panBy(offset, options) { return panBy.call(this, offset, { ...options, animate: false }); } });
}

async function fillMap(map, layers, homes) {
  const frame = map.getContainer().closest("[data-places]");
  const files = [frame.dataset.places, frame.dataset.land].filter(Boolean);
  const [places, land] = await Promise.all(files.map((url) => fetch(url).then((answer) => answer.json())));
  // Leaflet glides back within its bounds while it has no size yet, and would be carried away from what it shall show first.
  const { maxBounds } = map.options;
  map.setMaxBounds(null);
  if (land) L.geoJSON(land, { interactive: false, style: (feature) => ({ className: `land land--${feature.properties.layer}` }) }).addTo(map);

  const ways = places.filter((place) => place.arc).map((place) => {
    return { place, line: L.polyline(place.arc, { className: `arc arc--${place.mark}`, interactive: false }).addTo(layers[place.layer]) };
  });

  const middle = L.latLng(frame.dataset.home.split(",").map(Number));
  for (const { metres, name } of JSON.parse(frame.dataset.rings ?? "[]")) {
    L.circle(middle, { radius: metres, className: "ring", interactive: false }).addTo(map);
    const north = L.latLng(middle.toBounds(2 * metres).getNorth(), middle.lng);
    L.tooltip({ permanent: true, direction: "center", className: "ring-name" }).setLatLng(north).setContent(label(name)).addTo(map);
  }

  const home = L.divIcon({ className: "pin pin--home", iconSize: [16, 16] });
  const heart = L.marker(middle, { icon: home, interactive: false, keyboard: false }).addTo(map);
  if (frame.dataset.homeName) heart.bindTooltip(label(frame.dataset.homeName), { permanent: true, direction: "bottom", className: "home-name", pane: "shadowPane" }).openTooltip();

  let shown = new Map(); // ids -> marker: who stays as it was keeps its element, its popup and the focus
  const arrange = () => {
    const seen = places.filter((place) => map.hasLayer(layers[place.layer]));
    const spots = share(seen.map((place) => ({ places: [place], place: map.latLngToLayerPoint(place.at) })), map.latLngToLayerPoint(middle));
    const before = shown;
    shown = new Map(spots.map(({ places: shared }) => [ids(shared), before.get(ids(shared)) ?? pin(shared, map.getSize().x)]));
    for (const [key, marker] of before) if (!shown.has(key)) marker.remove();
    for (const { places: shared, at } of spots) {
      const there = map.layerPointToLatLng(at);
      shown.get(ids(shared)).setLatLng(there).addTo(map);
      for (const { place, line } of ways) if (shared.includes(place)) line.setLatLngs(bent(place.arc, there));
    }
  };
  map.on("zoomend overlayadd overlayremove", arrange);

  let opener = null;
  map.on("popupclose", () => map.setMaxBounds(maxBounds));
  map.on("popupopen", (event) => {
    // On a small map a popup has no room within the bounds: they wait until it is closed.
    map.setMaxBounds(null);
    event.popup.update();
    opener = event.popup._source?.getElement();
    if (opener === document.activeElement) event.popup.getElement().querySelector("a[href]:not([href='#close'])").focus();
  });
  frame.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !opener) return;
    map.closePopup();
    opener.focus();
  });

  // Folium puts the layers' control over the map; above it, it hides nothing and is read first.
  const control = frame.querySelector(".folium-map .leaflet-control-layers");
  control.setAttribute("role", "group");
  control.setAttribute("aria-label", frame.dataset.layersTitle);
  frame.querySelector(".map__layers").replaceWith(control);
  L.control.zoom({ position: "topright", zoomInTitle: frame.dataset.zoomIn, zoomOutTitle: frame.dataset.zoomOut }).addTo(map);

  map.invalidateSize();
  map.fitBounds(homes, { animate: false, padding: [20, 20] });
  map.setMaxBounds(maxBounds);
  arrange();
  frame.dataset.ready = "";
}

// Spots that never touch: places nearer than half a target share one, the others move apart, and who still cannot share one too.
function share(places, home) {
  let spots = places;
  for (;;) {
    let near = pairs(spots, "place", ASTRAY);
    if (!near.length) {
      pushApart(spots, home);
      near = pairs(spots, "at", TARGET);
    }
    if (!near.length) return spots;
    const joined = new Set();
    for (const [one, other] of near) {
      if (joined.has(one) || joined.has(other)) continue;
      joined.add(one).add(other);
      spots.push(middleOf(one, other));
    }
    spots = spots.filter((spot) => !joined.has(spot));
  }
}

// Targets are squares, so two are apart when they are so along one axis.
function apart(one, other) {
  return Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y));
}

function pairs(spots, by, least) {
  const near = (one, i) => spots.slice(i + 1).filter((other) => apart(one[by], other[by]) < least).map((other) => [one, other]);
  return spots.flatMap(near).sort(([a, b], [c, d]) => apart(a[by], b[by]) - apart(c[by], d[by]));
}

function middleOf(one, other) {
  const places = [...one.places, ...other.places];
  const place = one.place.multiplyBy(one.places.length).add(other.place.multiplyBy(other.places.length)).divideBy(places.length);
  return { places, place };
}

function pushApart(spots, home) {
  for (const spot of spots) spot.at = spot.place;
  for (let round = 0, moved = true; moved && round < 100; round += 1) {
    moved = false;
    for (let i = 0; i < spots.length; i += 1) {
      const lack = (TARGET + HOME) / 2 + 1 - apart(spots[i].at, home);
      if (lack > 0) moved = push(spots[i], home, lack);
      for (let j = i + 1; j < spots.length; j += 1) {
        const much = TARGET + 1 - apart(spots[i].at, spots[j].at);
        if (much <= 0) continue;
        const { at } = spots[i];
        moved = push(spots[i], spots[j].at, much / 2);
        push(spots[j], at, much / 2);
      }
    }
  }
}

// Away from another point along the axis that parts them sooner, and no farther from where it belongs than ASTRAY.
function push(spot, from, much) {
  const gap = spot.at.subtract(from), along = Math.abs(gap.x) < Math.abs(gap.y) ? [0, Math.sign(gap.y)] : [Math.sign(gap.x), 0];
  const off = spot.at.add(L.point(along).multiplyBy(much)).subtract(spot.place);
  spot.at = spot.place.add(off.multiplyBy(Math.min(1, ASTRAY / Math.hypot(off.x, off.y))));
  return true;
}

function label(name) {
  const element = document.createElement("span");
  element.textContent = name;
  return element;
}

// A marker may stand for several places that are too close to be told apart.
function all(places) {
  return places.flatMap((place) => [place, ...(place.others ?? [])]);
}

function ids(places) {
  return all(places).map(({ id }) => id).join(" ");
}

function pin(places, room) {
  const told = all(places), names = told.map(({ name }) => name).join("; ");
  const number = places[0].number ? places.map((place) => place.number).join(", ") : places[1] && `${places.length}`;
  const mark = places.every((place) => place.mark === places[0].mark) ? places[0].mark : "several";
  const className = `pin pin--${mark}${places[1] ? " pin--shared" : ""}`;
  const icon = L.divIcon({ className, iconSize: [TARGET, TARGET], html: number ? label(number) : "" });
  const marker = L.marker(places[0].at, { icon, alt: "", riseOnHover: true });
  marker.bindPopup(() => popup(told), { maxWidth: Math.min(260, room - 120), maxHeight: 240, autoPanPaddingTopLeft: [12, 12], autoPanPaddingBottomRight: [56, 12] });
  marker.bindTooltip(label(names), { direction: "top", offset: [0, -8] });
  // Who leaves the map and comes back is made anew.
  marker.on("add", () => {
    const element = marker.getElement();
    const said = told[1] ? names : [names, ...told[0].facts].join(", ");
    element.setAttribute("aria-label", number ? `${number}: ${said}` : said);
    element.dataset.place = ids(places);
  });
  return marker;
}

// The way from home, led to where the marker stands.
function bent(arc, { lat, lng }) {
  const last = arc.length - 1, end = arc[last];
  return arc.map((point, i) => [point[0] + (lat - end[0]) * i / last, point[1] + (lng - end[1]) * i / last]);
}

function popup(told) {
  const element = document.createElement("div");
  for (const { name, href, facts } of told) {
    const link = Object.assign(document.createElement("a"), { href, textContent: name, className: "popup__name" });
    const lines = told[1] ? [facts.join(", ")] : facts;
    element.append(link, ...lines.map((line) => Object.assign(document.createElement("p"), { textContent: line })));
  }
  return element;
}
