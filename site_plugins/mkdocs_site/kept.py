"""Whether a build keeps every address that was ever published, and none that was withdrawn."""

from collections.abc import Iterable, Iterator

from site_plugins.catalog import Catalog
from site_plugins.checks.removed import present
from site_plugins.outputs.artifact import WITHDRAWN, Artifact, Page, without_language
from site_plugins.outputs.published import lost
from site_plugins.problems import Problem
from site_plugins.reading.addresses import NAME
from site_plugins.records.site import withdrawn_as


def misplaced(catalog: Catalog, pages: Iterable[Page], files: Iterable[Artifact], addresses: set[str]) -> Iterator[Problem]:
    """One problem for all of the published addresses that a build would lose, one for each that is withdrawn and yet stands.

    `addresses` are those of the pages and files that answer for ever, and of prose.
    """
    if gone := lost(catalog, addresses):
        folder = catalog.site_place[0].rpartition("/")[0] if catalog.site_place else "data"
        yield Problem.of(f"{folder}/{NAME}", catalog.published[gone[0]], 1, "address-lost", value=gone[0], count=str(len(gone)))
    if catalog.site.withdrawn:
        there = [page.path for page in pages if page.kind != WITHDRAWN] + [file.path for file in files]
        names = {withdrawn_as(path) for path in there}
        yield from present(catalog, names | {without_language(name) for name in names})
