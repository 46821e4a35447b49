"""What a page weighs over the wire with gzip, everything that it asks for included; and the fonts hold all that is written."""

import gzip
import re
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser
from rcssmin import cssmin

from site_plugins.mkdocs_site.assets import LEAFLET
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.fonts import WEIGHTS, font_parts, others
from site_plugins.mkdocs_site.materials import OWN, SUBSETS, font_files

FACE = re.compile(r"url\(([^)]*)\) format\('woff2'\);unicode-range:([^}]*)}")
RULES = """(style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/([,:]) /g, "$1"));  // variables and conditions keep their blanks
}"""
RECORDS = ("cities/*", "events/*", "industrial-sites/*", "organisations/*", "routes/*", "programmes/*")


def wire(path: Path) -> int:
    """Bytes with gzip, but of fonts, which are compressed already."""
    return path.stat().st_size if path.suffix == ".woff2" else len(gzip.compress(path.read_bytes(), 6, mtime=0))


def letters(html: str) -> set[int]:
    return {ord(letter) for letter in unescape(re.sub(r"(?s)<script.*?</script>|<[^>]+>", " ", html))}


def covers(ranges: str, written: set[int]) -> bool:
    spans = [part.strip().removeprefix("U+").partition("-") for part in ranges.split(",")]
    return any(int(first, 16) <= letter <= int(last or first, 16) for first, _, last in spans for letter in written)


def asked_for(page: Path) -> dict[str, set[Path]]:
    """Kind -> files that a browser loads for a page: those that hold up the first paint, and the others."""
    html = page.read_text("utf-8")
    head, _, body = html.partition("</head>")
    sheet = r'<link rel="stylesheet" href="([^"]+)"'
    blocking = {(page.parent / name).resolve() for name in re.findall(sheet, head) + re.findall(r'<script src="([^"]+)"', html)}
    later = re.findall(sheet, body) + re.findall(r'<script defer src="([^"]+)"', html) + re.findall(r'data-(?:land|places)="([^"]+)"', html)
    fonts = {
        (style.parent / name).resolve()
        for style in blocking
        if style.suffix == ".css"
        for name, ranges in FACE.findall(style.read_text("utf-8"))
        if covers(ranges, letters(html))
    }
    return {"blocking": blocking, "later": {(page.parent / name).resolve() for name in later}, "fonts": fonts}


def first_visit(page: Path) -> int:
    return wire(page) + sum(wire(file) for files in asked_for(page).values() for file in files)


def record_pages(site: Path) -> list[Path]:
    return [path / "index.html" for start in ("", "en/") for kind in RECORDS for path in sorted(site.glob(start + kind)) if path.is_dir()]


def test_a_record_page_is_light_on_the_first_visit_and_on_the_next_page(site: Path) -> None:
    heavy = {page: (first_visit(page), wire(page)) for page in record_pages(site)}
    assert len(heavy) > 400
    assert {page: size for page, size in heavy.items() if size[0] > 60_000 or size[1] > 15_000} == {}


def test_the_map_with_its_land_and_places_is_light(site: Path) -> None:
    assert first_visit(site / "map" / "index.html") < 150_000


def test_little_holds_up_the_first_paint(site: Path) -> None:
    lists = [site / start / name / "index.html" for start in ("", "en") for name in ("", "events", "cities", "map", "industrial-sites")]
    pages = [*lists, *record_pages(site)]
    slow = {page: wire(page) + sum(map(wire, asked_for(page)["blocking"])) for page in pages}
    assert {page: size for page, size in slow.items() if size > 30_000} == {}


def test_the_typeface_is_light(site: Path) -> None:
    for language, most in (("", 25_000), ("en", 15_000)):
        page = site / language / "about" / "index.html"
        asked = re.findall(r'<link rel="preload" href="([^"]+)" as="font"', page.read_text("utf-8"))
        assert sum(wire((page.parent / name).resolve()) for name in asked) <= most


@pytest.mark.parametrize("address", ["cities/kaifeng", "map", "industrial-sites", "search"])
def test_what_a_browser_may_keep_for_ever_is_named_after_its_content(site: Path, address: str) -> None:
    for files in asked_for(site / address / "index.html").values():
        assert all(re.search(r"\.[0-9a-f]{8}\.", file.name) for file in files)


@pytest.mark.parametrize(
    ("path", "least"),
    [(OWN / "site.css", 100), (OWN / "map.css", 25), (LEAFLET / "leaflet.css", 100)],
    ids=["ours", "of maps", "Leaflet's"],
)
def test_a_style_without_its_comments_says_to_a_browser_what_it_said_with_them(browser: Browser, path: Path, least: int) -> None:
    page = browser.new_page()
    written, short = (page.evaluate(RULES, style) for style in (path.read_text("utf-8"), cssmin(path.read_text("utf-8"))))
    page.close()
    assert len(written) > least
    assert short == written


def test_the_fonts_hold_every_letter_of_every_page_that_the_typeface_has(site: Path) -> None:
    if not font_files():
        pytest.fail("`make assets` fetches the typeface")
    written = set().union(*(letters(page.read_text("utf-8")) for page in site.rglob("*.html")))
    style = next((site / "assets").glob("site.*.css")).read_text("utf-8")
    written |= {ord(letter) for said in re.findall(r'content: "([^"\\]*)"', style) for letter in said}
    served = {path.name.split(".")[0]: set(TTFont(path).getBestCmap()) for path in (site / "assets").glob("golos-text-*.woff2")}
    assert len(served) % len(WEIGHTS) == 0
    for subset, path in font_files().items():
        in_range = {letter for letter in written if covers(SUBSETS[subset], {letter})}
        for weight in WEIGHTS:
            assert in_range & set(TTFont(path).getBestCmap()) <= served.get(f"golos-text-{subset}-{weight}", set())


def test_a_letter_that_is_written_for_the_first_time_joins_the_font(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert others(["Łódź, «Лодзь» № 1".encode()]) == {"Ł", "ó", "ź"}
    fonts = {(subset, weight): content for subset, weight, content in font_parts(others(["Łódź".encode()]), cache)}
    for weight in WEIGHTS:
        assert ord("Ł") in TTFont(BytesIO(fonts["latin-ext", weight])).getBestCmap()
    assert "latin-ext" not in {subset for subset, _, _ in font_parts(set(), cache)}
