"""A text stands in the language its key names."""

import re
from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.reading.entry import Entry
from site_plugins.reading.yaml_subset import Path
from site_plugins.records.texts import texts

_CYRILLIC = re.compile("[А-Яа-яЁё]")
_LATIN = re.compile("[A-Za-z]")
_LATIN_LOOKALIKES = set("aceopxyABCEHKMOPTX")
_CYRILLIC_LOOKALIKES = set("асеорхуАВСЕНКМОРТХ")
_MIXED = re.compile(r"\b(?=\w*[А-Яа-яЁё])(?=\w*[A-Za-z])[^\W\d_]+\b")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Russian under `ru`, none under `en`; no word of letters from two alphabets (a scanner's or a keyboard's slip)."""
    for entry in catalog.entries:
        for path, text in texts(entry.record):
            if not _CYRILLIC.search(text.ru) and len(text.ru.split()) > 3 and entry.record.folder != "sources":
                yield entry.problem((*path, "ru"), "text-not-russian", value=_short(text.ru))
            yield from _two_alphabets(entry, (*path, "ru"), text.ru)
            if text.en and not text.en.isascii():
                if len(_CYRILLIC.findall(text.en)) > len(_LATIN.findall(text.en)):
                    yield entry.problem((*path, "en"), "text-not-english", value=_short(text.en))
                yield from _two_alphabets(entry, (*path, "en"), text.en)


def _two_alphabets(entry: Entry, path: Path, said: str) -> Iterator[Problem]:
    if _LATIN.search(said) and _CYRILLIC.search(said):  # most texts are of one alphabet, which is soon seen
        for word in filter(_is_a_slip, _MIXED.findall(said)):
            yield entry.problem(path, "text-two-alphabets", value=word)


def _is_a_slip(word: str) -> bool:
    """Whether the letters of one alphabet all look like the other's: «Oмск» is a slip, «ПульсLive» a name."""
    return set(_LATIN.findall(word)) <= _LATIN_LOOKALIKES or set(_CYRILLIC.findall(word)) <= _CYRILLIC_LOOKALIKES


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
