"""Open data: every file is valid in its format, and says what the data and the pages say, record by record."""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pandas as pd
import pytest
import yaml
from geojson_pydantic import FeatureCollection
from jsonschema import Draft202012Validator

from site_plugins.catalog import Catalog
from site_plugins.languages.formats import date_words, kilometres, number
from site_plugins.outputs.addresses import address, section
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.globe import distance
from site_plugins.outputs.open_data import make_open_data
from site_plugins.outputs.open_data.layout import FOLDER, record_file, stem
from site_plugins.outputs.open_data.schemas import make_schema
from site_plugins.outputs.open_data.tables import Plan, make_plan
from site_plugins.reading.folder import read_folder
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Point, Record
from site_plugins.records.city import City
from site_plugins.records.edtf import parse_edtf
from site_plugins.records.event import Event
from site_plugins.today import today
from tests.conftest import ROOT

CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
FILES = {file.path.removeprefix(FOLDER): file.content for file in make_open_data(CATALOG)}
ROOT_URL = "http://site/"
of_each_type = pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.folder)


def read(name: str) -> Any:
    return json.loads(FILES[name])


def table(name: str) -> list[dict[str, str]]:
    """The rows of a CSV, read as Python reads a file that may begin with a byte order mark."""
    return list(csv.DictReader(StringIO(FILES[f"{name}.csv"].decode("utf-8-sig"), newline="")))


def leaves(value: Any, *path: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every single value within another, with the way to it."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, *path, key)
    else:
        yield path, value


@of_each_type
def test_every_record_fits_the_schema_of_its_type(record_type: type[Record]) -> None:
    schema = read(f"schemas/{stem(record_type)}.schema.json")
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    documents = read(f"{stem(record_type)}.json")
    documents += [read(record_file(record_type.folder, record.id)) for record in CATALOG.all(record_type)]
    assert len(documents) == 2 * len(CATALOG.all(record_type)) > 0
    assert [f"{document['id']}: {error.message}" for document in documents for error in judge.iter_errors(document)] == []


@of_each_type
def test_the_schema_refuses_what_is_wrong(record_type: type[Record]) -> None:
    judge = Draft202012Validator(read(f"schemas/{stem(record_type)}.schema.json"), format_checker=Draft202012Validator.FORMAT_CHECKER)
    document = read(f"{stem(record_type)}.json")[0]
    assert judge.is_valid(document)
    for wrong in ({"surprise": 1}, {"id": "No id"}, {"aliases": None}, {"revision": {"created": "yesterday"}}):
        assert not judge.is_valid(document | wrong), wrong
    assert not judge.is_valid({key: value for key, value in document.items() if key != "revision"})


def means(written: Any, published: Any) -> bool:
    """Whether a value of a YAML file, where all single values are texts, is what the JSON says."""
    if isinstance(written, dict):
        return all(means(value, published[key]) for key, value in written.items())
    if isinstance(written, list):
        return len(written) == len(published) and all(means(*pair) for pair in zip(written, published, strict=True))
    if isinstance(published, dict):
        return bool(written == published.get("edtf", published.get("id")))
    if isinstance(published, bool):
        return written == str(published).lower()
    return float(written) == published if isinstance(published, int | float) else written == published


@of_each_type
def test_every_value_of_every_file_of_the_data_is_in_the_json(record_type: type[Record]) -> None:
    published = {document["id"]: document for document in read(f"{stem(record_type)}.json")}
    written = {path.stem: path for path in (ROOT / "data" / record_type.folder).glob("*.yml")}
    assert published.keys() == written.keys()
    for name, path in written.items():
        assert means(yaml.load(path.read_text("utf-8"), yaml.BaseLoader), published[name]), name


def test_a_date_carries_its_first_and_last_day() -> None:
    dates = [value for name in FILES if re.fullmatch(r"[a-z-]+\.json", name) for path, value in leaves(read(name)) if path[-1] == "edtf"]
    assert len(dates) > 500
    kaifeng = read("cities/kaifeng.json")
    assert kaifeng["status"][0]["since"] == {"edtf": "2009-08", "first": "2009-08-01", "last": "2009-08-31"}


@pytest.mark.parametrize("name", [f"{stem(kind)}.json" for kind in RECORD_TYPES])
def test_every_address_in_the_data_leads_to_a_file_or_page_of_the_site(name: str, site: Path) -> None:
    records = read(name)
    for where, document in [(name, records), *((f"{stem_}/{d['id']}.json", d) for stem_ in [name.removesuffix(".json")] for d in records)]:
        told = document if where == name else read(where)
        for path, value in leaves(told):
            if path[-1] == "json" or path[-2:-1] == ("pages",):
                target = urljoin(f"{ROOT_URL}{FOLDER}{where}", value).removeprefix(ROOT_URL).partition("#")[0]
                assert (site / target).is_file() or (site / target / "index.html").is_file(), (where, path, value)


def whole(document: Any, file: str) -> Any:
    """A document with all its addresses made whole."""
    if isinstance(document, list):
        return [whole(item, file) for item in document]
    if not isinstance(document, dict):
        return document
    return {
        key: urljoin(f"{ROOT_URL}{FOLDER}{file}", value) if key == "json" else whole(value, file)
        for key, value in document.items()
        if key != "pages"
    }


@of_each_type
def test_the_file_of_a_record_says_what_the_file_of_its_type_says(record_type: type[Record]) -> None:
    for document in read(f"{stem(record_type)}.json"):
        file = record_file(record_type.folder, document["id"])
        assert whole(read(file), file) == whole(document, f"{stem(record_type)}.json")


def test_with_an_address_of_the_site_every_address_is_whole() -> None:
    named = replace(CATALOG, site=CATALOG.site.model_copy(update={"url": "https://example.org/omsk"}))
    files = {file.path.removeprefix(FOLDER): file.content for file in make_open_data(named)}
    assert json.loads(files["cities/kaifeng.json"]) == next(d for d in json.loads(files["cities.json"]) if d["id"] == "kaifeng")
    assert json.loads(files["cities/kaifeng.json"])["json"] == "https://example.org/omsk/open-data/v1/cities/kaifeng.json"
    assert json.loads(files["cities/kaifeng.json"])["pages"]["en"] == "https://example.org/omsk/en/cities/kaifeng/"


# --- Tables


def cells(value: Any, name: str = "") -> dict[str, str]:
    """What a row has to say for a part of a JSON document: worked out from the values alone, lists of objects left out."""
    if isinstance(value, dict) and "edtf" in value:
        return {name: value["edtf"], f"{name}_first": value["first"], f"{name}_last": value["last"]}
    if isinstance(value, dict) and name and value.keys() == {"id", "json"}:
        return {name: value["id"]}
    if isinstance(value, dict):
        return {column: cell for key, inner in value.items() for column, cell in cells(inner, f"{name}_{key}" if name else key).items()}
    if isinstance(value, list):
        return {name: ";".join(item["id"] if isinstance(item, dict) else item for item in value)}
    return {name or "text": str(value).lower() if isinstance(value, bool) else str(value)}


def lists(value: Any, name: str) -> Iterator[tuple[str, list[Any]]]:
    """The lists of a JSON document that have a table of their own."""
    for key, inner in value.items() if isinstance(value, dict) else ():
        own = f"{name}-{key}".replace("_", "-")
        if isinstance(inner, list) and f"{own}.csv" in FILES:
            yield own, inner
        elif isinstance(inner, dict):
            yield from lists(inner, own)


def without_lists(value: Any, name: str) -> Any:
    own = {key: f"{name}-{key}".replace("_", "-") for key in value} if isinstance(value, dict) else {}
    return {key: without_lists(value[key], own[key]) for key in own if f"{own[key]}.csv" not in FILES} if own else value


def assert_row(row: dict[str, str], value: Any, name: str, **keys: str) -> None:
    told = {column: cell for column, cell in row.items() if cell}
    assert told == {column: cell for column, cell in (keys | cells(without_lists(value, name))).items() if cell}, name


@of_each_type
def test_the_tables_say_all_that_the_json_says_and_no_more(record_type: type[Record]) -> None:
    name = stem(record_type)
    rows = {own: table(own) for own in (file.removesuffix(".csv") for file in FILES) if own == name or own.startswith(f"{name}-")}
    seen = dict.fromkeys(rows, 0)
    for document, row in zip(read(f"{name}.json"), rows[name], strict=True):
        assert_row(row, document, name)
        seen[name] += 1
        for own, items in lists(document, name):
            mine = [row for row in rows[own] if row["record"] == document["id"] and "parent" not in row]
            assert len(mine) == len(items)
            for place, (item, inner_row) in enumerate(zip(items, mine, strict=True), 1):
                assert_row(inner_row, item, own, record=document["id"], number=str(place))
                seen[own] += 1
                for deep, parts in lists(item, own):
                    deepest = [row for row in rows[deep] if (row["record"], row["parent"]) == (document["id"], str(place))]
                    for part_number, (part, deep_row) in enumerate(zip(parts, deepest, strict=True), 1):
                        assert_row(deep_row, part, deep, record=document["id"], parent=str(place), number=str(part_number))
                        seen[deep] += 1
    assert seen == {own: len(found) for own, found in rows.items()}


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".csv")])
def test_pandas_reads_every_table_at_once(name: str) -> None:
    assert FILES[name].startswith("\ufeff".encode())
    frame = pd.read_csv(BytesIO(FILES[name]), keep_default_na=False, dtype=str)
    assert frame.to_dict("records") == table(name.removesuffix(".csv"))
    assert len(set(frame.columns)) == len(frame.columns)


def test_pandas_answers_a_question_with_tables_and_json_alike() -> None:
    status = pd.read_csv(BytesIO(FILES["cities-status.csv"]))
    newest = status[status["number"] == 1]
    twins = set(newest[newest["status"] == "twin"]["record"])
    frame = pd.read_json(BytesIO(FILES["cities.json"]))
    assert twins == set(frame[frame["status"].map(lambda told: told[0]["status"]) == "twin"]["id"])
    assert twins == {city.id for city in CATALOG.cities_with_status("twin")}


# --- Places


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".geojson")])
def test_geojson_is_valid_and_has_every_place_where_the_json_has_it(name: str) -> None:
    features = FeatureCollection.model_validate_json(FILES[name]).features
    found = {}
    for feature in features:
        positions = feature.geometry.coordinates if feature.geometry.type == "MultiPoint" else [feature.geometry.coordinates]
        found[feature.id] = [(position.longitude, position.latitude) for position in positions]
        row = next(row for row in table(name.removesuffix(".geojson")) if row["id"] == feature.id)
        told = {key: cells(value, key)[key] for key, value in feature.properties.items()}
        assert told == {key: cell for key, cell in row.items() if cell}
    expected = {}
    cities = {city["id"]: city["point"] for city in read("cities.json")}
    for document in read(name.replace(".geojson", ".json")):
        places = document.get("places", [document])
        told = [place.get("point") or cities.get(place.get("city", {}).get("id")) for place in places]
        expected[document["id"]] = list(dict.fromkeys((point["longitude"], point["latitude"]) for point in told if point))
    assert found == {record: positions for record, positions in expected.items() if positions}


def test_whatever_has_a_place_has_geojson() -> None:
    assert {name for name in FILES if name.endswith(".geojson")} == {"cities.geojson", "events.geojson"}


# --- Pages


def plain(html: str) -> str:
    """The words of a page without tags and spaces: a page may mark up a part of a text."""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", html)))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_page_of_a_city_says_what_its_data_say(site: Path, language: str) -> None:
    home = CATALOG.site.point
    for city in read("cities.json"):
        page = (site / prefix(language) / "cities" / city["id"] / "index.html").read_text("utf-8")
        said = plain(page[page.index("<main") :])
        assert plain(re.findall(r"<h1>(.*?)</h1>", page)[0]) == plain(city["name"][language])
        spoken = [number(people["value"], language) for people in city["population"][:2]]
        spoken += [date_words(parse_edtf(paper["date"]["edtf"]), language) for paper in city["agreements"] if "date" in paper]
        spoken += [paper["title"][language] for paper in city["agreements"]]
        spoken += [statement["text"][language] for statement in city["cooperation"]]
        there = Point.model_validate({**city["point"], "sources": ["geonames"]})
        spoken += [kilometres(distance(home, there), language)]
        assert [words for words in spoken if plain(words) not in said] == [], city["id"]


@pytest.mark.parametrize("language", ["ru", "en"])
@of_each_type
def test_the_list_of_a_type_has_as_many_records_as_its_data(site: Path, record_type: type[Record], language: str) -> None:
    page = (site / prefix(language) / section(record_type) / "index.html").read_text("utf-8")
    main = page[page.index("<main") : page.index("</main>")]
    if record_type.folder == "sources":
        found = set(re.findall(r'<li id="([a-z0-9-]+)"', main))
    else:
        found = set(re.findall(rf'href="(?:\.\./{section(record_type)})?([a-z0-9-]+)/"', main))
    assert {row["id"] for row in table(stem(record_type))} <= found
    assert len(table(stem(record_type))) == len(read(f"{stem(record_type)}.json")) == len(CATALOG.all(record_type))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_page_of_an_event_says_what_its_data_say(site: Path, language: str) -> None:
    for event in read("events.json"):
        page = (site / prefix(language) / "events" / event["id"] / "index.html").read_text("utf-8")
        said = plain(page[page.index("<main") :])
        spoken = [event["title"][language], event["summary"][language], date_words(parse_edtf(event["date"]["edtf"]), language)]
        spoken += [number(figure["value"], language) for figure in event["figures"]]
        spoken += [statement["text"][language] for key in ("statements", "awards", "outcomes") for statement in event[key]]
        assert [words for words in spoken if plain(words) not in said] == [], event["id"]


def test_the_built_site_has_exactly_these_files(site: Path) -> None:
    built = {path.relative_to(site / FOLDER).as_posix(): path for path in (site / FOLDER).rglob("*") if path.is_file()}
    assert built.keys() == FILES.keys()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_of_a_record_offers_its_json_in_its_head_and_at_its_foot(site: Path, language: str) -> None:
    for entry in CATALOG.entries:
        if entry.record.folder != "sources":
            page = (site / prefix(language) / address(entry.record) / "index.html").read_text("utf-8")
            file = FOLDER + record_file(entry.record.folder, entry.record.id)
            assert re.search(rf'<link rel="alternate" type="application/json" title="[^"]+" href="[./]+{file}">', page)
            assert re.search(rf'<a href="[./]+{file}" type="application/json">', page[page.index("<footer") :])


@of_each_type
def test_the_list_of_a_type_offers_the_whole_type(site: Path, record_type: type[Record]) -> None:
    head = (site / section(record_type) / "index.html").read_text("utf-8").partition("</head>")[0]
    offered = set(re.findall(rf'rel="alternate" type="[^"]+" title="[^"]+" href="[./]+{FOLDER}([^"]+)"', head))
    name = stem(record_type)
    assert offered == {f"{name}.json", f"{name}.csv", f"schemas/{name}.schema.json"} | {f"{name}.geojson"} & FILES.keys()


# --- Disputed places

DISPUTED = [city.id for city in CATALOG.all(City) if city.disputed]


@pytest.mark.parametrize("city", DISPUTED)
def test_the_data_of_a_disputed_place_name_no_state(city: str) -> None:
    document = read(f"cities/{city}.json")
    assert not {"country", "region", "time_zone", "wikidata"} & document.keys()
    row = next(row for row in table("cities") if row["id"] == city)
    assert [row[column] for column in ("country", "region_ru", "region_en", "time_zone", "wikidata")] == [""] * 5
    feature = next(feature for feature in read("cities.geojson")["features"] if feature["id"] == city)
    assert not {"country", "region_ru", "time_zone"} & feature["properties"].keys()
    for event in read("events.json"):
        for place in event["places"]:
            assert place.get("city", {}).get("id") != city or "country" not in place


def test_equal_data_give_equal_bytes() -> None:
    again = replace(CATALOG, today=CATALOG.today)
    assert {file.path.removeprefix(FOLDER): file.content for file in make_open_data(again)} == FILES


def test_there_are_events_and_cities_to_test_with() -> None:
    assert len(CATALOG.all(City)) > 30
    assert len(CATALOG.all(Event)) > 80
    assert DISPUTED


def plans(plan: Plan) -> Iterator[Plan]:
    yield plan
    for _, inner in plan.inner:
        yield from plans(inner)


@pytest.mark.parametrize("record_type", RECORD_TYPES)
def test_a_column_of_a_language_that_the_site_has_not_is_left_out_where_nobody_filled_it(record_type: type[Record]) -> None:
    columns = [column for plan in plans(make_plan(make_schema(record_type), stem(record_type))) for column in plan.columns]
    others = [column for column in columns if column.name.endswith(("_de", "_zh", "_kk"))]
    assert others
    assert all(column.is_translation for column in others)
