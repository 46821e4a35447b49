"""The clocks of a place as a VTIMEZONE (RFC 5545, 3.6.5)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


def time_zone(zone: ZoneInfo, first: int, last: int) -> icalendar.Timezone:
    """The zone's clocks in the years from `first` to `last`.

    Each change of the clocks is an observance of its own: icalendar's own `Timezone.from_tzinfo` gathers them in RDATEs, of which
    ical.js, Thunderbird's reader, loses the first, and tells the onset of summer time an hour late.
    """
    component = icalendar.Timezone()
    component.add("TZID", zone.key)
    begin = datetime(first, 1, 1, tzinfo=UTC) - DAY  # the zone's own year may begin before that of UTC
    component.add_component(_observance(zone, begin, begin))
    for before, after in _changes(zone, begin, datetime(last + 1, 1, 2, tzinfo=UTC)):
        component.add_component(_observance(zone, before, after))
    return component


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The last second of one offset or name, and the first of the next."""
    day = begin
    while day < end:
        before, after = day, day + DAY
        if _clock(zone, before) != _clock(zone, after):
            while after - before > SECOND:
                middle = before + (after - before) // 2 // SECOND * SECOND
                before, after = (middle, after) if _clock(zone, middle) == _clock(zone, before) else (before, middle)
            yield before, after
        day += DAY


def _clock(zone: ZoneInfo, moment: datetime) -> tuple[timedelta | None, str | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.tzname()


def _observance(zone: ZoneInfo, before: datetime, after: datetime) -> icalendar.TimezoneStandard | icalendar.TimezoneDaylight:
    old, new = before.astimezone(zone), after.astimezone(zone)
    component = icalendar.TimezoneDaylight() if new.dst() else icalendar.TimezoneStandard()
    offset = old.utcoffset()
    assert offset is not None
    component.add("DTSTART", (after + offset).replace(tzinfo=None))  # by the clocks as they stood until then
    component.add("TZOFFSETFROM", offset)
    component.add("TZOFFSETTO", new.utcoffset())
    component.add("TZNAME", new.tzname())
    return component
