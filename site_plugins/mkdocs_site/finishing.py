"""The end of a build: what the last one did not leave is made and written, and then the site takes the place of the old one."""

import logging
from collections.abc import Container, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from mkdocs.exceptions import PluginError

from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.archive import write_archive
from site_plugins.mkdocs_site.given import contents, given_files, given_pages
from site_plugins.mkdocs_site.making import SITES, key_of
from site_plugins.mkdocs_site.publishing import files_in, publish, remove_room
from site_plugins.mkdocs_site.shared import Build
from site_plugins.mkdocs_site.writing import digest_of, shares_of, write_all, write_files, write_here
from site_plugins.outputs.open_data.names import of_edition
from site_plugins.rebuilding.last_build import LastBuild, Written

MOST_SITES = 12
"""Of so many folders it is kept what was left there: 5 MB for each at 10,000 records."""


def finish(build: Build, room: Path, *, strict: bool) -> Path:
    """Write all of it where MkDocs wrote, and let that take the site's place; gives where the site lies then."""
    with _told(build.site or room):
        for uri in build.groups:
            (room / build.pages[uri].path / "index.html").unlink()  # the frame, written as if it were the page
        if build.site is None or build.catalog is None:
            write_all(room, contents(given_files(build)))
            return room
        if strict and _has_warned():  # MkDocs will refuse the build, so the site stays as it was
            return room
        _finish(build, build.catalog, room, build.site)
        _unlock(build)
        return build.site


def give_up(build: Build, error: Exception) -> None:
    """Remove what a build that failed has made. PluginError where a file could not be read or written."""
    if build.ahead:
        build.ahead.stop()
    if build.site:
        remove_room(build.site)
    _unlock(build)
    with _told(build.site or Path("site")):
        if isinstance(error, OSError):
            raise error


def _finish(build: Build, catalog: Catalog, room: Path, site: Path) -> None:
    assert build.last
    assert build.ahead
    last, of_one = build.last, of_edition(catalog)
    files = given_pages(build) | given_files(build)
    same = {path for path, file in files.items() if last.still_right(path, file.handed)}
    left = {path: file for path, file in files.items() if path not in same and path not in of_one}
    slow = {path: file for path, file in left.items() if file.takes_seconds}
    quick = {path: file for path, file in left.items() if not file.takes_seconds}
    last.learn(write_files(room, shares_of(contents(quick), contents(slow)), catalog.asked, last.is_there))
    begun = build.ahead.result()
    build.inner_ahead |= begun.inner
    last.learn(begun.written)
    rest = {path: file for path, file in files.items() if path not in same and path not in last.made}
    last.learn(write_here(room, [partial(contents, rest)], catalog.asked, last.is_there))
    last.learn(_others(room, {*same, *last.made}, last))
    stays = same | (last.made.keys() - last.new)
    if build.archive:
        write_archive(room, site, stays, catalog.today)
    publish(room, site, stays)
    SITES.keep(key_of(site), last.keep(catalog, same, {path: file.handed for path, file in files.items()}))
    SITES.forget(MOST_SITES)
    if build.remembering:
        build.remembering.result()


def _unlock(build: Build) -> None:
    if build.lock:
        build.lock.release()


def _others(room: Path, known: Container[str], last: LastBuild) -> Iterator[Written]:
    """What MkDocs wrote; a file that lies in the site already is not written there again."""
    for path in files_in(room):
        if path not in known:
            found = digest_of((room / path).read_bytes())
            is_new = not last.is_there(path, found)
            if not is_new:
                (room / path).unlink()
            yield Written(path, found, [], is_new)


def _has_warned() -> bool:
    """Whether MkDocs has counted a warning: in strict mode it does, and tells after every hook."""
    return any(handler.get_counts() for handler in logging.getLogger("mkdocs").handlers if hasattr(handler, "get_counts"))


@contextmanager
def _told(site: Path) -> Iterator[None]:
    """A file that is not there or cannot be written as one sentence for the editor."""
    try:
        yield
    except FileNotFoundError as error:
        raise PluginError(f"Нет файла {error.filename}. Верните его из истории git и соберите сайт снова.") from error
    except OSError as error:
        said = f"Файл сайта не записан: {error.filename or site} — {error.strerror}."
        raise PluginError(f"{said} Освободите место на диске или дайте право писать в эту папку и соберите сайт снова.") from error
