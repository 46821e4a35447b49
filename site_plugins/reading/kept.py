"""What was read of each file, so that a later reading reads again only what changed.

A file that looks as before (its number, size and times) is not opened; one that looks otherwise is compared by its hash. Between
processes this saves two thirds of the reading: 10,000 records from the pickle 0.5 s, from their files 1.4 s.
"""

import pickle
import time
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from os import stat_result
from pathlib import Path
from sys import version as python
from typing import TYPE_CHECKING, NamedTuple

from site_plugins.problems import Problem
from site_plugins.reading.memory import nothing_is_garbage

if TYPE_CHECKING:
    from site_plugins.reading.folder import Entry

ROOMS = [Path(__file__).parent, Path(__file__).parent.parent / "records", Path(__file__).parent.parent / "problems"]
"""The code that makes of a file what is kept."""
LIBRARIES = ("pydantic", "pydantic_core", "PyYAML")

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


def look_of(stat: stat_result) -> Look | None:
    """How a file looks from outside; take it before the file is read."""
    if max(stat.st_mtime_ns, stat.st_ctime_ns) > time.time_ns() - COARSE:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


@cache
def fingerprint() -> str:
    """All that the reading of a file depends on beside the file."""
    code = [path.read_bytes() for room in ROOMS for path in sorted(room.iterdir()) if path.is_file()]
    libraries = [f"{name} {version(name)}".encode() for name in LIBRARIES]
    return sha256(b"\0".join([python.encode(), *libraries, *code])).hexdigest()


def pack(files: dict[str, FileRead]) -> bytes:
    """The same as bytes, to be kept under `fingerprint` by whoever proves that they come back whole."""
    return pickle.dumps(files, pickle.HIGHEST_PROTOCOL)


@nothing_is_garbage()
def unpack(packed: bytes) -> dict[str, FileRead]:
    """What `pack` was given."""
    files: dict[str, FileRead] = pickle.loads(packed)  # noqa: S301 - our own bytes, see pack
    return files
