"""A record that was published does not vanish without a word: it has a new name, or site.yml says that it was withdrawn."""

from collections.abc import Container, Iterator

from site_plugins.catalog import Catalog
from site_plugins.checks.vanished import emptied, unread, vanished
from site_plugins.problems import Problem
from site_plugins.reading.fields import problem_at
from site_plugins.records.site import SiteFacts, withdrawn_as
from site_plugins.records.source import Source


def check(catalog: Catalog) -> Iterator[Problem]:
    """Records that are withdrawn and yet there; records of the ledger under no name any more, a whole folder of them once.

    Sources have no page of their own. Beside a record that cannot be read nothing is told: it may be the one under its new name.
    """
    if catalog.site.withdrawn:
        there = {withdrawn_as(f"{entry.record.folder}/{entry.record.id}") for entry in catalog.entries}
        yield from present(catalog, there)
    root = catalog.site_place[0].rpartition("/")[0] if catalog.site_place else "data"
    gone = vanished(catalog)
    for folder, count in emptied(catalog).items():
        if folder not in {broken for broken, _ in catalog.broken}:
            yield Problem.of(f"{root}/{folder}", 1, 1, "folder-vanished", count=str(count))
    for folder in gone.keys() - unread(catalog) - {Source.folder}:
        for record_id in gone[folder]:
            whole = f"{folder}/{record_id}"
            yield Problem.of(f"{root}/{whole}.yml", 1, 1, "record-vanished", value=record_id, whole=whole)


def present(catalog: Catalog, there: Container[str]) -> Iterator[Problem]:
    """A problem for each entry of `withdrawn` that is among the names `there`: what is withdrawn cannot stand on the site."""
    if catalog.site_place:
        file, document = catalog.site_place
        for number, entry in enumerate(catalog.site.withdrawn):
            if withdrawn_as(entry) in there:
                yield problem_at(file, document, SiteFacts, ("withdrawn", number), "withdrawn-present", value=entry)
