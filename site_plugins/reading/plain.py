"""The plainest files, read line by line: what nearly every record is, at a fifth of the time that libyaml's events take.

It reads a file whole or not at all. Whatever is out of the ordinary (a comment, an escape, an odd indent, a value that could be
unclear) is left to the strict reader, which alone knows what to say of it; tests/test_plain_files.py proves that what is read
here is what the strict reader reads, and that it finds nothing wrong there.
"""

import re

from site_plugins.reading.scalars import is_unclear

Tree = dict[str, "Tree"] | list["Tree"] | str

MAX_CHARACTERS = 20_000
"""Longer files could have more values than the strict reader takes."""
MAX_LINE = 1900
"""Longer lines could hold a text that the strict reader finds too long."""

_LINE = re.compile(r"((?:  ){0,8})(- )?(?:([a-z_]+):(?: (\S.*))?|(\S.*))")
"""Indent, dash, field, its value; or a value alone."""
_TEXT = re.compile(r"(?:[^\W_]|«)[^:#]*(?::(?=\S)[^:#]*)*(?<![\s:])")
_QUOTED = re.compile(r'"([^"\\]+)"')
_IDS = re.compile(r"\[([A-Za-z0-9][A-Za-z0-9-]*(?:, [A-Za-z0-9][A-Za-z0-9-]*)*)\]")
_PAIR = r"[a-z_]+: [^\W_][^,:#{}\[\]\"'&*!|>%@`]*(?<!\s)"
_PAIRS = re.compile(rf"\{{({_PAIR}(?:, {_PAIR})*)\}}")


class _NotPlain(Exception):  # noqa: N818 - no error: the strict reader takes over
    """The file has something out of the ordinary."""


def read_plain(text: str) -> Tree | None:
    """What a plain file says; None where it is not plain."""
    if len(text) > MAX_CHARACTERS or not text.endswith("\n"):
        return None
    try:
        return _Blocks().read(text[:-1].split("\n"))
    except _NotPlain:
        return None


class _Blocks:
    """The lists and fields that are open at a line, each with its column."""

    def __init__(self) -> None:
        self.root: dict[str, Tree] = {}
        self.open: list[tuple[int, Tree]] = [(0, self.root)]
        self.waiting: tuple[int, dict[str, Tree], str] | None = None
        """Column, fields and name of a field whose value begins on the next line."""

    def read(self, lines: list[str]) -> Tree:
        for line in lines:
            if len(line) > MAX_LINE or (found := _LINE.fullmatch(line)) is None:
                raise _NotPlain
            indent, dash, name, told, alone = found.groups()
            block = self._block_at(len(indent), [] if dash else {})
            if not dash:
                self._field(len(indent), block, name, told)
            elif not isinstance(block, list):
                raise _NotPlain
            elif name is None:
                block.append(_value(alone))
            else:
                block.append({})
                self.open.append((len(indent) + 2, block[-1]))
                self._field(len(indent) + 2, block[-1], name, told)
        if self.waiting:
            raise _NotPlain
        return self.root

    def _block_at(self, column: int, new: Tree) -> Tree:
        """The block that a line of this column goes on or, after a field without a value, begins."""
        if self.waiting:
            before, fields, name = self.waiting
            if column <= before:
                raise _NotPlain
            fields[name] = new
            self.open.append((column, new))
            self.waiting = None
        while self.open[-1][0] > column:
            self.open.pop()
        if self.open[-1][0] != column:
            raise _NotPlain
        return self.open[-1][1]

    def _field(self, column: int, block: Tree, name: str | None, told: str | None) -> None:
        if name is None or not isinstance(block, dict) or name in block:
            raise _NotPlain
        if told is None:
            block[name] = ""
            self.waiting = (column, block, name)
        else:
            block[name] = _value(told)


def _value(told: str) -> Tree:
    """A value on one line."""
    if _TEXT.fullmatch(told):
        return _clear(told)
    if found := _QUOTED.fullmatch(told):
        return found[1]
    if found := _IDS.fullmatch(told):
        return [_clear(item) for item in found[1].split(", ")]
    if found := _PAIRS.fullmatch(told):
        pairs = [pair.split(": ", 1) for pair in found[1].split(", ")]
        fields: dict[str, Tree] = {name: _clear(value) for name, value in pairs}
        if len(fields) == len(pairs):
            return fields
    raise _NotPlain


def _clear(value: str) -> str:
    if is_unclear(value):
        raise _NotPlain
    return value
