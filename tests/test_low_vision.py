"""«Версия для слабовидящих»: every setting applied, remembered, shared and taken back; palettes and motion of the reader's own."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.probes import EVERYTHING, OVERFLOW, judge, visit


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here before."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    yield context
    context.close()


COLOURS = "(({backgroundColor, color}) => backgroundColor === 'rgb(%s)' && color === 'rgb(%s)')(getComputedStyle(document.body))"
SETTINGS = {
    "size150": "getComputedStyle(document.documentElement).fontSize === '24px'",
    "size200": "getComputedStyle(document.documentElement).fontSize === '32px'",
    "serif": "getComputedStyle(document.querySelector('h1')).fontFamily.startsWith('Georgia')",
    "plain": "getComputedStyle(document.querySelector('h1')).fontFamily.startsWith('Arial')",
    "wide": "(() => { const s = getComputedStyle(document.querySelector('main p')), f = parseFloat(s.fontSize);"
    " return parseFloat(s.letterSpacing) >= 0.119 * f && parseFloat(s.wordSpacing) >= 0.159 * f && parseFloat(s.lineHeight) >= 1.5 * f"
    " && parseFloat(s.marginBottom) >= 1.99 * f; })()",
    "bw": COLOURS % ("255, 255, 255", "0, 0, 0"),
    "wb": COLOURS % ("0, 0, 0", "255, 255, 255"),
    "blue": COLOURS % ("157, 209, 255", "6, 52, 98"),
    "nopictures": "![...document.querySelectorAll('svg, img, .folium-map')]"
    ".some((item) => item.checkVisibility({visibilityProperty: true}))",
}
"""Every choice of the panel and how it shows."""


def test_the_panel_offers_every_setting_and_no_other(reader: BrowserContext, site_url: str) -> None:
    page = reader.new_page()
    page.goto(site_url)
    offered = page.eval_on_selector_all(".view input", "(items) => items.map((item) => item.value).filter(Boolean)")
    assert sorted(offered) == sorted(SETTINGS)


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_is_applied_remembered_and_taken_back(reader: BrowserContext, site_url: str, setting: str, language: str) -> None:
    page = reader.new_page()
    visit(page, site_url + language + "cities/kaifeng/")
    assert not page.evaluate(SETTINGS[setting])
    page.click(".view summary")
    page.check(f".view input[value={setting}]")
    assert page.evaluate(SETTINGS[setting])
    assert f"?view={setting}" in page.url
    for address in (language + "how-to-visit/", language + "map/", "en/" if language == "" else ""):
        visit(page, site_url + address)
        assert page.evaluate(SETTINGS[setting])
        assert page.is_checked(f".view input[value={setting}]")
    assert reader.cookies() == []
    page.click(".view summary")
    page.click(".view button")
    assert not page.evaluate(SETTINGS[setting])
    page.goto(site_url + language + "how-to-visit/")
    assert not page.evaluate(SETTINGS[setting])
    assert not page.is_checked(f".view input[value={setting}]")


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
def test_a_view_can_be_sent_to_somebody_as_an_address(reader: BrowserContext, site_url: str, language: str) -> None:
    page = reader.new_page()
    words = ["size150", "serif", "wide", "bw", "nopictures"]
    page.goto(f"{site_url}{language}events/?category=sport&view={','.join(words)},%3Cscript%3E,size200")
    assert page.get_attribute("html", "data-view") == " ".join(words)
    assert all(page.evaluate(SETTINGS[word]) for word in words)
    assert page.locator("[data-item]:visible").count() < page.locator("[data-item]").count()
    page.goto(site_url + language + "cities/")
    assert page.get_attribute("html", "data-view") == " ".join(words)
    page.click(".view summary")
    page.click("[data-view-link]")
    page.wait_for_url("**/cities/?view=" + ",".join(words))
    page.click(".view summary")
    page.click(".view button")
    assert page.url == site_url + language + "cities/"
    page.go_back()
    page.go_back()
    assert page.get_attribute("html", "data-view") == "", "an address obeyed once overrules what was chosen since"


def test_the_panel_works_by_keyboard_and_is_not_there_without_script(browser: Browser, reader: BrowserContext, site_url: str) -> None:
    page = reader.new_page()
    page.goto(site_url + "about/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(SETTINGS["size150"])
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(SETTINGS["nopictures"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_attribute("html", "data-view") == ""
    plain = browser.new_context(java_script_enabled=False)
    without = plain.new_page()
    without.goto(site_url)
    assert not without.is_visible(".view")
    plain.close()


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
def test_where_the_map_is_hidden_with_the_pictures_a_note_says_so(reader: BrowserContext, site_url: str, language: str) -> None:
    page = reader.new_page()
    visit(page, f"{site_url}{language}map/")
    assert not page.is_visible(".map__note")
    page.goto(f"{site_url}{language}map/?view=nopictures")
    assert page.is_visible(".map__note")
    assert not page.is_visible(".keys")


def test_the_light_or_dark_button_turns_the_high_contrast_round_too(reader: BrowserContext, site_url: str) -> None:
    page = reader.new_page()
    page.goto(site_url + "?view=bw,serif")
    page.click("[data-scheme-toggle]")
    assert page.evaluate(SETTINGS["wb"])
    assert page.evaluate(SETTINGS["serif"])


@pytest.mark.parametrize("view", ["", "bw", "wb", "blue", "size200,plain,wide,wb", "nopictures,serif,size150"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_panel_and_the_pages_below_it_are_open_to_everybody(browser: Browser, site_url: str, view: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    problems = []
    for address in ("", "en/cities/kaifeng/", "events/", "map/", "industrial-sites/poliom/", "reports/2019/"):
        for width in (1280, 320):
            visit(page, f"{site_url}{address}?view={view}", width)
            page.click(".view summary")
            problems += [f"/{address} {width}: {problem}" for problem in [*judge(page, EVERYTHING), *page.evaluate(OVERFLOW)]]
    context.close()
    assert problems == []


def test_a_palette_of_the_readers_own_reaches_the_drawings(browser: Browser, site_url: str) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(site_url)
    page.evaluate("Object.assign(document.body.style, {color: 'LinkText', forcedColorAdjust: 'none'})")
    system = page.evaluate("getComputedStyle(document.body).color")
    assert page.evaluate("getComputedStyle(document.querySelector('.place--partner .dot')).fill") == system
    context.close()


def test_who_asked_for_less_motion_gets_none(browser: Browser, site_url: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    visit(page, site_url + "map/")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter((item) => { const s = getComputedStyle(item);"
        " return s.transitionProperty !== 'none' && s.transitionDuration !== '0s' || s.animationName !== 'none' }).length"
    )
    assert moving == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    options = ["zoomAnimation", "fadeAnimation", "markerZoomAnimation", "inertia"]
    assert page.evaluate("(names) => names.map((name) => L.Map.prototype.options[name])", options) == [False] * 4
    context.close()
