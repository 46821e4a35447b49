"""Medals and nominations in words."""

from site_plugins.languages.formats import enumeration
from site_plugins.languages.words import words


def medal_words(gold: int, silver: int, bronze: int, language: str) -> str:
    """«6 золотых и 1 серебряная», "6 gold and 1 silver"; empty where there are none."""
    said = words(language)
    kinds = [
        (gold, said.ngettext("%(num)s gold", "%(num)s gold", gold)),
        (silver, said.ngettext("%(num)s silver", "%(num)s silver", silver)),
        (bronze, said.ngettext("%(num)s bronze", "%(num)s bronze", bronze)),
    ]
    return enumeration([text % {"num": number} for number, text in kinds if number], language)
