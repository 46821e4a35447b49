"""Where the state a place belongs to is disputed, every output is equally silent about it."""

from collections.abc import Iterable, Iterator
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.records.base import Record
from site_plugins.records.city import City

SILENT = ("country", "region", "time_zone", "wikidata")


def check(catalog: Catalog) -> Iterator[Problem]:
    """A disputed city has none of SILENT, an undisputed one has its country; what is said to be in a disputed one has none either."""
    for entry, city in catalog.typed_entries(City):
        if not city.disputed:
            if city.country is None:
                yield entry.problem_at_key(("country",), "country-missing")
            continue
        for field in SILENT:
            if getattr(city, field) is not None:
                yield entry.problem_at_key((field,), "disputed-not-silent", value=field)
        for record, reference in catalog.citations.get((city.folder, city.id), ()):
            *there, name = reference.path
            if name == "city" and getattr(_at(record, there), "country", None) is not None:
                named = catalog.by_folder[record.folder][record.id]
                yield named.problem((*there, "country"), "disputed-not-silent", value="country")


def _at(record: Record, path: Iterable[str | int]) -> Any:
    """What stands at a path of a record."""
    value: Any = record
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value
