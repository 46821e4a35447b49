"""schema.org in pages: every type and property is in its vocabulary and in its place, and says what the page says."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from rdflib import Graph, URIRef

from site_plugins.catalog import Catalog
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.pages import make_pages
from site_plugins.outputs.structured import describe
from site_plugins.reading.folder import read_folder
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.today import today
from tests.conftest import ROOT

CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
ADDRESSED = replace(CATALOG, site=CATALOG.site.model_copy(update={"url": "https://example.org/omsk"}))
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def said(page: Path) -> list[dict[str, Any]]:
    """The JSON-LD of a built page."""
    return [json.loads(item) for item in SCRIPT.findall(page.read_text("utf-8"))]


@pytest.fixture(scope="module")
def things(site: Path) -> dict[str, list[dict[str, Any]]]:
    """Every page of the built site -> what it says."""
    return {path.parent.relative_to(site).as_posix() + "/": said(path) for path in sorted(site.rglob("index.html"))}


def types(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from [value["@type"]] if "@type" in value else []
        for inner in value.values():
            yield from types(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from types(inner)


def shape(value: Any) -> Any:
    """A thing without its texts and numbers: what its types are about. Terms of the vocabulary stay, of a list one of each shape."""
    if isinstance(value, dict):
        return {key: inner if key in ("@type", "@context") else shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return list({json.dumps(shape(inner)): shape(inner) for inner in value}.values())
    if isinstance(value, str):
        return value if value.startswith("https://schema.org/") else "text"
    return value if isinstance(value, bool) else 0


def compile_things(things: list[dict[str, Any]], folder: Path) -> str:
    """What TypeScript says of things as values of schema-dts, the schema.org vocabulary as types: nothing, if all is well."""
    told = {json.dumps(shape(thing)): shape(thing) for thing in things}.values()
    lines = ['import type { SearchAction, Thing, WebSite, WithActionConstraints, WithContext } from "schema-dts";']
    lines.append("type Site = WithContext<Exclude<WebSite, string>> & { potentialAction?: WithActionConstraints<SearchAction> };")
    for number, thing in enumerate(told):
        lines.append(f"export const t{number}: {'Site' if thing['@type'] == 'WebSite' else 'WithContext<Thing>'} = {json.dumps(thing)};")
    (folder / "things.ts").write_text("\n".join(lines), "utf-8")
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
    command = [node, "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "things.ts"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return result.stdout + result.stderr


def test_everything_pages_say_is_in_the_vocabulary_and_in_its_place(things: dict[str, list[dict[str, Any]]], tmp_path: Path) -> None:
    told = [thing for page in things.values() for thing in page]
    expected = {"City", "Event", "SportsEvent", "TouristAttraction", "Organization", "TouristTrip", "WebSite", "BreadcrumbList"}
    assert expected | {"Dataset", "DataCatalog"} <= set(types(told))
    assert compile_things(told, tmp_path) == ""


def test_with_an_address_it_is_in_the_vocabulary_too_and_says_how_to_search(tmp_path: Path) -> None:
    pages = [page for language in ("ru", "en") for page in make_pages(ADDRESSED, language)]
    told = [thing for page in pages for thing in describe(ADDRESSED, page)]
    assert compile_things(told, tmp_path) == ""
    homes = [thing for thing in told if thing["@type"] == "WebSite"]
    assert [home["potentialAction"]["target"]["urlTemplate"] for home in homes] == [
        "https://example.org/omsk/search/?q={search_term_string}",
        "https://example.org/omsk/en/search/?q={search_term_string}",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "City", "startDate": "2019-01-01"},
        {"@type": "Event", "location": {"@type": "Place", "latitud": 3}},
        {"@type": "Citty", "name": "x"},
        {"@type": "Event", "eventStatus": "EventHeld"},
        {"@type": "Dataset", "distribution": {"@type": "GeoCoordinates"}},
    ],
)
def test_the_judge_refuses_what_schema_org_has_not(wrong: dict[str, Any], tmp_path: Path) -> None:
    assert "things.ts(3" in compile_things([{"@context": "https://schema.org", **wrong}], tmp_path)


def test_every_record_page_of_these_types_says_what_it_is(things: dict[str, list[dict[str, Any]]]) -> None:
    for language, field in (("ru", "ru"), ("en", "en")):
        for record in [*CATALOG.all(City), *CATALOG.all(Event), *CATALOG.all(IndustrialSite)]:
            thing = things[prefix(language) + address(record)][0]
            assert thing["name"] == getattr(record.label(), field)
            assert thing["mainEntityOfPage"] == "./"


def test_an_event_says_a_day_only_where_the_day_is_known(things: dict[str, list[dict[str, Any]]]) -> None:
    days = 0
    for event in CATALOG.all(Event):
        thing = things[address(event)][0]
        known = event.date.start.precision == "day" and not event.date.text.endswith(("?", "~", "%"))
        assert ("startDate" in thing) == known, event.id
        if known:
            first, last = thing["startDate"], thing.get("endDate", thing["startDate"])
            assert (first, last) == (event.date.first.isoformat(), event.date.last.isoformat())
            days += 1
        if event.status == "announced":
            assert "eventStatus" not in thing
    assert 0 < days < len(CATALOG.all(Event))


def test_a_cancelled_event_says_so() -> None:
    event = CATALOG.all(Event)[0].model_copy(update={"status": "cancelled"})
    entries = tuple(replace(e, record=event) if e.record.id == event.id and e.record.folder == "events" else e for e in CATALOG.entries)
    catalog = replace(CATALOG, entries=entries)
    (page,) = (page for page in make_pages(catalog, "ru") if page.address == address(event))
    assert describe(catalog, page)[0]["eventStatus"] == "https://schema.org/EventCancelled"


def test_nothing_says_which_state_a_disputed_place_belongs_to(things: dict[str, list[dict[str, Any]]]) -> None:
    disputed = [city for city in CATALOG.all(City) if city.disputed]
    assert disputed
    for city in disputed:
        for language in ("ru", "en"):
            thing = things[prefix(language) + address(city)][0]
            assert not {"address", "sameAs", "containedInPlace"} & thing.keys()
    for page in things.values():
        for thing in page:
            for place in [place for place in thing.get("location", []) if place["name"] in {city.name.ru for city in disputed}]:
                assert "address" not in place


def test_breadcrumbs_are_those_that_the_page_shows_and_lead_where_it_leads(site: Path, things: dict[str, list[dict[str, Any]]]) -> None:
    shown = 0
    for path, told in things.items():
        html = (site / path / "index.html").read_text("utf-8")
        crumbs = re.search(r'<nav class="crumbs".*?</nav>', html, re.DOTALL)
        lists = [thing for thing in told if thing["@type"] == "BreadcrumbList"]
        assert len(lists) == bool(crumbs), path
        for found in lists:
            steps = re.findall(r'<li><a href="([^"]*)">(.*?)</a>', crumbs[0])
            items = found["itemListElement"]
            assert [(item["item"], item["name"]) for item in items[:-1]] == [(href, unescape(name)) for href, name in steps]
            assert [item["position"] for item in items] == list(range(1, len(steps) + 2))
            shown += 1
    assert shown > 300


def test_linked_data_tools_find_where_a_city_is(site: Path) -> None:
    (city,) = (thing for thing in said(site / "cities" / "kaifeng" / "index.html") if thing["@type"] == "City")
    city["@context"] = {"@vocab": "https://schema.org/"}
    graph = Graph().parse(data=json.dumps(city), format="json-ld", publicID=urljoin("https://example.org/", "cities/kaifeng/"))
    (geo,) = graph.objects(None, URIRef("https://schema.org/geo"))
    assert float(graph.value(geo, URIRef("https://schema.org/latitude"))) == CATALOG.get(City, "kaifeng").point.latitude
