"""All records together: found by id, by type, by who refers to them, in the order of time."""

from dataclasses import replace
from datetime import date

import pytest

from site_plugins.catalog import Catalog
from site_plugins.reading.folder import read_folder
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.edtf import parse_edtf
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.report import Report
from site_plugins.records.route import Route
from site_plugins.records.source import Source
from tests.mistakes import BASE, TODAY, problems_of

READING = read_folder(BASE)
CATALOG = Catalog.of(READING, TODAY)


def ids(records: list[Record]) -> list[str]:
    return [record.id for record in records]


def test_the_data_of_the_tests_are_without_a_mistake() -> None:
    assert problems_of(BASE) == []


def test_the_name_of_the_file_is_the_id_of_the_record() -> None:
    assert CATALOG.get(City, "kaifeng").id == "kaifeng"
    assert CATALOG.by_folder["cities"]["kaifeng"].file == "base_data/cities/kaifeng.yml"


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.__name__)
def test_all_records_of_a_type_stand_in_the_order_of_their_ids(record_type: type[Record]) -> None:
    found = ids(CATALOG.all(record_type))
    assert found
    assert found == sorted(path.stem for path in (BASE / record_type.folder).glob("*.yml"))


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.__name__)
def test_a_catalog_of_nothing_answers_with_nothing(record_type: type[Record]) -> None:
    empty = replace(CATALOG, entries=())
    assert empty.all(record_type) == []
    assert list(empty.typed_entries(record_type)) == []


def test_an_unknown_id_is_no_record() -> None:
    with pytest.raises(KeyError):
        CATALOG.get(City, "paris")


def test_who_refers_to_a_record_is_named_once_and_in_order() -> None:
    bakery = CATALOG.get(Organisation, "bakery")
    assert ids(CATALOG.referring(bakery, IndustrialSite)) == ["bakery"]
    assert ids(CATALOG.referring(bakery, Route)) == ["bread"]
    assert ids(CATALOG.referring(CATALOG.get(Source, "report-2019"), City)) == ["bryansk", "kaifeng", "lodz"]
    assert ids(CATALOG.referring(CATALOG.get(City, "bryansk"), Event)) == []


def test_a_record_of_the_same_id_in_another_folder_is_another_record() -> None:
    assert ids(CATALOG.referring(CATALOG.get(IndustrialSite, "bakery"), Route)) == ["bread"]
    assert ids(CATALOG.referring(CATALOG.get(IndustrialSite, "bakery"), IndustrialSite)) == []


def test_a_citation_says_from_where() -> None:
    cited = CATALOG.citations["cities", "kaifeng"]
    assert [(record.id, reference.path) for record, reference in cited] == [
        ("kaifeng-visit-2019", ("cities", 0)),
        ("2019", ("visits", 0, "city")),
        ("2019", ("missions", "places", 0, "city")),
    ]


def test_the_newest_attestation_is_the_status_of_today() -> None:
    assert ids(CATALOG.cities_with_status("twin")) == ["kaifeng"]
    assert ids(CATALOG.cities_with_status("partner")) == ["bryansk"]
    assert ids(CATALOG.cities_with_status("twin", "partner")) == ["bryansk", "kaifeng"]
    assert CATALOG.cities_with_status() == []


def test_a_partner_of_the_past_is_no_partner() -> None:
    assert ids(CATALOG.partners()) == ["bryansk", "kaifeng", "lodz"]
    past = {"kaifeng": "former"}
    assert ids(with_status(past).partners()) == ["bryansk", "lodz"]


def with_status(statuses: dict[str, str]) -> Catalog:
    """The catalog with other statuses for some cities."""
    entries = []
    for entry in CATALOG.entries:
        record = entry.record
        if isinstance(record, City) and record.id in statuses:
            newest = record.status[0].model_copy(update={"status": statuses[record.id]})
            record = record.model_copy(update={"status": [newest, *record.status[1:]]})
        entries.append(replace(entry, record=record))
    return replace(CATALOG, entries=tuple(entries))


def test_events_stand_in_the_order_of_time() -> None:
    assert ids(CATALOG.events_of_year(2019)) == ["karate-cup-2019", "theatre-festival-2019", "kaifeng-visit-2019"]
    assert CATALOG.events_of_year(2020) == []


@pytest.mark.parametrize(
    ("status", "told"),
    [("held", ["held"] * 3), ("cancelled", ["cancelled"] * 3), ("planned", ["planned", "planned", "unconfirmed"])],
)
def test_what_was_planned_is_coming_up_to_its_last_day_and_unconfirmed_after_it(status: str, told: list[str]) -> None:
    event = CATALOG.get(Event, "theatre-festival-2019").model_copy(update={"status": status})
    days = [date(2019, 11, 1), date(2019, 11, 30), date(2019, 12, 1)]
    assert [event.state(day) for day in days] == told
    assert [event.is_coming(day) for day in days] == [status == "planned", status == "planned", False]


def test_of_events_that_begin_on_one_day_the_more_exact_comes_first() -> None:
    event = CATALOG.get(Event, "karate-cup-2019")
    dates = ["2019", "2019-01-01", "2019-01", "2019-01-01/2019-01-02"]
    events = [event.model_copy(update={"id": text, "date": parse_edtf(text)}) for text in dates]
    assert ids(Catalog.in_time_order(events)) == ["2019-01-01", "2019-01-01/2019-01-02", "2019-01", "2019"]
    twins = [event.model_copy(update={"id": record_id}) for record_id in "ba"]
    assert ids(Catalog.in_time_order(twins)) == ["a", "b"]


def test_a_problem_knows_its_place_and_its_russian_name() -> None:
    entry = CATALOG.by_folder["reports"]["2019"]
    problem = entry.problem(("missions", "places", 0, "country"), "country-unknown", value="QQ", near="KZ")
    assert (problem.file, problem.line, problem.column, problem.key, problem.title) == (
        "base_data/reports/2019.yml", 15, 16, "country", "Страна",
    )  # fmt: skip
    at_key = entry.problem_at_key(("missions",), "missions-nowhere")
    assert (at_key.line, at_key.column, at_key.title) == (11, 1, "Бизнес-миссии")


def test_a_field_that_the_file_leaves_out_has_the_place_of_what_holds_it() -> None:
    entry = CATALOG.by_folder["events"]["karate-cup-2019"]
    problem = entry.problem(("medals", "silver"), "number-form", value="x")
    assert (problem.line, problem.column) == (12, 3)


def test_the_catalog_has_the_day_it_was_given() -> None:
    assert CATALOG.today == TODAY == date(2026, 11, 23)
    assert ids(CATALOG.all(Report)) == ["2019"]
