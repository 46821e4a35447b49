"""The map of the city: drawn once three sites are located, no finer than their hosts publish, the same places as in the list."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_plugins.catalog import Catalog
from site_plugins.outputs.industrial_map import make_industrial_map_files
from site_plugins.outputs.industrial_scheme import located, make_picture, rings_of, spots
from site_plugins.outputs.pages.industrial import make_industrial_pages
from site_plugins.outputs.templating import View
from site_plugins.reading.folder import read_folder
from site_plugins.records.base import Point
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.today import today
from tests.conftest import ROOT, build, serve

REAL = read_folder(ROOT / "data")
INVENTED = {
    "omsky-kauchuk": (55.06, 73.24, "building"),
    "omsktransmash": (54.968, 73.41, "street"),
    "poliom": (55.075, 73.26, "settlement"),
    "steklodyvy": (54.988, 73.365, "building"),
    "shki": (54.9882, 73.3655, "building"),
}
"""Points that nobody published, for the tests alone. The last two are some 40 metres apart."""


def catalog(names: list[str]) -> Catalog:
    """The real records, with invented points for the sites named and none for the others."""
    assert REAL.site is not None
    entries = []
    for entry in REAL.entries:
        record = entry.record
        if isinstance(record, IndustrialSite):
            point = None
            if record.id in names:
                latitude, longitude, precision = INVENTED[record.id]
                point = Point(latitude=latitude, longitude=longitude, precision=precision, sources=["geonames"])
            record = record.model_copy(update={"location": record.location.model_copy(update={"point": point})})
        entries.append(replace(entry, record=record))
    return Catalog(tuple(entries), REAL.site, today(ROOT / "data"))


def body(names: list[str], language: str = "ru") -> str:
    pages = {page.address: page.body for page in make_industrial_pages(catalog(names), language)}
    return pages.get("industrial-map/", "")


@pytest.mark.parametrize("number", [0, 1, 2])
def test_two_points_make_no_map_and_no_file_of_one(number: int) -> None:
    names = list(INVENTED)[:number]
    assert body(names) == ""
    assert list(make_industrial_map_files(catalog(names), "ru")) == []


def test_the_real_records_have_a_map_exactly_if_three_sites_are_located(site: Path) -> None:
    assert REAL.site is not None
    real = Catalog(tuple(REAL.entries), REAL.site, today(ROOT / "data"))
    there = sum(item.location.point is not None for item in real.all(IndustrialSite)) >= 3
    assert (site / "industrial-map" / "index.html").exists() == there
    assert ("industrial-map/" in (site / "industrial-sites" / "index.html").read_text("utf-8")) == there


def test_the_list_the_picture_and_the_interactive_map_show_the_same_places() -> None:
    names = sorted(INVENTED)
    page = body(names)
    assert sorted(re.findall(r'data-place="([^"]+)"', page)) == names
    files = {file.path: file.content for file in make_industrial_map_files(catalog(names), "ru")}
    places = json.loads(next(content for path, content in files.items() if path.startswith("industrial-map/places.ru.")))
    assert sorted(one["id"] for place in places for one in (place, *place["others"])) == names
    said = " ".join(re.findall(r"<title>([^<]+)</title>", page[page.index("<svg") : page.index("</svg>")]))
    view = View(catalog(names), "ru", "")
    assert all(view.name(item) in said for item in located(view))


def test_the_script_of_the_map_holds_no_name_and_no_place() -> None:
    script = next(str(file.content) for file in make_industrial_map_files(catalog(list(INVENTED)), "ru") if file.path.endswith(".js"))
    assert "fillMap(" in script
    assert not any(word in script for word in ("каучук", "Полиом", "55.06", "73.24"))


def test_how_exactly_a_place_is_known_is_drawn_and_said_in_words() -> None:
    page = body(list(INVENTED))
    assert [page.count(f'class="place place--{name}"') for name in ("building", "street", "settlement")] == [2, 1, 1]
    assert [page.count(f"<small>с точностью до {name}") for name in ("дома", "улицы", "района")] == [3, 1, 1]
    assert [f"precision--{name}" in body(["omsky-kauchuk", "steklodyvy", "shki"]) for name in ("building", "street")] == [True, False]


def test_places_too_close_to_be_told_apart_share_one_marker_that_names_them_all() -> None:
    view = View(catalog(list(INVENTED)), "ru", "industrial-map/")
    shared = [spot for spot in spots(view, located(view)) if len(spot.sites) > 1]
    assert [{item.id for item in spot.sites} for spot in shared] == [{"steklodyvy", "shki"}]
    numbers = [number for spot in spots(view, located(view)) for number in spot.numbers]
    assert sorted(numbers) == [1, 2, 3, 4, 5]


def test_places_known_less_exactly_never_share_a_marker_with_those_known_to_the_building() -> None:
    found = catalog(list(INVENTED))
    near = found.get(IndustrialSite, "shki")
    assert near.location.point is not None
    coarse = near.location.point.model_copy(update={"precision": "settlement"})
    moved = near.model_copy(update={"location": near.location.model_copy(update={"point": coarse})})
    view = View(found, "ru", "industrial-map/")
    sites = [moved if item.id == "shki" else item for item in located(view)]
    assert all(len(spot.sites) == 1 for spot in spots(view, sites))


def test_the_rings_hold_every_place_and_the_picture_keeps_within_its_frame() -> None:
    view = View(catalog(list(INVENTED)), "ru", "industrial-map/")
    sites = located(view)
    assert rings_of(view.catalog.site.point, sites) == [5, 10, 20]
    places = re.findall(r'<circle class="dot" cx="([\d.-]+)" cy="([\d.-]+)"', make_picture(view, sites))
    assert len(places) == 4
    assert all(20 < float(x) < 940 and 20 < float(y) < 580 for x, y in places)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of a copy of the data, in which five hosts publish invented points of their own."""
    folder = tmp_path_factory.mktemp("located")
    for part in ("data", "docs"):
        shutil.copytree(ROOT / part, folder / part)
    records = {entry.record.id: entry.record for entry in REAL.entries if entry.record.folder == "organisations"}
    real = {entry.record.id: entry.record for entry in REAL.entries if isinstance(entry.record, IndustrialSite)}
    for name, (latitude, longitude, precision) in INVENTED.items():
        host = json.dumps(records[real[name].operator].label().ru, ensure_ascii=False)
        source = f"title: {{ru: Контакты, en: Contacts}}\npublisher: {{ru: {host}, en: A host}}\nkind: company\naccess: document\n"
        (folder / "data" / "sources" / f"host-{name}.yml").write_text(source, "utf-8")
        point = f"  point: {{latitude: {latitude}, longitude: {longitude}, precision: {precision}, sources: [host-{name}]}}\n"
        file = folder / "data" / "industrial_sites" / f"{name}.yml"
        text = file.read_text("utf-8")
        file.write_text(text.replace("\nlocation:\n", f"\nlocation:\n{point}"), "utf-8")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\ndocs_dir: {folder}/docs\nextra: {{data: {folder}/data}}\nwatch: []\n"
        f"theme: {{name: material, custom_dir: {ROOT}/theme}}\n"
        f"hooks: [{ROOT}/hooks/catalog.py, {ROOT}/hooks/pages.py, {ROOT}/hooks/frame.py]\n"
    )
    result = build(folder / "site", "--config-file", str(folder / "mkdocs.yml"))
    assert result.returncode == 0, result.stderr
    yield from serve(folder / "site")


@pytest.mark.parametrize(("language", "width"), [("", 1280), ("en/", 390)])
def test_every_marker_opens_by_keyboard_and_a_shared_one_leads_to_each_of_its_places(
    browser: Browser, url: str, language: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{url}{language}industrial-map/")
    page.wait_for_selector(".map[data-ready]")
    shown = page.eval_on_selector_all(".pin[data-place]", "(pins) => pins.flatMap((pin) => pin.dataset.place.split(' '))")
    listed = page.eval_on_selector_all("li[data-place]", "(items) => items.map((item) => item.dataset.place)")
    assert sorted(shown) == sorted(listed) == sorted(INVENTED)
    pins = [box for pin in page.locator(".pin[data-place]").all() if (box := pin.bounding_box())]
    assert all(pin["width"] >= 24 and pin["height"] >= 24 for pin in pins)
    for pin in page.locator(".pin[data-place]").all():
        pin.focus()
        page.keyboard.press("Enter")
        hrefs = page.locator(".leaflet-popup-content a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
        assert [href.strip("/").split("/")[-1] for href in hrefs] == pin.get_attribute("data-place").split(" ")
        page.keyboard.press("Escape")
        page.wait_for_selector(".leaflet-popup-content", state="detached")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_of_the_city_shuts_nobody_out(browser: Browser, url: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"{url}industrial-map/")
    page.wait_for_selector(".map[data-ready]")
    page.evaluate((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
    assert page.evaluate("axe.run().then((result) => result.violations.map((found) => found.id))") == []
    page.close()


def test_without_javascript_a_picture_leads_to_every_place(browser: Browser, url: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{url}industrial-map/")
    assert page.locator(".map-picture a:visible").count() == 4
    assert page.locator("li[data-place] a:visible").count() >= len(INVENTED)
    assert page.locator(".folium-map:visible").count() == 0
    page.goto(f"{url}industrial-sites/poliom/")
    assert page.locator(".card a[href='../../industrial-map/']").inner_text() == "на карте"
    page.context.close()
