"""What a page costs a reader on a slow phone, as far as it is no matter of timing: bytes, requests, what blocks, what jumps."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.test_browser import PAGE_TYPES

MOST_BYTES = 150_000
"""Of a first visit, text with gzip, fonts included."""
MOST_REQUESTS = 14
TEXTS = (".html", ".css", ".js", ".json", ".svg")
LONG = {"map": 330_000, "sources": 260_000, "report": 260_000, "search": 260_000}
"""Pages that may weigh more, and how much."""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, service_workers="block")
    yield context
    context.close()


def weight(path: Path) -> int:
    content = path.read_bytes()
    return len(gzip.compress(content, 6, mtime=0)) if path.suffix in TEXTS else len(content)


def first_visit(phone: BrowserContext, site: Path, site_url: str, address: str) -> dict[str, int]:
    """Every file that a page asks for, with what it weighs on its way."""
    page = phone.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + address, wait_until="networkidle")
    page.close()
    paths = [url.removeprefix(site_url).split("?")[0] for url in asked if url.startswith(site_url)]
    return {path: weight(site / (f"{path}index.html" if path.endswith("/") or not path else path)) for path in paths}


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
@pytest.mark.parametrize("kind", [kind for kind in PAGE_TYPES if kind != "missing"])
def test_a_first_visit_is_light(phone: BrowserContext, site: Path, site_url: str, kind: str, language: str) -> None:
    files = first_visit(phone, site, site_url, language + PAGE_TYPES[kind])
    assert len(files) <= MOST_REQUESTS, files
    assert sum(files.values()) <= LONG.get(kind, MOST_BYTES), files


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_but_one_style_and_one_small_script_holds_a_page_back(site: Path, kind: str) -> None:
    path = site / PAGE_TYPES[kind] / "index.html" if kind != "missing" else site / "404.html"
    text = path.read_text("utf-8")
    head, _, body = text.partition("</head>")
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', head)
    scripts = re.findall(r'<script src="([^"]+)"', text)
    assert [re.sub(r".*/|\.[0-9a-f]{8}", "", style) for style in styles] == ["site.css"]
    assert '<link rel="stylesheet"' not in body.partition("</footer>")[0], "a style holds back what stands below it"
    assert [re.sub(r".*/|\.[0-9a-f]{8}", "", script) for script in scripts] == ["scheme.js"]
    held = [site / re.sub(r"^(?:\.\./)+|^/", "", file) for file in [*styles, *scripts]]
    assert sum(map(weight, held)) < 25_000


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => { for (const entry of list.getEntries()) sum += entry.value; };
  new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
  document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 100))));
})"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_jumps_when_the_scripts_arrive(browser: Browser, site_url: str, kind: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.route(re.compile(r"\.woff2$"), lambda route: route.abort())
    page.goto(site_url + PAGE_TYPES[kind])
    if page.locator("[data-places]").count():
        page.wait_for_selector("[data-ready]", state="attached")
    assert page.evaluate(SHIFTS) < 0.01
    page.close()


WIDTHS = """async ([weight, text]) => {
  await document.fonts.load(`${weight} 100px "Golos Text"`, text);
  await document.fonts.load(`${weight} 100px "Golos Fallback"`, text);
  const canvas = document.createElement("canvas").getContext("2d");
  const width = (family) => { canvas.font = `${weight} 100px ${family}`; return canvas.measureText(text).width; };
  return width('"Golos Text"') / width('"Golos Fallback"');
}"""


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
@pytest.mark.parametrize("weight", [400, 700])
def test_the_fallback_is_as_wide_as_the_typeface_so_that_nothing_jumps_when_it_arrives(
    browser: Browser, site_url: str, language: str, weight: int
) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}{language}about/")
    assert page.evaluate(WIDTHS, [weight, page.inner_text("main")]) == pytest.approx(1, abs=0.02)
    page.close()
