"""What was read of each file, so that a later reading reads again only what changed.

A file that looks as before (its number, size and times) is not opened; one that looks otherwise is compared by its hash.
"""

import time
from os import stat_result

COARSE = 2_000_000_000
"""Nanoseconds in which a file can change twice and bear the same time: two seconds on FAT, which is the worst."""

Look = tuple[int, int, int, int]


def look_of(stat: stat_result) -> Look:
    """How a file looks from outside."""
    return stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def settled(stat: stat_result) -> Look | None:
    """The same, if a change from now on will show in it; ask before the file is read."""
    return look_of(stat) if max(stat.st_mtime_ns, stat.st_ctime_ns) <= time.time_ns() - COARSE else None
