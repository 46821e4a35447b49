"""The site is open to everybody: every page by axe, enlarged, spaced and by its stops of the Tab key; one of each kind by keyboard."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from site_plugins.reading.accessibility import NAME, read_accessibility
from tests.conftest import ROOT
from tests.probes import AXE, CONTRAST, EVERYTHING, FOCUS, OUTLINE, OVERFLOW, RULES, STOPS, TARGETS, TEXT_SPACING, judge, visit
from tests.test_browser import PAGE_TYPES

Record = Callable[[str, object], None]
CHUNKS = 14
"""How many tests the pages are shared among: some 40 pages each, so that both cores have enough to do."""
KNOWN: set[str] = set()
"""Problems that the accessibility statement admits to, as the test tells them."""
TESTED, _ = read_accessibility(ROOT / "data" / NAME, NAME)
"""The newest run on record, which no later one may fall behind."""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab that looks at page after page."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_page_shuts_nobody_out(tab: Page, site: Path, site_url: str, chunk: int, record_property: Record) -> None:
    addresses = sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("index.html"))
    addresses.append("no-such-page/")
    problems, long = [], {}
    for address in addresses[chunk::CHUNKS]:
        stops, found = looked_at(tab, site_url + address)
        problems += [f"/{address} {look}: {problem}" for look, told in found.items() for problem in told]
        if stops["within"] > 40:
            long[address] = {"title": stops["title"], "stops": stops["within"]}
    rules, axe = tab.evaluate(RULES, EVERYTHING["runOnly"]), tab.evaluate("axe.version")
    share = {"rules": rules, "axe": axe, "browser": tab.context.browser.version}
    share |= {"pages": len(addresses[chunk::CHUNKS]), "of": len(addresses), "violations": len(problems), "long": long}
    record_property("tested", json.dumps(share, ensure_ascii=False))
    assert sorted(set(problems) - KNOWN) == []
    assert set(long) <= set(TESTED.long if TESTED else ()), "not named in the accessibility statement: run `make accessibility`"


def looked_at(page: Page, url: str) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """One page in all its looks: its stops of the Tab key, and what is wrong by look."""
    page.emulate_media(color_scheme="light")
    visit(page, url)
    stops = page.evaluate(STOPS)
    found = {"outline": page.evaluate(OUTLINE), "light": judge(page, EVERYTHING)}
    found["stops"] = [f"{name}: {stops[name]}" for name, most in (("before", 15), ("passed", 40)) if stops[name] > most]
    page.emulate_media(color_scheme="dark")
    found["dark"] = judge(page, CONTRAST)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        if page.locator("[data-places]").count():
            visit(page, url, width)  # a map shows other places when the window has grown narrow under it
        found[f"{width}"] = judge(page, TARGETS)
    found["320, cut"] = page.evaluate(OVERFLOW)  # 320 px is what 1280 leaves at 400 %
    found["hyphens"] = [] if page.evaluate("getComputedStyle(document.querySelector('.content')).hyphens === 'auto'") else ["none at 320"]
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        found[f"{width}, text at 200 %"] = page.evaluate(OVERFLOW)
        page.evaluate("document.documentElement.style.fontSize = ''")
        style = page.add_style_tag(content=TEXT_SPACING)
        found[f"{width}, spaced"] = page.evaluate(OVERFLOW)
        style.evaluate("(item) => item.remove()")
    return stops, found


def test_the_statement_claims_no_more_than_is_tested(tab: Page, site: Path, site_url: str) -> None:
    assert TESTED
    visit(tab, site_url)
    tab.evaluate(AXE)
    assert TESTED.axe == json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]["axe-core"]
    assert TESTED.rules == tab.evaluate(RULES, EVERYTHING["runOnly"])
    assert TESTED.violations == len(KNOWN)
    assert TESTED.pages <= len([*site.rglob("index.html")]) + 1


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_the_low_vision_version_is_neither_cut_off_nor_scrolled_sideways(tab: Page, site_url: str, kind: str, language: str) -> None:
    tab.emulate_media(color_scheme="light")
    visit(tab, site_url + language + PAGE_TYPES[kind])
    tab.evaluate("document.documentElement.dataset.view = 'size200 plain wide bw'")
    found = {}
    for width in (1280, 320):
        tab.set_viewport_size({"width": width, "height": 900})
        found[width] = tab.evaluate(OVERFLOW)
    assert {width: told for width, told in found.items() if told} == {}


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_by_keyboard_every_stop_is_counted_and_the_focus_is_always_seen(tab: Page, site_url: str, kind: str) -> None:
    tab.emulate_media(reduced_motion="reduce")  # else the page is still gliding there while we look
    visit(tab, site_url + PAGE_TYPES[kind])
    expected = tab.evaluate(STOPS)
    tab.evaluate("document.querySelectorAll('.sources details').forEach((item) => { item.open = false })")
    stops = []
    for _ in range(140):
        tab.keyboard.press("Tab")
        stops.append(tab.evaluate(FOCUS))
        if stops[-1]["where"] != "main" and any(stop["where"] == "main" for stop in stops):
            break
    where = [stop["where"] for stop in stops]
    assert 'class="skip"' in stops[0]["html"]
    assert "<summary>" in stops[1]["html"]
    assert [stop["html"] for stop in stops if stop["where"] != "nowhere" and not (stop["marked"] and stop["shown"])] == []
    if expected["within"]:
        assert where.index("main") == expected["before"]
    if len(stops) < 140:
        assert where.count("main") == expected["within"]


def test_a_link_past_a_long_list_leads_past_it(tab: Page, site_url: str) -> None:
    visit(tab, site_url + "events/")
    tab.focus(".past")
    assert tab.evaluate("document.activeElement.getBoundingClientRect().height") >= 24
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("!document.activeElement.closest('.timeline') && !document.querySelector('main').contains(document.activeElement)")
