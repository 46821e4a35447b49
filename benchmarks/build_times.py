"""Builds of invented records, cold and again after one edit: ours beside its peers, in turn, over pages that say the same."""

import random
import re
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.markdown import said
from benchmarks.measure import ROOT, Run, run, size
from benchmarks.ours import ONE_LANGUAGE, PAGES_ALONE, command, make_project
from benchmarks.pages import BuiltPage, article, built_pages, without_extras
from benchmarks.peers import PEERS, STOCK, page_file
from benchmarks.records import event_id

OURS, PAGES, BOTH = "ours, one language", "ours, its pages alone", "ours, as it is: two languages"
EVENT = event_id(1)
PAGE = f"events/{EVENT}/"
TITLE = re.compile(r"Встреча номер 1(?![0-9])|Правка [0-9]+ [0-9]+")
KEPT = (ROOT / ".cache" / "sites", ROOT / ".cache" / "readings")
"""What a build of ours leaves for the next, beside what is made once for all (compiled templates, fonts, the reports' PDF and DOCX)."""
SAMPLE = 60
"""Pages of each peer that are compared with ours before anything is timed."""


@dataclass
class Times:
    """What was measured of one generator at one number of records."""

    name: str
    command: list[str]
    folder: Path
    """Where it is run."""
    site: Path
    edited: Path
    """The file in which the title of one event is edited."""
    runs: list[Run] = field(default_factory=list)
    again: list[Run] = field(default_factory=list)
    """After an edit."""
    pages: int = 0
    bytes: int = 0

    @property
    def seconds(self) -> float:
        return statistics.median(run.seconds for run in self.runs)

    @property
    def megabytes(self) -> float:
        return statistics.median(run.megabytes for run in self.runs)


def measure(number: int, runs: int) -> list[Times]:
    """Build `number` records with everything, `runs` times in turn; the first is ours."""
    with tempfile.TemporaryDirectory() as place:
        found = list(_projects(Path(place), number))
        for turn in range(runs):
            for which, times in enumerate(found):
                for kept in (times.site, *(KEPT if times.folder == ROOT else ())):
                    shutil.rmtree(kept, ignore_errors=True)
                times.runs.append(run(times.command, times.folder))
                title = f"Правка {turn} {which}"
                edit_title(times.edited, title)
                times.again.append(run(times.command, times.folder))
                assert title in (times.site / PAGE / "index.html").read_text("utf-8"), f"{times.name}: the edit is not on its page"
        for times in found:
            times.pages, times.bytes = size(times.site)
        return found


def edit_title(file: Path, title: str) -> None:
    """Call one event otherwise in a file that tells it, with whatever else the file tells."""
    text = file.read_text("utf-8")
    old = TITLE.search(text)
    assert old, f"{file}: no title to change"
    file.write_text(re.sub(f"{re.escape(old[0])}(?![0-9])", title, text), "utf-8")


def _projects(place: Path, number: int) -> Iterator[Times]:
    project, site = place / "ours", place / "one"
    make_project(project, number)
    record = project / "data" / "events" / f"{EVENT}.yml"
    yield (ours := Times(OURS, command(project, site, ONE_LANGUAGE), ROOT, site, record))
    run(ours.command)
    bare = place / "bare"
    make_project(bare, number, published=False)
    alone = Times(PAGES, command(bare, place / "alone", PAGES_ALONE), ROOT, place / "alone", bare / "data" / "events" / f"{EVENT}.yml")
    yield alone
    pages = list(built_pages(site))
    for name, (make, most) in PEERS.items():
        if number <= most:
            folder = place / name.replace(" ", "-")
            folder.mkdir()
            peer = Times(name, make(folder, pages, site), folder, folder / "out", page_file(folder, PAGE))
            run(peer.command, folder)
            refuse_unequal(name, pages, site, peer.site)
            yield peer
    yield Times(BOTH, command(project, place / "both"), ROOT, place / "both", record)


def refuse_unequal(name: str, pages: list[BuiltPage], ours: Path, theirs: Path) -> None:
    """Stop where a peer's page says something else or leads elsewhere: its time would mean nothing."""
    sample = random.Random(name).sample(pages, min(SAMPLE, len(pages)))  # noqa: S311 - the same pages at every run
    for page in sample:
        one, other = ((site / page.path / "index.html").read_text("utf-8") for site in (ours, theirs))
        whole = without_extras if name != STOCK else article  # stock MkDocs has Material's own frame
        alike = said(whole(one)) == said(whole(other)) if name != STOCK else said(article(one))[0] in said(other)[0]
        assert alike, f"{name}: /{page.path} differs from ours"


def table(number: int, found: list[Times]) -> Iterator[str]:
    """The figures as lines; ratios are medians of pairs of one round."""
    yield f"{number} records, {len(found[0].runs)} runs each in turn: median seconds and ours / it, into an empty folder and after one edit"
    for times in found:
        cold, again = (statistics.median(_paired(found[0], times, what)) for what in ("runs", "again"))
        after = statistics.median(run.seconds for run in times.again)
        yield (
            f"  {times.name:30} {times.seconds:8.2f} s {cold:6.2f} {after:8.2f} s {again:6.2f} {times.megabytes:8.0f} MB"
            f" {times.pages:7} pages {times.pages / times.seconds:7.0f}/s {times.bytes / 1e6:7.1f} MB"
        )


def _paired(ours: Times, it: Times, what: str) -> list[float]:
    """The ratios of the pairs of one round."""
    return [one.seconds / other.seconds for one, other in zip(getattr(ours, what), getattr(it, what), strict=True)]
