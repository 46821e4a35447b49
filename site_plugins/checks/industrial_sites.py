"""Industrial sites: what the filters go by does not contradict itself, and the state is what the sources' words amount to."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.wordings import state_of


def check(catalog: Catalog) -> Iterator[Problem]:
    """A free visit has no price; the state of access follows from the wordings."""
    for entry, site in catalog.typed_entries(IndustrialSite):
        if (price := site.visit.price) and price.free and price.amount is not None:
            yield entry.problem(("visit", "price", "amount"), "price-of-free", value=str(price.amount))
        meant, state = state_of(site.wordings) or "unknown", site.access.state if site.access else "unknown"
        if meant != state:
            path = ("access", "state") if site.access else ("wordings",)
            yield entry.problem(path, "access-not-of-wordings", value=state, other=meant)
