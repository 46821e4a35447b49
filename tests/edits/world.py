"""The folder that is edited: its files by name, and what the edits share."""

from pathlib import Path
from random import Random
from typing import Any

from site_plugins.reading.yaml_subset import read_document
from site_plugins.records import RECORD_TYPES
from tests.edits.yaml_text import format_tree

Tree = dict[str, Any]
TYPES = {record_type.folder: record_type for record_type in RECORD_TYPES}
SITE = "site.yml"
FIRST = 1000
"""The numbers of invented records are below."""


class World:
    """A data folder. Files are named as `cities/citi-3.yml`; nothing but `random` decides."""

    def __init__(self, data: Path, random: Random) -> None:
        self.data, self.random = data, random
        self.number = FIRST
        self.before: dict[str, bytes | None] = {}
        """What the files of the present edit held before it, None where there was none."""
        self.kept: list[tuple[int, dict[str, bytes]]] = []
        """Earlier states of the whole folder, with the number of each (branches.py)."""

    def fresh(self) -> int:
        """A number that was never given, so that no name comes twice, whatever branch the folder is on."""
        self.number += 1
        return self.number

    def files(self) -> dict[str, bytes]:
        """Every file and its bytes, in the order of their names."""
        paths = sorted(path for path in self.data.rglob("*") if path.is_file())
        return {path.relative_to(self.data).as_posix(): path.read_bytes() for path in paths}

    def ids(self, folder: str) -> list[str]:
        """The records of a folder, in order."""
        return sorted(path.stem for path in (self.data / folder).iterdir())

    def some_file(self, *folders: str) -> str:
        """The file of a record: first its type is chosen, so that few reports are edited as often as many events."""
        folder = self.random.choice(folders or tuple(TYPES))
        return f"{folder}/{self.random.choice(self.ids(folder))}.yml"

    def read(self, file: str) -> bytes:
        """The bytes of a file."""
        return (self.data / file).read_bytes()

    def tree(self, file: str) -> Tree:
        """What a file says; the caller's own, to change and save."""
        tree = read_document(file, self.read(file))[0].tree
        assert isinstance(tree, dict)
        return tree

    def save(self, file: str, tree: Tree) -> None:
        """Write what a file is to say."""
        self.write(file, format_tree(tree).encode())

    def write(self, file: str, content: bytes | None) -> None:
        """Write a file, or take it away where `content` is None."""
        path = self.data / file
        self.before.setdefault(file, path.read_bytes() if path.exists() else None)
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)

    def put_back(self) -> str:
        """Undo the present edit byte for byte, and tell its files."""
        before, self.before = self.before, {}
        for file, content in before.items():
            self.write(file, content)
        return ", ".join(before)


def split(file: str) -> tuple[str, str]:
    """(folder, id) of a record's file."""
    folder, _, name = file.partition("/")
    return folder, name.removesuffix(".yml")


def without(tree: Tree, *names: str) -> Tree:
    """The same fields but some."""
    return {name: value for name, value in tree.items() if name not in names}
