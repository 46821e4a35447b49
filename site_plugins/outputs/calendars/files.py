"""The files of the calendars, and the pages that offer them."""

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import section
from site_plugins.outputs.artifact import Artifact, Offer, Page
from site_plugins.outputs.calendars.calendar import MEDIA_TYPE
from site_plugins.outputs.calendars.collections import (
    Collection,
    collections,
    every_anniversary,
    every_event,
    make_calendar,
    number,
    of_event,
    of_record,
    path_of,
    subject_of,
)
from site_plugins.outputs.calendars.entries import number_of_entries
from site_plugins.outputs.calendars.file import write_calendar
from site_plugins.outputs.templating import View
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite


def make_calendars(catalog: Catalog, language: str) -> Iterator[Artifact]:
    """Every calendar and every single event."""
    view = View(catalog, language, "")
    for group in collections(view).values():
        for each in group:
            yield Artifact(path_of(view, each.subject), partial(_collection_file, catalog, language, each))
    for event in catalog.all(Event):
        if number_of_entries(event):
            yield Artifact(path_of(view, subject_of(view, event)), partial(_event_file, catalog, language, event))


def _collection_file(catalog: Catalog, language: str, collection: Collection) -> bytes:
    return write_calendar(make_calendar(View(catalog, language, ""), collection), _written(catalog, language))


def _event_file(catalog: Catalog, language: str, event: Event) -> bytes:
    return write_calendar(of_event(View(catalog, language, ""), event), _written(catalog, language))


def _written(catalog: Catalog, language: str) -> dict[UUID, bytes]:
    """Entries as they are written, which are the same in every file of a language."""
    return catalog.once(("written entries", language), dict)


def offer_calendars(catalog: Catalog, page: Page) -> Iterator[Offer]:
    """An event's own file on its page; on others the calendar of the same city, site or list."""
    view, said = View(catalog, page.language, page.address), words(page.language).gettext
    if isinstance(page.record, Event):
        if number_of_entries(page.record):
            yield Offer(said("Add to a calendar"), MEDIA_TYPE, path_of(view, subject_of(view, page.record)))
    elif (found := _same(view, page)) and number(view, found):
        title = said("Calendar: %(title)s") % {"title": found.subject.title}
        yield Offer(title, MEDIA_TYPE, path_of(view, found.subject))


LISTS = {"": every_event, section(Event): every_event, section(City): every_anniversary}
"""Address of a page -> the calendar of what it lists."""


def _same(view: View, page: Page) -> Collection | None:
    """The calendar of what a page tells."""
    if isinstance(page.record, City | IndustrialSite):
        return of_record(view, page.record)
    return LISTS[page.address](view) if page.address in LISTS else None
