"""No page grows for ever: what is long has parts, every entry stands on one of them, and what led to the whole goes on leading there."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import Browser

from benchmarks.ours import make_project
from benchmarks.records import write_records
from site_plugins.catalog import Catalog
from site_plugins.outputs import paging
from site_plugins.outputs.map_picture import MOST_MARKERS, spots_of
from site_plugins.outputs.old_addresses import make_old_addresses
from site_plugins.outputs.pages import make_pages
from site_plugins.outputs.paging import numbered
from site_plugins.reading.folder import read_folder
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.source import Source
from site_plugins.today import today
from tests.conftest import ENVIRONMENT, ROOT, serve

LIMITS = {"MOST": 40, "PART": 15, "FEW": 5}
"""A tenth of the real ones, so that few records are many."""
ENTRY = re.compile(r"<(?:li|tr|option|circle class=\"dot\")\b")


def catalog_of(folder: Path, number: int) -> Catalog:
    write_records(folder / "data", number)
    return Catalog.of(read_folder(folder / "data"), today(folder / "data"))


@cache
def made_of(number: int) -> tuple[Catalog, dict[str, str]]:
    """The catalogue of so many invented records, and address -> body of each Russian page under the limits above."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for name, most in LIMITS.items():
            patch.setattr(paging, name, most)
        catalog = catalog_of(Path(folder), number)
        assert {page.address for page in make_pages(catalog, "en")} == {page.address for page in make_pages(catalog, "ru")}
        return catalog, {page.address: page.body for page in make_pages(catalog, "ru")}


def test_a_list_is_one_page_until_it_is_too_long() -> None:
    assert [part.address for part in numbered("cities/", range(40), 40)] == ["cities/"]
    assert [(part.address, len(part.items)) for part in numbered("cities/", range(81), 40)] == [
        ("cities/", 40),
        ("cities/page-2/", 40),
        ("cities/page-3/", 1),
    ]
    assert [part.items for part in numbered("cities/", [], 40)] == [[]]


def test_the_lists_of_today_are_one_page_each() -> None:
    catalog = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
    addresses = {page.address for page in make_pages(catalog, "ru")}
    assert not [address for address in addresses if re.search(r"page-\d|/kinds/|sources/.|^years/\d+/.|^[^/]+/[^/]+/\d{4}/", address)]


def test_with_twice_the_records_no_page_is_longer() -> None:
    bodies = {number: made_of(number)[1].items() for number in (400, 800)}
    most = {number: {address: (len(ENTRY.findall(body)), len(body)) for address, body in made} for number, made in bodies.items()}
    bound = LIMITS["MOST"] + 6 * LIMITS["PART"]  # and beside the list the years, the countries, the choices of a filter
    told = {address: size for address, size in most[800].items() if not address.startswith("open-data/")}  # which list the schema
    heavy = {address: size for address, size in told.items() if size[0] > bound or size[1] > 70_000}
    assert heavy == {}
    grown = {address for address, size in most[800].items() if size[1] > 1.5 * max(most[400].get(address, (0, 30_000))[1], 20_000)}
    assert grown == set()


def linked(bodies: dict[str, str], pattern: str, folder: str) -> set[str]:
    """The ids that the pages of these addresses link to."""
    found = [body for address, body in bodies.items() if re.fullmatch(pattern, address)]
    assert len(found) > 1
    return set(re.findall(rf'href="(?:\.\./)*{folder}([^/"]+)/"', " ".join(found)))


def test_every_record_stands_in_a_part_of_its_list() -> None:
    catalog, made = made_of(800)
    assert linked(made, r"organisations/(kinds/.*)?", "(?:organisations/)?") >= {item.id for item in catalog.all(Organisation)}
    assert linked(made, r"industrial-sites/(page-\d+/)?", "(?:industrial-sites/)?") >= {item.id for item in catalog.all(IndustrialSite)}
    assert linked(made, r"years/\d+/(.*/)?", "events/") >= {item.id for item in catalog.all(Event)}
    sources = " ".join(body for address, body in made.items() if address.startswith("sources/"))
    assert set(re.findall(r'<li id="([^"]+)"', sources)) == {item.id for item in catalog.all(Source)}


def test_a_city_of_very_many_events_tells_the_last_and_leads_to_a_page_of_each_year() -> None:
    catalog, made = made_of(800)
    city = max(catalog.all(City), key=lambda city: len(catalog.referring(city, Event)))
    events = catalog.in_time_order(catalog.referring(city, Event))
    body = made[f"cities/{city.id}/"]
    assert f'href="../../events/{events[-1].id}/"' in body
    assert f'href="../../events/{events[0].id}/"' not in body
    for event in events:
        assert f'href="{event.date.year}/"' in body
    by_year = " ".join(body for address, body in made.items() if re.fullmatch(rf"cities/{city.id}/\d+/(page-\d+/)?", address))
    assert all(f"/events/{event.id}/" in by_year for event in events)


def test_more_cities_than_the_picture_has_room_for_share_markers(tmp_path: Path) -> None:
    write_records(tmp_path / "data", 8000)
    for folder in ("events", "organisations", "industrial_sites", "routes", "programmes", "reports"):
        for path in (tmp_path / "data" / folder).iterdir():
            path.unlink()
    catalog = Catalog.of(read_folder(tmp_path / "data"), today(tmp_path / "data"))
    spots = spots_of(catalog)
    assert len(catalog.all(City)) == 160
    assert len(spots) < MOST_MARKERS
    assert sorted(city.id for spot in spots for city in spot.cities) == sorted(city.id for city in catalog.all(City))


def test_a_part_that_a_list_lost_leads_to_the_list(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, 100)
    lists = ["/organisations/kinds/company/page-2/", "/en/sources/of-2019/", "/industrial-sites/page-2/"]
    gone = [*lists, "/years/2005/visit/", "/cities/citi-1/2005/"]
    others = ["/reports/1999/", "/years/1999/", "/cities/atlantis/2005/"]
    before = replace(catalog, published=dict.fromkeys([*gone, *others], 1))
    pages = [page for language in ("ru", "en") for page in make_pages(before, language)]
    made = {f"/{old.path.removesuffix('index.html')}": str(old.content) for old in make_old_addresses(before, pages, [])}
    assert sorted(made) == sorted(gone)
    assert 'href="../../../"' in made["/organisations/kinds/company/page-2/"]
    assert 'href="../"' in made["/en/sources/of-2019/"]


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with long lists, served."""
    folder = tmp_path_factory.mktemp("long")
    make_project(folder, 800)
    limits = "; ".join(f"paging.{name} = {most}" for name, most in LIMITS.items())
    first = f"from site_plugins.outputs import paging; {limits}; from mkdocs.__main__ import cli; cli()"
    command = [sys.executable, "-c", first, "build", "--strict", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")]
    built = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    yield from serve(folder / "site")


def test_a_filter_finds_what_stands_on_other_pages(browser: Browser, long_site: str) -> None:
    page = browser.new_page()
    page.goto(f"{long_site}events/?city=citi-1&category=visit")
    page.wait_for_function("document.querySelector('.filters__count').textContent.startsWith('Показано')")
    told = page.locator(".filters__count")
    shown = page.locator("[data-item]:visible")
    assert shown.count() > 0
    assert told.inner_text() == f"Показано: {shown.count()} из {page.locator('[data-item]').count()}"
    assert page.locator("[data-item]:visible:not([data-category=visit])").count() == 0
    dates = shown.locator("time").evaluate_all("items => items.map((item) => item.dateTime)")
    assert dates == sorted(dates, reverse=True)
    shown.last.locator("a").first.click()
    assert page.locator("h1").inner_text().startswith("Встреча")
    page.close()


def test_a_filter_of_a_year_fetches_that_year_alone(browser: Browser, long_site: str) -> None:
    page = browser.new_page()
    page.goto(f"{long_site}events/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(long_site)))
    page.select_option("select[name=year]", "2006")
    page.wait_for_selector("[data-item][data-year='2006']:visible")
    assert {path.split("/")[1] for path in fetched if path.startswith("years/")} == {"2006"}
    page.close()


def test_a_list_whose_rest_cannot_be_fetched_says_so(browser: Browser, long_site: str) -> None:
    page = browser.new_page()
    page.route("**/years/**", lambda route: route.abort())
    page.goto(f"{long_site}events/?category=visit")
    page.wait_for_function("document.querySelector('.filters__count').textContent.includes('не удалось')")
    page.close()


def test_who_comes_sorts_the_places_of_every_page(browser: Browser, long_site: str) -> None:
    page = browser.new_page()
    page.goto(f"{long_site}industrial-sites/")
    first = page.locator("[data-item]").count()
    page.select_option("select[name=who]", "pupils")
    page.wait_for_function(f"document.querySelectorAll('[data-item]').length > {first}")
    wrong = "items => items.filter((item) => item.dataset.pupils !== item.closest('[data-answer]')?.dataset.answer).length"
    assert page.locator("[data-item]").evaluate_all(wrong) == 0
    page.close()


def test_a_source_is_found_at_its_anchor_on_the_page_that_has_them_all_no_more(browser: Browser, long_site: str) -> None:
    page = browser.new_page()
    page.goto(f"{long_site}sources/#sour-7")
    page.wait_for_url(re.compile(r"/sources/of-\d+/#sour-7$"))
    assert page.locator("#sour-7").is_visible()
    page.close()
