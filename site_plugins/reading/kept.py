"""What was read of each file, so that a later reading reads again only what changed.

A file that looks as before (its number, size and times) is not opened; one that looks otherwise is compared by its hash.
"""

import time
from os import stat_result
from typing import TYPE_CHECKING, NamedTuple

from site_plugins.problems import Problem

if TYPE_CHECKING:
    from site_plugins.reading.folder import Entry

COARSE = 2_000_000_000
"""Nanoseconds in which a file can change twice and bear the same time: two seconds on FAT, which is the worst."""

Look = tuple[int, int, int, int]


class FileRead(NamedTuple):
    """What one file gave."""

    look: Look | None
    """Its number, size and times; None where it had changed too shortly before to tell the next change by them."""
    digest: bytes
    """The hash of its bytes; empty where they could not be read."""
    entry: "Entry | None"
    problems: tuple[Problem, ...]


def look_of(stat: stat_result) -> Look:
    """How a file looks from outside."""
    return stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def settled(stat: stat_result) -> Look | None:
    """The same, if a change from now on will show in it; ask before the file is read."""
    return look_of(stat) if max(stat.st_mtime_ns, stat.st_ctime_ns) <= time.time_ns() - COARSE else None
