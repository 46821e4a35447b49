"""The safe subset of YAML 1.2 that data files are written in.

UTF-8 (a BOM and Windows line ends are accepted), at most 1 MiB and 12 levels, one document, no anchors, aliases, tags,
multi-line values or repeated keys. Every scalar is text until the schema says otherwise, and a plain scalar that
YAML 1.1 programs read as something else (`NO`, `18:30`, `010`) has to be quoted: a file means the same to all programs.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from site_plugins.problems import Problem

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 12

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


class Unreadable(Exception):  # noqa: N818 - it names the state of the file, and never leaves this room
    """The file cannot be read further than this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


_LOOKS_OTHERWISE = re.compile(r"(?i:yes|no|on|off|y|n|null|~)|[+-]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[+-]?0[0-7_]+|0[xob][\da-fA-F_]+")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]")
_CYRILLIC = re.compile("[А-Яа-яЁё]{3}")

_SYNTAX = (
    ("mapping values are not allowed", "yaml-colon-in-text"),
    ("could not find expected ':'", "yaml-colon-missing"),
    ("found unexpected end of stream", "yaml-quote-open"),
    ("found character that cannot start any token", "yaml-special-character"),
    ("did not find expected '-' indicator", "yaml-list-indent"),
    ("did not find expected ',' or ']'", "yaml-bracket-open"),
    ("did not find expected ',' or '}'", "yaml-brace-open"),
    ("did not find expected key", "yaml-indent"),
    ("did not find expected node content", "yaml-indent"),
    ("block sequence entries are not allowed", "yaml-list-here"),
    ("found unknown escape character", "yaml-escape"),
    ("found undefined tag handle", "yaml-tag"),
    ("found incompatible YAML document", "yaml-directive"),
    ("did not find expected <document start>", "yaml-text-outside"),
)
"""What libyaml says, and the message an editor gets for it."""


def read_document(name: str, data: bytes) -> tuple[Document, list[Problem]]:
    """Read one file called `name`. Mistakes that leave the rest readable are listed; else raises Unreadable."""
    text = _decode(name, data)
    _refuse_characters(name, text)
    reader = _Reader(name, text)
    return reader.read(), reader.problems


def _decode(name: str, data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise Unreadable(_problem(name, 1, 1, "file-too-large", size=f"{len(data) // 1024}"))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(_problem(name, 1, 1, "file-utf16"))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        looks_like_windows = _CYRILLIC.search(data.decode("cp1251", "replace"))
        raise Unreadable(_problem(name, line, column, "file-cp1251" if looks_like_windows else "file-not-utf8")) from None


def _refuse_characters(name: str, text: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            raise Unreadable(_problem(name, number, line.index("\t") + 1, "yaml-tab"))
        if found := _FORBIDDEN.search(line):
            code = f"U+{ord(found[0]):04X}"
            raise Unreadable(_problem(name, number, found.start() + 1, "character-forbidden", character=code))
        if "\r" in line:
            raise Unreadable(_problem(name, number, line.index("\r") + 1, "character-forbidden", character="U+000D"))


def _problem(name: str, line: int, column: int, code: str, key: str = "", **values: str) -> Problem:
    return Problem(name, line, column, code, key=key, values=tuple(sorted(values.items())))


class _Reader:
    """Builds the tree from libyaml's events, which carry a position each (no constructor, no resolver)."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.split("\n")
        self.problems: list[Problem] = []
        self.marks: dict[Path, Mark] = {}
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))

    def read(self) -> Document:
        try:
            self._next()
            event = self._next()
            if isinstance(event, yaml.StreamEndEvent):
                raise self._unreadable(event, "file-empty")
            if event.explicit:
                self._note(event, "yaml-second-document")
            tree = self._value(self._next(), (), None)
            end = self._next()
            if not isinstance(self._next(), yaml.StreamEndEvent):
                raise self._unreadable(end, "yaml-second-document")
        except yaml.YAMLError as error:
            raise Unreadable(self._syntax(error)) from None
        if not isinstance(tree, dict):
            raise Unreadable(_problem(self.name, 1, 1, "file-not-fields"))
        return Document(tree, self.marks)

    def _next(self) -> Any:
        return next(self.events)

    def _value(self, event: Any, path: Path, key: Any) -> Tree:
        here = event.start_mark
        at = key.start_mark if key else here
        self.marks[path] = Mark(here.line + 1, here.column + 1, at.line + 1, at.column + 1)
        if len(path) > MAX_DEPTH:
            raise self._unreadable(event, "yaml-too-deep", limit=str(MAX_DEPTH))
        if isinstance(event, yaml.AliasEvent):
            raise self._unreadable(event, "yaml-alias", name=event.anchor)
        if event.anchor:
            raise self._unreadable(event, "yaml-anchor", name=event.anchor)
        if event.tag:
            raise self._unreadable(event, "yaml-tag")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._mapping(path)

    def _list(self, path: Path) -> Tree:
        items: list[Tree] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items)), None))
        return items

    def _mapping(self, path: Path) -> Tree:
        fields: dict[str, Tree] = {}
        while not isinstance(key := self._next(), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                raise self._unreadable(key, "yaml-key-not-text")
            name = key.value
            if name == "<<":
                raise self._unreadable(key, "yaml-merge")
            repeated = name in fields
            first = self.marks.get((*path, name))
            value = self._value(self._next(), (*path, name), key)
            if repeated and first:
                self._note(key, "yaml-key-repeated", key=name, line=str(first.key_line))
            fields[name] = value
        return fields

    def _scalar(self, event: Any, path: Path) -> str:
        value: str = event.value
        key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        if event.style in ("|", ">"):
            self._note(event, "yaml-block-text", key=key)
        elif event.start_mark.line != event.end_mark.line:
            self._note(event, "yaml-value-on-two-lines", key=key)
        elif not event.style:
            rest = self.lines[event.end_mark.line][event.end_mark.column :]
            if not value:
                self._note(event, "value-empty", key=key)
            elif re.match(r"\s+#", rest):
                self._note(event, "yaml-comment-after-value", key=key, value=value)
            elif _LOOKS_OTHERWISE.fullmatch(value):
                self._note(event, "yaml-quote-needed", key=key, value=value)
        return value

    def _note(self, event: Any, code: str, key: str = "", **values: str) -> None:
        mark = event.start_mark
        self.problems.append(_problem(self.name, mark.line + 1, mark.column + 1, code, key, **values))

    def _unreadable(self, event: Any, code: str, **values: str) -> Unreadable:
        mark = event.start_mark
        return Unreadable(_problem(self.name, mark.line + 1, mark.column + 1, code, **values))

    def _syntax(self, error: yaml.YAMLError) -> Problem:
        said = str(getattr(error, "problem", "") or "")
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        code = next((code for words, code in _SYNTAX if words in said), "yaml-syntax")
        if code == "yaml-quote-open" and (start := getattr(error, "context_mark", None)):
            line, column = start.line + 1, start.column + 1
        return _problem(self.name, line, column, code, **({"said": said} if code == "yaml-syntax" else {}))
