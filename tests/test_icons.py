"""The mark as icons, and the manifest that offers them to telephones."""

import json
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

import pytest
from PIL import Image
from playwright.sync_api import Browser

from site_plugins.mkdocs_site.materials import MARK
from site_plugins.outputs.icons import GROUND, make_icons
from site_plugins.outputs.manifest import BACKGROUND, THEME_COLORS

LANGUAGES = pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])


@LANGUAGES
def test_chromium_finds_no_fault_in_the_manifest_and_keeps_both_languages_within(browser: Browser, site_url: str, language: str) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}{language}cities/")
    told = page.context.new_cdp_session(page).send("Page.getAppManifest")
    page.close()
    assert told["url"] == f"{site_url}{language}manifest.webmanifest"
    assert told["errors"] == []
    assert told["manifest"]["startUrl"] == site_url + language
    assert told["manifest"]["scope"] == site_url
    assert told["manifest"]["id"] == site_url + language, "both languages can be kept side by side"


@LANGUAGES
def test_every_icon_of_the_manifest_is_a_picture_of_the_size_it_says(site: Path, language: str) -> None:
    manifest = json.loads((site / language / "manifest.webmanifest").read_text("utf-8"))
    shown = set()
    for icon in manifest["icons"]:
        path = urljoin(f"http://site/{language}manifest.webmanifest", icon["src"]).removeprefix("http://site/")
        with Image.open(site / path) as image:
            image.load()
            assert (Image.MIME[image.format], f"{image.width}x{image.height}") == (icon["type"], icon["sizes"])
        shown.add((icon["sizes"], icon["purpose"]))
    assert shown == {(f"{size}x{size}", purpose) for size in (192, 512) for purpose in ("any", "maskable")}


def test_what_is_cut_from_a_maskable_icon_is_ground_alone() -> None:
    icon = dict(make_icons(MARK.read_text("utf-8"), lambda _key, make: make()))["icon-maskable-512.png"]
    image = Image.open(BytesIO(icon)).convert("RGB")
    ground = tuple(bytes.fromhex(GROUND.removeprefix("#")))
    outside = [(x, y) for x in range(512) for y in range(512) if (x - 255.5) ** 2 + (y - 255.5) ** 2 > (0.4 * 512) ** 2]
    assert {image.getpixel(point) for point in outside} == {ground}


def test_old_programs_find_an_icon_at_the_root_in_three_sizes(site: Path) -> None:
    with Image.open(site / "favicon.ico") as image:
        assert image.format == "ICO"
        assert sorted(image.info["sizes"]) == [(16, 16), (32, 32), (48, 48)]


def test_the_icon_in_the_tab_is_the_mark_of_the_header(site: Path) -> None:
    mark = MARK.read_text("utf-8").strip()
    (icon,) = (site / "assets").glob("mark.*.svg")
    assert mark in icon.read_text("utf-8")
    assert mark in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_browser_is_painted_in_the_colour_of_the_header(browser: Browser, site_url: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{site_url}about/")
    header = page.evaluate("getComputedStyle(document.querySelector('.site')).backgroundColor")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    offered = page.get_attribute(f'meta[name="theme-color"][media*="{scheme}"]', "content")
    page.close()
    assert offered == THEME_COLORS[scheme]
    assert header == rgb(offered)
    if scheme == "light":
        assert paper == rgb(BACKGROUND)


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*bytes.fromhex(colour.removeprefix("#")))
