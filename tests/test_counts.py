"""The numbers that pages tell are counted: take away one record that matches, and the number is less by one."""

from dataclasses import replace
from pathlib import Path

import pytest

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.counts import COUNTS, count
from site_plugins.reading.folder import read_folder
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.organisation import Organisation
from tests.mistakes import BASE, TODAY

DATA = Path(__file__).parent.parent / "data"
REAL = Catalog.of(read_folder(DATA), TODAY)
SMALL = Catalog.of(read_folder(BASE), TODAY)


def without(catalog: Catalog, *records: Record) -> Catalog:
    """The catalog as if the files of these records were deleted."""
    gone = {(record.folder, record.id) for record in records}
    return replace(catalog, entries=tuple(e for e in catalog.entries if (e.record.folder, e.record.id) not in gone))


def key(record: Record) -> tuple[str, str]:
    return record.folder, record.id


@pytest.mark.parametrize("query", COUNTS)
def test_without_any_one_matching_record_the_number_is_less_by_one(query: str) -> None:
    matching = COUNTS[query](REAL)
    assert matching
    for record in matching:
        assert count(without(REAL, record), query) == len(matching) - 1, record.id


@pytest.mark.parametrize("query", COUNTS)
def test_a_record_that_does_not_match_changes_nothing(query: str) -> None:
    matching = {key(record) for record in COUNTS[query](REAL)}
    others = [entry.record for entry in REAL.entries if key(entry.record) not in matching]
    assert others
    assert count(without(REAL, *others), query) == len(matching)


@pytest.mark.parametrize("query", COUNTS)
def test_no_record_is_counted_twice(query: str) -> None:
    found = [key(record) for record in COUNTS[query](REAL)]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("query", COUNTS)
def test_of_no_records_there_are_none(query: str) -> None:
    assert count(without(SMALL, *(entry.record for entry in SMALL.entries)), query) == 0


@pytest.mark.parametrize("query", COUNTS)
def test_a_query_says_what_it_counts(query: str) -> None:
    assert (COUNTS[query].__doc__ or "").strip().endswith(".")


def test_the_small_data_are_counted_right() -> None:
    known = {
        "partners": 3, "twins": 1, "suspended": 1, "former": 0, "foreign-partners": 2, "russian-partners": 1,
        "events": 3, "events-of-report-year": 3, "industrial-sites": 1, "sites-for-anyone": 0,
    }  # fmt: skip
    assert {query: count(SMALL, query) for query in known} == known


def test_partners_are_foreign_or_russian_and_never_both() -> None:
    assert count(REAL, "foreign-partners") + count(REAL, "russian-partners") == count(REAL, "partners")


def test_partners_and_former_partners_are_all_cities() -> None:
    assert count(REAL, "partners") + count(REAL, "former") == len(REAL.all(City))


def test_countries_are_those_of_foreign_partners_of_today() -> None:
    assert counts.countries(SMALL) == ["CN", "PL"]
    assert counts.countries(without(SMALL, SMALL.get(City, "lodz"))) == ["CN"]
    assert counts.countries(without(SMALL, SMALL.get(City, "bryansk"))) == ["CN", "PL"]


def test_a_disputed_place_is_never_counted_as_a_country() -> None:
    disputed = {city.id for city in REAL.all(City) if city.disputed}
    assert disputed
    assert counts.countries(without(REAL, *(REAL.get(City, city) for city in disputed))) == counts.countries(REAL)


def test_medals_of_a_year_are_those_of_its_events() -> None:
    assert counts.medals(SMALL, 2019) == {"gold": 2, "silver": 0, "bronze": 1}
    assert counts.medals(SMALL, 2020) == {"gold": 0, "silver": 0, "bronze": 0}
    assert counts.medals(without(SMALL, SMALL.get(Event, "karate-cup-2019")), 2019) == {"gold": 0, "silver": 0, "bronze": 0}


def test_nominations_are_no_medals() -> None:
    assert counts.medals(without(SMALL, SMALL.get(Event, "theatre-festival-2019")), 2019) == counts.medals(SMALL, 2019)


def test_the_list_of_partners_is_as_new_as_its_newest_attestation() -> None:
    assert counts.newest_attestation(SMALL).text == "2022"
    assert counts.newest_attestation(without(SMALL, SMALL.get(City, "lodz"))).text == "2020"
    assert counts.newest_attestation(without(SMALL, SMALL.get(Organisation, "omsu"))).text == "2022"
    assert counts.newest_attestation(without(SMALL, *SMALL.all(City))).text == "2026-11-23"
