"""Industrial sites: what the filters go by does not contradict itself."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.records.industrial_site import IndustrialSite


def check(catalog: Catalog) -> Iterator[Problem]:
    """A free visit has no price."""
    for entry, site in catalog.typed_entries(IndustrialSite):
        if (price := site.visit.price) and price.free and price.amount is not None:
            yield catalog.problem(entry, ("visit", "price", "amount"), "price-of-free", value=str(price.amount))
