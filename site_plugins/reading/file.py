"""One file of data/: what it gives, from an earlier reading where it is still the same."""

import os
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from site_plugins.problems import Problem
from site_plugins.reading.entry import Entry, FileRead
from site_plugins.reading.fields import titled
from site_plugins.reading.kept import look_of, settled
from site_plugins.reading.meaning import meaning
from site_plugins.reading.records import read_record
from site_plugins.reading.text import MAX_BYTES, Unreadable, too_large
from site_plugins.reading.yaml_subset import Document, read_document
from site_plugins.records.base import Record

M = TypeVar("M", bound=BaseModel)

UNUSABLE = ("value-empty", "value-too-long")
"""What makes of a value nothing that another rule should look at."""


def unchanged(item: os.DirEntry[str], known: FileRead | None) -> FileRead | None:
    """What is known of a file that looks as it did; of ten thousand this is asked at every edit."""
    try:
        return known if known and known.look and known.look == look_of(item.stat(follow_symlinks=False)) else None
    except OSError:
        return None  # gone since, which its reading tells


def read_file(item: os.DirEntry[str], name: str, record_id: str, record_type: type[Record], known: FileRead | None) -> FileRead:
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
    record, problems = read_model(name, document, notes, record_type, record_id)
    entry = Entry(record, name, Path(item.path), meaning(document.tree)) if record else None
    return FileRead(look, digest, entry, tuple(problems))


def read_model(name: str, document: Document, notes: list[Problem], model: type[M], record_id: str = "") -> tuple[M | None, list[Problem]]:
    """What one file holds. Where the YAML itself is told to be wrong, the model's complaint about that value is not told again."""
    record, refused = read_record(name, document, model, record_id)
    told = {(note.line, note.column) for note in notes}
    problems = titled(notes, document, model) + [problem for problem in refused if (problem.line, problem.column) not in told]
    whole = not any(note.code in UNUSABLE for note in notes)
    return (record if whole else None), problems
