"""Countries and time zones exist, and country, time zone and coordinates tell of the same place."""

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

from site_plugins.catalog import Catalog
from site_plugins.languages import countries
from site_plugins.problems import Problem
from site_plugins.reading.records import near
from site_plugins.reading.yaml_subset import Path
from site_plugins.records.base import Record
from site_plugins.records.city import City

MAX_HOURS_FROM_SUN = 4.0
"""No inhabited place keeps a clock further from the sun's than this (western China keeps about three hours)."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Every country code of every record; each city's zone against its country and its longitude."""
    for entry in catalog.entries:
        for path, code in country_fields(entry.record):
            if not countries.exists(code):
                known = near(code, countries.codes()) if len(code) != 2 else None
                yield catalog.problem(entry, path, "country-unknown", value=code, near=known or "KZ")
    zones = available_timezones()
    for entry, city in catalog.typed_entries(City):
        zone, point = city.time_zone, city.point
        if point and point.latitude == 0 and point.longitude == 0:
            yield catalog.problem(entry, ("point",), "point-zero")
        if zone is None:
            continue
        if zone not in zones:
            guess = near(zone, sorted(zones))
            code = "time-zone-unknown-near" if guess else "time-zone-unknown"
            yield catalog.problem(entry, ("time_zone",), code, value=zone, near=guess or "")
            continue
        home = countries.of_time_zone(zone)
        if city.country and home and home != city.country:
            values = {"value": city.country, "zone": zone, "other": home}
            yield catalog.problem(entry, ("country",), "country-not-of-zone", **values)
        offset = datetime(2026, 1, 1, tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset()
        if point and offset is not None:
            difference = abs(offset.total_seconds() / 3600 - point.longitude / 15)
            if min(difference, 24 - difference) > MAX_HOURS_FROM_SUN:
                values = {"value": f"{point.longitude:g}", "zone": zone}
                yield catalog.problem(entry, ("point", "longitude"), "longitude-not-of-zone", **values)


def country_fields(record: Record) -> Iterator[tuple[Path, str]]:
    """Every country code that a record holds, wherever it stands."""
    dumped = record.model_dump(exclude_none=True)
    yield from _walk(dumped, ())


def _walk(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "country" and isinstance(inner, str):
                yield (*path, key), inner
            elif key == "countries" and isinstance(inner, list):
                yield from (((*path, key, number), code) for number, code in enumerate(inner))
            else:
                yield from _walk(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, (*path, number))
