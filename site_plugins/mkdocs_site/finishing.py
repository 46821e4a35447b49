"""The end of a build: what the last one did not leave is made and written, and then the site takes the place of the old one."""

import logging
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from mkdocs.exceptions import PluginError

from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.ahead import Ahead
from site_plugins.mkdocs_site.archive import write_archive
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.engine import engine, program
from site_plugins.mkdocs_site.given import Given, given_files, given_pages
from site_plugins.mkdocs_site.materials import ROOT
from site_plugins.mkdocs_site.publishing import files_in, publish, remove_room
from site_plugins.mkdocs_site.shared import Begun, Build
from site_plugins.mkdocs_site.writing import Files, digest_of, shares_of, write_all, write_files, write_here
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.open_data.names import of_edition
from site_plugins.rebuilding.last_build import LastBuild, Written

SITES = Cache(ROOT / ".cache" / "sites")
"""What the last build left in each folder that was built into."""
MOST_SITES = 12
"""Of so many folders it is kept: 3 MB for each at 10,000 records."""


def begin_ahead(build: Build, room: Path) -> None:
    """Have another process make what takes longest while MkDocs is at work: search, and what is made of one edition of the open data."""
    if build.catalog is None or build.site is None:
        return
    build.lock = SITES.alone(str(build.site))  # until the end, or what lies in the folder would be another's by then
    kept = SITES.kept(_key(build.site)) if build.site.is_dir() else None
    build.last = last = LastBuild(build.site, engine(build.catalog, build.data, build.root, build.archive), build.catalog, kept)
    of_one = of_edition(build.catalog)
    given = {path: file for path, file in given_files(build).items() if path in of_one and not last.still_right(path, file.handed)}
    build.ahead = Ahead(partial(_begin, build, build.catalog, room, given))


def finish(build: Build, room: Path, *, strict: bool) -> Path:
    """Write all of it where MkDocs wrote, and let that take the site's place; gives where the site lies then."""
    with _told(build.site or room):
        for uri in build.groups:
            (room / build.pages[uri].path / "index.html").unlink()  # the frame, written as if it were the page
        if build.site is None or build.catalog is None:
            write_all(room, [(path, file.content) for path, file in given_files(build).items()])
            return room
        if strict and _has_warned():  # MkDocs will refuse the build, so the site stays as it was
            return room
        _finish(build, build.catalog, room, build.site)
        _unlock(build)
        return build.site


def give_up(build: Build) -> None:
    """Remove what a build that failed has made."""
    if build.ahead:
        build.ahead.stop()
    if build.site:
        remove_room(build.site)
    _unlock(build)


def _begin(build: Build, catalog: Catalog, room: Path, given: dict[str, Given]) -> Begun:
    assert build.last
    shares = [partial(_contents, given), *(partial(_beside, make) for make in build.beside)]
    written = list(write_here(room, shares, catalog.asked, build.last.is_there))
    inner, of_one = {}, of_edition(catalog)
    for uri, page in build.pages.items() if given else ():
        if f"{page.path}index.html" in of_one:
            with catalog.asked.apart() as questions:
                made = build.inner(page)
            inner[uri] = made, questions
    return Begun(written, inner)


def _finish(build: Build, catalog: Catalog, room: Path, site: Path) -> None:
    assert build.last
    assert build.ahead
    last, of_one = build.last, of_edition(catalog)
    given = given_pages(build) | given_files(build)
    same = {path for path, file in given.items() if last.still_right(path, file.handed)}
    left = [(path, file.content) for path, file in given.items() if path not in same and path not in of_one]
    made = list(write_files(room, shares_of(left), catalog.asked, last.is_there))
    begun = build.ahead.result()
    build.inner_ahead |= begun.inner
    done = same.union(one.path for one in (*made, *begun.written))
    rest = {path: file for path, file in given.items() if path not in done}
    made += [*begun.written, *write_here(room, [partial(_contents, rest)], catalog.asked, last.is_there)]
    made += _others(room, {*done, *rest}, last)
    stays = same | {one.path for one in made if not one.is_new}
    if build.archive:
        write_archive(room, site, stays, catalog.today)
    publish(room, site, stays)
    in_hand = {path: file.handed for path, file in given.items()}
    SITES.keep(_key(site), last.keep(catalog, same, ((one, in_hand.get(one.path, b"")) for one in made)))
    SITES.forget(MOST_SITES)
    if build.remembering:
        build.remembering.result()


def _key(site: Path) -> str:
    """Another program's notes may have another form, and are not opened."""
    return f"{site} {program()}"


def _unlock(build: Build) -> None:
    if build.lock:
        build.lock.release()


def _contents(given: dict[str, Given]) -> Files:
    return ((path, file.content) for path, file in given.items())


def _beside(make: Callable[[], Iterable[Artifact]]) -> Files:
    return ((file.path, file.source) for file in make())


def _others(room: Path, known: Container[str], last: LastBuild) -> Iterator[Written]:
    """What MkDocs wrote; a file that lies in the site already is not written there again."""
    for path in list(files_in(room)):
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
    """A file that cannot be written as one sentence for the editor."""
    try:
        yield
    except OSError as error:
        said = f"Файл сайта не записан: {error.filename or site} — {error.strerror}."
        raise PluginError(f"{said} Освободите место на диске или дайте право писать в эту папку и соберите сайт снова.") from error
