"""How a text is read aloud: foreign words within it bear their language, and an abbreviation says what it stands for.

The words stand in languages/terms.toml; the own names of cities in their records.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from markupsafe import Markup, escape

TERMS = tomllib.loads((Path(__file__).parent.parent / "languages" / "terms.toml").read_text("utf-8"))
ABBREVIATIONS: dict[str, dict[str, str]] = {
    language: {short: said for short, (said, _) in table.items()} for language, table in TERMS["abbreviations"].items()
}
"""Language -> abbreviation -> what it stands for."""

HAN = r"[\u2E80-\u2FDF\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF]+"
HANGUL = r"[\uAC00-\uD7AF]+(?: [\uAC00-\uD7AF]+)*"
CYRILLIC = r"[\u0400-\u052F](?:[\u0400-\u052F«»„“.,\d -]*[\u0400-\u052F])?"
NOT_RUSSIAN = re.compile(r"[^\u0401\u0410-\u044F\u0451«»„“.,\d -]")
ALPHABET = {"ru": re.compile("[\u0400-\u04ff]"), "en": re.compile("[A-Za-z]")}


def speak(text: str, language: str, own_names: tuple[tuple[str, str], ...] = (), explained: set[str] | None = None) -> Markup:
    """A text in `language` as markup. `own_names` are names and their languages; what `explained` holds is not explained again."""
    pieces, end = [], 0
    known = dict(own_names)
    for found in _terms(language, own_names).finditer(text):
        marked = _marked(found, text, language, known, explained)
        if marked:
            pieces += [escape(text[end : found.start()]), marked]
            end = found.end()
    return Markup("").join([*pieces, escape(text[end:])])


def _marked(found: re.Match[str], text: str, language: str, known: dict[str, str], explained: set[str] | None) -> Markup | None:
    term = found.group()
    if found.lastgroup == "abbreviation":
        said = ABBREVIATIONS[language][term]
        if explained is None or term in explained:
            return None
        explained.add(term)
        return None if said.casefold() in text.casefold() else Markup('<abbr title="{}">{}</abbr>').format(said, term)
    code = known.get(term) or TERMS["foreign"].get(term) or {"han": "zh", "hangul": "ko", "cyrillic": "ru"}.get(found.lastgroup or "")
    if not code or code == language or (found.lastgroup == "cyrillic" and NOT_RUSSIAN.search(term)):
        return None
    return Markup('<span lang="{}">{}</span>').format(code, term)


@cache
def _terms(language: str, own_names: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """Everything that may need a mark in a text of a language, the longest names first."""
    alphabet = ALPHABET.get(language)
    names = [name for name, _ in own_names if not (alphabet and alphabet.search(name))]
    names = sorted([*names, *TERMS["foreign"]], key=len, reverse=True)
    parts = {
        "name": rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)",
        "abbreviation": rf"(?<!\w)(?:{'|'.join(map(re.escape, ABBREVIATIONS.get(language, {'': ''})))})(?!\w)",
        "han": HAN,
        "hangul": HANGUL,
        **({"cyrillic": CYRILLIC} if language == "en" else {}),
    }
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in parts.items()))
