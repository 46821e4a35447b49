"""The files of the calendars, and the pages that offer them."""

from collections.abc import Iterator
from uuid import UUID

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Artifact, Offer, Page
from site_plugins.outputs.calendars.calendar import MEDIA_TYPE
from site_plugins.outputs.calendars.collections import Subject, collections, of_event, path_of, subject_of
from site_plugins.outputs.calendars.entries import entries_of
from site_plugins.outputs.calendars.file import write_calendar
from site_plugins.outputs.templating import View
from site_plugins.records.event import Event


def make_calendars(catalog: Catalog, language: str) -> Iterator[Artifact]:
    """Every calendar and every single event."""
    view = View(catalog, language, "")
    written: dict[UUID, bytes] = {}
    for group in collections(view).values():
        for each in group:
            yield Artifact(each.path, write_calendar(each.calendar, written))
    for event in catalog.all(Event):
        if calendar := of_event(view, event):
            yield Artifact(path_of(view, subject_of(view, event)), write_calendar(calendar, written))


def offer_calendars(catalog: Catalog, page: Page) -> Iterator[Offer]:
    """An event's own file on its page; on others the calendar of the same city, site or list."""
    view, said = View(catalog, page.language, page.address), words(page.language).gettext
    if isinstance(page.record, Event):
        if entries_of(view, page.record):
            yield Offer(said("Add to a calendar"), MEDIA_TYPE, path_of(view, subject_of(view, page.record)))
    elif subject := _subjects(view).get("events/" if page.address == "" else page.address):
        yield Offer(said("Calendar: %(title)s") % {"title": subject.title}, MEDIA_TYPE, path_of(view, subject))


def _subjects(view: View) -> dict[str, Subject]:
    """Address of a page -> the calendar that it offers."""
    groups = collections(view).values()
    return view.catalog.once(("subjects", view.language), lambda: {each.subject.page: each.subject for group in groups for each in group})
