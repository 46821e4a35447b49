"""The file that a calendar becomes, byte for byte as the icalendar library writes it, which took several times as long.

Two files of three hold a single event, so that the lines of a calendar are most of what an event costs. The library stays the judge
(tests/test_calendars.py) and writes the time zones.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from uuid import UUID
from zoneinfo import ZoneInfo

from site_plugins.outputs.calendars.calendar import Calendar, Entry, Words
from site_plugins.outputs.calendars.time_zone import time_zone

REFRESH = "P1D"
"""How often a program that subscribes is asked to look again: each day (RFC 7986, 5.7)."""
LONGEST = 74
"""Octets of a line, to which the space before a folded one is added (RFC 5545, 3.1)."""
_PARTS = re.compile(rb".{1,%d}\Z|.{1,%d}(?<![\\^])(?![\x80-\xbf])" % (LONGEST, LONGEST))
"""Where a line is folded: within no letter, and not between a letter and the sign that escapes it."""
_ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
"""RFC 5545, 3.3.11."""


def write_calendar(calendar: Calendar, written: dict[UUID, bytes]) -> bytes:
    """The file. It has no METHOD: that is for invitations (RFC 5546) and wants an organiser who answers.

    `written` keeps entries from file to file of one language: most stand in several.
    """
    for entry in calendar.entries:
        if entry.uid not in written:
            written[entry.uid] = _folded(_entry(entry))
    parts = [_folded(_head(calendar)), *_time_zones(calendar), *(written[entry.uid] for entry in calendar.entries)]
    return b"".join([*parts, b"END:VCALENDAR\r\n"])


def _folded(lines: Iterator[str]) -> bytes:
    found = [line.encode() for line in lines]
    return b"\r\n".join([line if len(line) <= LONGEST else b"\r\n ".join(_PARTS.findall(line)) for line in found] + [b""])


def _head(calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//Omsk and the World//Calendars//{calendar.language.upper()}"
    if calendar.title:
        yield _text("DESCRIPTION", Words(calendar.description, calendar.language))
        yield f"X-WR-CALDESC:{calendar.description}"  # for programs older than RFC 7986
        yield _text("NAME", Words(calendar.title, calendar.language))
        yield f"X-WR-CALNAME:{calendar.title}"
    yield f"LAST-MODIFIED:{_moment(max(entry.revision.modified for entry in calendar.entries))}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"
    if calendar.address:
        yield f"SOURCE;VALUE=URI:{calendar.address}"
    yield f"UID:{calendar.uid}"
    if calendar.address:
        yield f"URL:{calendar.page}"


def _time_zones(calendar: Calendar) -> Iterator[bytes]:
    """The clocks of every place that an entry names an hour of."""
    moments = [entry.start for entry in calendar.entries if isinstance(entry.start, datetime)]
    for zone in sorted({moment.tzinfo for moment in moments if isinstance(moment.tzinfo, ZoneInfo)}, key=str):
        years = [moment.year for moment in moments if moment.tzinfo == zone]
        yield _time_zone(zone, min(years), max(years) + 1)


@cache
def _time_zone(zone: ZoneInfo, first: int, last: int) -> bytes:
    written: bytes = time_zone(zone, first, last).to_ical()
    return written


def _entry(entry: Entry) -> Iterator[str]:
    modified = _moment(entry.revision.modified)
    yield "BEGIN:VEVENT"
    yield _text("SUMMARY", entry.title)
    yield _when("DTSTART", entry.start)
    if entry.end:
        yield _when("DTEND", entry.end)
    yield f"DTSTAMP:{modified}"  # without METHOD it tells the same as LAST-MODIFIED (RFC 5545, 3.8.7.2)
    yield f"UID:{entry.uid}"
    yield f"SEQUENCE:{entry.revision.sequence}"
    yield _text("CATEGORIES", entry.category)
    yield f"CREATED:{_moment(entry.revision.created)}"
    yield _text("DESCRIPTION", entry.description)
    if entry.point:
        yield f"GEO:{entry.point.latitude};{entry.point.longitude}"
    yield f"LAST-MODIFIED:{modified}"
    if entry.location:
        yield _text("LOCATION", entry.location)
    yield f"STATUS:{entry.status}"
    if not isinstance(entry.start, datetime):
        yield "TRANSP:TRANSPARENT"  # a day on which something happens is not a day on which its reader is busy
    if entry.url:
        yield f"URL:{entry.url}"
    yield "END:VEVENT"


def _text(name: str, words: Words) -> str:
    return f"{name};LANGUAGE={words.language}:{words.text.translate(_ESCAPES)}"


def _when(name: str, value: date | datetime) -> str:
    """A day, or a moment by the clocks of its place."""
    if not isinstance(value, datetime):
        return f"{name};VALUE=DATE:{value:%Y%m%d}"
    return f"{name};TZID={value.tzinfo}:{value:%Y%m%dT%H%M%S}"


@cache
def _moment(value: datetime) -> str:
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"
