"""A folder of data with a mistake in it, made from a case: the small valid data of tests/base_data, changed as the case says.

Keys of a case, in the order in which they are carried out (paths are below data/):

    rename:    {old path: new path}
    remove:    [path]                   a file or a folder
    files:     {path: whole text}       written over the base data
    change:    {path: {old: new}}       `old` occurs exactly once in the file
    repeat:    {path: times}            the file's text so many times over
    line_ends: {path: "\\r\\n"}
    encoding:  {path: cp1251}
    bytes:     {path: hexadecimal bytes}
    folders:   [path]                   empty folders
    links:     {path: target}           symbolic links
    data:      name of the folder given to --data, where it is not the one written
    expect:    every message, in Russian and in order; [] where the case is no mistake
"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.checks import check
from site_plugins.problems import Problem
from site_plugins.reading.folder import read_folder

HERE = Path(__file__).parent
BASE = HERE / "base_data"
TODAY = date(2026, 11, 23)


def write_data(folder: Path, case: dict[str, Any]) -> Path:
    """Write the case's data below `folder`; the path to give to --data."""
    data = folder / "data"
    shutil.copytree(BASE, data)
    for old, new in case.get("rename", {}).items():
        (data / old).rename(data / new)
    for path in case.get("remove", []):
        shutil.rmtree(data / path) if (data / path).is_dir() else (data / path).unlink()
    for path, text in case.get("files", {}).items():
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_text(text, "utf-8")
    for key, rewrite in REWRITES.items():
        for path, how in case.get(key, {}).items():
            (data / path).write_bytes(rewrite((data / path).read_bytes(), how))
    for path in case.get("folders", []):
        (data / path).mkdir(parents=True)
    for path, target in case.get("links", {}).items():
        (data / path).symlink_to(target)
    return folder / case.get("data", "data")


def problems_of(data: Path, today: date = TODAY) -> list[Problem]:
    """Every problem of a folder of data, as `check` on the command line finds them."""
    reading = read_folder(data)
    found = list(reading.problems)
    if reading.site:
        found += check(Catalog.of(reading, today))
    return sorted(set(found))


def _changed(content: bytes, changes: dict[str, str]) -> bytes:
    text = content.decode()
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
        text = text.replace(old, new)
    return text.encode()


REWRITES: dict[str, Callable[[bytes, Any], bytes]] = {
    "change": _changed,
    "repeat": lambda content, times: content * times,
    "line_ends": lambda content, end: content.replace(b"\n", end.encode()),
    "encoding": lambda content, encoding: content.decode().encode(encoding),
    "bytes": lambda _, written: bytes.fromhex(written),
}
