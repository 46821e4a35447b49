"""What MkDocs does not write itself: every page that is set into a frame of its group, and every file beside the pages."""

import logging
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from mkdocs.exceptions import PluginError

from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.archive import write_archive
from site_plugins.mkdocs_site.build import Build
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.engine import engine
from site_plugins.mkdocs_site.groups import Group
from site_plugins.mkdocs_site.materials import ROOT
from site_plugins.mkdocs_site.publishing import files_in, publish, remove_room
from site_plugins.mkdocs_site.writing import Content, Share, digest_of, shares_of, write_all, write_files
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.open_data.names import of_edition
from site_plugins.rebuilding.answers import digest
from site_plugins.rebuilding.handed import handed
from site_plugins.rebuilding.last_build import LastBuild, Written

SITES = Cache(ROOT / ".cache" / "sites")
"""What the last build left in each folder that was built into."""
MOST_SITES = 12
"""Of so many folders it is kept: 3 MB for each at 10,000 records."""


def finish(build: Build, folder: Path, *, strict: bool) -> Path:
    """Write all of it into the folder that MkDocs wrote to, and let that take the site's place; gives where the site lies then."""
    with _told(build.site or folder):
        for uri in build.groups:
            (folder / build.pages[uri].path / "index.html").unlink()  # the frame, written as if it were the page
        if build.site is None or build.catalog is None:
            write_all(folder, [(path, content) for path, content, _ in _files(build)])
            return folder
        if strict and _has_warned():  # MkDocs will refuse the build, so the site stays as it was
            return folder
        with SITES.alone(str(build.site)):
            _finish(build, build.catalog, folder, build.site)
        return build.site


def give_up(build: Build) -> None:
    """Remove what a build that failed has made."""
    if build.site:
        remove_room(build.site)


def _finish(build: Build, catalog: Catalog, room: Path, site: Path) -> None:
    key = str(site)
    last = LastBuild(site, engine(build), catalog, SITES.kept(key) if site.is_dir() else None)
    given = {path: (content, in_hand) for path, content, in_hand in _files(build)}
    same = {path for path, (_, in_hand) in given.items() if last.still_right(path, in_hand)}
    left = [(path, content) for path, (content, _) in given.items() if path not in same]
    shares: list[Share] = [*(partial(_beside, make) for make in build.beside), *_shares(catalog, left)]
    made = [(one, given[one.path][1] if one.path in given else b"") for one in write_files(room, shares, catalog.asked, last.is_there)]
    made += [(one, b"") for one in _others(room, {*given, *(one.path for one, _ in made)}, last)]
    stays = same | {one.path for one, _ in made if not one.is_new}
    if build.archive:
        write_archive(room, site, stays, catalog.today)
    publish(room, site, stays)
    SITES.keep(key, last.keep(catalog, same, made))
    SITES.forget(MOST_SITES)


def _shares(catalog: Catalog, files: list[tuple[str, Content]]) -> list[Share]:
    """What one process makes in one go: first all that is made of one edition, which takes longest; then the others in portions."""
    of_one = of_edition(catalog)
    together = [file for file in files if file[0] in of_one]
    return [*([lambda: together] if together else []), *shares_of([file for file in files if file[0] not in of_one])]


def _beside(make: Callable[[], Iterable[Artifact]]) -> Iterator[tuple[str, Content]]:
    return ((artifact.path, artifact.source) for artifact in make())


def _has_warned() -> bool:
    """Whether MkDocs has counted a warning: in strict mode it does, and tells after every hook."""
    return any(handler.get_counts() for handler in logging.getLogger("mkdocs").handlers if hasattr(handler, "get_counts"))


def _files(build: Build) -> Iterator[tuple[str, Content, bytes]]:
    """Path, content, and a hash of what its maker was handed; without one where the content is there already."""
    for group in build.groups.values():
        frame = digest(repr(group.frame))
        for number, uri in enumerate(group.uris):
            if build.catalog:
                page = build.pages[uri]
                yield (
                    f"{page.path}index.html",
                    partial(_page, build, group, number),
                    handed(build.catalog, frame, group.texts[number], page),
                )
    for artifact in build.artifacts:
        in_hand = handed(build.catalog, artifact.source) if build.catalog and callable(artifact.source) else b""
        yield artifact.path, artifact.source, in_hand


def _page(build: Build, group: Group, number: int) -> str:
    return group.page(number, build.inner(build.pages[group.uris[number]]))


def _others(room: Path, known: Container[str], last: LastBuild) -> Iterator[Written]:
    """What MkDocs wrote; a file that lies in the site already is not written there again."""
    for path in list(files_in(room)):
        if path not in known:
            found = digest_of((room / path).read_bytes())
            is_new = not last.is_there(path, found)
            if not is_new:
                (room / path).unlink()
            yield Written(path, found, [], is_new)


@contextmanager
def _told(site: Path) -> Iterator[None]:
    """A file that cannot be written as one sentence for the editor."""
    try:
        yield
    except OSError as error:
        said = f"Файл сайта не записан: {error.filename or site} — {error.strerror}."
        raise PluginError(f"{said} Освободите место на диске или дайте право писать в эту папку и соберите сайт снова.") from error
