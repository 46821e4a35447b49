"""The safe subset of YAML 1.2 that data files are written in.

At most 12 levels, one document, no anchors, aliases, tags, multi-line values or repeated keys. Every scalar is text until
the schema says otherwise, and a plain scalar that YAML 1.1 programs read as something else (`NO`, `18:30`, `010`) has to be
quoted: a file means the same to all programs.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import yaml

from site_plugins.problems import Problem
from site_plugins.reading.syntax import LastScalar, explain, last_scalar
from site_plugins.reading.text import FORBIDDEN, MAX_TOLD, Unreadable, code_point, decode, many_mistakes

MAX_DEPTH = 12
MAX_VALUE = 2000
"""Characters in one value; the longest text of a record is a paragraph."""

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
    marks: dict[Path, Mark]


_LOOKS_OTHERWISE = re.compile(
    r"(?i:yes|no|on|off|y|n)|[+-]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[+-]?0[0-7_]+|0[xob][\da-fA-F_]+|[+-]?\d+_[\d_]*"
)


def read_document(name: str, data: bytes) -> tuple[Document, list[Problem]]:
    """Read one file called `name`. Mistakes that leave the rest readable are listed; else raises Unreadable."""
    reader = _Reader(name, decode(name, data))
    return reader.read(), reader.problems


class _Reader:
    """Builds the tree from libyaml's events, which carry a position each (no constructor, no resolver)."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = [*text.split("\n"), ""]  # libyaml sets the end of a text on a line of its own
        self.problems: list[Problem] = []
        self.marks: dict[Path, Mark] = {}
        self.last: LastScalar | None = None
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))

    def read(self) -> Document:
        try:
            return self._document()
        except yaml.YAMLError as error:
            problem = explain(self.name, self.lines, error, self.last)
            raise Unreadable(*self._not_caused_by_the_last(), problem) from None

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
            self.last = last_scalar(event)
        return event

    def _value(self, event: Any, path: Path, key: Any) -> Tree:
        here = event.start_mark
        at = key.start_mark if key else here
        self.marks[path] = Mark(here.line + 1, here.column + 1, at.line + 1, at.column + 1)
        if len(path) > MAX_DEPTH:
            raise self._unreadable(event, "yaml-too-deep", limit=str(MAX_DEPTH))
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
        before = self.lines[key.start_mark.line][: key.start_mark.column]
        if not isinstance(key, yaml.ScalarEvent) or not key.value.strip() or before.rstrip().endswith("?"):
            raise self._unreadable(key, "yaml-key-not-text")
        if key.value == "<<":
            raise self._unreadable(key, "yaml-merge")

    def _scalar(self, event: Any, path: Path) -> str:
        value: str = event.value
        key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        if event.style in ("|", ">"):
            self._note(event, "yaml-block-text", key=key)
        elif event.start_mark.line != event.end_mark.line:
            self._note(event, "yaml-value-on-two-lines", key=key)
        elif len(value) > MAX_VALUE:
            self._note(event, "value-too-long", key=key, limit=str(MAX_VALUE))
        elif event.style:
            if found := FORBIDDEN.search(value):
                self._note(event, "character-forbidden", key=key, character=code_point(found[0]))
        elif value.lower() in ("", "~", "null"):
            self._note(event, "value-empty", key=key)
        elif re.match(r"\s+#", self.lines[event.end_mark.line][event.end_mark.column :]):
            self._note(event, "yaml-comment-after-value", key=key, value=value)
        elif _LOOKS_OTHERWISE.fullmatch(value):
            self._note(event, "yaml-quote-needed", key=key, value=value)
        return value

    def _note(self, event: Any, code: str, key: str = "", **values: str) -> None:
        mark = event.start_mark
        if len(self.problems) == MAX_TOLD:
            raise Unreadable(*self.problems, many_mistakes(self.name))
        self.problems.append(replace(Problem.of(self.name, mark.line + 1, mark.column + 1, code, **values), key=key))

    def _unreadable(self, event: Any, code: str, **values: str) -> Unreadable:
        mark = event.start_mark
        return Unreadable(*self.problems, Problem.of(self.name, mark.line + 1, mark.column + 1, code, **values))

    def _not_caused_by_the_last(self) -> list[Problem]:
        """What was noted before libyaml gave up, without a value that ran over lines because of the same mistake."""
        at = (self.last.start[0] + 1, self.last.start[1] + 1) if self.last else None
        return [p for p in self.problems if (p.line, p.column) != at or p.code != "yaml-value-on-two-lines"]
