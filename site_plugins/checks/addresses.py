"""Addresses are for ever: an event's id ends in its year, former addresses answer and collide with nothing."""

import re
from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.records.event import Event
from site_plugins.records.report import Report
from site_plugins.records.values import ID_PATTERN


def check(catalog: Catalog) -> Iterator[Problem]:
    """Ids against dates, and former ids against ids of today."""
    for entry, event in catalog.typed_entries(Event):
        if not event.id.endswith(f"-{event.date.year}"):
            yield entry.problem(("date",), "event-id-year", value=event.id, year=str(event.date.year))
    for entry, report in catalog.typed_entries(Report):
        if report.id != str(report.year):
            yield entry.problem(("year",), "report-id-year", value=report.id, year=str(report.year))
    taken: dict[tuple[str, str], str] = {}
    for entry in catalog.entries:
        record = entry.record
        for number, former in enumerate(record.former_ids):
            path = ("former_ids", number)
            if not re.fullmatch(ID_PATTERN, former):
                yield entry.problem(path, "former-id-form", value=former)
            elif former in catalog.by_folder[record.folder]:
                yield entry.problem(path, "former-id-in-use", value=former)
            elif other := taken.get((record.folder, former)):
                yield entry.problem(path, "former-id-twice", value=former, other=other)
            taken[record.folder, former] = entry.file
