"""Events: what was only announced has no results, medals are won in sport, parts form no circle."""

from collections.abc import Iterator
from datetime import date

from site_plugins.catalog import Catalog
from site_plugins.checks.places import unknown_zone, zones
from site_plugins.problems import Problem
from site_plugins.reading.entry import Entry
from site_plugins.records.event import Event


def check(catalog: Catalog) -> Iterator[Problem]:
    """Status against results, category against medals, sums of nominations, `part_of`, dates taken from outside, hours."""
    for entry, event in catalog.typed_entries(Event):
        if event.status in ("planned", "announced", "cancelled"):
            for field in ("medals", "nominations", "awards", "outcomes"):
                if getattr(event, field):
                    yield entry.problem_at_key((field,), "result-before-event", value=event.status)
        if event.medals and event.category != "sport":
            yield entry.problem_at_key(("medals",), "medals-not-sport", value=event.category)
        if event.medals and not event.medals.gold + event.medals.silver + event.medals.bronze:
            yield entry.problem_at_key(("medals",), "medals-none")
        if (won := event.nominations) and won.gold + won.silver > won.total:
            values = {"value": str(won.total), "other": str(won.gold + won.silver)}
            yield entry.problem(("nominations", "total"), "nominations-sum", **values)
        if event.date_basis == "inferred" and not event.date_note:
            yield entry.problem(("date",), "date-inferred-unexplained", value=event.date.text)
        yield from _times(entry, event)
        if _circle(catalog, event):
            yield entry.problem(("part_of",), "part-circle", value=event.part_of or "")


def _times(entry: Entry, event: Event) -> Iterator[Problem]:
    for number, part in enumerate(event.times):
        if part.time_zone and part.time_zone not in zones():
            code, values = unknown_zone(part.time_zone)
            yield entry.problem(("times", number, "time_zone"), code, **values)
        starts = date.fromisoformat(part.starts[:10])
        if not event.date.first <= starts <= event.date.last:
            yield entry.problem(("times", number, "starts"), "time-outside-event", value=part.starts, whole=event.date.text)
        if part.ends is not None and part.ends <= part.starts:
            yield entry.problem(("times", number, "ends"), "time-ends-before", value=part.ends, other=part.starts)


def _circle(catalog: Catalog, event: Event) -> bool:
    known = catalog.by_folder["events"]
    seen, current = {event.id}, event.part_of
    while current and current in known:
        if current in seen:
            return current == event.id and len(seen) > 1
        seen.add(current)
        record = known[current].record
        assert isinstance(record, Event)
        current = record.part_of
    return False
