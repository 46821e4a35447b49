"""The plainest files, read by one expression: what nearly every record is, at a tenth of the time that libyaml's events take.

It reads a file whole or not at all. Whatever is out of the ordinary (a comment, an escape, an odd indent, a value that could be
unclear) is left to the strict reader, which alone knows what to say of it; tests/test_plain_files.py proves that what is read
here is what the strict reader reads, and that it finds nothing wrong there.
"""

import re

from site_plugins.reading.scalars import EMPTY, LOOKS_OTHERWISE

Tree = dict[str, "Tree"] | list["Tree"] | str

MAX_CHARACTERS = 20_000
"""Longer files could have more values than the strict reader takes."""
MAX_LINE = 1900
"""Longer lines could hold a text that the strict reader finds too long."""

_UNCLEAR = f"(?i:{'|'.join(EMPTY)})|{LOOKS_OTHERWISE.pattern}"
_TEXT = rf"(?:(?![\d+~ynoYNO-])|(?!(?:{_UNCLEAR})$))(?:[^\W_]|[«“]|-(?=\d))[^:#\n]*(?::(?=\S)[^:#\n]*)*(?<![\s:])"
"""Nothing unclear begins with another letter, which is asked first: a quarter of the time."""
_QUOTED = r'"[^"\\\n]+"'
_ID = rf"(?!(?:{_UNCLEAR})[,\]])[A-Za-z0-9][A-Za-z0-9_-]*"
_PAIR = rf"[a-z_]+: (?!(?:{_UNCLEAR})[,}}])[^\W_][^,:#{{}}\[\]\"'&*!|>%@`\n]*(?<!\s)"
_LINE = re.compile(
    r"^((?:  ){0,8})(- )?(?:([a-z_]+):(?:$| (?=\S)))?"
    rf"(?:({_TEXT})|({_QUOTED})|(\[(?:{_ID}(?:, {_ID})*)?\])|(\{{{_PAIR}(?:, {_PAIR})*\}}))?\n",
    re.MULTILINE,
)
"""Indent, dash, the field's name, and its value or a value alone: a text, a quoted one, ids, pairs."""


class _NotPlain(Exception):  # noqa: N818 - no error: the strict reader takes over
    """The file has something out of the ordinary."""


def read_plain(text: str) -> Tree | None:
    """What a plain file says; None where it is not plain."""
    if len(text) > MAX_CHARACTERS or (len(text) > MAX_LINE and max(map(len, text.split("\n"))) > MAX_LINE):
        return None
    lines = _LINE.findall(text)
    if not lines or len(lines) != text.count("\n") or text[-1] != "\n":
        return None
    try:
        return _tree(lines)
    except _NotPlain:
        return None


def _tree(lines: list[tuple[str, ...]]) -> Tree:  # noqa: C901 - one walk over the lines, which three functions make a fifth slower
    """The fields and lists that the lines make up."""
    root: dict[str, Tree] = {}
    opened: list[tuple[int, Tree]] = [(0, root)]
    """Each block that a line may go on, and before it its column."""
    waiting: tuple[dict[str, Tree], str] | None = None
    """A field whose value begins on the next line: where it stands, and its name."""
    for indent, dash, name, text, quoted, ids, pairs in lines:
        column = len(indent)
        if waiting:
            if column <= opened[-1][0]:
                raise _NotPlain
            fields, field = waiting
            fields[field] = [] if dash else {}
            opened.append((column, fields[field]))
            waiting = None
        while opened[-1][0] > column:
            opened.pop()
        at, block = opened[-1]
        if at != column or isinstance(block, list) != bool(dash):
            raise _NotPlain
        value = text or _value(quoted, ids, pairs)
        if isinstance(block, list):
            if not name:
                if value is None:
                    raise _NotPlain
                block.append(value)
                continue
            block.append({})
            block = block[-1]
            opened.append((column + 2, block))
        if not name or name in block or not isinstance(block, dict):
            raise _NotPlain
        if value is None:
            waiting = block, name
        block[name] = "" if value is None else value
    if waiting:
        raise _NotPlain
    return root


def _value(quoted: str, ids: str, pairs: str) -> Tree | None:
    """A value on one line that is no plain text; None where there is none."""
    if quoted:
        return quoted[1:-1]
    if ids:
        return [*ids[1:-1].split(", ")] if len(ids) > len("[]") else []
    return _fields(pairs) if pairs else None


def _fields(pairs: str) -> Tree:
    told = [pair.partition(": ") for pair in pairs[1:-1].split(", ")]
    fields: dict[str, Tree] = {name: value for name, _, value in told}
    if len(fields) < len(told):
        raise _NotPlain
    return fields
