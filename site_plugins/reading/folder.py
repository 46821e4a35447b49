"""All of data/: which file is which record, and what else must not lie there."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from site_plugins.problems import Problem
from site_plugins.reading import addresses
from site_plugins.reading.fields import titled
from site_plugins.reading.ledger import NAME, Key, Line, read_ledger
from site_plugins.reading.near import near
from site_plugins.reading.pictures import FOLDER, PictureFile, Unfit, read_pictures
from site_plugins.reading.records import read_record
from site_plugins.reading.text import MAX_BYTES, Unreadable, too_large
from site_plugins.reading.yaml_subset import Document, read_document
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
    site_place: tuple[str, Document] | None = None
    """The file of `site`, and where each of its values stands there."""
    problems: list[Problem] = field(default_factory=list)
    pictures: dict[str, PictureFile | Unfit] = field(default_factory=dict)
    """The name of each file in pictures/ -> the picture, or what is wrong with it."""
    broken: set[tuple[str, str]] = field(default_factory=set)
    """(folder, id) of files that are there but could not be read: a reference to them is no second mistake."""
    ledger: dict[Key, Line] = field(default_factory=dict)
    """(folder, id) -> what the ledger says of a record, also of a removed one."""
    published: dict[str, int] = field(default_factory=dict)
    """Every address that was ever published -> its line in the list of them."""


M = TypeVar("M", bound=BaseModel)

UNUSABLE = ("value-empty", "value-too-long")
"""What makes of a value nothing that another rule should look at."""

OTHER_NAMES = {"site.yml", "geo", FOLDER, "README.md", "accessibility.json", NAME, addresses.NAME}
"""What lies in data/ and is no folder of records."""


def read_folder(data: Path) -> Reading:
    """Read every record below `data`. Problems are collected, never raised."""
    reading = Reading()
    folders = {record_type.folder: record_type for record_type in RECORD_TYPES}
    root = data.name or data.resolve().name
    if not data.is_dir():
        reading.problems.append(Problem.of(root, 1, 1, "folder-missing", value=root))
        return reading
    for path in _listed(data, root, reading):
        shown = f"{root}/{path.name}"
        if path.name in folders and path.is_dir() and not path.is_symlink():
            _read_type(path, shown, folders[path.name], reading)
        elif path.name == FOLDER and path.is_dir() and not path.is_symlink():
            _read_pictures(path, shown, reading)
        elif path.name in (*folders, FOLDER):
            reading.problems.append(Problem(shown, 1, 1, "folder-not-regular"))
        elif path.name not in OTHER_NAMES:
            guess = near(path.name, [*folders, *OTHER_NAMES])
            code = "folder-unknown-near" if guess else "folder-unknown"
            reading.problems.append(Problem.of(shown, 1, 1, code, value=path.name, near=guess or "", choices=", ".join(folders)))
    _read_site(data / "site.yml", f"{root}/site.yml", reading)
    reading.ledger, problems = read_ledger(data / NAME, f"{root}/{NAME}")
    reading.problems += problems
    reading.published, problems = addresses.read_addresses(data / addresses.NAME, f"{root}/{addresses.NAME}")
    reading.problems += problems
    return reading


def _read_type(folder: Path, shown: str, record_type: type[Record], reading: Reading) -> None:
    for path in _listed(folder, shown, reading):
        name = f"{shown}/{path.name}"
        if path.is_symlink() or not path.is_file():
            reading.problems.append(Problem(name, 1, 1, "file-not-regular"))
        elif path.suffix != ".yml":
            reading.problems.append(Problem.of(name, 1, 1, "file-suffix", value=path.name))
        elif not re.fullmatch(ID_PATTERN, path.stem):
            reading.problems.append(Problem.of(name, 1, 1, "file-name", value=path.stem))
        elif entry := _read_entry(path, name, record_type, reading):
            reading.entries.append(entry)
            continue
        reading.broken.add((record_type.folder, path.stem))


def _read_pictures(folder: Path, shown: str, reading: Reading) -> None:
    try:
        reading.pictures = read_pictures(folder)
    except OSError as error:
        reading.problems.append(Problem.of(shown, 1, 1, "file-unreadable", said=error.strerror or ""))


def _read_entry(path: Path, name: str, record_type: type[Record], reading: Reading) -> Entry | None:
    record, document = _read_model(path, name, record_type, reading)
    return Entry(record.model_copy(update={"id": path.stem}), name, document) if record and document else None


def _read_site(path: Path, name: str, reading: Reading) -> None:
    if path.is_symlink() or not path.is_file():
        reading.problems.append(Problem(name, 1, 1, "site-missing"))
        return
    reading.site, document = _read_model(path, name, SiteFacts, reading)
    reading.site_place = (name, document) if document else None


def _read_model(path: Path, name: str, model: type[M], reading: Reading) -> tuple[M | None, Document | None]:
    """What one file holds. Where the YAML itself is told to be wrong, the model's complaint about that value is not told again."""
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            raise too_large(name, size)
        document, notes = read_document(name, path.read_bytes())
    except Unreadable as stop:
        reading.problems += stop.problems
        return None, None
    except OSError as error:
        reading.problems.append(Problem.of(name, 1, 1, "file-unreadable", said=error.strerror or ""))
        return None, None
    record, problems = read_record(name, document, model)
    told = {(note.line, note.column) for note in notes}
    reading.problems += titled(notes, document, model)
    reading.problems += [problem for problem in problems if (problem.line, problem.column) not in told]
    whole = not any(note.code in UNUSABLE for note in notes)
    return (record if whole else None), document


def _listed(folder: Path, shown: str, reading: Reading) -> list[Path]:
    """What lies in a folder, in order; hidden files are not ours."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        reading.problems.append(Problem.of(shown, 1, 1, "file-unreadable", said=error.strerror or ""))
        return []
