"""How a text is read aloud: foreign words within it bear their language, and an abbreviation says what it stands for.

The words stand in languages/terms.toml; the own names of cities in their records.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup, escape

from site_plugins.languages.lines import keep_together

TERMS = tomllib.loads((Path(__file__).parent.parent / "languages" / "terms.toml").read_text("utf-8"))
ABBREVIATIONS: dict[str, dict[str, str]] = {
    language: {short: said for short, (said, _) in table.items()} for language, table in TERMS["abbreviations"].items()
}
"""Language -> abbreviation -> what it stands for."""

HAN = r"\u2E80-\u2FDF\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF"
HANGUL = r"\uAC00-\uD7AF"
CYRILLIC = r"\u0400-\u052F"
NOT_RUSSIAN = re.compile(r"[^\u0401\u0410-\u044F\u0451«»„“.,\d -]")
ALPHABET = {"ru": re.compile("[\u0400-\u04ff]"), "en": re.compile("[A-Za-z]")}


@dataclass(slots=True)
class Explained:
    """What a page has told the meaning of, and how many abbreviations it met."""

    terms: set[str] = field(default_factory=set)
    met: int = 0


class Voice:
    """How texts of one language are read. `own_names` are the names of cities in their own languages, and these languages."""

    def __init__(self, language: str, own_names: Iterable[tuple[str, str]] = ()) -> None:
        alphabet = ALPHABET.get(language)
        own = dict(own_names)
        names = [name for name in own if not (alphabet and alphabet.search(name))]
        names = sorted([*names, *TERMS["foreign"]], key=len, reverse=True)
        self.language = language
        self.languages: dict[str, str] = TERMS["foreign"] | own
        self.abbreviations = ABBREVIATIONS.get(language, {})
        words = {"name": names, "abbreviation": self.abbreviations or [""]}
        parts = {kind: rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)" for kind, found in words.items()}
        parts |= {"han": f"[{HAN}]+", "hangul": f"[{HANGUL}]+(?: [{HANGUL}]+)*"}
        letters = HAN + HANGUL
        if language == "en":
            parts["cyrillic"] = rf"[{CYRILLIC}](?:[{CYRILLIC}«»„“.,\d -]*[{CYRILLIC}])?"
            letters += CYRILLIC
        self.terms = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in parts.items()))
        """Everything that may need a mark in a text of the language, the longest names first."""
        self.letters = re.compile(f"[{letters}]")
        self.beginnings = re.compile("|".join(sorted({re.escape(word[:2]) for word in (*names, *self.abbreviations)})))
        """One of these two is in every text that has a term: nearly none has, and is done at a fifth of the time."""

    def speak(self, text: str, explained: Explained | None = None) -> Markup:
        """A text as markup; what `explained` holds is not explained again, and without it nothing is."""
        if not (self.beginnings.search(text) or self.letters.search(text)):
            return escape(keep_together(text))
        pieces, end = list[Markup](), 0
        for found in self.terms.finditer(text):
            if marked := self._marked(found, text, explained):
                pieces += [escape(text[end : found.start()]), marked]
                end = found.end()
        return Markup(keep_together("".join([*pieces, escape(text[end:])])))  # noqa: S704 - pieces are escaped or made here

    def _marked(self, found: re.Match[str], text: str, explained: Explained | None) -> Markup | None:
        term, kind = found.group(), found.lastgroup or ""
        if kind == "abbreviation":
            return self._explanation(term, text, explained) if explained else None
        code = self.languages.get(term) or {"han": "zh", "hangul": "ko", "cyrillic": "ru"}.get(kind)
        if not code or code == self.language or (kind == "cyrillic" and NOT_RUSSIAN.search(term)):
            return None
        return Markup('<span lang="{}">{}</span>').format(code, term)

    def _explanation(self, term: str, text: str, explained: Explained) -> Markup | None:
        explained.met += 1
        if term in explained.terms:
            return None
        explained.terms.add(term)
        said = self.abbreviations[term]
        return None if said.casefold() in text.casefold() else Markup('<abbr title="{}">{}</abbr>').format(said, term)
