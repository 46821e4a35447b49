"""Words that were meant to be other words."""

import difflib
import re

MAX_WORD = 80
"""No name of ours is longer: what is, is nobody's near miss."""

LOOKALIKES = str.maketrans("асеорхуАВСЕНКМОРТХ", "aceopxyABCEHKMOPTX")
"""Russian letters, and the Latin ones that they look like."""


def near(word: str, words: list[str]) -> str | None:
    """The one of `words` that `word` was probably meant to be."""
    return next(iter(difflib.get_close_matches(word, words, 1, 0.75)), None) if len(word) <= MAX_WORD else None


def mixes_alphabets(word: str) -> bool:
    """Whether a name has both Latin and Russian letters, which look alike and never are."""
    return bool(re.search("[A-Za-z]", word) and re.search("[А-Яа-яЁё]", word))
