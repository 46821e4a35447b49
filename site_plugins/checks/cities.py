"""A city's own record holds together: newest status first, no name twice, group and country agree."""

from collections.abc import Iterator
from itertools import pairwise

from site_plugins.catalog import Catalog
from site_plugins.languages import locales
from site_plugins.problems import Problem
from site_plugins.records.city import City


def check(catalog: Catalog) -> Iterator[Problem]:
    """Order of attestations, groups, unique names, language codes of own names."""
    names: dict[str, str] = {}
    for entry, city in catalog.typed_entries(City):
        for number, (newer, older) in enumerate(pairwise(city.status), 1):
            if older.as_of.first > newer.as_of.last:
                values = {"value": older.as_of.text, "other": newer.as_of.text}
                yield entry.problem(("status", number, "as_of"), "status-order", **values)
        if city.country and (city.group == "russian") != (city.country == "RU"):
            yield entry.problem(("group",), "group-not-of-country", value=city.group, country=city.country)
        if other := names.get(city.name.ru.casefold()):
            yield entry.problem(("name", "ru"), "name-twice", value=city.name.ru, other=other)
        names[city.name.ru.casefold()] = entry.file
        for number, own in enumerate(city.own_names):
            if not locales.is_language(own.language):
                yield entry.problem(("own_names", number, "language"), "language-unknown", value=own.language)
        for number, agreement in enumerate(city.agreements):
            if agreement.announced and agreement.signatories:
                yield entry.problem(("agreements", number, "signatories"), "announced-but-signed")
