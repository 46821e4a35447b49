"""Words as the search index spells them. theme/assets/search.js spells a query the same way; a test compares the two."""

import re
import unicodedata
from functools import cache

from snowballstemmer.porter_stemmer import PorterStemmer
from snowballstemmer.russian_stemmer import RussianStemmer

_SYLLABIC = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
"""Kana, Chinese characters, Hangul: written without spaces, or worth finding by a single character."""
_WORD = re.compile(rf"[{_SYLLABIC}]+|(?:(?![{_SYLLABIC}])[^\W_])+")
_SPACED = re.compile(r"[^\W_]+")
"""The same of a text without a run of them: the look at each letter is half of what finding words takes."""
_RUN = re.compile(f"[{_SYLLABIC}]+")
_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
"""Letters that Unicode does not take apart into a Latin letter and a mark."""
_MARKS_AND_LETTERS = re.compile(f"[\u0300-\u036f\u00ad{''.join(_LETTERS)}]")

_PLAIN = re.compile("[\x00-\x7fа-яё«»“”„—–]*")
"""A text in lower case in which only ё has a mark to lose; most are such, and are folded in a fifth of the time."""

SHORTEST = 4
"""Letters of a Russian stem; a word of a shorter one is looked for as it is."""

_russian, _english = RussianStemmer(), PorterStemmer()


def fold(text: str) -> str:
    """Lower case without diacritics: «Могилёв» → «могилев», "Łódź" → "lodz". Only й keeps its mark: it is another letter than и."""
    lower = text.lower()
    if _PLAIN.fullmatch(lower):
        return lower.replace("ё", "е")
    apart = unicodedata.normalize("NFKD", lower).replace("и\u0306", "й")
    return unicodedata.normalize("NFC", _MARKS_AND_LETTERS.sub(lambda found: _LETTERS.get(found[0], ""), apart))


def split(folded: str) -> list[str]:
    """The words of a folded text."""
    return (_WORD if _RUN.search(folded) else _SPACED).findall(folded)


@cache
def stem(word: str) -> str:
    """The part of a folded word that its forms share.

    Porter's published English stemmer and the one in lunr.js end «factories» and «assemblies» differently, in i, in y or in
    neither; without that last letter they agree. Three Russian letters are too little to say that a word is meant: «Токио» would
    have the stem of «ток».
    """
    if is_russian(word):
        found = str(_russian.stemWord(word))
        return found if len(found) >= SHORTEST else word
    if re.fullmatch("[a-z]{3,}", word):
        return re.sub("[iy]$", "", _english.stemWord(word))
    return word


def is_russian(word: str) -> bool:
    """Whether a folded word is written in Russian letters."""
    return re.fullmatch("[а-я]+", word) is not None


def is_syllabic(word: str) -> bool:
    """Whether a word is a run of characters that mean something one by one."""
    return _RUN.fullmatch(word) is not None
