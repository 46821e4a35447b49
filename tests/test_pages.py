"""What pages say and keep silent about."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.outputs.addresses import address, relative
from site_plugins.outputs.globe import distance, great_circle, project
from site_plugins.outputs.map_land import CENTRE, SCALE
from site_plugins.outputs.pages.accessibility import make_accessibility
from site_plugins.outputs.pages.lists import make_lists
from site_plugins.outputs.pages.records import make_record_page
from site_plugins.reading.accessibility import format_accessibility
from site_plugins.reading.folder import read_folder
from site_plugins.records.base import Point
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.references import references
from site_plugins.records.source import Source
from site_plugins.today import today
from tests.conftest import ROOT

CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
DISPUTED = [entry for entry, city in CATALOG.typed_entries(City) if city.disputed]
COUNTRY_WORDS = re.compile("Украин|Ukrain|Росси[йяи]|Russia|аннекс|annex|оккуп|occup|ЛНР|Крым|Crimea|Luhansk|Луганск", re.IGNORECASE)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("entry", DISPUTED, ids=lambda entry: entry.record.id)
def test_the_card_of_a_disputed_place_names_no_state(entry, language: str) -> None:
    body = make_record_page(CATALOG, language, entry).body
    card = body[body.index('<dl class="card">') : body.index("</dl>")]
    without_list = re.sub(r"Российск\w+ групп\w+|Russian group", "", re.sub(r"<[^>]+>", " ", card))
    assert not COUNTRY_WORDS.search(without_list)
    assert "/countries/" not in body


def test_a_disputed_place_stands_on_no_country_page_and_in_no_count_of_countries(site: Path) -> None:
    for page in site.glob("countries/*/index.html"):
        for entry in DISPUTED:
            assert f"cities/{entry.record.id}/" not in page.read_text("utf-8")
    assert "UA" not in counts.countries(CATALOG)


def test_the_map_and_its_picture_show_exactly_the_cities_with_coordinates(site: Path) -> None:
    known = {city.id for city in CATALOG.all(City) if city.point}
    places = json.loads(next((site / "map").glob("places.ru.*.json")).read_text("utf-8"))
    page = (site / "map" / "index.html").read_text("utf-8")
    picture = page[page.index('<svg class="map-picture"') : page.index("Омск</text>")]
    assert {place["id"] for place in places} == known
    assert set(re.findall(r'href="\.\./cities/([a-z-]+)/"', picture)) == known
    assert set(re.findall(r'data-place="([a-z-]+)"', page)) == known


def test_the_script_of_the_map_holds_no_data(site: Path) -> None:
    script = next((site / "map").glob("twin-cities.ru.*.js")).read_text("utf-8")
    for city in CATALOG.all(City):
        assert city.name.ru not in script


def test_rays_of_the_picture_tell_true_distances() -> None:
    omsk = CATALOG.site.point
    for city in CATALOG.all(City):
        assert city.point is not None
        x, y = project(city.point.latitude, city.point.longitude, omsk, CENTRE, SCALE)
        drawn = ((x - CENTRE[0]) ** 2 + (y - CENTRE[1]) ** 2) ** 0.5 / SCALE
        assert drawn == pytest.approx(distance(omsk, city.point), rel=1e-6)


def test_a_great_circle_begins_and_ends_at_its_cities() -> None:
    start = Point(latitude=54.9924, longitude=73.3686, sources=["x"])
    end = Point(latitude=34.7986, longitude=114.3074, sources=["x"])
    line = great_circle(start, end)
    assert line[0] == [54.99, 73.37]
    assert line[-1] == [34.8, 114.31]


def test_from_a_place_to_itself_the_way_is_the_place() -> None:
    omsk = CATALOG.site.point
    assert great_circle(omsk, omsk) == [[round(omsk.latitude, 2), round(omsk.longitude, 2)]] * 2
    assert distance(omsk, omsk) == 0


def test_distance_agrees_with_a_known_one() -> None:
    moscow = Point(latitude=55.7558, longitude=37.6173, sources=["x"])
    london = Point(latitude=51.5074, longitude=-0.1278, sources=["x"])
    assert distance(moscow, london) == pytest.approx(2500, abs=10)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_reference_between_records_is_a_link_both_ways(site: Path, language: str) -> None:
    prefix = "" if language == "ru" else "en/"
    missing = []
    for entry in CATALOG.entries:
        record = entry.record
        if isinstance(record, Source):
            continue
        for reference in references(record):
            if reference.folder == "sources":
                continue
            other = CATALOG.by_folder[reference.folder][reference.id].record
            for here, there in ((record, other), (other, record)):
                page = (site / prefix / address(here) / "index.html").read_text("utf-8")
                if f'href="{relative(address(here), address(there))}"' not in page:
                    missing.append(f"{address(here)} -> {address(there)}")
    assert sorted(set(missing)) == []


@pytest.mark.parametrize(("status", "shown"), [("announced", True), ("planned", True), ("held", False)])
def test_an_announced_event_whose_day_has_passed_is_marked_as_unconfirmed(status: str, shown: bool) -> None:
    entry = next(entry for entry, event in CATALOG.typed_entries(Event) if event.date.last < CATALOG.today)
    marked = entry.record.model_copy(update={"status": status})
    other = replace(entry, record=marked)
    catalog = Catalog(tuple(other if one is entry else one for one in CATALOG.entries), CATALOG.site, CATALOG.today)
    assert ("анонсировалось, подтверждения нет" in make_record_page(catalog, "ru", other).body) == shown


def test_a_text_without_translation_is_shown_in_russian_and_marked() -> None:
    entry = CATALOG.by_folder["cities"]["kaifeng"]
    summary = entry.record.summary.model_copy(update={"en": None})
    other = replace(entry, record=entry.record.model_copy(update={"summary": summary}))
    catalog = Catalog(tuple(other if one is entry else one for one in CATALOG.entries), CATALOG.site, CATALOG.today)
    body = make_record_page(catalog, "en", other).body
    assert f'<span lang="ru">{summary.ru}</span>' in body
    assert "not translated" in body


def test_the_list_of_cities_tells_the_newest_report_that_counts_the_partners() -> None:
    entry = CATALOG.by_folder["reports"]["2019"]
    counted = entry.record.partners[0].model_copy(update={"value": 41})
    later = [
        replace(entry, record=entry.record.model_copy(update={"id": str(year), "year": year, "partners": partners}))
        for year, partners in ((2024, [counted]), (2025, []))
    ]
    page = next(page for page in make_lists(replace(CATALOG, entries=(*CATALOG.entries, *later)), "en") if page.address == "cities/")
    assert "The city’s report for 2024 counts 41" in page.body
    assert page.body.count("The city’s report for") == 1


def test_only_the_country_of_an_event_abroad_is_named() -> None:
    at_home = CATALOG.get(Event, "flora-2019").places[0]
    assert at_home.country == CATALOG.home_country
    event = CATALOG.by_folder["events"]["flora-2019"]
    abroad = replace(CATALOG, site=CATALOG.site.model_copy(update={"time_zone": "Asia/Shanghai"}))
    assert abroad.home_country == "CN"
    assert "(Russia)" not in make_record_page(CATALOG, "en", event).body
    assert "(Russia)" in make_record_page(abroad, "en", event).body


def test_the_accessibility_statement_tells_the_run_that_its_data_hold() -> None:
    assert CATALOG.tested
    tested = CATALOG.tested.model_copy(update={"pages": 7, "of": 9})
    (page,) = make_accessibility(replace(CATALOG, tested=tested), "en")
    assert "<dd>7 <small>of 9, in both languages</small></dd>" in page.body


def test_without_a_run_on_record_the_accessibility_statement_claims_no_test() -> None:
    (page,) = make_accessibility(replace(CATALOG, tested=None), "en")
    assert "No run of the tests is on record." in page.body
    assert not re.search("was tested against|has been tested|Tested automatically|Violations|axe-core|Long lists", page.body)


def test_a_run_is_recorded_as_it_is_read() -> None:
    assert CATALOG.tested
    assert format_accessibility(CATALOG.tested) == (ROOT / "data" / "accessibility.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("address", "section"),
    [
        ("reports/2019/", "Отчёт 2019"),
        ("routes/", "Промышленный туризм"),
        ("programmes/", "Промышленный туризм"),
        ("programmes/industrial-tourism/", "Промышленный туризм"),
        ("how-to-visit/", "Промышленный туризм"),
        ("cities/kaifeng/", "Города"),
        ("years/2019/", "События"),
        ("map/", "Карта"),
    ],
)
def test_the_bar_marks_the_section_that_a_page_lies_in(site: Path, address: str, section: str) -> None:
    html = (site / address / "index.html").read_text("utf-8")
    assert re.findall(r'<li><a [^>]*aria-current="true">([^<]*)</a></li>', html.partition("<main")[0]) == [section]


def test_the_list_of_programmes_leads_back_to_industrial_tourism(site: Path) -> None:
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', (site / "programmes" / "index.html").read_text("utf-8"), re.DOTALL)
    assert crumbs
    assert re.findall(r"<a [^>]*>([^<]*)</a>", crumbs[0]) == ["Главная", "Промышленный туризм"]


def test_a_source_is_told_in_full_once_a_page_and_again_by_its_title_with_the_first_number(site: Path) -> None:
    page = (site / "en" / "industrial-sites" / "rzd" / "index.html").read_text("utf-8")
    told = re.sub(r"<[^>]+>", "", page[page.index('<section class="sources">') :])
    assert told.count("A tour of the museum of Omsk railway workers.") > 1
    assert (
        told.count("A tour of the museum of Omsk railway workers. See note 1.")
        == told.count("A tour of the museum of Omsk railway workers.") - 1
    )
    for page in site.rglob("index.html"):
        html = page.read_text("utf-8")
        if '<section class="sources">' in html and "reports" not in page.parts:
            notes = re.findall(
                r"<li>(?!<ul>)(.*?)</li>|<li id=\"source-\d+\">(?!<ul>)(.*?)</li>",
                html[html.index('<section class="sources">') :],
                re.DOTALL,
            )
            full = [text for text in (" ".join(found) for found in notes) if "See note" not in text and "См. сноску" not in text]
            assert len(full) == len(set(full)), page


def test_no_card_of_facts_is_empty(site: Path) -> None:
    assert [page for page in site.rglob("index.html") if re.search(r'<dl class="card">\s*</dl>', page.read_text("utf-8"))] == []


def test_a_name_that_two_languages_write_alike_stands_once_under_the_title(site: Path) -> None:
    page = (site / "en" / "cities" / "pavlodar" / "index.html").read_text("utf-8")
    assert re.search(r'class="own-names">(.*?)</p>', page)[1].count("Павлодар") == 1  # type: ignore[index]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_cities_of_the_picture_are_passed_in_the_order_of_their_names(site: Path, language: str) -> None:
    page = (site / ("en" if language == "en" else "") / "index.html").read_text("utf-8")
    names = re.findall(r"<title>([^<,]+), [^<]*</title>", page[page.index('<svg class="map-picture"') :])
    assert len(names) > 30
    assert names == sorted(names)


def test_what_the_home_page_lists_as_unconfirmed_is_called_so_once(site: Path) -> None:
    page = (site / "en" / "index.html").read_text("utf-8")
    part = page[page.index('<h2 id="unconfirmed">') : page.index('<h2 id="open">')]
    assert part.casefold().count("announced, not confirmed") == 1
