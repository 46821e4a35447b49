"""Countries: their codes (ISO 3166-1), their names and their time zones, as CLDR has them."""

import re
from functools import cache

from babel.core import get_global

from site_plugins.languages.locales import locale

_NOT_COUNTRIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "XK", "ZZ"}


@cache
def codes() -> list[str]:
    """All codes of countries, in order."""
    known = (str(code) for code in locale("en").territories)
    return sorted(code for code in known if re.fullmatch("[A-Z]{2}", code) and code not in _NOT_COUNTRIES)


@cache
def exists(code: str) -> bool:
    """Whether a code is a country's."""
    return code in codes()


def name(code: str, language: str) -> str:
    """The country's name in a language."""
    return str(locale(language).territories[code])


def of_time_zone(zone: str) -> str | None:
    """The country that an IANA time zone belongs to, or None for a zone of several or of none."""
    territory = get_global("zone_territories").get(zone)
    return str(territory) if territory in codes() else None
