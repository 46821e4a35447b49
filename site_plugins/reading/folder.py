"""All of data/: which file is which record, and what else must not lie there."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from site_plugins.problems import Problem
from site_plugins.reading import accessibility, addresses
from site_plugins.reading.entry import FileRead, Reading
from site_plugins.reading.file import read_file, read_model, unchanged
from site_plugins.reading.ledger import NAME, read_ledger
from site_plugins.reading.memory import nothing_is_garbage
from site_plugins.reading.near import near
from site_plugins.reading.pictures import FOLDER, read_pictures
from site_plugins.reading.text import MAX_BYTES, Unreadable, too_large
from site_plugins.reading.yaml_subset import read_document
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from site_plugins.records.site import SiteFacts
from site_plugins.records.values import ID_PATTERN

T = TypeVar("T")

OTHER_NAMES = {"site.yml", "geo", FOLDER, "README.md", accessibility.NAME, NAME, addresses.NAME}
"""What lies in data/ and is no folder of records."""


@nothing_is_garbage()
def read_folder(data: Path, known: Mapping[str, FileRead] = MappingProxyType({})) -> Reading:
    """Read every record below `data`. Problems are collected, never raised.

    `known` are the files of an earlier reading of the same folder by the same code: what did not change is taken from there.
    """
    reading = Reading()
    folders = {record_type.folder: record_type for record_type in RECORD_TYPES}
    root = data.name or data.resolve().name
    if not data.is_dir():
        reading.problems.append(Problem.of(root, 1, 1, "folder-missing", value=root))
        return reading
    for path in _listed(data, root, reading):
        shown = f"{root}/{path.name}"
        if path.name in folders and path.is_dir() and not path.is_symlink():
            _read_type(path, shown, folders[path.name], reading, known)
        elif path.name == FOLDER and path.is_dir() and not path.is_symlink():
            _read_pictures(path, shown, reading)
        elif path.name in (*folders, FOLDER):
            reading.problems.append(Problem(shown, 1, 1, "folder-not-regular"))
            reading.broken.add((path.name, ""))
        elif path.name not in OTHER_NAMES:
            guess = near(path.name, [*folders, *OTHER_NAMES])
            code = "folder-unknown-near" if guess else "folder-unknown"
            reading.problems.append(Problem.of(shown, 1, 1, code, value=path.name, near=guess or "", choices=", ".join(folders)))
    _read_site(data / "site.yml", f"{root}/site.yml", reading)
    reading.ledger = _read_kept(read_ledger, data / NAME, root, reading) or {}
    reading.published = _read_kept(addresses.read_addresses, data / addresses.NAME, root, reading) or {}
    reading.tested = _read_kept(accessibility.read_accessibility, data / accessibility.NAME, root, reading)
    return reading


def _read_kept(read: Callable[[Path, str], tuple[T, list[Problem]]], path: Path, root: str, reading: Reading) -> T | None:
    """What a command keeps in a file, None where that cannot be read."""
    shown = f"{root}/{path.name}"
    try:
        found, problems = read(path, shown)
    except OSError as error:
        reading.problems.append(Problem.of(shown, 1, 1, "file-unreadable", said=error.strerror or ""))
        return None
    reading.problems += problems
    return found


def _read_type(folder: Path, shown: str, record_type: type[Record], reading: Reading, known: Mapping[str, FileRead]) -> None:
    try:
        listed = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        reading.problems.append(Problem.of(shown, 1, 1, "file-unreadable", said=error.strerror or ""))
        reading.broken.add((record_type.folder, ""))
        return
    for item in listed:
        if item.name.startswith("."):
            continue
        name, (record_id, _, suffix) = f"{shown}/{item.name}", item.name.rpartition(".")
        if (read := unchanged(item, known.get(name))) is None:
            if not item.is_file(follow_symlinks=False):
                reading.problems.append(Problem(name, 1, 1, "file-not-regular"))
            elif suffix != "yml":
                reading.problems.append(Problem.of(name, 1, 1, "file-suffix", value=item.name))
            elif not re.fullmatch(ID_PATTERN, record_id):
                reading.problems.append(Problem.of(name, 1, 1, "file-name", value=record_id))
            else:
                read = read_file(item, name, record_id, record_type, known.get(name))
        if read:
            reading.files[name] = read
            reading.problems += read.problems
            if read.entry:
                reading.entries.append(read.entry)
                continue
        reading.broken.add((record_type.folder, record_id))


def _read_pictures(folder: Path, shown: str, reading: Reading) -> None:
    try:
        reading.pictures = read_pictures(folder)
    except OSError as error:
        reading.problems.append(Problem.of(shown, 1, 1, "file-unreadable", said=error.strerror or ""))


def _read_site(path: Path, name: str, reading: Reading) -> None:
    if path.is_symlink() or not path.is_file():
        reading.problems.append(Problem(name, 1, 1, "site-missing"))
        return
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            raise too_large(name, size)
        document, notes = read_document(name, path.read_bytes())
    except Unreadable as stop:
        reading.problems += stop.problems
    except OSError as error:
        reading.problems.append(Problem.of(name, 1, 1, "file-unreadable", said=error.strerror or ""))
    else:
        reading.site_place = name, document
        reading.site, problems = read_model(name, document, notes, SiteFacts)
        reading.problems += problems


def _listed(folder: Path, shown: str, reading: Reading) -> list[Path]:
    """What lies in a folder, in order; hidden files are not ours."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        reading.problems.append(Problem.of(shown, 1, 1, "file-unreadable", said=error.strerror or ""))
        return []
