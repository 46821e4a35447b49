// Fills the map that Folium has set up: land, arcs and markers come as data, every text goes in as text, never as markup.
const APART = 26; // CSS pixels: a marker is a target of 24 (WCAG 2.5.8), and two never touch

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

  const markers = places.map((place) => {
    if (place.arc) L.polyline(place.arc, { className: `arc arc--${place.mark}`, interactive: false }).addTo(layers[place.layer]);
    const icon = L.divIcon({ className: `pin pin--${place.mark}`, iconSize: [24, 24], html: place.number ? label(place.number) : "" });
    const marker = L.marker(place.at, { icon, alt: "", riseOnHover: true });
    marker.bindPopup(() => popup(place), { maxWidth: 260, autoPanPadding: [24, 24] });
    marker.bindTooltip(label(all(place).map(({ name }) => name).join("; ")), { direction: "top", offset: [0, -8] });
    // A layer that is hidden and shown again makes its markers anew.
    marker.on("add", () => {
      const element = marker.getElement();
      const said = all(place).map(({ name, facts }) => [name, ...facts].join(", ")).join("; ");
      element.setAttribute("aria-label", place.number ? `${place.number}: ${said}` : said);
      element.dataset.place = all(place).map(({ id }) => id).join(" ");
    });
    return { place, marker: marker.addTo(layers[place.layer]) };
  });

  const middle = L.latLng(frame.dataset.home.split(",").map(Number));
  for (const { metres, name } of JSON.parse(frame.dataset.rings ?? "[]")) {
    L.circle(middle, { radius: metres, className: "ring", interactive: false }).addTo(map);
    const north = L.latLng(middle.toBounds(2 * metres).getNorth(), middle.lng);
    L.tooltip({ permanent: true, direction: "center", className: "ring-name" }).setLatLng(north).setContent(label(name)).addTo(map);
  }

  const home = L.divIcon({ className: "pin pin--home", iconSize: [16, 16] });
  const heart = L.marker(middle, { icon: home, interactive: false, keyboard: false }).addTo(map);
  if (frame.dataset.homeName) heart.bindTooltip(label(frame.dataset.homeName), { permanent: true, direction: "bottom", className: "home-name" }).openTooltip();

  const spread = () => {
    const spots = markers.map(({ place, marker }) => ({ marker, at: map.latLngToLayerPoint(place.at) }));
    const taken = [...spots, { fixed: true, at: map.latLngToLayerPoint(middle) }];
    for (let round = 0; round < 400; round += 1) if (!pushApart(taken)) break;
    for (const { marker, at } of spots) marker.setLatLng(map.layerPointToLatLng(at));
  };
  map.on("zoomend", spread);

  let opener = null;
  map.on("popupopen", (event) => {
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
  spread();
  frame.dataset.ready = "";
}

// Targets are squares, so two are apart when they are so along one axis.
function pushApart(spots) {
  let moved = false;
  for (let i = 0; i < spots.length; i += 1) {
    for (let j = i + 1; j < spots.length; j += 1) {
      const gap = spots[j].at.subtract(spots[i].at);
      const lack = APART - Math.max(Math.abs(gap.x), Math.abs(gap.y));
      if (lack <= 0) continue;
      const far = Math.hypot(gap.x, gap.y) || 1;
      const push = gap.multiplyBy((lack + 0.5) / (spots[j].fixed ? 1 : 2) / far);
      spots[i].at = spots[i].at.subtract(push);
      if (!spots[j].fixed) spots[j].at = spots[j].at.add(push);
      moved = true;
    }
  }
  return moved;
}

function label(name) {
  const element = document.createElement("span");
  element.textContent = name;
  return element;
}

// A marker may stand for several places that are too close to be told apart.
function all(place) {
  return [place, ...(place.others ?? [])];
}

function popup(place) {
  const element = document.createElement("div");
  for (const { name, href, facts } of all(place)) {
    const link = Object.assign(document.createElement("a"), { href, textContent: name, className: "popup__name" });
    element.append(link, ...facts.map((fact) => Object.assign(document.createElement("p"), { textContent: fact })));
  }
  return element;
}
