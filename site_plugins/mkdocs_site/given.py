"""Every page and file that MkDocs does not write itself: where it lies, what makes it, and what its maker is handed."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.groups import Group
from site_plugins.mkdocs_site.shared import Build
from site_plugins.mkdocs_site.writing import Content, Files
from site_plugins.outputs.artifact import Artifact
from site_plugins.rebuilding.answers import digest
from site_plugins.rebuilding.handed import handed


class Given(NamedTuple):
    """One file of the site."""

    content: Content
    handed: bytes
    """A hash of what its maker is handed; empty where the content is there already."""
    takes_seconds: bool = False


def given_pages(build: Build) -> dict[str, Given]:
    """Path -> page, once MkDocs has made the frame of its group."""
    found = {}
    for group in build.groups.values():
        frame = digest(repr(group.frame))
        for number, uri in enumerate(group.uris):
            page = build.pages[uri]
            in_hand = handed(build.catalog, frame, "\0".join(group.texts[number]), page) if build.catalog else b""
            found[f"{page.path}index.html"] = Given(partial(_page, build, group, number), in_hand)
    return found


def given_files(build: Build) -> dict[str, Given]:
    """Path -> file."""
    return given(build.catalog, build.artifacts)


def given(catalog: Catalog | None, files: Iterable[Artifact]) -> dict[str, Given]:
    """Path -> file."""
    return {
        file.path: Given(file.source, handed(catalog, file.source) if catalog and callable(file.source) else b"", file.takes_seconds)
        for file in files
    }


def contents(files: Mapping[str, Given]) -> Files:
    """As they are written."""
    return ((path, file.content) for path, file in files.items())


def _page(build: Build, group: Group, number: int) -> str:
    uri = group.uris[number]
    if uri in build.inner_ahead:
        inner, questions = build.inner_ahead[uri]
        assert build.catalog
        build.catalog.asked.also(questions)
        return group.page(number, inner)
    return group.page(number, build.inner(build.pages[uri]))
