"""Where the time of ours goes, step by step, in one process and one language."""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from benchmarks.records import write_records
from site_plugins.catalog import Catalog
from site_plugins.checks import check
from site_plugins.outputs import BESIDE, OUTPUTS, WHOLE
from site_plugins.outputs.artifact import Artifact, Page
from site_plugins.outputs.pages import gatherings, home, industrial, lists, records
from site_plugins.reading.folder import read_folder
from site_plugins.today import today

T = TypeVar("T")


def stages(number: int) -> Iterator[tuple[str, float]]:
    """Name and seconds of each step over `number` records, but MkDocs' own, setting pages into frames, and writing."""
    with TemporaryDirectory() as place:
        data = Path(place) / "data"
        write_records(data, number)
        reading, took = _timed(lambda: read_folder(data))
        yield "reading", took
        catalog = Catalog.of(reading, today(data))
        yield "checks", _timed(lambda: list(check(catalog)))[1]
        yield "bodies of records", _timed(lambda: _bodies(records.make_record_pages(catalog, "ru")))[1]
        yield "home and lists", _timed(lambda: _bodies([home.make_home(catalog, "ru"), *lists.make_lists(catalog, "ru")]))[1]
        yield (
            "gatherings",
            _timed(lambda: _bodies([*gatherings.make_gatherings(catalog, "ru"), *industrial.make_industrial_pages(catalog, "ru")]))[1],
        )
        for output in OUTPUTS:
            yield output.__name__, _timed(lambda output=output: _contents(output(catalog, "ru")))[1]
        for beside in BESIDE:
            yield beside.__name__, _timed(lambda beside=beside: _contents(beside(catalog, "ru", ())))[1]
        for whole in WHOLE:
            yield whole.__name__, _timed(lambda whole=whole: _contents(whole(catalog)))[1]


def _timed(make: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    made = make()
    return made, time.perf_counter() - start


def _contents(files: Iterable[Artifact]) -> list[int]:
    return [len(file.content) for file in files]


def _bodies(pages: Iterable[Page]) -> list[int]:
    """Each body made, and let go as a build does."""
    return [len(page.body) for page in pages]
