"""All of data/: which file is which record, and what else must not lie there."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from site_plugins.problems import Problem
from site_plugins.reading import addresses
from site_plugins.reading.fields import titled
from site_plugins.reading.kept import FileRead, look_of, settled
from site_plugins.reading.ledger import NAME, Key, Line, read_ledger
from site_plugins.reading.meaning import meaning
from site_plugins.reading.memory import nothing_is_garbage
from site_plugins.reading.near import near
from site_plugins.reading.pictures import FOLDER, PictureFile, Unfit, read_pictures
from site_plugins.reading.records import read_record
from site_plugins.reading.text import MAX_BYTES, Unreadable, too_large
from site_plugins.reading.yaml_subset import NOWHERE, Document, read_document
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from site_plugins.records.references import Reference, references
from site_plugins.records.site import SiteFacts
from site_plugins.records.values import ID_PATTERN


@dataclass(frozen=True)
class Entry:
    """A record and the file it stands in."""

    record: Record
    file: str
    """As it is shown: `data/cities/kaifeng.yml`."""
    path: Path
    meaning: str
    """The hash of what the file says (meaning.py)."""

    @cached_property
    def key(self) -> Key:
        """(folder, id)."""
        return self.record.folder, self.record.id

    @cached_property
    def references(self) -> list[Reference]:
        """All references of the record; kept, for the next reading takes the entries of unchanged files over."""
        return references(self.record)

    @property
    def document(self) -> Document:
        """What the file says and where, read again: only a mistake is told with its place, and a text that is kept is memory."""
        try:
            return read_document(self.file, self.path.read_bytes())[0]
        except (OSError, Unreadable):
            return NOWHERE  # gone since; what was found in it is still told


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
    files: dict[str, FileRead] = field(default_factory=dict)
    """A record's file -> what was read of it, for the next reading."""
    ledger: Mapping[Key, Line] = field(default_factory=dict)
    """(folder, id) -> what the ledger says of a record, also of a removed one."""
    published: Mapping[str, int] = field(default_factory=dict)
    """Every address that was ever published -> its line in the list of them."""


M = TypeVar("M", bound=BaseModel)
K = TypeVar("K")
V = TypeVar("V")

UNUSABLE = ("value-empty", "value-too-long")
"""What makes of a value nothing that another rule should look at."""

OTHER_NAMES = {"site.yml", "geo", FOLDER, "README.md", "accessibility.json", NAME, addresses.NAME}
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
        elif path.name not in OTHER_NAMES:
            guess = near(path.name, [*folders, *OTHER_NAMES])
            code = "folder-unknown-near" if guess else "folder-unknown"
            reading.problems.append(Problem.of(shown, 1, 1, code, value=path.name, near=guess or "", choices=", ".join(folders)))
    _read_site(data / "site.yml", f"{root}/site.yml", reading)
    reading.ledger = _read_kept(read_ledger, data / NAME, f"{root}/{NAME}", reading)
    reading.published = _read_kept(addresses.read_addresses, data / addresses.NAME, f"{root}/{addresses.NAME}", reading)
    return reading


def _read_kept(read: Callable[[Path, str], tuple[Mapping[K, V], list[Problem]]], path: Path, shown: str, reading: Reading) -> Mapping[K, V]:
    """A list that a command keeps, empty where it cannot be read."""
    try:
        found, problems = read(path, shown)
    except OSError as error:
        found, problems = {}, [Problem.of(shown, 1, 1, "file-unreadable", said=error.strerror or "")]
    reading.problems += problems
    return found


def _read_type(folder: Path, shown: str, record_type: type[Record], reading: Reading, known: Mapping[str, FileRead]) -> None:
    try:
        listed = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        reading.problems.append(Problem.of(shown, 1, 1, "file-unreadable", said=error.strerror or ""))
        return
    for item in listed:
        if item.name.startswith("."):
            continue
        name, (record_id, _, suffix) = f"{shown}/{item.name}", item.name.rpartition(".")
        if (read := _unchanged(item, known.get(name))) is None:
            if not item.is_file(follow_symlinks=False):
                reading.problems.append(Problem(name, 1, 1, "file-not-regular"))
            elif suffix != "yml":
                reading.problems.append(Problem.of(name, 1, 1, "file-suffix", value=item.name))
            elif not re.fullmatch(ID_PATTERN, record_id):
                reading.problems.append(Problem.of(name, 1, 1, "file-name", value=record_id))
            else:
                read = _read_file(item, name, record_id, record_type, known.get(name))
        if read:
            reading.files[name] = read
            reading.problems += read.problems
            if read.entry:
                reading.entries.append(read.entry)
                continue
        reading.broken.add((record_type.folder, record_id))


def _unchanged(item: os.DirEntry[str], known: FileRead | None) -> FileRead | None:
    """What is known of a file that looks as it did; of ten thousand this is asked at every edit."""
    try:
        return known if known and known.look and known.look == look_of(item.stat(follow_symlinks=False)) else None
    except OSError:
        return None  # gone since, which its reading tells


def _read_file(item: os.DirEntry[str], name: str, record_id: str, record_type: type[Record], known: FileRead | None) -> FileRead:
    """What a record's file gives, from what is known of it where it is still the same."""
    try:
        stat = item.stat(follow_symlinks=False)
        look = settled(stat)
        if stat.st_size > MAX_BYTES:
            raise too_large(name, stat.st_size)
        with open(item.path, "rb", buffering=0) as file:  # noqa: PTH123 - half the time of Path.read_bytes
            content = file.read()
        digest = sha256(content).digest()
        if known and digest == known.digest:
            return known._replace(look=look)
        document, notes = read_document(name, content)
    except Unreadable as stop:
        return FileRead(None, b"", None, stop.problems)
    except OSError as error:
        return FileRead(None, b"", None, (Problem.of(name, 1, 1, "file-unreadable", said=error.strerror or ""),))
    record, problems = _read_model(name, document, notes, record_type, record_id)
    entry = Entry(record, name, Path(item.path), meaning(document.tree)) if record else None
    return FileRead(look, digest, entry, tuple(problems))


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
        reading.site, problems = _read_model(name, document, notes, SiteFacts)
        reading.problems += problems


def _read_model(name: str, document: Document, notes: list[Problem], model: type[M], record_id: str = "") -> tuple[M | None, list[Problem]]:
    """What one file holds. Where the YAML itself is told to be wrong, the model's complaint about that value is not told again."""
    record, refused = read_record(name, document, model, record_id)
    told = {(note.line, note.column) for note in notes}
    problems = titled(notes, document, model) + [problem for problem in refused if (problem.line, problem.column) not in told]
    whole = not any(note.code in UNUSABLE for note in notes)
    return (record if whole else None), problems


def _listed(folder: Path, shown: str, reading: Reading) -> list[Path]:
    """What lies in a folder, in order; hidden files are not ours."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        reading.problems.append(Problem.of(shown, 1, 1, "file-unreadable", said=error.strerror or ""))
        return []
