"""Which dictionary forms a Russian word may be a form of, and which stems all their forms have.

A stemmer alone parts many words: Snowball gives «медаль» and «медали», «поездка» and «поездок», «дети» and «детьми» different stems.
"""

import json
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from site_plugins.outputs.environment import Store
from site_plugins.outputs.search_words import fold, stem

LIKELY = 0.1
"""What part of a word's readings must be of a dictionary form, unless it is the likeliest: «туров» is of «тур» and of «Туров»."""
UNASKED = {"Cmp2", "incl"}
"""OpenCorpora's marks of forms that every word has and nobody asks for: «поспортивнее», «откроемте»."""

Lexemes = dict[str, list[str]]
"""Dictionary form, as the index spells words -> the stems of its forms."""


class Lexicon:
    """What the dictionary says of the words that were asked for, in this build and earlier ones."""

    store: Store | None = None

    def __init__(self) -> None:
        kept = self.store.kept(_made_by()) if self.store else None
        self.known: dict[str, Lexemes] = json.loads(kept) if kept else {}
        self.kept = len(self.known)
        self.stems: dict[tuple[str, Any], set[str]] = {}

    def lexemes(self, word: str) -> Lexemes:
        """All that a folded Russian word may be a form of; `stem` of the word itself is always among the stems."""
        if word not in self.known:
            self.known[word] = self._read(word)
        return self.known[word]

    def _read(self, word: str) -> Lexemes:
        readings = _dictionary().parse(word)
        found: dict[str, set[str]] = {}
        for reading in readings:
            if reading is readings[0] or reading.score >= LIKELY:
                key = reading.normal_form, reading.normalized.tag
                if key not in self.stems:
                    self.stems[key] = {stem(fold(form.word)) for form in reading.lexeme if _is_asked_for(form.tag)}
                found.setdefault(fold(reading.normal_form), {stem(word)}).update(self.stems[key])
        return {lemma: sorted(stems) for lemma, stems in found.items()}

    def keep(self) -> None:
        """For the next build: looking up a word takes a thousand times what remembering it does."""
        if self.store and len(self.known) > self.kept:
            self.store.keep(_made_by(), json.dumps(self.known, ensure_ascii=False).encode())


@cache
def _is_asked_for(tag: Any) -> bool:
    """Whether a form is worth a line in the index; the cases of a participle have one stem."""
    return not UNASKED & tag.grammemes and (tag.POS != "PRTF" or tag.case == "nomn")


@cache
def _dictionary() -> Any:
    from pymorphy3 import MorphAnalyzer  # noqa: PLC0415 - it takes 30 ms, and is read where a word is new

    return MorphAnalyzer()


@cache
def _made_by() -> str:
    """The versions of the dictionary and of the stemmer, and our own code."""
    packages = [f"{name} {version(name)}" for name in ("pymorphy3", "pymorphy3-dicts-ru", "snowballstemmer")]
    sources = [Path(__file__), Path(__file__).with_name("search_words.py")]
    return "\0".join([*packages, *(path.read_text("utf-8") for path in sources)])
