"""What is told as having happened has happened: no such date lies after today."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.source import Source


def check(catalog: Catalog) -> Iterator[Problem]:
    """Events, agreements, attestations and publications against today; parts against their whole."""
    yield from _events(catalog)
    yield from _cities(catalog)
    for entry, source in catalog.typed_entries(Source):
        for field in ("date", "checked"):
            value = getattr(source, field)
            if value and value.first > catalog.today:
                yield entry.problem((field,), "date-in-future", value=value.text)


def _events(catalog: Catalog) -> Iterator[Problem]:
    for entry, event in catalog.typed_entries(Event):
        if event.status == "held" and event.date.first > catalog.today:
            yield entry.problem(("date",), "event-in-future", value=event.date.text)
        if event.part_of and (whole := catalog.by_folder["events"].get(event.part_of)):
            assert isinstance(whole.record, Event)
            span = whole.record.date
            if event.date.last < span.first or event.date.first > span.last:
                values = {"value": event.date.text, "whole": span.text, "other": event.part_of}
                yield entry.problem(("date",), "part-outside-whole", **values)


def _cities(catalog: Catalog) -> Iterator[Problem]:
    for entry, city in catalog.typed_entries(City):
        for number, agreement in enumerate(city.agreements):
            if agreement.date and not agreement.announced and agreement.date.first > catalog.today:
                yield entry.problem(("agreements", number, "date"), "agreement-in-future", value=agreement.date.text)
        for number, attestation in enumerate(city.status):
            if attestation.as_of.first > catalog.today:
                yield entry.problem(("status", number, "as_of"), "date-in-future", value=attestation.as_of.text)
            if attestation.since and attestation.since.first > attestation.as_of.last:
                values = {"value": attestation.since.text, "other": attestation.as_of.text}
                yield entry.problem(("status", number, "since"), "status-since-after", **values)
