"""Artifacts and pages as MkDocs' files; two of one address are refused, which MkDocs would let pass silently."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from site_plugins.languages import LANGUAGES
from site_plugins.mkdocs_site.assets import make_assets
from site_plugins.mkdocs_site.build import Build
from site_plugins.mkdocs_site.frame import language_of
from site_plugins.outputs.artifact import Artifact, prefix
from site_plugins.outputs.manifest import make_manifest
from site_plugins.outputs.sitemap import make_sitemap


def add_files(files: Files, config: MkDocsConfig, build: Build) -> Files:
    """docs/ plus everything generated, less the theme's files that no page of ours uses."""
    kept = Files([file for file in files if _is_prose(file, config)])
    for file in kept:
        if file.abs_src_path and Path(file.abs_src_path).is_symlink():
            raise PluginError(f"docs/{file.src_uri} — ссылка на другой файл. Положите сам файл или удалите ссылку.")
    for uri in build.pages:
        _add(kept, File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    for artifact in [*build.artifacts, *make_assets(build), *_manifests(build), *_sitemap(kept, build)]:
        _add(kept, File.generated(config, artifact.path, content=artifact.content))
    return kept


def _sitemap(files: Files, build: Build) -> Iterator[Artifact]:
    """Nothing where data/site.yml names no address: a sitemap holds whole addresses."""
    url = build.catalog.site.url if build.catalog else None
    if url:
        pages = [(language_of(file.src_uri), file.url.removeprefix("./")) for file in files.documentation_pages()]
        yield make_sitemap(url, [(language, path.removeprefix(prefix(language))) for language, path in pages])


def _manifests(build: Build) -> Iterator[Artifact]:
    """One for each language, once `build.assets` knows the icons."""
    if build.catalog:
        for language in LANGUAGES:
            yield make_manifest(build.catalog.site, language, build.assets)


def without_pages(config: MkDocsConfig, build: Build) -> Files:
    """What is served while the data have mistakes: one page that lists them."""
    kept = Files([])
    for artifact in make_assets(build):
        kept.append(File.generated(config, artifact.path, content=artifact.content))
    kept.append(File.generated(config, "index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV))
    return kept


def _is_prose(file: File, config: MkDocsConfig) -> bool:
    return bool(file.src_dir and file.src_dir == config.docs_dir)


def _add(files: Files, file: File) -> None:
    for other in files:
        if file.dest_uri == other.dest_uri:
            raise PluginError(f"Адрес {file.url!r} занят дважды: {file.src_uri} и {other.src_uri}. Переименуйте файл в docs/ или запись.")
    files.append(file)
