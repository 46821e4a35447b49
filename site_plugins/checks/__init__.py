"""What records must agree on: one rule, one file. A rule yields problems and never stops at the first."""

from collections.abc import Callable, Iterator

from site_plugins.catalog import Catalog
from site_plugins.checks import (
    addresses,
    cities,
    dates,
    disputed_places,
    events,
    industrial_points,
    industrial_sites,
    languages,
    pictures,
    places,
    references,
    removed,
    reports,
    site,
    sources,
)
from site_plugins.problems import Problem

CHECKS: tuple[Callable[[Catalog], Iterator[Problem]], ...] = (
    addresses.check,
    removed.check,
    references.check,
    dates.check,
    places.check,
    disputed_places.check,
    cities.check,
    events.check,
    industrial_sites.check,
    industrial_points.check,
    reports.check,
    sources.check,
    site.check,
    languages.check,
    pictures.check,
)


def check(catalog: Catalog) -> list[Problem]:
    """All problems of all rules, sorted, each once."""
    return sorted({problem for rule in CHECKS for problem in rule(catalog)})
