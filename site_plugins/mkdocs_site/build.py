"""The way of a build: from the folder of records to every page and file of the site, or to what is wrong with the data."""

import gc
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from site_plugins.catalog import Catalog
from site_plugins.checks import check
from site_plugins.history.past import read_past
from site_plugins.languages import LANGUAGES
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.documents import make_documents
from site_plugins.mkdocs_site.kept import misplaced
from site_plugins.mkdocs_site.materials import MARK, ROOT, font_files
from site_plugins.mkdocs_site.notes import notes
from site_plugins.mkdocs_site.prose import prose_addresses, read_prose
from site_plugins.mkdocs_site.remembered import remember, remembered
from site_plugins.mkdocs_site.shared import Build
from site_plugins.outputs import BESIDE, LAST, OUTPUTS, WHOLE
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.cards import make_cards
from site_plugins.outputs.environment import Compiled
from site_plugins.outputs.lexicon import Lexicon
from site_plugins.outputs.pages import make_pages
from site_plugins.outputs.pictures import make_picture_files
from site_plugins.outputs.published import published
from site_plugins.problems import Problem, sorted_texts
from site_plugins.reading.entry import FileRead
from site_plugins.reading.folder import read_folder
from site_plugins.today import today

T = TypeVar("T")

SELDOM = 100_000, 20, 100
"""After how many new objects Python looks for garbage (gc.set_threshold); by its own numbers that took 1.5 s of 10,000 records."""
MADE = Cache(ROOT / ".cache" / "made")
"""Files of the site that take long to make, by all that they are made of."""
Compiled.store = Cache(ROOT / ".cache" / "templates")
Lexicon.store = Cache(ROOT / ".cache" / "words")

current = Build()
"""The build under way; MkDocs gives its hooks no other place to meet."""

known: dict[str, FileRead] = {}
"""What the last reading found in each file: while the site is served, the next reads only what changed."""


def begin(data: Path, *, serving: bool = False) -> Build:
    """Read the data; `make` does the rest, or while the site is `serving`, state.py."""
    global known  # noqa: PLW0603 - see above
    gc.set_threshold(*SELDOM)
    before = known = known or remembered(data)
    build, problems = read(data)
    gc.freeze()  # the records stay
    build.remembering = remember(data, before, known)
    if problems and build.catalog and not serving:
        problems += check(build.catalog)  # nothing will be made, and all that is wrong is told at once
    build.mistakes = sorted_texts(problems)
    build.serving = serving
    return use(build)


def make(build: Build, docs: Path | None = None) -> Build:
    """Check the data and make everything of them, unless there are problems. `docs` is where prose lies."""
    if build.catalog and not build.problems:
        build.mistakes = sorted_texts(check(build.catalog))
    if build.catalog and not build.problems:
        add_pages(build, build.catalog)
        build.artifacts += make_files(build, build.catalog, docs)
        build.paths = {artifact.path for artifact in build.artifacts}
    return build


def use(build: Build) -> Build:
    """From now on this is the build that the hooks mean."""
    global current  # noqa: PLW0603 - see above
    current = build
    return build


def read(data: Path) -> tuple[Build, list[Problem]]:
    """The records of a folder with the problems of reading them; nothing is checked or made yet."""
    global known  # noqa: PLW0603 - one for the process, as `current`
    reading = read_folder(data, known)
    known = reading.files
    if reading.site is None:
        return Build(data=data), reading.problems
    catalog = Catalog.of(reading, today(data))
    return Build(replace(catalog, read_past=lambda: read_past(data), remember=MADE.remember), data), reading.problems


def add_pages(build: Build, catalog: Catalog) -> None:
    """All pages, unless they are there; their bodies are made when they are asked for."""
    for language in () if build.pages else LANGUAGES:
        build.pages |= {source_uri(page.path): page for page in make_pages(catalog, language)}


def make_files(build: Build, catalog: Catalog, docs: Path | None, *, serving: bool = False) -> Iterator[Artifact]:
    """Every file beside the pages. `build` learns the cards, the addresses, whether one was lost, and the notes.

    `serving`: there are no social cards, and search is among the files.
    """
    made: list[Artifact] = []
    for language in LANGUAGES:
        for output in OUTPUTS:
            yield from keeping(made, output(catalog, language))
        for beside in BESIDE:
            if serving:  # else they are begun already (making.py)
                yield from beside(catalog, language, list(read_prose(docs, language)))
    for whole in WHOLE:
        yield from keeping(made, whole(catalog))
    yield from keeping(made, make_picture_files(catalog, MADE.remember))
    pages = list(build.pages.values())
    for last in LAST:
        yield from keeping(made, last(catalog, pages, list(made)))
    build.addresses = {*published(pages, made), *prose_addresses(docs)}
    build.misplaced = sorted_texts(misplaced(catalog, pages, made, build.addresses))
    if not serving:
        yield from _add_cards(build, catalog)
    left_out: set[str] = set()
    yield from make_documents(catalog, MADE, left_out)
    build.notes = notes(catalog, build.addresses) + sorted(left_out)


def keeping(kept: list[T], made: Iterable[T]) -> Iterator[T]:
    """What is made, kept in a list as it passes."""
    for each in made:
        kept.append(each)
        yield each


def _add_cards(build: Build, catalog: Catalog) -> Iterator[Artifact]:
    fonts = list(font_files().values())
    for path, card, artifact in make_cards(catalog, build.pages.values(), fonts, MARK.read_text("utf-8"), MADE.remember):
        build.cards[path] = card
        yield artifact


def source_uri(path: str) -> str:
    """The name under which MkDocs knows a page that no file in docs/ stands for."""
    return f"{path}index.md"
