"""Countries and time zones exist, and country, time zone and coordinates tell of the same place."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from site_plugins.catalog import Catalog
from site_plugins.languages import countries
from site_plugins.problems import Problem
from site_plugins.reading.entry import Entry
from site_plugins.reading.near import near
from site_plugins.reading.yaml_subset import Path
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.walk import Finder

MAX_HOURS_FROM_SUN = 4.0
"""No inhabited place keeps a clock further from the sun's than this (western China keeps about three hours)."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Every country code of every record; each city's zone against its country and its longitude."""
    for entry in catalog.entries:
        for path, code in country_fields(entry.record):
            if not countries.exists(code):
                yield entry.problem(path, "country-unknown", value=code, near="KZ")
    for entry, city in catalog.typed_entries(City):
        if city.point and city.point.latitude == 0 and city.point.longitude == 0:
            yield entry.problem(("point",), "point-zero")
        if city.time_zone in zones():
            yield from _zone(entry, city, city.time_zone)
        elif city.time_zone:
            code, values = unknown_zone(city.time_zone)
            yield entry.problem(("time_zone",), code, **values)


@cache
def zones() -> frozenset[str]:
    """All names of time zones, from the list of the database itself: Python would look for them all over the disk."""
    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())


def unknown_zone(zone: str) -> tuple[str, dict[str, str]]:
    """What is said of a time zone that does not exist: the code and its values."""
    guess = near(zone, sorted(zones()))
    return "time-zone-unknown-near" if guess else "time-zone-unknown", {"value": zone, "near": guess or ""}


def _zone(entry: Entry, city: City, zone: str) -> Iterator[Problem]:
    home = countries.of_time_zone(zone)
    if city.country and home and home != city.country:
        yield entry.problem(("country",), "country-not-of-zone", value=city.country, zone=zone, other=home)
    offset = datetime(2026, 1, 1, tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset()
    if city.point and offset is not None:
        difference = abs(offset.total_seconds() / 3600 - city.point.longitude / 15)
        if min(difference, 24 - difference) > MAX_HOURS_FROM_SUN:
            values = {"value": f"{city.point.longitude:g}", "zone": zone}
            yield entry.problem(("point", "longitude"), "longitude-not-of-zone", **values)


def country_fields(record: Record) -> Iterator[tuple[Path, str]]:
    """Every country code that a record holds, wherever it stands."""
    return ((path, code) for path, _, code in _find(record))


_find = Finder(lambda name, _field: name in ("country", "countries") or None)
