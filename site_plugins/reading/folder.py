"""All of data/: which file is which record, and what else must not lie there."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from site_plugins.problems import Problem
from site_plugins.reading.records import near, read_record
from site_plugins.reading.yaml_subset import Document, Unreadable, read_document
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import ID_PATTERN, Record
from site_plugins.records.site import SiteFacts


@dataclass(frozen=True, slots=True)
class Entry:
    """A record, the file it stands in, and where each of its values stands there."""

    record: Record
    file: str
    document: Document


@dataclass(slots=True)
class Reading:
    """What was read of a data folder. With problems it is not to be published."""

    entries: list[Entry] = field(default_factory=list)
    site: SiteFacts | None = None
    problems: list[Problem] = field(default_factory=list)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """(folder, id) of files that are there but could not be read: a reference to them is no second mistake."""


OTHER_NAMES = {"site.yml", "geo", "README.md"}
"""What lies in data/ and is no folder of records."""


def read_folder(data: Path) -> Reading:
    """Read every record below `data`. Problems are collected, never raised."""
    reading = Reading()
    folders = {record_type.folder: record_type for record_type in RECORD_TYPES}
    if not data.is_dir():
        reading.problems.append(_whole(data.name, "folder-missing", value=data.name))
        return reading
    for path in sorted(data.iterdir()):
        shown = f"{data.name}/{path.name}"
        if path.name.startswith("."):
            continue
        if path.name in folders and path.is_dir():
            _read_type(path, shown, folders[path.name], reading)
        elif path.name not in OTHER_NAMES:
            guess = near(path.name, [*folders, *OTHER_NAMES])
            code = "folder-unknown-near" if guess else "folder-unknown"
            reading.problems.append(_whole(shown, code, value=path.name, near=guess or "", choices=", ".join(folders)))
    _read_site(data / "site.yml", f"{data.name}/site.yml", reading)
    return reading


def _read_type(folder: Path, shown: str, record_type: type[Record], reading: Reading) -> None:
    for path in sorted(folder.iterdir()):
        name = f"{shown}/{path.name}"
        if path.name.startswith("."):
            continue
        if path.is_symlink() or not path.is_file():
            reading.problems.append(_whole(name, "file-not-regular"))
        elif path.suffix != ".yml":
            reading.problems.append(_whole(name, "file-suffix", value=path.name))
        elif not re.fullmatch(ID_PATTERN, path.stem):
            reading.problems.append(_whole(name, "file-name", value=path.stem))
        elif record := _read_record(path, name, record_type, reading):
            reading.entries.append(record)
        else:
            reading.broken.add((record_type.folder, path.stem))


def _read_record(path: Path, name: str, record_type: type[Record], reading: Reading) -> Entry | None:
    if not (document := _read_file(path, name, reading)):
        return None
    record, problems = read_record(name, document, record_type)
    reading.problems += problems
    return Entry(record.model_copy(update={"id": path.stem}), name, document) if record else None


def _read_site(path: Path, name: str, reading: Reading) -> None:
    if not path.is_file():
        reading.problems.append(_whole(name, "site-missing"))
    elif document := _read_file(path, name, reading):
        reading.site, problems = read_record(name, document, SiteFacts)
        reading.problems += problems


def _read_file(path: Path, name: str, reading: Reading) -> Document | None:
    try:
        document, problems = read_document(name, path.read_bytes())
    except Unreadable as stop:
        reading.problems.append(stop.problem)
        return None
    except OSError as error:
        reading.problems.append(_whole(name, "file-unreadable", said=error.strerror or ""))
        return None
    reading.problems += problems
    return document


def _whole(name: str, code: str, **values: str) -> Problem:
    return Problem(name, 1, 1, code, values=tuple(sorted(values.items())))
