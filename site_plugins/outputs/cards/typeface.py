"""The site's own typeface, drawn from the very files that browsers get: which letters it has, how wide they run, where lines break."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from PIL import ImageDraw, ImageFont

NO_CHARACTER = "\uffff"
"""Never assigned (Unicode, 23.7): a font draws for it the box that it draws for all it lacks."""
STANDING_IN = {"\u2011": "-", "\u2010": "-", "\u2212": "–", "\u02bc": "’"}
EMPTY_BRACKETS = re.compile(r"\s*(?:\(\W*\)|\[\W*\]|«\W*»|“\W*”)")
NBSP = "\u00a0"
ROUGHLY = 8.0
"""Pixels by which the lines of a balanced text may be wider than they must."""
STAYS = ((re.compile(r"(?<![^\W\d_])([^\W\d_]{1,2}) "), rf"\1{NBSP}"), (re.compile(" ([—–]) "), rf"{NBSP}\1 "))
"""What Russian typesetting keeps together: a word of one or two letters and the next one, a dash and the word before it."""


class Typeface:
    """A variable font that comes in several files, each with the letters of some alphabets."""

    def __init__(self, files: Sequence[Path]) -> None:
        """`files` in the order of preference; FreeType reads WOFF2 itself. OSError where one is no font."""
        self.files = files
        self.version = sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
        self.font = cache(self._font)
        self.files_with = cache(self._files_with)
        self.width = cache(self._width)

    def _font(self, file: int, size: int, weight: int) -> ImageFont.FreeTypeFont:
        # The basic layout is the same everywhere; Raqm's depends on a library that a machine has or has not.
        font = ImageFont.truetype(self.files[file], size, layout_engine=ImageFont.Layout.BASIC)
        font.set_variation_by_axes([weight])
        return font

    def _files_with(self, character: str) -> tuple[int, ...]:
        """The files that have a letter; none where all would draw their empty box."""
        fonts = [self.font(number, 32, 400) for number in range(len(self.files))]
        return tuple(number for number, font in enumerate(fonts) if _drawn(font, character) != _drawn(font, NO_CHARACTER))

    def drawable(self, text: str) -> str:
        """The text with all that cannot be drawn replaced by what can, or left out with the brackets that held it alone."""
        kept = "".join(map(self._drawable, unicodedata.normalize("NFC", text)))
        return re.sub(r"[ \t]+", " ", EMPTY_BRACKETS.sub("", kept) if kept != text else kept).strip(" ·,")

    def _drawable(self, character: str) -> str:
        if character.isspace():
            return NBSP if character in "\u00a0\u202f\u2007" else " "
        base = unicodedata.normalize("NFD", character)[0]
        found = (one for one in (character, STANDING_IN.get(character, character), base) if self.files_with(one))
        return next(found, "")

    def _width(self, text: str, size: int, weight: int) -> float:
        """How far a drawable text runs, in pixels."""
        return sum(self.font(file, size, weight).getlength(run) for file, run in self._runs(text))

    def draw(self, canvas: ImageDraw.ImageDraw, at: tuple[float, float], text: str, size: int, weight: int, fill: int) -> None:  # noqa: PLR0913, PLR0917 - what a text is drawn with
        """Draw a drawable text; `at` is where its base line begins."""
        x, y = at
        for file, run in self._runs(text):
            font = self.font(file, size, weight)
            canvas.text((x, y), run, fill=fill, font=font, anchor="ls")
            x += font.getlength(run)

    def _runs(self, text: str) -> list[tuple[int, str]]:
        """The text cut where another file takes over."""
        runs: list[tuple[int, str]] = []
        for character in text:
            files = self.files_with(character)
            if runs and runs[-1][0] in files:
                runs[-1] = (runs[-1][0], runs[-1][1] + character)
            elif files:
                runs.append((files[0], character))
        return runs

    def lines(self, text: str, size: int, weight: int, width: int) -> list[str] | None:
        """The text in as few lines as fit the width, made equally long; None where a word is wider than a line."""
        for pattern, kept in STAYS:
            text = pattern.sub(kept, text)
        words = text.split(" ")
        widths, space = [self.width(word, size, weight) for word in words], self.width(" ", size, weight)
        if max(widths) > width:
            return None
        ends = _line_ends(widths, space, width)
        low, high = max(widths), float(width)
        while high - low > ROUGHLY:
            middle = (low + high) / 2
            tried = _line_ends(widths, space, middle)
            low, high, ends = (middle, high, ends) if len(tried) > len(ends) else (low, middle, tried)
        return [" ".join(words[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def _drawn(font: ImageFont.FreeTypeFont, character: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(character)
    return mask.size, bytes(mask)


def _line_ends(widths: list[float], space: float, width: float) -> list[int]:
    """Where each line ends, as the number of words up to there, when every line takes what it holds."""
    ends: list[int] = []
    filled = 0.0
    for number, wide in enumerate(widths):
        if number and filled + space + wide > width:
            ends.append(number)
            filled = wide
        else:
            filled += (space if number else 0) + wide
    return [*ends, len(widths)]
