"""Where the state a place belongs to is disputed, every output is equally silent about it."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.records.city import City
from site_plugins.records.event import Event

SILENT = ("country", "region", "time_zone", "wikidata")


def check(catalog: Catalog) -> Iterator[Problem]:
    """A disputed city has none of SILENT, an undisputed one has its country; events there name no country either."""
    disputed = set()
    for entry, city in catalog.typed_entries(City):
        if not city.disputed:
            if city.country is None:
                yield catalog.problem_at_key(entry, ("country",), "country-missing")
            continue
        disputed.add(city.id)
        for field in SILENT:
            if getattr(city, field) is not None:
                yield catalog.problem_at_key(entry, (field,), "disputed-not-silent", value=field)
    for entry, event in catalog.typed_entries(Event):
        for number, where in enumerate(event.places):
            if where.city in disputed and where.country is not None:
                yield catalog.problem(entry, ("places", number, "country"), "disputed-not-silent", value="country")
