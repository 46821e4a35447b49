"""What happened to the records by days, as far as a copy of the project remembers; newest first."""

from datetime import date, datetime
from typing import NamedTuple

from site_plugins.records.base import Record

Key = tuple[str, str]
"""(folder, id)."""


class Change(NamedTuple):
    """One record before and after a day. `moment` (UTC) is that of the day's last edit of it."""

    key: Key
    moment: datetime
    before: Record
    after: Record


class Day(NamedTuple):
    """What a day came to in the end: a record that was added and taken away again is not in it."""

    day: date
    added: tuple[tuple[Key, datetime], ...]
    changed: tuple[Change, ...]
    removed: tuple[tuple[Key, datetime, Record], ...]
    more: int = 0
    """Further records that changed and were not looked at, for there are too many."""


class Past(NamedTuple):
    """The days, and how much of the history this is. Without git there is none: `since` is None."""

    days: tuple[Day, ...] = ()
    since: date | None = None
    complete: bool = True
    """False in a clone that begins with a later state of the records than the first."""
    earlier: bool = False
    """Whether there are older days, left out for their number."""
    unreadable: int = 0
    """Changes of files that today's reader cannot read, and that are therefore not told."""


NOTHING = Past(complete=False)
"""The past where there is no history."""
