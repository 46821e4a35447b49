"""Names on the map's picture: beside their points, never over one another."""

from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Browser

from site_plugins.outputs.map_labels import Box, place_labels
from site_plugins.outputs.map_spread import spread

EDGE = Box(0, 0, 400, 200)
WRITTEN = """() => {
  const box = ({left, top, right, bottom}) => [left, top, right, bottom];
  const seen = (item) => item.checkVisibility({visibilityProperty: true});
  const names = [...document.querySelectorAll(".place__name, .omsk-name")].filter(seen);
  const picture = document.querySelector(".map-picture"), scale = picture.clientWidth / picture.viewBox.baseVal.width;
  return {
    names: names.map((item) => box(item.getBoundingClientRect())),
    least: Math.min(...names.map((item) => parseFloat(getComputedStyle(item).fontSize) * scale)),
    dots: [...document.querySelectorAll(".map-picture .dot")].map((item) => box(item.getBoundingClientRect())),
  };
}"""
"""The names that are seen, the size of the smallest letters in pixels, and the points."""


def test_a_name_stands_right_of_its_point_while_there_is_room() -> None:
    assert place_labels({"a": (100, 100)}, {"a": "Минск"}, [], EDGE)["a"].anchor == "start"


def test_at_the_right_edge_the_name_stands_left() -> None:
    assert place_labels({"a": (390, 100)}, {"a": "Фучжоу"}, [], EDGE)["a"].anchor == "end"


def test_a_name_without_room_is_left_out_rather_than_drawn_over_another() -> None:
    crowd = {f"{x}-{y}": (100.0 + 14 * x, 100.0 + 14 * y) for x in range(5) for y in range(5)}
    found = place_labels(crowd, dict.fromkeys(crowd, "Красноярск"), [], EDGE)
    assert 0 < len(found) < len(crowd)
    lines = sorted((label.y, label.x) for label in found.values())
    assert all(abs(one[0] - other[0]) >= 16 or abs(one[1] - other[1]) > 40 for one, other in combinations(lines, 2))


def test_what_is_taken_stays_free() -> None:
    assert place_labels({"a": (100, 100)}, {"a": "Омск"}, [EDGE], EDGE) == {}


def test_places_of_a_heap_move_apart_and_the_others_stay_where_they_are() -> None:
    heap = {f"{n}": (100.0 + n % 4, 100.0 + n // 4) for n in range(12)}
    alone = {"alone": (300.0, 150.0)}
    found = spread({**heap, **alone})
    assert found["alone"] == alone["alone"]
    assert all(max(abs(one[0] - other[0]), abs(one[1] - other[1])) > 24 for one, other in combinations(found.values(), 2))


def overlap(one: list[float], other: list[float], bare: float) -> bool:
    """Whether two boxes meet; a line of text is higher than its letters by `bare` of its height, half of it above and half below."""
    high = bare * (one[3] - one[1]) / 2
    return one[0] < other[2] and other[0] < one[2] and one[1] + high < other[3] and other[1] < one[3] - high


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
@pytest.mark.parametrize("width", [768, 1000, 1119, 1120, 1280, 1600])
def test_names_are_legible_wherever_they_are_shown_and_cover_neither_a_point_nor_each_other(
    browser: Browser, site_url: str, width: int, language: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(site_url + language)
    page.evaluate("document.fonts.ready")
    found: Any = page.evaluate(WRITTEN)
    page.close()
    assert len(found["names"]) > 20
    assert found["least"] >= 12
    assert [pair for pair in combinations(found["names"], 2) if overlap(*pair, 0.4)] == []
    assert [(name, dot) for name in found["names"] for dot in found["dots"] if overlap(name, dot, 0.4)] == []


@pytest.mark.parametrize("address", ["", "en/", "map/"])
def test_a_key_tells_every_sign_of_a_city_by_shape_as_well_as_by_colour(browser: Browser, site_url: str, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 900})
    page.goto(site_url + address)
    keys = ".keys .key" if address != "map/" else ".leaflet-control-layers .key"
    if address == "map/":
        page.wait_for_selector("[data-ready]")
    looks = page.eval_on_selector_all(
        keys,
        "(items) => items.map((item) => [item.className, (({borderTopColor, borderTopLeftRadius, backgroundColor}) =>"
        " [borderTopLeftRadius, borderTopColor === backgroundColor])(getComputedStyle(item)).join()])",
    )
    signs = page.eval_on_selector_all(".place", "(items) => items.map((item) => item.getAttribute('class').split('--')[1])")
    page.close()
    assert {name.split("--")[1] for name, _ in looks} == set(signs)
    assert len({look for _, look in looks}) == len(set(signs)) > 3
