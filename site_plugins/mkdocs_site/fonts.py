"""The typeface for browsers: of each file the letters of our languages and what else the site writes, in the weights of its style.

The whole files are 79 kB for a Russian page, these 24. One file for all weights between two would be 36: the typeface has
masters at 500 and 600 too, which nobody misses. The letters stay whatever the records say, so that one more record rarely
changes a file that browsers keep, and what a visitor types into the search has the same look.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from string import ascii_letters, digits, punctuation

from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.materials import SUBSETS, font_files

WEIGHTS = (400, 700)
"""What theme/assets/site.css asks for, a file each."""
DROPPED = ("vhea", "vmtx", "STAT", "prep", "gasp")
"""Tables for text in columns, for font menus, and for screens without smoothing, beside those that fontTools drops anyway."""
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]
"""Kerning, stress marks, letters of a language; ligatures and old-style figures are not used."""
LETTERS = {*ascii_letters, *digits, *punctuation, *"Ёё №«»„“”‘’–—…·°×\u00a0\u0301", *map(chr, range(0x410, 0x450))}
"""Latin and Russian letters, digits, and the signs that our texts are set with."""
_OTHERS = re.compile(f"[^{re.escape(''.join(sorted(LETTERS)))}\\s]")

_ASCII = bytes(range(0x80))
"""What is not looked for; to drop it first leaves a fifth of the time, for data are half signs of JSON."""


def others(texts: Iterable[bytes]) -> set[str]:
    """What the texts, in UTF-8, write beyond the letters of our languages."""
    return set().union(*(_OTHERS.findall(text.translate(None, _ASCII).decode()) for text in texts))


def font_parts(written: set[str], cache: Cache) -> Iterator[tuple[str, int, bytes]]:
    """Subset, weight, and the file with what is written; none that nothing is written with, and none at all where they were not fetched."""
    library = f"fonttools {version('fonttools')}"
    for name, path in font_files().items():
        wanted = sorted({ord(letter) for letter in LETTERS | written} & _range(SUBSETS[name]))
        if wanted:
            made_of = sha256(path.read_bytes() + Path(__file__).read_bytes()).hexdigest()
            for weight in WEIGHTS:
                key = f"font {made_of} {library} {weight} {wanted}"
                yield name, weight, cache.remember(key, partial(_cut, path, wanted, weight))


def _range(ranges: str) -> set[int]:
    found: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def _cut(path: Path, wanted: list[int], weight: int) -> bytes:
    # imported where a font is cut anew, which is seldom: fontTools takes 0.1 s of every start
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    font = TTFont(path, recalcTimestamp=False)
    dropped = [*Options._drop_tables_default, *DROPPED]  # noqa: SLF001 - documented, and named so
    subsetter = Subsetter(Options(hinting=False, drop_tables=dropped, layout_features=FEATURES))
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font = instantiateVariableFont(font, {"wght": weight})
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()
