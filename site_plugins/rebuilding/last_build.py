"""What the last build left in a folder: a file that was made of the same things and still lies there as it was left is not made again.

Only the data may change between two builds; after any other change, and where what is kept is damaged, old, or of another folder,
every file is made. What was left is told by each file's number, size and time, as git does, so a file that was touched is made too.
"""

import marshal
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from site_plugins.asking import Question
from site_plugins.catalog import Catalog
from site_plugins.rebuilding.answers import answers

Look = tuple[int, int, int]


class Left(NamedTuple):
    """One file of the site."""

    look: Look
    digest: bytes
    """Of its bytes."""
    handed: bytes
    """What its maker was handed (handed.py); empty where it is made at every build."""
    asked: tuple[int, ...]
    """The numbers of the questions that its maker asked."""


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
        self.questions: list[Question] = []
        self.files: dict[str, Left] = {}
        self.changed: set[int] = set()
        if kept:
            engine, questions, answered, files = marshal.loads(kept)  # noqa: S302 - what `keep` gave, whole
            if engine == self.engine:
                self.questions = questions
                self.files = {path: Left(*left) for path, left in files.items()}
                now = answers(catalog, questions)
                self.changed = {number for number, (one, two) in enumerate(zip(answered, now, strict=True)) if one != two or one is None}

    def left(self, path: str) -> Left | None:
        """What was left at a path, if it still lies there as it was."""
        left = self.files.get(path)
        return left if left and left.look == look(self.folder / path) else None

    def still_right(self, path: str, handed: bytes) -> bool:
        """Whether the file at a path would be made the same again."""
        left = self.left(path)
        return bool(left and handed and left.handed == handed and self.changed.isdisjoint(left.asked))

    def is_there(self, path: str, digest: bytes) -> bool:
        """Whether a file of this digest lies at a path."""
        left = self.left(path)
        return bool(left and left.digest == digest)

    def keep(self, catalog: Catalog, same: Iterable[str], made: Iterable[tuple[Written, bytes]]) -> bytes:
        """What lies in the folder now, for the next build: the files that stayed the `same`, and those made, with what was handed."""
        numbers: dict[Question, int] = {}

        def numbered(questions: Iterable[Question]) -> tuple[int, ...]:
            return tuple([numbers.setdefault(question, len(numbers)) for question in questions])

        files: dict[str, Left] = {}
        for path in same:
            left = self.files[path]
            files[path] = left._replace(asked=numbered(self.questions[number] for number in left.asked))
        for one, handed in made:
            if seen := look(self.folder / one.path):
                files[one.path] = Left(seen, one.digest, handed, numbered(one.asked))
        plain = {path: tuple(left) for path, left in files.items()}
        return marshal.dumps((self.engine, list(numbers), list(answers(catalog, numbers)), plain))


def look(path: Path) -> Look | None:
    """How a file looks from outside; None where there is none."""
    try:
        stat = path.lstat()
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
