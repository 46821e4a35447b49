"""What libyaml says of broken YAML, told to an editor: which mistake it most likely is, and where it was made.

libyaml stops where the text can no longer be right, often a line or two after the mistake; what it read last tells the rest.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from site_plugins.problems import Problem

_BRACKETS = re.compile(r"\[[^\[\]]*\]\s*$")
"""A list on the line of its field."""

Place = tuple[int, int]
"""A line and a column, both from 0, as libyaml counts."""


class LastScalar(NamedTuple):
    """The value or key that was read last: where it begins and ends, and whether it has quotes."""

    start: Place
    end: Place
    quoted: bool


class Stop(NamedTuple):
    """Where libyaml gave up, and what it said."""

    said: str
    context: str
    """What it was doing at the time: "while scanning an alias"."""
    at: Place
    began: Place
    """Where it began to do that."""
    lines: list[str]
    last: LastScalar | None

    @property
    def before(self) -> str:
        """What stands on the line before the place."""
        return self.lines[self.at[0]][: self.at[1]]

    @property
    def sign(self) -> str:
        """The character at the place, empty at the line's end."""
        return self.lines[self.at[0]][self.at[1] :][:1]


def last_scalar(event: Any) -> LastScalar:
    """What `explain` wants to know of a scalar event."""
    start, end = event.start_mark, event.end_mark
    return LastScalar((start.line, start.column), (end.line, end.column), event.style in ("'", '"'))


def explain(name: str, lines: list[str], error: yaml.YAMLError, last: LastScalar | None) -> Problem:
    """The one message for libyaml's error in the file called `name`."""
    at = _place(getattr(error, "problem_mark", None)) or (0, 0)
    began = _place(getattr(error, "context_mark", None)) or at
    said, context = (str(getattr(error, part, None) or "") for part in ("problem", "context"))
    code, (line, column) = _code_and_place(Stop(said, context, at, began, lines, last))
    values = {"said": said} if code == "yaml-syntax" else {}
    if code in ("yaml-alias", "yaml-anchor"):
        values["name"] = lines[line][column + 1 :].split(" ")[0]
    return Problem.of(name, line + 1, column + 1, code, **values)


def _place(mark: Any) -> Place | None:
    return (mark.line, mark.column) if mark else None


def _code_and_place(stop: Stop) -> tuple[str, Place]:
    for words, told in _BY_WORDS:
        if words in stop.said:
            return (told, stop.at) if isinstance(told, str) else told(stop)
    for words, code in _BY_CONTEXT:
        if words in stop.context:
            return code, stop.began
    return "yaml-syntax", stop.at


def _colon(stop: Stop) -> tuple[str, Place]:
    """A colon where none may stand: in a text, or after a value that ran on because of an indent or a missing colon."""
    last, line = stop.last, stop.lines[stop.at[0]]
    if last is None or last.quoted or last.start[0] == stop.at[0]:
        return "yaml-colon-in-text", stop.at
    if not stop.lines[last.start[0]][: last.start[1]].strip():
        return "yaml-colon-missing", last.start
    return "yaml-indent", (stop.at[0], len(line) - len(line.lstrip()))


def _key(stop: Stop) -> tuple[str, Place]:
    """Neither a field nor the end of the fields: left-over text, a list's line, or a wrong indent."""
    last = stop.last
    if last and last.quoted and last.end[0] == stop.at[0] != last.start[0] and not stop.before[last.end[1] :].strip():
        return "yaml-quote-open", last.start
    if stop.before.strip():
        return "yaml-text-outside", stop.at
    above = stop.lines[last.end[0]] if last else ""
    if last and stop.sign == "-" and stop.at[1] >= len(above) - len(above.lstrip(" -")) and (brackets := _BRACKETS.search(above)):
        return "yaml-list-twice", (last.end[0], brackets.start())
    return {"-": "yaml-list-indent", ":": "yaml-key-not-text"}.get(stop.sign, "yaml-indent"), stop.at


def _bracket(stop: Stop) -> tuple[str, Place]:
    """Inside brackets: something is wrong on the same line, or the bracket was never closed."""
    if stop.at[0] == stop.began[0] and stop.sign:
        return "yaml-comma-missing" if stop.sign == ":" else "yaml-text-outside", stop.at
    return "yaml-brace-open" if "}" in stop.said else "yaml-bracket-open", stop.began


def _document(stop: Stop) -> tuple[str, Place]:
    """Something follows the record: left-over text, a second record, or a field further left than the first."""
    if stop.before.strip():
        return "yaml-text-outside", stop.at
    ended = any(line.startswith("...") for line in stop.lines[: stop.at[0]])
    return "yaml-second-document" if ended else "yaml-indent", stop.at


_BY_WORDS: tuple[tuple[str, str | Callable[[Stop], tuple[str, Place]]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", lambda stop: ("yaml-colon-missing", stop.began)),
    ("unexpected end of stream", lambda stop: ("yaml-quote-open", stop.began)),
    ("did not find expected key", _key),
    ("',' or", _bracket),
    ("expected <document start>", _document),
    ("found unexpected ':'", "yaml-colon-in-text"),
    ("cannot start any token", "yaml-special-character"),
    ("mapping keys are not allowed", "yaml-special-character"),
    ("expected '-' indicator", "yaml-list-indent"),
    ("expected node content", "yaml-stray-sign"),
    ("block sequence entries are not allowed", "yaml-list-here"),
    ("escape", "yaml-escape"),
    ("hexdecimal number", "yaml-escape"),
    ("tag handle", "yaml-tag"),
    ("incompatible YAML document", "yaml-directive"),
    ("found duplicate", "yaml-directive"),
)
_BY_CONTEXT = (
    ("block scalar", "yaml-block-text"),
    ("directive", "yaml-directive"),
    ("alias", "yaml-alias"),
    ("anchor", "yaml-anchor"),
    ("tag", "yaml-tag"),
)
