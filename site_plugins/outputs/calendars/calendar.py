"""A calendar as plain values, and the file it becomes."""

from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar

from site_plugins.outputs.calendars.time_zone import time_zone
from site_plugins.records.base import Point
from site_plugins.records.revision import Revision

MEDIA_TYPE = "text/calendar"
REFRESH = timedelta(days=1)
"""How often a program that subscribes is asked to look again (RFC 7986, 5.7)."""

Status = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]


class Words(NamedTuple):
    """A text and its language, which may be another than the calendar's."""

    text: str
    language: str


class Entry(NamedTuple):
    """One entry: whole days where `start` is a date, else a moment in its place's zone."""

    uid: UUID
    start: date | datetime
    end: date | datetime | None
    """The first day or moment after it; None where no source says when it ended."""
    title: Words
    description: Words
    status: Status
    revision: Revision
    category: Words
    location: Words | None = None
    point: Point | None = None
    url: str = ""
    """Its page; empty where the site has no address yet."""


class Calendar(NamedTuple):
    """A calendar, its entries in time order."""

    uid: UUID
    title: str
    """Empty, like `description`, where its entries are to be taken into a reader's own calendar."""
    description: str
    language: str
    page: str
    """Absolute, like `address`; both are empty where the site has no address yet."""
    address: str
    entries: tuple[Entry, ...]


def write_calendar(calendar: Calendar, written: dict[UUID, bytes]) -> bytes:
    """The file. It has no METHOD: that is for invitations (RFC 5546) and wants an organiser who answers.

    `written` keeps entries from file to file of one language: most stand in several, and folding lines is what takes the time.
    """
    file = icalendar.Calendar()
    spoken = {"LANGUAGE": calendar.language}
    file.add("PRODID", f"-//Omsk and the World//Calendars//{calendar.language.upper()}")
    file.add("VERSION", "2.0")
    file.add("UID", str(calendar.uid))
    if calendar.title:
        for name, text in (("NAME", calendar.title), ("DESCRIPTION", calendar.description)):
            file.add(name, text, spoken)
        for name, text in (("X-WR-CALNAME", calendar.title), ("X-WR-CALDESC", calendar.description)):  # programs older than RFC 7986
            file.add(name, text)
    file.add("REFRESH-INTERVAL", REFRESH, {"VALUE": "DURATION"})
    file.add("LAST-MODIFIED", max(entry.revision.modified for entry in calendar.entries))
    if calendar.address:
        file.add("URL", calendar.page)
        file.add("SOURCE", calendar.address, {"VALUE": "URI"})
    moments = [entry.start for entry in calendar.entries if isinstance(entry.start, datetime)]
    for zone in sorted({moment.tzinfo for moment in moments if isinstance(moment.tzinfo, ZoneInfo)}, key=str):
        years = [moment.year for moment in moments if moment.tzinfo == zone]
        file.add_component(time_zone(zone, min(years), max(years) + 1))
    head, end, after = file.to_ical().partition(b"END:VCALENDAR")
    for entry in calendar.entries:
        if entry.uid not in written:
            written[entry.uid] = _component(entry).to_ical()
    return b"".join([head, *(written[entry.uid] for entry in calendar.entries), end, after])


def _component(entry: Entry) -> icalendar.Event:
    component = icalendar.Event()
    component.add("UID", str(entry.uid))
    component.add("SEQUENCE", entry.revision.sequence)
    component.add("CREATED", entry.revision.created)
    component.add("LAST-MODIFIED", entry.revision.modified)
    component.add("DTSTAMP", entry.revision.modified)  # without METHOD it tells the same (RFC 5545, 3.8.7.2)
    component.add("DTSTART", entry.start)
    if entry.end:
        component.add("DTEND", entry.end)
    component.add("STATUS", entry.status)
    if not isinstance(entry.start, datetime):
        component.add("TRANSP", "TRANSPARENT")  # a day on which something happens is not a day on which its reader is busy
    for name, words in (("SUMMARY", entry.title), ("DESCRIPTION", entry.description), ("LOCATION", entry.location)):
        if words:
            component.add(name, words.text, {"LANGUAGE": words.language})
    component.add("CATEGORIES", [entry.category.text], {"LANGUAGE": entry.category.language})
    if entry.point:
        component.add("GEO", (entry.point.latitude, entry.point.longitude))
    if entry.url:
        component.add("URL", entry.url)
    return component
