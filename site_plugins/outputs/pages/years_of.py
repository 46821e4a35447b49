"""The events of one record by years, where its own page tells only the last of them: `/cities/kaifeng/2019/`."""

from collections.abc import Iterator
from functools import partial

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs import paging
from site_plugins.outputs.addresses import address, section
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.paging import Part, numbered, titled
from site_plugins.outputs.templating import View
from site_plugins.records.base import Record
from site_plugins.records.event import Event


def years_of(catalog: Catalog, record: Record) -> dict[int, list[Event]]:
    """Year -> the events of a record that has more than its page tells, newest year first; empty where the page tells them all."""
    found: dict[int, list[Event]] = {}
    if len(catalog.citing(record)) <= paging.PART:  # the most common answer by far, at a fiftieth of the way
        return found
    events = catalog.referring(record, Event)
    if len(events) > paging.PART:
        for event in catalog.in_time_order(events):
            found.setdefault(event.date.year, []).append(event)
    return dict(sorted(found.items(), reverse=True))


def year_counts(catalog: Catalog, record: Record) -> list[tuple[int, int, str]]:
    """For a record's own page: each year that has a page, how many events it has, its address."""
    return [(year, len(events), f"{address(record)}{year}/") for year, events in years_of(catalog, record).items()]


def make_years_of(catalog: Catalog, language: str, record: Record) -> Iterator[Page]:
    """The pages of a record's years."""
    for year, events in years_of(catalog, record).items():
        for part in numbered(f"{address(record)}{year}/", events, paging.MOST):
            title = titled(_title(language, record, year), part, language)
            body = partial(_body, catalog, language, record, part)
            yield Page(part.address, language, title, title, body, section=section(type(record)), kind="year")


def _title(language: str, record: Record, year: int) -> str:
    name = record.label().get(language) or record.label().ru
    return words(language).gettext("%(name)s: events of %(year)s") % {"name": name, "year": year}


def _body(catalog: Catalog, language: str, record: Record, part: Part[Event]) -> str:
    title = _title(language, record, part.items[0].date.year)
    years = year_counts(catalog, record)
    return View(catalog, language, part.address).render("year_of.html", record=record, title=title, part=part, years=years)
