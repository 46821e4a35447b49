"""A mistake in the data, told to an editor: where, which field, what is wrong, what to write instead.

The wordings stand in `ru.toml` and `en.toml` beside this file, one table for each code.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

LANGUAGES = ("ru", "en")

MAX_SHOWN = 80
"""A longer value is cut in a message."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake; `file` is relative to the project, `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    code: str
    key: str = ""
    """The field's name in the file, empty where the file as a whole is meant."""
    title: str = ""
    """The field's Russian name."""
    values: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def of(cls, file: str, line: int, column: int, code: str, **values: str) -> "Problem":
        """A problem of the file as a whole, or of a place in it, with the values that its wording names."""
        return cls(file, line, column, code, values=tuple(sorted(values.items())))

    def text(self, language: str = "ru") -> str:
        """`file:line:column: поле «…»: what is wrong — what to write`, on one line."""
        wording = wordings(language)[self.code]
        values = {name: value if name == "choices" else _short(value) for name, value in self.values}
        what = wording["what"].format(**values)
        hint = wording["hint"].format(**values)
        key = _short(self.key)
        label = key if language != "ru" or not self.title else f"{key}, {self.title}"
        word = {"ru": "поле «{}»: ", "en": "field “{}”: "}[language].format(label) if self.key else ""
        return _visible(f"{self.file}:{self.line}:{self.column}: {word}{what} — {hint}")


@cache
def wordings(language: str) -> dict[str, dict[str, str]]:
    """All wordings of one language: code -> {what, hint}."""
    return tomllib.loads((Path(__file__).parent / f"{language}.toml").read_text("utf-8"))


def sorted_texts(problems: Iterable[Problem], language: str = "ru") -> list[str]:
    """The messages in the order of files, lines and columns; a repeated one once."""
    return [problem.text(language) for problem in sorted(set(problems))]


def _short(value: str) -> str:
    """A value from a file as a message shows it: a megabyte of text is told by its beginning."""
    return value if len(value) <= MAX_SHOWN else value[: MAX_SHOWN - 1] + "…"


def _visible(text: str) -> str:
    """The message on one line: line ends, control characters and broken names of files by their escapes."""
    return "".join(char if char.isprintable() or char == "\xa0" else char.encode("unicode_escape").decode() for char in text)
