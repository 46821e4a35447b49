"""What libyaml says of broken YAML, told to an editor: which mistake it most likely is, and where it was made.

libyaml stops where the text can no longer be right, often a line or two after the mistake; what it read last tells the rest.
"""

from typing import Any, NamedTuple

import yaml

from site_plugins.problems import Problem

_BY_WORDS = (
    ("found character that cannot start any token", "yaml-special-character"),
    ("mapping keys are not allowed", "yaml-special-character"),
    ("did not find expected '-' indicator", "yaml-list-indent"),
    ("did not find expected node content", "yaml-stray-sign"),
    ("block sequence entries are not allowed", "yaml-list-here"),
    ("escape", "yaml-escape"),
    ("hexdecimal number", "yaml-escape"),
    ("tag handle", "yaml-tag"),
    ("found incompatible YAML document", "yaml-directive"),
    ("found duplicate", "yaml-directive"),
)
_BY_CONTEXT = (
    ("block scalar", "yaml-block-text"),
    ("directive", "yaml-directive"),
    ("alias", "yaml-alias"),
    ("anchor", "yaml-anchor"),
    ("tag", "yaml-tag"),
)


class LastScalar(NamedTuple):
    """The value or key that was read last: where it begins and ends (from 0), and its quotes, if any."""

    line: int
    column: int
    end_line: int
    end_column: int
    quoted: bool


def explain(name: str, lines: list[str], error: yaml.YAMLError, last: LastScalar | None) -> Problem:
    """The one message for libyaml's error in the file called `name`."""
    said, context = str(getattr(error, "problem", None) or ""), str(getattr(error, "context", None) or "")
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at = (mark.line, mark.column) if mark else (0, 0)
    start = (began.line, began.column) if began else at
    code, (line, column) = _code_and_place(said, context, at, start, lines, last)
    values = {"said": said} if code == "yaml-syntax" else {}
    if code in ("yaml-alias", "yaml-anchor"):
        values["name"] = lines[line][column + 1 :].split(" ")[0]
    return Problem.of(name, line + 1, column + 1, code, **values)


Place = tuple[int, int]


def _code_and_place(  # noqa: PLR0911, PLR0913 - one line for each thing libyaml says
    said: str, context: str, at: Place, start: Place, lines: list[str], last: LastScalar | None
) -> tuple[str, Place]:
    if "mapping values are not allowed" in said:
        return _colon(at, lines, last)
    if "could not find expected ':'" in said:
        return "yaml-colon-missing", start
    if "unexpected end of stream" in said:
        return "yaml-quote-open", start
    if "did not find expected key" in said:
        return _key(at, lines, last)
    if "',' or" in said:
        return _bracket(said, at, start, lines)
    if "expected <document start>" in said:
        return _document(at, lines)
    for words, code in _BY_WORDS:
        if words in said:
            return code, at
    for words, code in _BY_CONTEXT:
        if words in context:
            return code, start
    return "yaml-syntax", at


def _colon(at: Place, lines: list[str], last: LastScalar | None) -> tuple[str, Place]:
    """A colon where none may stand: in a text, or after a value that ran on because of an indent or a missing colon."""
    if last is None or last.quoted or last.line == at[0]:
        return "yaml-colon-in-text", at
    if not lines[last.line][: last.column].strip():
        return "yaml-colon-missing", (last.line, last.column)
    return "yaml-indent", (at[0], _indent(lines[at[0]]))


def _key(at: Place, lines: list[str], last: LastScalar | None) -> tuple[str, Place]:
    """Neither a field nor the end of the fields: left-over text, a list's line, or a wrong indent."""
    before, sign = lines[at[0]][: at[1]], lines[at[0]][at[1] :][:1]
    if last and last.quoted and last.end_line == at[0] and not before[last.end_column :].strip():
        if last.line != last.end_line:
            return "yaml-quote-open", (last.line, last.column)
        return "yaml-text-outside", at
    if before.strip():
        return "yaml-text-outside", at
    return {"-": "yaml-list-indent", ":": "yaml-key-not-text"}.get(sign, "yaml-indent"), at


def _bracket(said: str, at: Place, start: Place, lines: list[str]) -> tuple[str, Place]:
    """Inside brackets: something is wrong on the same line, or the bracket was never closed."""
    if at[0] == start[0] and at[1] < len(lines[at[0]]):
        return "yaml-colon-in-text" if lines[at[0]][at[1]] == ":" else "yaml-text-outside", at
    return "yaml-brace-open" if "}" in said else "yaml-bracket-open", start


def _document(at: Place, lines: list[str]) -> tuple[str, Place]:
    """Something follows the record: left-over text, a second record, or a field further left than the first."""
    if lines[at[0]][: at[1]].strip():
        return "yaml-text-outside", at
    if any(line.startswith("...") for line in lines[: at[0]]):
        return "yaml-second-document", at
    return "yaml-indent", at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def scalar_of(event: Any) -> LastScalar:
    """What `explain` wants to know of a scalar event."""
    start, end = event.start_mark, event.end_mark
    return LastScalar(start.line, start.column, end.line, end.column, event.style in ("'", '"'))
