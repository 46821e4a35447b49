"""The site is open to everybody: every page by axe, one of each type enlarged and by keyboard, the low-vision version."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.conftest import ROOT
from tests.test_browser import PAGE_TYPES

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
RUN = """(options) => axe.run(document, {...options, resultTypes: ["violations"]}).then((result) =>
  result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 3).join(" | ")}`))"""
EVERYTHING = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
TARGETS = {"runOnly": {"type": "rule", "values": ["target-size"]}}
CHUNKS = 14
"""How many tests the pages are shared among: some 40 pages each, so that both cores have enough to do."""

OUTLINE = """() => {
  const wrong = [], levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((item) => Number(item.tagName[1]));
  if (levels.filter((level) => level === 1).length !== 1) wrong.push("not one h1");
  if (levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1)) wrong.push(`headings jump: ${levels}`);
  for (const part of ["body > header", "main", "body > footer", "nav.bar[aria-label]", "form[role=search][aria-label]"])
    if (document.querySelectorAll(part).length !== 1) wrong.push(`not one ${part}`);
  const valid = (code) => { try { return Intl.getCanonicalLocales(code)[0] === code; } catch { return false; } };  // axe knows which exist
  for (const item of document.querySelectorAll("[lang], [hreflang]"))
    for (const code of [item.lang || item.hreflang, item.hreflang || item.lang])
      if (!valid(code)) wrong.push(`unknown language ${code}`);
  return wrong;
}"""
OVERFLOW = """() => {
  const wrong = [], wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) wrong.push(`scrolls sideways: ${wide} > ${innerWidth}`);
  const apart = ".visually-hidden, .skip, svg, .leaflet-container";
  const seen = (item) => item.checkVisibility({visibilityProperty: true}) && !item.closest(apart);
  for (const item of document.querySelectorAll("body *")) {
    if (!seen(item) || ["INPUT", "SELECT", "TEXTAREA"].includes(item.tagName)) continue;
    const style = getComputedStyle(item);
    const [cutX, cutY] = [style.overflowX, style.overflowY].map((value) => value === "hidden" || value === "clip");
    if ((cutX && item.scrollWidth > item.clientWidth + 1) || (cutY && item.scrollHeight > item.clientHeight + 1))
      wrong.push(`cut off: ${item.outerHTML.slice(0, 120)}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (!node.data.trim() || !seen(node.parentElement)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width && (box.right > innerWidth + 1 || box.left < -1)) wrong.push(`beyond the edge: ${node.data.trim().slice(0, 60)}`);
  }
  return wrong.slice(0, 5);
}"""
TEXT_SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
"""What a reader may set by WCAG 1.4.12."""
FOCUS = """() => {
  const item = document.activeElement, box = item.getBoundingClientRect(), style = getComputedStyle(item);
  const target = item.querySelector(".target"), strong = (width) => parseFloat(width) >= 2;
  return {
    where: document.querySelector("main").contains(item) ? "main" : item === document.body ? "nowhere" : "frame",
    html: item.outerHTML.slice(0, 120),
    marked: (style.outlineStyle !== "none" && strong(style.outlineWidth)) || (target && strong(getComputedStyle(target).strokeWidth)),
    shown: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    counted: !item.closest(".cite, .contents"),
  };
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab that looks at page after page."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here before."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    yield context
    context.close()


def visit(page: Page, url: str, width: int = 1280) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(url)
    if page.locator("[data-places]").count():
        page.wait_for_selector("[data-ready]", state="attached")


def judge(page: Page, options: dict[str, Any]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, options)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_page_shuts_nobody_out(tab: Page, site: Path, site_url: str, chunk: int) -> None:
    addresses = sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("index.html"))
    addresses.append("no-such-page/")
    problems = []
    for address in addresses[chunk::CHUNKS]:
        tab.emulate_media(color_scheme="light")
        visit(tab, site_url + address)
        found = {"outline": tab.evaluate(OUTLINE), "light": judge(tab, EVERYTHING)}
        tab.emulate_media(color_scheme="dark")
        found["dark"] = judge(tab, CONTRAST)
        for width in (390, 320):
            tab.set_viewport_size({"width": width, "height": 900})
            wide = tab.evaluate("document.documentElement.scrollWidth")
            found[str(width)] = judge(tab, TARGETS) + ([f"scrolls sideways: {wide}"] if wide > width else [])
        problems += [f"/{address} {look}: {problem}" for look, told in found.items() for problem in told]
    assert problems == []


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_enlarged_or_spaced_text_is_neither_cut_off_nor_scrolled_sideways(tab: Page, site_url: str, kind: str, language: str) -> None:
    tab.emulate_media(color_scheme="light")
    visit(tab, site_url + language + PAGE_TYPES[kind])
    found = {}
    for width in (1280, 320):  # 320 is what 1280 leaves at 400 %
        tab.set_viewport_size({"width": width, "height": 900})
        found[f"{width}"] = tab.evaluate(OVERFLOW)
        tab.evaluate("document.documentElement.style.fontSize = '200%'")
        found[f"{width}, text at 200 %"] = tab.evaluate(OVERFLOW)
        tab.evaluate("document.documentElement.style.fontSize = ''")
        style = tab.add_style_tag(content=TEXT_SPACING)
        found[f"{width}, spaced"] = tab.evaluate(OVERFLOW)
        style.evaluate("(item) => item.remove()")
        tab.evaluate("document.documentElement.dataset.view = 'size200 plain wide bw'")
        found[f"{width}, low-vision version"] = tab.evaluate(OVERFLOW)
        tab.evaluate("document.documentElement.dataset.view = ''")
    assert {look: told for look, told in found.items() if told} == {}


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_by_keyboard_the_content_is_near_and_the_focus_is_always_seen(tab: Page, site_url: str, kind: str) -> None:
    tab.emulate_media(reduced_motion="reduce")  # else the page is still gliding there while we look
    visit(tab, site_url + PAGE_TYPES[kind])
    tab.evaluate("document.querySelectorAll('.sources details').forEach((item) => { item.open = false })")
    stops = []
    for _ in range(140):
        tab.keyboard.press("Tab")
        stops.append(tab.evaluate(FOCUS))
        if stops[-1]["where"] != "main" and any(stop["where"] == "main" for stop in stops):
            break
    before = next((number for number, stop in enumerate(stops) if stop["where"] == "main"), len(stops) - 1)
    assert 'class="skip"' in stops[0]["html"]
    assert "<summary>" in stops[1]["html"]
    assert before <= 15
    assert [stop["html"] for stop in stops if stop["where"] != "nowhere" and not (stop["marked"] and stop["shown"])] == []
    if PAGE_TYPES[kind].count("/") == 2 and not PAGE_TYPES[kind].startswith(("years/", "reports/")):
        # Numbers of sources and the list of the page's own parts are not what a reader has to pass, but the means to find and to check.
        assert len([stop for stop in stops if stop["where"] == "main" and stop["counted"]]) <= 40


# The low-vision version

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
