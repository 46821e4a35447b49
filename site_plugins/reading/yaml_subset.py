"""The safe subset of YAML 1.2 that data files are written in.

At most 12 levels, one document, no anchors, aliases, tags, multi-line values or repeated keys. Every scalar is text until
the schema says otherwise, and a plain scalar that YAML 1.1 programs read as something else (`NO`, `18:30`, `010`) has to be
quoted: a file means the same to all programs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from site_plugins.problems import Problem
from site_plugins.reading.plain import read_plain
from site_plugins.reading.scalars import fault
from site_plugins.reading.syntax import LastScalar, explain, last_scalar
from site_plugins.reading.text import MAX_TOLD, Unreadable, decode, many_mistakes

MAX_DEPTH = 12
MAX_VALUES = 10_000

Tree = dict[str, "Tree"] | list["Tree"] | str
Path = tuple[str | int, ...]


class Mark(NamedTuple):
    """Where a value stands and where its key stands; both count from 1."""

    line: int
    column: int
    key_line: int
    key_column: int


class Document(NamedTuple):
    """What a file says, and where each path of it stands."""

    tree: Tree
    marks: Mapping[Path, Mark]


NOWHERE = Document({}, {(): Mark(1, 1, 1, 1)})
"""Of a file that cannot be read any more."""


class Marks(Mapping[Path, Mark]):
    """Where each value of a plain file stands, found when somebody asks: only a mistake is told with its place."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text

    @cached_property
    def found(self) -> Mapping[Path, Mark]:
        """All places, by the strict reader."""
        return _Reader(self.name, self.text).read().marks

    def __getitem__(self, path: Path) -> Mark:
        return self.found[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def read_document(name: str, data: bytes) -> tuple[Document, list[Problem]]:
    """Read one file called `name`. Mistakes that leave the rest readable are listed; else raises Unreadable."""
    text = decode(name, data)
    if (plain := read_plain(text)) is not None:
        return Document(plain, Marks(name, text)), []
    return read_strictly(name, text)


def read_strictly(name: str, text: str) -> tuple[Document, list[Problem]]:
    """The same of a text, whatever it looks like."""
    reader = _Reader(name, text)
    return reader.read(), reader.problems


class _Reader:
    """Builds the tree from libyaml's events, which carry a position each (no constructor, no resolver)."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = [*text.split("\n"), ""]  # libyaml sets the end of a text on a line of its own
        self.problems: list[Problem] = []
        self.marks: dict[Path, Mark] = {}
        self.last: yaml.ScalarEvent | None = None
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))

    def read(self) -> Document:
        try:
            return self._document()
        except yaml.YAMLError as error:
            last = last_scalar(self.last) if self.last else None
            problem = explain(self.name, self.lines, error, last)
            raise Unreadable(*self._not_caused_by(last), problem) from None

    def _document(self) -> Document:
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            raise self._unreadable(event, "file-empty")
        if event.explicit:
            self._note(event, "yaml-second-document")
        root = self._next()
        if not isinstance(root, yaml.MappingStartEvent):
            if isinstance(root, yaml.ScalarEvent):
                list(self.events)  # a first line without its colon is text to YAML, until the next colon is one too many
            raise self._unreadable(root, "file-not-fields")
        tree = self._value(root, (), None)
        self._next()
        if not isinstance(after := self._next(), yaml.StreamEndEvent):
            raise self._unreadable(after, "yaml-second-document")
        return Document(tree, self.marks)

    def _next(self) -> Any:
        event = next(self.events)
        if isinstance(event, yaml.ScalarEvent):
            self.last = event
        return event

    def _value(self, event: Any, path: Path, key: Any) -> Tree:
        here = event.start_mark
        at = key.start_mark if key else here
        self.marks[path] = Mark(here.line + 1, here.column + 1, at.line + 1, at.column + 1)
        if len(path) > MAX_DEPTH:
            raise self._unreadable(event, "yaml-too-deep", limit=str(MAX_DEPTH))
        if len(self.marks) > MAX_VALUES:
            raise self._unreadable(event, "file-many-values", limit=str(MAX_VALUES))
        self._refuse_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._mapping(path, in_braces=event.flow_style)

    def _refuse_properties(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._unreadable(event, "yaml-alias", name=str(event.anchor))
        if event.anchor:
            raise self._unreadable(event, "yaml-anchor", name=str(event.anchor))
        if event.tag:
            raise self._unreadable(event, "yaml-tag")

    def _list(self, path: Path) -> Tree:
        items: list[Tree] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items)), None))
        return items

    def _mapping(self, path: Path, *, in_braces: bool) -> Tree:
        fields: dict[str, Tree] = {}
        while not isinstance(key := self._next(), yaml.MappingEndEvent):
            self._refuse_key(key)
            name = key.value
            value = self._next()
            if in_braces and value.end_mark.index == key.end_mark.index:
                self._note(key, "yaml-comma-in-text", value=name)
                continue
            repeated, first = name in fields, self.marks.get((*path, name))
            fields[name] = self._value(value, (*path, name), key)
            if repeated and first:
                self._note(key, "yaml-key-repeated", at=str(first.key_line), repeated=name)
        return fields

    def _refuse_key(self, key: Any) -> None:
        self._refuse_properties(key)
        if not isinstance(key, yaml.ScalarEvent) or not key.value.strip() or self._after_question_mark(key.start_mark):
            raise self._unreadable(key, "yaml-key-not-text")
        if key.value == "<<":
            raise self._unreadable(key, "yaml-merge")

    def _after_question_mark(self, mark: Any) -> bool:
        """Whether `? ` stands before a key, in YAML's long form."""
        line, column = self.lines[mark.line], int(mark.column)
        while column and line[column - 1] == " ":
            column -= 1
        return column > 0 and line[column - 1] == "?"

    def _scalar(self, event: Any, path: Path) -> str:
        if found := fault(event, self.lines[event.end_mark.line]):
            code, values = found
            self._note(event, code, key=next((part for part in reversed(path) if isinstance(part, str)), ""), **values)
        return str(event.value)

    def _note(self, event: Any, code: str, key: str = "", **values: str) -> None:
        mark = event.start_mark
        if len(self.problems) == MAX_TOLD:
            raise Unreadable(*self.problems, many_mistakes(self.name))
        self.problems.append(replace(Problem.of(self.name, mark.line + 1, mark.column + 1, code, **values), key=key))

    def _unreadable(self, event: Any, code: str, **values: str) -> Unreadable:
        mark = event.start_mark
        return Unreadable(*self.problems, Problem.of(self.name, mark.line + 1, mark.column + 1, code, **values))

    def _not_caused_by(self, last: LastScalar | None) -> list[Problem]:
        """What was noted before libyaml gave up, without a value that ran over lines because of the same mistake."""
        at = (last.start[0] + 1, last.start[1] + 1) if last else None
        return [p for p in self.problems if (p.line, p.column) != at or p.code != "yaml-value-on-two-lines"]
