"""The files of the calendars, and the pages that offer them."""

from collections.abc import Iterator
from uuid import UUID

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import section
from site_plugins.outputs.artifact import Artifact, Offer, Page
from site_plugins.outputs.calendars.calendar import MEDIA_TYPE, write_calendar
from site_plugins.outputs.calendars.collections import Collection, collections, every_anniversary, every_event, of_record, single_events
from site_plugins.outputs.templating import View
from site_plugins.records.city import City
from site_plugins.records.event import Event


def make_calendars(catalog: Catalog, language: str) -> Iterator[Artifact]:
    """Every calendar and every single event."""
    view = View(catalog, language, "")
    groups = collections(view).values()
    written: dict[UUID, bytes] = {}
    for each in [*(found for group in groups for found in group), *single_events(view)]:
        yield Artifact(each.path, write_calendar(each.calendar, written))


def offer_calendars(catalog: Catalog, page: Page) -> Iterator[Offer]:
    """An event's own file on its page; on others the calendar of the same city, site or list."""
    found = _calendar_of(View(catalog, page.language, page.address), page)
    if found:
        said = words(page.language).gettext
        alone = isinstance(page.record, Event)
        title = said("Add to a calendar") if alone else said("Calendar: %(title)s") % {"title": found.subject.title}
        yield Offer(title, MEDIA_TYPE, found.path)


def _calendar_of(view: View, page: Page) -> Collection | None:
    if page.record:
        return of_record(view, page.record)
    if page.address in ("", section(Event)):
        return every_event(view)
    return every_anniversary(view) if page.address == section(City) else None
