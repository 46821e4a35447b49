"""What is begun once the records are read: what takes longest in another process, while this one checks them and names the rest."""

import logging
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.mkdocs_site.ahead import Ahead
from site_plugins.mkdocs_site.build import make, source_uri
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.engine import engine, program
from site_plugins.mkdocs_site.given import contents, given
from site_plugins.mkdocs_site.inner import make_inner
from site_plugins.mkdocs_site.materials import ROOT
from site_plugins.mkdocs_site.prose import read_prose
from site_plugins.mkdocs_site.shared import Begun, Build
from site_plugins.mkdocs_site.writing import Files, write_here
from site_plugins.outputs import BESIDE
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.open_data import make_edition
from site_plugins.outputs.pages.open_data import make_open_data_pages
from site_plugins.rebuilding.last_build import LastBuild

log = logging.getLogger("mkdocs.omsk")

SITES = Cache(ROOT / ".cache" / "sites")
"""What the last build left in each folder that was built into."""


def make_site(build: Build, config: MkDocsConfig) -> None:
    """Everything of the data. PluginError with all that is wrong with them."""
    if build.catalog and build.site:
        build.catalog.asked.now = set()  # from here on every question counts
        build.lock = SITES.alone(str(build.site))  # until the end, or what lies in the folder would be another's by then
        build.last = _last(build, build.catalog, build.site)
        build.ahead = Ahead(partial(_begin, build.catalog, build.last, Path(config.site_dir), Path(config.docs_dir)))
    make(build, Path(config.docs_dir))
    if build.problems:
        raise PluginError("\n" + "\n".join(build.problems))
    for note in build.notes:
        log.info(note)


def key_of(site: Path) -> str:
    """Another program's notes may have another form, and are not opened."""
    return f"{site} {program()}"


def _last(build: Build, catalog: Catalog, site: Path) -> LastBuild:
    kept = SITES.kept(key_of(site)) if site.is_dir() else None
    return LastBuild(site, engine(catalog, build.data, build.root, build.archive), catalog, kept)


def _begin(catalog: Catalog, last: LastBuild, room: Path, docs: Path) -> Begun:
    """Search, and what is made of one edition of the open data: nothing is needed for it but the records."""
    whole = {path: file for path, file in given(catalog, make_edition(catalog)).items() if not last.still_right(path, file.handed)}
    beside = (partial(output, catalog, language, list(read_prose(docs, language))) for output in BESIDE for language in LANGUAGES)
    shares = [*(partial(_files, output) for output in beside), partial(contents, whole)]
    written = list(write_here(room, shares, catalog.asked, last.is_there))
    inner = {}
    for page in (page for language in LANGUAGES for page in make_open_data_pages(catalog, language)) if whole else ():
        with catalog.asked.apart() as questions:
            made = make_inner(catalog, page)
        inner[source_uri(page.path)] = made, questions
    return Begun(written, inner)


def _files(output: Callable[[], Iterable[Artifact]]) -> Files:
    return ((file.path, file.source) for file in output())
