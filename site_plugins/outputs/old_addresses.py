"""What answers at a record's former names, and where a list had a part before it got shorter: a page that leads on, and the same files."""

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
    """A page in every language for each former id, and copies of the record's files under it; a page for each part that a list lost."""
    yield from _gone_parts(catalog, pages)
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
    return _leads_on(view, view.name(record), address(record))


def _leads_on(view: View, title: str, target: str) -> Artifact:
    root = (view.catalog.site.url or "").rstrip("/")
    whole = f"{root}/{prefix(view.language)}{target}" if root else view.href(target)
    return Artifact(f"{view.here}index.html", view.render("moved.html", title=title, target=target, canonical=whole))


PART = re.compile(
    r"(.+/)page-\d+/|(organisations/)kinds/[a-z_]+/|(sources/)(?:of-\d{4}|undated)/|(years/\d{4}/)[a-z_]+/|([^/]+/[^/]+/)\d{4}/"
)
"""The address of a part of a list, as paging.py, grouped_lists.py, years.py and years_of.py make them, and that of the list."""


def _gone_parts(catalog: Catalog, pages: Sequence[Page]) -> Iterator[Artifact]:
    """A list that is short again lost its parts; whoever kept the address of one is led to the list."""
    made = {page.path: page for page in pages}
    for published in catalog.published:
        path = published.removeprefix("/")
        language = next((code for code in LANGUAGES if prefix(code) and path.startswith(prefix(code))), LANGUAGES[0])
        there = path
        while there not in made and (match := PART.fullmatch(there.removeprefix(prefix(language)))):
            there = prefix(language) + next(filter(None, match.groups()))
        if there != path and there in made:
            yield _leads_on(View(catalog, language, path.removeprefix(prefix(language))), made[there].title, made[there].address)


def _files(record: Record, former: str, artifacts: Sequence[Artifact]) -> Iterator[tuple[str, str | bytes]]:
    """The record's own files as they would stand under its former id: `open-data/v1/cities/kaifeng.json`."""
    folders = f"{re.escape(record.folder)}|{re.escape(section(type(record)).rstrip('/'))}"
    own = re.compile(rf"((?:.*/)?(?:{folders})/){re.escape(record.id)}(\.[a-z.]+)")
    for artifact in artifacts:
        if match := own.fullmatch(artifact.path):
            yield f"{match[1]}{former}{match[2]}", artifact.content
