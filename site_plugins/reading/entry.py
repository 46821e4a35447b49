"""What reading gives: of each file its record, where that stands, and what is wrong with it; of the folder all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path as FilePath
from typing import NamedTuple

from site_plugins.problems import Problem
from site_plugins.reading.accessibility import Tested
from site_plugins.reading.fields import problem_at, problem_at_key
from site_plugins.reading.kept import Look
from site_plugins.reading.ledger import Key, Line
from site_plugins.reading.pictures import PictureFile, Unfit
from site_plugins.reading.text import Unreadable
from site_plugins.reading.yaml_subset import NOWHERE, Document, Path, read_document
from site_plugins.records.base import Record
from site_plugins.records.references import Reference, references
from site_plugins.records.site import SiteFacts


@dataclass(frozen=True)
class Entry:
    """A record and the file it stands in."""

    record: Record
    file: str
    """As it is shown: `data/cities/kaifeng.yml`."""
    path: FilePath
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

    def problem(self, path: Path, code: str, **values: str) -> Problem:
        """A problem with one value of the record, at the value's place in the file."""
        return problem_at(self.file, self.document, type(self.record), path, code, **values)

    def problem_at_key(self, path: Path, code: str, **values: str) -> Problem:
        """A problem with a whole field, at the place of its name."""
        return problem_at_key(self.file, self.document, type(self.record), path, code, **values)

    @property
    def document(self) -> Document:
        """What the file says and where, read again: only a mistake is told with its place, and a text that is kept is memory."""
        try:
            return read_document(self.file, self.path.read_bytes())[0]
        except (OSError, Unreadable):
            return NOWHERE  # gone since; what was found in it is still told


class FileRead(NamedTuple):
    """What one file gave."""

    look: Look | None
    """Its number, size and times; None where it had changed too shortly before to tell the next change by them."""
    digest: bytes
    """The hash of its bytes; empty where they could not be read."""
    entry: Entry | None
    problems: tuple[Problem, ...]


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
    """(folder, id) of files that are there but could not be read: a reference to them is no second mistake. An empty id: the folder."""
    files: dict[str, FileRead] = field(default_factory=dict)
    """A record's file -> what was read of it, for the next reading."""
    ledger: Mapping[Key, Line] = field(default_factory=dict)
    """(folder, id) -> what the ledger says of a record, also of a removed one."""
    published: Mapping[str, int] = field(default_factory=dict)
    """Every address that was ever published -> its line in the list of them."""
    tested: Tested | None = None
    """The newest run of the accessibility tests on record."""
