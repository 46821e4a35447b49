"""The site as readers meet it: in a real browser, every page type, both languages, both schemes, wide and narrow."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

PAGE_TYPES = {
    "home": "",
    "cities": "cities/",
    "twin city": "cities/kaifeng/",
    "city of a disputed place": "cities/simferopol/",
    "former partner": "cities/gdansk/",
    "country": "countries/cn/",
    "events": "events/",
    "event with medals": "events/aerobic-world-cup-cantanhede-2019/",
    "event with corrections": "events/klein-aber-fein-witten-2019/",
    "year": "years/2019/",
    "industrial tourism": "industrial-sites/",
    "industrial site": "industrial-sites/poliom/",
    "industrial site of which little is known": "industrial-sites/borodino/",
    "routes": "routes/",
    "programme": "programmes/industrial-tourism/",
    "how to visit": "how-to-visit/",
    "how to join": "how-to-join/",
    "organisations": "organisations/",
    "organisation": "organisations/mag/",
    "agreements": "agreements/",
    "map": "map/",
    "report": "reports/2019/",
    "sources": "sources/",
    "search": "search/",
    "about": "about/",
    "missing": "no-such-page/",
}
LOOKS = [(width, scheme) for width in (1280, 390) for scheme in ("light", "dark")]


class Visit:
    """A page opened in a browser, with everything it asked for and complained about."""

    def __init__(self, page: Page, url: str, home: str) -> None:
        self.page = page
        self.foreign: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.foreign.append(request.url) if not request.url.startswith((home, "data:")) else None)
        page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(url)
        if page.locator("[data-places]").count():
            page.wait_for_selector("[data-ready]")


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[Any]:
    """Opens pages, one tab for each look, so that 200 visits stay quick."""
    contexts = {look: browser.new_context(viewport={"width": look[0], "height": 900}, color_scheme=look[1]) for look in LOOKS}  # type: ignore[arg-type]
    yield lambda look: contexts[look].new_page()
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_page_asks_nobody_and_complains_of_nothing(opened: Any, site_url: str, kind: str, language: str, look: Any) -> None:
    page = opened(look)
    visit = Visit(page, site_url + language + PAGE_TYPES[kind], site_url)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert visit.foreign == []
    assert [error for error in visit.errors if kind != "missing" or "404" not in error] == []
    assert wide <= look[0]


def test_every_marker_of_the_map_can_be_reached_opened_and_left_by_keyboard(browser: Browser, site_url: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(site_url + "map/")
    page.wait_for_selector("[data-ready]")
    names = page.eval_on_selector_all(".pin[data-place]", "(pins) => pins.map((pin) => pin.getAttribute('aria-label'))")
    listed = page.eval_on_selector_all("[data-place]:not(.pin)", "(items) => items.map((item) => item.dataset.place)")
    shown = page.eval_on_selector_all(".pin[data-place]", "(pins) => pins.map((pin) => pin.dataset.place)")
    assert sorted(shown) == sorted(listed), "the map and the list beside it disagree"
    page.focus(".pin[data-place=kaifeng]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".leaflet-popup-content")
    assert page.inner_text(".popup__name") == "Кайфын"
    assert page.evaluate("document.activeElement.className") == "popup__name"
    page.keyboard.press("Escape")
    page.wait_for_selector(".leaflet-popup-content", state="detached")
    assert page.evaluate("document.activeElement.dataset.place") == "kaifeng"
    reached = set()
    page.focus(".brand")
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
    assert set(names) <= reached
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_map_shows_every_place_at_first_and_no_two_markers_overlap_at_any_zoom(browser: Browser, site_url: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(site_url + "map/")
    page.wait_for_selector("[data-ready]")
    box = "((item) => { const { left, top, right, bottom } = item.getBoundingClientRect(); return [left, top, right, bottom]; })"
    frame = page.evaluate(f"{box}(document.querySelector('.folium-map'))")
    assert page.locator(".folium-map .leaflet-control-layers").count() == 0, "the control of the layers lies over the map"
    assert page.locator(".leaflet-control-layers input:enabled").count() == page.locator(".leaflet-control-layers input").count() > 0
    for zoom in range(4):
        pins = page.eval_on_selector_all(".pin", f"(items) => items.map({box})")
        beyond = [pin for pin in pins if pin[0] < frame[0] or pin[1] < frame[1] or pin[2] > frame[2] or pin[3] > frame[3]]
        assert zoom or beyond == []
        over = [(one, other) for one, other in combinations(pins, 2) if overlap(one, other)]
        assert over == []
        page.click(".leaflet-control-zoom-in")
        # begun, which takes a frame, and done
        is_moved = f"JSON.stringify([...document.querySelectorAll('.pin')].map({box})) !== JSON.stringify(before)"
        page.wait_for_function(f"(before) => {is_moved} && !document.querySelector('.leaflet-zoom-anim')", arg=pins)
    page.close()


def overlap(one: list[float], other: list[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_layer_switched_off_hides_its_markers_and_its_count_is_true(browser: Browser, site_url: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(site_url + "map/")
    page.wait_for_selector("[data-ready]")
    for box in page.query_selector_all(".leaflet-control-layers label"):
        before = page.locator(".pin[data-place]").count()
        box.click()
        assert before - page.locator(".pin[data-place]").count() == int(box.inner_text().rsplit(":", 1)[1])
    assert page.locator(".pin[data-place]").count() == 0
    page.close()


@pytest.mark.parametrize("address", ["", "map/", "cities/", "events/", "industrial-sites/", "cities/kaifeng/", "search/"])
def test_all_content_is_there_without_javascript(browser: Browser, site_url: str, address: str) -> None:
    plain = browser.new_context(java_script_enabled=False).new_page()
    scripted = browser.new_page()
    plain.goto(site_url + address)
    scripted.goto(site_url + address)
    links = "(items) => [...new Set(items.map((item) => item.getAttribute('href')))].sort()"
    with_script = scripted.eval_on_selector_all("main a:not(.leaflet-container a, .leaflet-control a)", links)
    without = plain.locator("main a").evaluate_all(links)
    assert set(with_script) <= set(without)
    assert plain.locator("main").inner_text().strip()
    if address in ("", "map/"):
        assert plain.locator(".map-picture a").count() > 30
    plain.context.close()
    scripted.close()


def test_a_filter_shows_what_it_counts_and_stays_in_the_address(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.goto(site_url + "events/")
    for option in page.query_selector_all("select[name=category] option:not([value=''])"):
        value, text = option.get_attribute("value"), option.inner_text()
        page.select_option("select[name=category]", value)
        shown = page.locator("[data-item]:visible").count()
        assert text.endswith(f"({shown})")
        assert f"category={value}" in page.url
    address = page.url
    page.goto(address)
    assert page.locator("[data-item]:visible").count() == shown
    page.click("form[data-filter] button")
    assert page.locator("[data-item]:visible").count() == page.locator("[data-item]").count()
    page.close()


@pytest.mark.parametrize("address", ["cities/", "events/", "industrial-sites/"])
def test_a_list_with_no_filter_chosen_shows_everything(browser: Browser, site_url: str, address: str) -> None:
    page = browser.new_page()
    page.goto(site_url + address)
    assert page.locator("[data-item]:visible").count() == page.locator("[data-item]").count() > 0
    page.close()


def test_no_result_names_the_filter_to_loosen(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.goto(site_url + "events/?category=sport&year=2026")
    assert page.locator("[data-item]:visible").count() == 0
    assert "Вид" in page.inner_text("[role=status]")
    page.close()


def test_the_language_switch_stays_on_the_page(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.goto(site_url + "cities/kaifeng/")
    page.click(".languages a")
    assert page.url == site_url + "en/cities/kaifeng/"
    assert page.get_attribute("html", "lang") == "en"
    page.click(".languages a")
    assert page.url == site_url + "cities/kaifeng/"
    page.close()


def test_the_chosen_colours_are_kept_from_page_to_page(browser: Browser, site_url: str) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(site_url)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("[data-scheme-toggle]")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != paper
    page.goto(site_url + "cities/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    context.close()


@pytest.mark.parametrize(("address", "word"), [("cities/kaifeng/", "сейчас"), ("en/cities/kaifeng/", "now")])
def test_a_clock_counts_24_hours_as_the_office_hours_beside_it_do(browser: Browser, site_url: str, address: str, word: str) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time("2026-11-24T12:30:00Z")
    page.goto(site_url + address)
    assert page.inner_text("[data-clock]").strip(", ") == f"{word} 20:30"
    page.close()


def test_a_source_is_one_click_from_its_claim(browser: Browser, site_url: str, site: Path) -> None:
    page = browser.new_page()
    page.goto(site_url + "cities/kaifeng/")
    page.click(".papers .cite a >> nth=0")
    assert "#source-" in page.url
    assert page.locator("li:target").count() == 1
    assert page.locator("li:target a, li:target span").count() > 0
    page.close()


@pytest.mark.parametrize("address", ["reports/2019/", "cities/kaifeng/", "industrial-sites/poliom/"])
def test_a_page_has_one_table_of_contents_and_it_is_folded_above_the_text_of_a_narrow_window(
    browser: Browser, site_url: str, address: str
) -> None:
    page = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}).new_page()
    page.goto(site_url + address)
    contents = page.get_by_role("navigation", name="На этой странице")
    assert contents.count() == 1
    wide = contents.get_by_role("link").all_inner_texts()
    page.set_viewport_size({"width": 360, "height": 900})
    assert contents.count() == 1
    assert contents.get_by_role("link").count() == 0, "not folded"
    page.focus("main")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert contents.get_by_role("link").all_inner_texts() == wide
    assert contents.bounding_box()["y"] < page.locator("h1").bounding_box()["y"]  # type: ignore[index]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith(page.locator("h2[id]").first.evaluate("(heading) => `#${heading.id}`"))
    page.context.close()


def test_the_home_page_on_paper_is_black_on_white(browser: Browser, site_url: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.emulate_media(media="print")
    page.goto(site_url)
    words = "(items) => [...new Set(items.map((item) => getComputedStyle(item).color))]"
    assert page.eval_on_selector_all(".hero :is(h1, p, .hero__ways a)", words) == ["rgb(0, 0, 0)"]
    assert page.eval_on_selector(".hero", "(hero) => getComputedStyle(hero).backgroundColor") == "rgba(0, 0, 0, 0)"
    page.close()


@pytest.mark.parametrize("query", ["events/?category=sport", "search/?q=Minsk", "cities/"])
def test_the_language_switch_keeps_what_is_chosen_or_searched_for(browser: Browser, site_url: str, query: str) -> None:
    page = browser.new_page()
    page.goto(site_url + query)
    page.click(".languages a")
    assert page.url == f"{site_url}en/{query}"
    page.focus(".languages a")
    page.keyboard.press("Enter")
    page.wait_for_url(site_url + query)
    page.close()


def test_the_words_of_a_layer_of_the_map_stand_beside_its_box_and_end_in_no_lone_number(browser: Browser, site_url: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 900})
    page.goto(site_url + "map/")
    page.wait_for_selector("[data-ready]")
    lines = """(words) => { const range = document.createRange(); range.selectNodeContents(words.lastChild);
      const boxes = [...range.getClientRects()], box = words.previousElementSibling.getBoundingClientRect();
      return boxes.every(({ left, width }) => left >= box.right && width > 40); }"""
    titles = page.query_selector_all(".leaflet-control-layers label input + span")
    assert len(titles) > 1
    assert all(words.evaluate(lines) for words in titles)
    page.close()
