"""What MkDocs makes itself and what is written beside it; two files of one address are refused, which MkDocs would let pass silently."""

import re
from collections.abc import Hashable, Iterator
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from site_plugins.history.git import last_commits
from site_plugins.languages import LANGUAGES
from site_plugins.mkdocs_site.assets import make_assets
from site_plugins.mkdocs_site.groups import Group
from site_plugins.mkdocs_site.leaf import Leaf
from site_plugins.mkdocs_site.own_frame import own_frame
from site_plugins.mkdocs_site.prose import unreadable_prose
from site_plugins.mkdocs_site.shared import Build
from site_plugins.mkdocs_site.slots import shape
from site_plugins.outputs.artifact import WITHDRAWN, Artifact, language_of, without_language
from site_plugins.outputs.last_changed import last_changed
from site_plugins.outputs.manifest import make_manifest
from site_plugins.outputs.sitemap import make_sitemap


class MadeFiles(Files):
    """MkDocs' files; a link in docs/ also finds the pages and files that are written beside MkDocs."""

    def __init__(self, files: list[File], config: MkDocsConfig, build: Build) -> None:
        super().__init__(files)
        self.config, self.build = config, build
        self.written = {artifact.path for artifact in build.artifacts}

    def get_file_from_path(self, path: str) -> File | None:
        """The file of a source URI."""
        if found := super().get_file_from_path(path):
            return found
        uri = PurePosixPath(path).as_posix()
        if made := self.build.pages.get(uri):
            file = _generated(self.config, uri)
            MkDocsPage(None, file, self.config).present_anchor_ids = set(re.findall(' id="([^"]+)"', made.body))
            return file
        return File.generated(self.config, uri, content="") if uri in self.written else None


def add_files(files: Files, config: MkDocsConfig, build: Build) -> Files:
    """docs/ plus the pages that MkDocs makes, less the theme's files that no page of ours uses."""
    prose = [file for file in files if _is_prose(file, config)]
    for file in prose:
        if file.abs_src_path and Path(file.abs_src_path).is_symlink():
            raise PluginError(f"docs/{file.src_uri} — ссылка на другой файл. Положите сам файл или удалите ссылку.")
    if wrong := unreadable_prose(Path(config.docs_dir)):
        raise PluginError("\n" + "\n".join(wrong))
    build.prose = {file.src_uri for file in prose if file.is_documentation_page()}
    build.artifacts += make_assets(build)
    build.artifacts += _manifests(build)
    build.artifacts += _sitemap(prose, build)
    _refuse_same_address(prose, build)
    named = set(_named(config.nav))
    if build.serving:  # of the pages only what the navigation has to know
        led_to = named - {file.src_uri for file in prose}
        return MadeFiles([*prose, *(_generated(config, uri) for uri in sorted(led_to))], config, build)
    if not config.extra.get("one_by_one"):  # the ordinary way, which the tests compare with
        build.groups = group_pages(build, named)
    beside = {uri for kept in build.groups.values() for uri in kept.uris[1:]}
    made = [_generated(config, uri) for uri in build.pages if uri not in beside]
    return MadeFiles([*prose, *made], config, build)


def _manifests(build: Build) -> Iterator[Artifact]:
    """One for each language, once `build.assets` knows the icons."""
    if build.catalog:
        for language in LANGUAGES:
            yield make_manifest(build.catalog.site, language, build.assets)


def without_pages(config: MkDocsConfig, build: Build) -> Files:
    """What is served while the data have mistakes: one page that lists them."""
    build.artifacts = list(make_assets(build))
    return Files([_generated(config, "index.md")])


def group_pages(build: Build, named: set[str]) -> dict[str, Group]:
    """All pages in groups, each by the source URI of its first; one that the navigation names or no section has is alone in its own."""
    found: dict[Hashable, Group] = {}
    for uri, made in build.pages.items():
        values = own_frame(build, Leaf.of_made(build, uri, made))
        texts: list[str] = []
        folder = made.address.rpartition("/")[0].rpartition("/")[0]
        alike = (made.language, folder, made.section, shape(values, texts))  # links look the same from there, the bar marks the same page
        key: Hashable = alike if folder and made.section and uri not in named else uri
        kept = found.setdefault(key, Group(values))
        kept.uris.append(uri)
        kept.texts.append(texts)
    return {kept.uris[0]: kept for kept in found.values()}


def _generated(config: MkDocsConfig, uri: str) -> File:
    return File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)


def _sitemap(prose: list[File], build: Build) -> Iterator[Artifact]:
    """Nothing where data/site.yml names no address: a sitemap holds whole addresses."""
    url = build.catalog.site.url if build.catalog else None
    if url:
        pages = [(language_of(file.src_uri), file.url.removeprefix("./")) for file in prose if file.is_documentation_page()]
        pages += [(page.language, page.path) for page in build.pages.values() if page.kind != WITHDRAWN]
        addresses = [(language, without_language(path)) for language, path in pages]
        yield make_sitemap(url, addresses, _changed(prose, build))


def _changed(prose: list[File], build: Build) -> dict[str, datetime]:
    """When each page last changed: of a page of ours by its records, of prose by git where all of its history is there."""
    assert build.catalog
    found = {page.path: moment for page in build.pages.values() if (moment := last_changed(build.catalog, page))}
    by_file = last_commits(Path(prose[0].src_dir)) if prose and prose[0].src_dir else {}
    return found | {file.url.removeprefix("./"): by_file[file.src_uri] for file in prose if file.src_uri in by_file}


def _named(nav: Any) -> Iterator[str]:
    """The source URIs that the navigation names, at any depth."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        yield from _named(list(nav.values()))
    elif isinstance(nav, list):
        for inner in nav:
            yield from _named(inner)


def _is_prose(file: File, config: MkDocsConfig) -> bool:
    return bool(file.src_dir and file.src_dir == config.docs_dir)


def _refuse_same_address(prose: list[File], build: Build) -> None:
    taken: dict[str, str] = {}
    claims = [(file.dest_uri, f"docs/{file.src_uri}") for file in prose]
    claims += [(f"{page.path}index.html", page.data_file or uri) for uri, page in build.pages.items()]
    claims += [(artifact.path, artifact.path) for artifact in build.artifacts]
    for address, source in claims:
        if other := taken.get(address):
            raise PluginError(f"Адрес {address!r} занят дважды: {source} и {other}. Переименуйте файл в docs/ или запись.")
        taken[address] = source
