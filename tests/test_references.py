"""References are found from the types of fields: in every record type of today, and in types not yet invented."""

from typing import Annotated, get_args

import pytest
from pydantic import BaseModel, Field

from site_plugins.catalog import Catalog
from site_plugins.reading.folder import read_folder
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Model, Record
from site_plugins.records.ids import CityId, EventId, RefersTo, SourceId, Sources
from site_plugins.records.references import references
from tests.mistakes import BASE, TODAY

CATALOG = Catalog.of(read_folder(BASE), TODAY)


def told(folder: str, record_id: str) -> list[tuple[str, str]]:
    """Where a record of the base data refers, as `path`, `folder/id`."""
    found = references(CATALOG.by_folder[folder][record_id].record)
    return [(".".join(map(str, path)), f"{where}/{target}") for path, where, target in found]


def test_a_city_refers_to_the_sources_of_all_its_parts() -> None:
    assert told("cities", "kaifeng") == [
        ("point.sources.0", "sources/geonames"),
        ("population.0.sources.0", "sources/geonames"),
        ("status.0.sources.0", "sources/report-2019"),
        ("status.1.sources.0", "sources/report-2019"),
        ("agreements.0.sources.0", "sources/report-2019"),
        ("sources.0", "sources/report-2019"),
    ]


def test_an_event_refers_to_records_of_many_types() -> None:
    assert told("events", "theatre-festival-2019") == [
        ("part_of", "events/kaifeng-visit-2019"),
        ("nominations.sources.0", "sources/report-2019"),
        ("sources.0", "sources/report-2019"),
    ]
    assert ("places.0.city", "cities/lodz") in told("events", "karate-cup-2019")
    assert ("organisations.0", "organisations/omsu") in told("events", "kaifeng-visit-2019")


def test_a_report_refers_to_its_events_and_cities() -> None:
    found = told("reports", "2019")
    assert ("visits.0.city", "cities/kaifeng") in found
    assert ("visits.0.event", "events/kaifeng-visit-2019") in found
    assert ("missions.places.0.city", "cities/kaifeng") in found
    assert ("sport.0", "events/karate-cup-2019") in found


def test_a_source_refers_to_nothing() -> None:
    assert told("sources", "geonames") == []


class Stay(Model):
    """A part that refers."""

    host: CityId | None = None
    sources: Sources


class Exchange(Model):
    """A type not yet invented."""

    of: CityId
    stays: list[Stay] = Field(default_factory=list)
    first: Stay | None = None
    witnesses: list[Annotated[str, RefersTo("people")]] = Field(default_factory=list)
    maybe: list[EventId] | None = None
    plain: list[str] = Field(default_factory=list)


def test_references_of_a_type_not_yet_invented_are_found() -> None:
    exchange = Exchange(
        of="kaifeng",
        stays=[Stay(sources=["a"]), Stay(host="lodz", sources=["b", "c"])],
        first=Stay(sources=["d"]),
        witnesses=["anna"],
        maybe=["visit-2019"],
        plain=["nothing"],
    )
    assert [(path, folder, target) for path, folder, target in references(exchange)] == [
        (("of",), "cities", "kaifeng"),
        (("stays", 0, "sources", 0), "sources", "a"),
        (("stays", 1, "host"), "cities", "lodz"),
        (("stays", 1, "sources", 0), "sources", "b"),
        (("stays", 1, "sources", 1), "sources", "c"),
        (("first", "sources", 0), "sources", "d"),
        (("witnesses", 0), "people", "anna"),
        (("maybe", 0), "events", "visit-2019"),
    ]


def test_an_empty_part_refers_to_nothing() -> None:
    assert [target for _, _, target in references(Exchange(of="kaifeng"))] == ["kaifeng"]


def folders(annotation: object, seen: set[type]) -> set[str]:
    """Every folder that an annotation refers to, at any depth."""
    found = {mark.folder for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, RefersTo)}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        for field in annotation.model_fields.values():
            found |= {mark.folder for mark in field.metadata if isinstance(mark, RefersTo)} | folders(field.annotation, seen)
    return found.union(*(folders(part, seen) for part in get_args(annotation)))


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.__name__)
def test_a_type_refers_only_to_folders_that_exist(record_type: type[Record]) -> None:
    assert folders(record_type, set()) <= {other.folder for other in RECORD_TYPES}


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.__name__)
def test_every_field_called_sources_refers_to_sources(record_type: type[Record]) -> None:
    seen: set[type] = set()
    folders(record_type, seen)
    for model in seen:
        for name, field in model.model_fields.items():
            if name.endswith("sources"):
                assert folders(field.annotation, set()) == {"sources"}, f"{model.__name__}.{name}"
    assert SourceId.__metadata__ == (RefersTo("sources"),)
