"""A text stands in the language its key names."""

import re
from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.reading.yaml_subset import Path
from site_plugins.records.base import Model, Text

_CYRILLIC = re.compile("[А-Яа-яЁё]")
_LATIN = re.compile("[A-Za-z]")
_LATIN_LOOKALIKES = set("aceopxyABCEHKMOPTX")
_CYRILLIC_LOOKALIKES = set("асеорхуАВСЕНКМОРТХ")
_MIXED = re.compile(r"\b(?=\w*[А-Яа-яЁё])(?=\w*[A-Za-z])[^\W\d_]+\b")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Russian under `ru`, none under `en`; no word of letters from two alphabets (a scanner's or a keyboard's slip)."""
    for entry in catalog.entries:
        for path, text in texts(entry.record, ()):
            if text.ru and not _CYRILLIC.search(text.ru) and len(text.ru.split()) > 3 and entry.record.folder != "sources":
                yield catalog.problem(entry, (*path, "ru"), "text-not-russian", value=_short(text.ru))
            if text.en and len(_CYRILLIC.findall(text.en)) > len(_LATIN.findall(text.en)):
                yield catalog.problem(entry, (*path, "en"), "text-not-english", value=_short(text.en))
            for language in ("ru", "en"):
                for word in filter(_is_a_slip, _MIXED.findall(text.get(language) or "")):
                    yield catalog.problem(entry, (*path, language), "text-two-alphabets", value=word)


def _is_a_slip(word: str) -> bool:
    """Whether the letters of one alphabet all look like the other's: «Oмск» is a slip, «ПульсLive» a name."""
    return set(_LATIN.findall(word)) <= _LATIN_LOOKALIKES or set(_CYRILLIC.findall(word)) <= _CYRILLIC_LOOKALIKES


def texts(value: object, path: Path) -> Iterator[tuple[Path, Text]]:
    """Every text of a record with its place."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from texts(item, (*path, number))
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name), (*path, name))


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
