"""A record that was published does not vanish without a word: it has a new name, or site.yml says that it was withdrawn."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.records.source import Source


def check(catalog: Catalog) -> Iterator[Problem]:
    """Records that the ledger knows and that are under no name any more; sources have no page of their own."""
    withdrawn = {entry.strip("/").replace("_", "-") for entry in catalog.site.withdrawn}
    root = catalog.site_place[0].rpartition("/")[0] if catalog.site_place else "data"
    for folder, record_id in catalog.removed:
        whole = f"{folder}/{record_id}"
        if folder != Source.folder and whole.replace("_", "-") not in withdrawn:
            yield Problem.of(f"{root}/{whole}.yml", 1, 1, "record-vanished", value=record_id, whole=whole)
