"""Markers of the interactive map: where their places are, or as one with a number where there is no room for each."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

NARROW, WIDE = 360, 1280
MARKERS = """async () => {
  const map = Object.values(window).find((item) => item instanceof L.Map);
  const places = await fetch(document.querySelector("[data-places]").dataset.places).then((answer) => answer.json());
  const at = Object.fromEntries(places.map((place) => [place.id, map.latLngToLayerPoint(place.at)]));
  const ends = [];
  map.eachLayer((layer) => {
    if (layer.options.className?.startsWith("arc")) ends.push(map.latLngToLayerPoint(layer.getLatLngs().at(-1)));
  });
  const markers = [...document.querySelectorAll(".pin[data-place]")].map((pin) => {
    const ids = pin.dataset.place.split(" "), {x, y} = L.DomUtil.getPosition(pin);
    const middle = ids.map((id) => at[id]).reduce((sum, point) => sum.add(point)).divideBy(ids.length);
    return {ids, number: pin.textContent, astray: Math.hypot(x - middle.x, y - middle.y), size: pin.offsetWidth, x, y};
  });
  const loose = ends.filter((end) => !markers.some(({x, y}) => Math.hypot(x - end.x, y - end.y) < 1));
  return {markers, arcs: ends.length, loose: loose.length};
}"""
"""Each marker with its places and the pixels between it and where they are; the arcs, and those that end where no marker stands."""

TOUCHING = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(".home-name"));
  const name = range.getBoundingClientRect(), tall = 0.8 * parseFloat(getComputedStyle(document.querySelector(".home-name")).fontSize);
  const top = name.top + (name.height - tall) / 2, bottom = top + tall;
  return [...document.querySelectorAll(".pin")].filter((pin) => {
    const box = pin.getBoundingClientRect(), size = parseFloat(getComputedStyle(pin, "::before").width) / 2;
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    return Math.hypot(Math.max(name.left - x, 0, x - name.right), Math.max(top - y, 0, y - bottom)) < size;
  }).map((pin) => pin.dataset.place ?? "omsk");
}"""
"""Markers whose sign, taken for a circle, meets the letters of the city's own name."""


@pytest.fixture
def opened(browser: Browser, site_url: str) -> Iterator[Callable[[int], Page]]:
    """Opens the map in a window of a width."""
    pages = []

    def visit(width: int) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        pages.append(page)
        page.goto(site_url + "map/")
        page.wait_for_selector("[data-ready]")
        return page

    yield visit
    for page in pages:
        page.close()


def looked_at(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(MARKERS)
    return found


@pytest.mark.parametrize("width", [320, NARROW, 390, 768, WIDE])
def test_a_marker_stands_no_farther_from_its_place_than_half_its_size_and_arcs_end_at_markers(
    opened: Callable[[int], Page], width: int
) -> None:
    page = opened(width)
    for _ in range(4):
        found = looked_at(page)
        assert [marker for marker in found["markers"] if marker["astray"] > marker["size"] / 2 + 1] == []
        assert found["arcs"] == sum(len(marker["ids"]) for marker in found["markers"]) > 30
        assert found["loose"] == 0
        page.click(".leaflet-control-zoom-in")


@pytest.mark.parametrize("width", [320, NARROW, 390, 412, 500])
def test_no_marker_touches_the_name_of_omsk_on_a_phone(opened: Callable[[int], Page], width: int) -> None:
    page = opened(width)
    assert page.evaluate("document.fonts.ready.then(() => document.querySelector('.home-name').textContent)") == "Омск"
    assert page.evaluate(TOUCHING) == []


def test_cities_without_room_share_a_marker_with_their_number_and_have_their_own_nearer_by(opened: Callable[[int], Page]) -> None:
    page = opened(NARROW)
    shared = [marker for marker in looked_at(page)["markers"] if len(marker["ids"]) > 1]
    assert shared
    assert [marker["number"] for marker in shared] == [str(len(marker["ids"])) for marker in shared]
    for _ in range(4):
        page.click(".leaflet-control-zoom-in")
    found = looked_at(page)["markers"]
    assert all(len(marker["ids"]) == 1 and marker["astray"] < 1 for marker in found)


def test_cities_of_a_hidden_layer_take_no_room_and_are_not_counted(opened: Callable[[int], Page]) -> None:
    page = opened(NARROW)
    first, *others = page.query_selector_all(".leaflet-control-layers label")
    before = looked_at(page)["markers"]
    for label in others:
        label.click()
    found = looked_at(page)["markers"]
    assert sum(len(marker["ids"]) for marker in found) == int(first.inner_text().rsplit(":", 1)[1])
    assert max(marker["astray"] for marker in found) <= max(marker["astray"] for marker in before)
    shared = [marker for marker in found if marker["number"]]
    assert all(marker["number"] == str(len(marker["ids"])) for marker in shared)


def test_a_shared_marker_opens_by_keyboard_a_list_that_fits_the_map_and_leads_to_each_of_its_cities(opened: Callable[[int], Page]) -> None:
    page = opened(NARROW)
    for pin in page.locator(".pin--shared").all():
        pin.focus()
        page.keyboard.press("Enter")
        hrefs = page.locator(".leaflet-popup-content a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
        assert [href.strip("/").split("/")[-1] for href in hrefs] == str(pin.get_attribute("data-place")).split(" ")
        assert page.evaluate("document.activeElement.className") == "popup__name"
        inside = "(([map, box]) => box.left >= map.left && box.top >= map.top && box.right <= map.right && box.bottom <= map.bottom)"
        boxes = "['.folium-map', '.leaflet-popup'].map((name) => document.querySelector(name).getBoundingClientRect())"
        assert page.evaluate(f"{inside}({boxes})")
        page.keyboard.press("Escape")
        page.wait_for_selector(".leaflet-popup-content", state="detached")
        assert page.evaluate("document.activeElement.dataset.place") == pin.get_attribute("data-place")
