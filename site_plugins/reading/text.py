"""From bytes to text: UTF-8 (a BOM and Windows line ends are accepted), of a sane size, without invisible characters."""

import re

from site_plugins.problems import Problem

MAX_BYTES = 1024 * 1024
MAX_TOLD = 50
"""Mistakes of one file that are told; who has made more begins with these."""

FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ue000-\uf8ff\ufeff\ufffc-\uffff]"
)
"""Control characters, other line ends, marks that turn the direction of writing, zero-width characters, and those that no typeface has:
the bullets of text processors, what stands for a letter that was lost."""

_UNUSUAL = re.compile(f"{FORBIDDEN.pattern[:-1]}\xa0\u2000-\u200a\u202f\u3000]")
"""What is looked for first: a file without any of it, as nearly all are, needs no closer look."""

_WIDE_SPACE = re.compile(r"(?m)^ *(?:- +)*(?:[a-z_]+:|-)?([\xa0\u2000-\u200a\u202f\u3000])|[{,] *[a-z_]+:([\xa0\u2000-\u200a\u202f\u3000])")
"""A space copied from a web page or a text processor, where YAML wants its own: in an indent, after a dash or a field's name."""

_CYRILLIC = re.compile("[А-Яа-яЁё]{3}")


class Unreadable(Exception):  # noqa: N818 - it names the state of the file, and never leaves this room
    """The file cannot be read further than the last of these problems."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(problems[-1].code)
        self.problems = problems


def decode(name: str, data: bytes) -> str:
    """The text of the file called `name`, free of what no data may hold; raises Unreadable."""
    text = to_text(name, data)
    if not _UNUSUAL.search(text):
        return text
    if found := FORBIDDEN.search(text):
        line, column = _place(text, found.start())
        if found[0] == "\t":
            raise Unreadable(Problem(name, line, column, "yaml-tab"))
        raise Unreadable(Problem.of(name, line, column, "character-forbidden", character=code_point(found[0])))
    if found := _WIDE_SPACE.search(text):
        raise Unreadable(Problem(name, *_place(text, found.end() - 1), "yaml-wide-space"))
    return text


def to_text(name: str, data: bytes) -> str:
    """The text of the file called `name`, of data or of prose; raises Unreadable."""
    if len(data) > MAX_BYTES:
        raise too_large(name, len(data))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable(Problem(name, 1, 1, "file-utf16"))
    try:
        return data.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().removeprefix("\ufeff")
        line, column = _place(before, len(before))
        looks_like_windows = _CYRILLIC.search(data.decode("cp1251", "replace"))
        raise Unreadable(Problem(name, line, column, "file-cp1251" if looks_like_windows else "file-not-utf8")) from None


def too_large(name: str, size: int) -> Unreadable:
    """What is said of a file of more than MAX_BYTES."""
    return Unreadable(Problem.of(name, 1, 1, "file-too-large", size=str(size // 1024)))


def many_mistakes(name: str) -> Problem:
    """What is said instead of the mistakes beyond MAX_TOLD."""
    return Problem.of(name, 1, 1, "file-many-mistakes", limit=str(MAX_TOLD))


def code_point(character: str) -> str:
    """A character by its number: `U+202E`."""
    return f"U+{ord(character):04X}"


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
