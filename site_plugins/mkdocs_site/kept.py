"""Whether a build keeps every address that was ever published."""

from collections.abc import Iterator
from pathlib import Path

from site_plugins.catalog import Catalog
from site_plugins.outputs.published import lost
from site_plugins.problems import Problem
from site_plugins.reading.addresses import NAME


def prose_addresses(docs: Path | None) -> Iterator[str]:
    """The addresses of the pages in docs/: `/about/` of `about.md`."""
    if docs:
        for path in docs.rglob("*.md"):
            where = path.relative_to(docs).with_suffix("")
            yield f"/{where.parent if where.name == 'index' else where}/".replace("/./", "/")


def lost_address(catalog: Catalog, addresses: set[str]) -> Iterator[Problem]:
    """One problem for all addresses that a build would lose, none where it keeps them."""
    if gone := lost(catalog, addresses):
        folder = catalog.site_place[0].rpartition("/")[0] if catalog.site_place else "data"
        yield Problem.of(f"{folder}/{NAME}", catalog.published[gone[0]], 1, "address-lost", value=gone[0], count=str(len(gone)))
