"""CLDR's locales."""

from functools import cache

from babel import Locale
from babel.core import get_global


@cache
def locale(language: str) -> Locale:
    """The locale of a language of the site; English is British."""
    return Locale.parse({"en": "en_GB"}.get(language, language))


@cache
def with_territory(language: str) -> str:
    """A language with the territory where most speak it, as OpenGraph wants it: `ru_RU`."""
    known = locale(language)
    territory = known.territory or Locale.parse(get_global("likely_subtags")[language]).territory
    return f"{known.language}_{territory}"


def is_language(code: str) -> bool:
    """Whether CLDR knows a BCP 47 code such as `be` or `zh-Hans`."""
    return code.split("-", maxsplit=1)[0] in locale("en").languages
