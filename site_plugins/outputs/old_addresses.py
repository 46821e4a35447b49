"""What answers at a record's former names, and where a list had a part before it got shorter: a page that leads on, and the same files."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.addresses import address, section
from site_plugins.outputs.artifact import Artifact, Page, language_of, prefix, without_language
from site_plugins.outputs.templating import View
from site_plugins.records.base import Record
from site_plugins.records.source import Source


def make_old_addresses(catalog: Catalog, pages: Sequence[Page], artifacts: Sequence[Artifact]) -> Iterator[Artifact]:
    """A page in every language for each former id, and copies of the record's files under it; a page for each part that a list lost."""
    yield from _gone_parts(catalog, pages)
    taken = {artifact.path for artifact in artifacts}
    renamed = [entry.record for entry in catalog.entries if entry.record.former_ids]
    files = _own_files(artifacts) if renamed else {}
    for record in renamed:
        for former in record.former_ids:
            if not isinstance(record, Source):  # sources share one page
                yield from (_moved(catalog, language, record, former) for language in LANGUAGES)
            for artifact in files.get((section(type(record)), record.id), []):
                folder, _, name = artifact.path.rpartition("/")
                path = f"{folder}/{former}{name.removeprefix(record.id)}"
                if path not in taken:
                    yield Artifact(path, artifact.source)


def _moved(catalog: Catalog, language: str, record: Record, former: str) -> Artifact:
    here = f"{section(type(record))}{former}/"
    view = View(catalog, language, here)
    return _leads_on(view, view.name(record), address(record))


def _leads_on(view: View, title: str, target: str) -> Artifact:
    root = view.catalog.site.url or ""
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
        language = language_of(path)
        there = path
        while there not in made and (match := PART.fullmatch(without_language(there))):
            there = prefix(language) + next(filter(None, match.groups()))
        if there != path and there in made:
            yield _leads_on(View(catalog, language, without_language(path)), made[there].title, made[there].address)


def _own_files(artifacts: Sequence[Artifact]) -> dict[tuple[str, str], list[Artifact]]:
    """(folder, name without what follows the first dot) -> the files: `open-data/v1/cities/kaifeng.json` is Kaifeng's own."""
    found: dict[tuple[str, str], list[Artifact]] = defaultdict(list)
    for artifact in artifacts:
        folders, _, name = artifact.path.rpartition("/")
        stem, dot, _ = name.partition(".")
        if dot:
            found[f"{folders.rpartition('/')[2].replace('_', '-')}/", stem].append(artifact)
    return found
