"""What the last build left in a folder: a file that was made of the same things and still lies there as it was left is not made again.

Only the data may change between two builds; after any other change, and where what is kept is damaged, old, or of another folder,
every file is made. What was left is told by each file's number, size and time, as git does, so a file that was touched is made too.
"""

import marshal
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from sys import intern
from typing import NamedTuple

from site_plugins.asking import Question
from site_plugins.catalog import Catalog
from site_plugins.rebuilding.answers import answers

Look = tuple[int, int, int]
"""A file's number, size and time."""
Left = tuple[Look | None, bytes, bytes, tuple[int, ...]]
"""One file: how it looks, the hash of its bytes, what its maker was handed (handed.py; empty where it is made at every build),
and the numbers of the questions that its maker asked."""
NOTHING: Left = (None, b"", b"", ())


class Written(NamedTuple):
    """What is told of a file that was made."""

    path: str
    digest: bytes
    asked: list[Question]
    """What its maker asked of the catalog."""
    is_new: bool
    """Whether it had to be written; else the same lay there already."""


class LastBuild:
    """The files that the last build left in a folder."""

    def __init__(self, folder: Path, engine: str, catalog: Catalog, kept: bytes | None) -> None:
        """`engine` says all that the files depend on beside the records; `kept` is what `keep` gave at the last build."""
        self.folder, self.engine = folder, engine
        self.files: dict[str, Left] = {}
        self.numbers: dict[Question, int] = {}
        """The questions that were asked for the files, then those asked since."""
        self.answers: list[bytes | None] = []
        """To the first of them, as the catalog gives it now."""
        self.changed: set[int] = set()
        """Those that are answered otherwise now."""
        self.made: dict[str, tuple[bytes, tuple[int, ...]]] = {}
        """What `learn` was told: path -> the hash of the file's bytes, the numbers of the questions."""
        self.new: set[str] = set()
        """Those of `made` that had to be written."""
        if kept:
            engine, questions, answered, files = marshal.loads(kept)  # noqa: S302 - what `keep` gave, whole
            if engine == self.engine:
                self.files, self.answers = files, list(answers(catalog, questions))
                self.numbers = {question: number for number, question in enumerate(questions)}
                pairs = enumerate(zip(answered, self.answers, strict=True))
                self.changed = {number for number, (before, now) in pairs if before != now or now is None}

    def still_right(self, path: str, handed: bytes) -> bool:
        """Whether the file at a path would be made the same again."""
        seen, _, in_hand, asked = self.files.get(path, NOTHING)
        return bool(handed) and in_hand == handed and self.changed.isdisjoint(asked) and seen == look(self.folder, path)

    def is_there(self, path: str, digest: bytes) -> bool:
        """Whether a file of this digest lies at a path."""
        seen, found, *_ = self.files.get(path, NOTHING)
        return found == digest and seen == look(self.folder, path)

    def learn(self, made: Iterable[Written]) -> None:
        """Of files that were made, as they come: their questions are many, and kept as numbers."""
        for one in made:
            self.made[one.path] = one.digest, tuple(map(self._number, one.asked))
            if one.is_new:
                self.new.add(one.path)

    def _number(self, question: Question) -> int:
        if (number := self.numbers.get(question)) is None:
            number = self.numbers[tuple(map(intern, question))] = len(self.numbers)  # one text for all that another process told
        return number

    def keep(self, catalog: Catalog, same: Iterable[str], handed: Mapping[str, bytes]) -> bytes:
        """What lies in the folder now, for the next build: the files that stayed the `same`, and those made, of what was handed."""
        files = {path: self.files[path] for path in same}
        for path, (digest, asked) in self.made.items():
            if seen := look(self.folder, path):
                files[path] = seen, digest, handed.get(path, b""), asked
        used = sorted({number for *_, asked in files.values() for number in asked})
        again = dict(zip(used, range(len(used)), strict=True))
        if len(used) < len(self.numbers):
            files = {path: (*left[:3], tuple([again[number] for number in left[3]])) for path, left in files.items()}
        questions = [question for question, number in self.numbers.items() if number in again]
        answered = [self.answers[number] for number in used if number < len(self.answers)]
        return marshal.dumps((self.engine, questions, [*answered, *answers(catalog, questions[len(answered) :])], files))


def look(folder: Path, path: str) -> Look | None:
    """How a file looks from outside; None where there is none."""
    try:
        stat = os.lstat(f"{folder}/{path}")
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
