"""What answers at a record's former names: a page that leads on, and the same files."""

import re
from collections.abc import Iterator, Sequence

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.addresses import address, section
from site_plugins.outputs.artifact import Artifact, Page, prefix
from site_plugins.outputs.templating import View
from site_plugins.records.base import Record
from site_plugins.records.source import Source


def make_old_addresses(catalog: Catalog, pages: Sequence[Page], artifacts: Sequence[Artifact]) -> Iterator[Artifact]:
    """A page in every language for each former id, and copies of the record's files under it."""
    del pages
    taken = {artifact.path for artifact in artifacts}
    for entry in catalog.entries:
        for former in entry.record.former_ids:
            if not isinstance(entry.record, Source):  # sources share one page
                yield from (_moved(catalog, language, entry.record, former) for language in LANGUAGES)
            for path, content in _files(entry.record, former, artifacts):
                if path not in taken:
                    yield Artifact(path, content)


def _moved(catalog: Catalog, language: str, record: Record, former: str) -> Artifact:
    here = f"{section(type(record))}{former}/"
    view = View(catalog, language, here)
    root = (catalog.site.url or "").rstrip("/")
    whole = f"{root}/{prefix(language)}{address(record)}" if root else view.href(record)
    return Artifact(f"{prefix(language)}{here}index.html", view.render("moved.html", record=record, canonical=whole))


def _files(record: Record, former: str, artifacts: Sequence[Artifact]) -> Iterator[tuple[str, str | bytes]]:
    """The record's own files as they would stand under its former id: `open-data/v1/cities/kaifeng.json`."""
    folders = f"{re.escape(record.folder)}|{re.escape(section(type(record)).rstrip('/'))}"
    own = re.compile(rf"((?:.*/)?(?:{folders})/){re.escape(record.id)}(\.[a-z.]+)")
    for artifact in artifacts:
        if match := own.fullmatch(artifact.path):
            yield f"{match[1]}{former}{match[2]}", artifact.content
