"""CLDR's locales."""

from functools import cache

from babel import Locale


@cache
def locale(language: str) -> Locale:
    """The locale of a language of the site; English is British."""
    return Locale.parse({"en": "en_GB"}.get(language, language))


def is_language(code: str) -> bool:
    """Whether CLDR knows a BCP 47 code such as `be` or `zh-Hans`."""
    return code.split("-", maxsplit=1)[0] in locale("en").languages
