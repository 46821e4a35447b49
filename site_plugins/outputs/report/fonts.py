"""Typefaces of the PDF and of the drawings in the DOCX, from npm's packages: each file holds a part of the alphabet."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

PACKAGES = Path(__file__).parent.parent.parent.parent / "node_modules" / "@fontsource-variable"
FAMILIES = {"golos-text": "Golos Text", "noto-sans-sc": "Noto Sans SC"}
"""npm package -> its typeface, in the order of preference."""


class Face(NamedTuple):
    """One file. Its family is a name of its own: WeasyPrint mixes up the glyphs of two files of one family."""

    family: str
    path: Path


def faces(text: str) -> list[Face]:
    """The files that together draw a text, no more of them than that takes; none where `make assets` did not fetch the packages."""
    left = {ord(letter) for letter in set(text)}
    found = []
    for face, letters in _all_faces():
        if drawn := left & letters:
            found.append(face)
            left -= drawn
    return found


def families(text: str) -> str:
    """The value of font-family for a text: the files' families, then the machine's own."""
    return ",".join([*(f"'{face.family}'" for face in faces(text)), "sans-serif"])  # no spaces: WeasyPrint's SVG keeps them


@cache
def _all_faces() -> list[tuple[Face, frozenset[int]]]:
    """Every file of every package, with the letters it is for."""
    return [
        (Face(f"{subset} {family}", path), frozenset(_letters(ranges)))
        for package, family in FAMILIES.items()
        for subset, ranges in _subsets(package)
        if (path := PACKAGES / package / "files" / f"{package}-{subset}-wght-normal.woff2").exists()
    ]


def _subsets(package: str) -> Iterator[tuple[str, str]]:
    """Name and Unicode ranges of each file, as the package states them."""
    stated = PACKAGES / package / "unicode.json"
    if stated.exists():
        for name, ranges in json.loads(stated.read_text("utf-8")).items():
            yield name.strip("[]"), ranges


def _letters(ranges: str) -> Iterator[int]:
    """Code points of CSS's unicode-range: `U+0301,U+0400-045F`."""
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges, re.IGNORECASE):
        yield from range(int(first, 16), int(last or first, 16) + 1)
