"""Cold builds of invented records: ours beside its peers, in turn, over pages that say the same."""

import random
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.markdown import said
from benchmarks.measure import ROOT, Run, run, size
from benchmarks.ours import command, make_project
from benchmarks.pages import BuiltPage, article, built_pages, without_extras
from benchmarks.peers import PEERS, STOCK

OURS, BOTH = "ours, one language", "ours, as it is: two languages"
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
    runs: list[Run] = field(default_factory=list)
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
        for _ in range(runs):
            for times in found:
                times.runs.append(run(times.command, times.folder))
        for times in found:
            times.pages, times.bytes = size(times.site)
        return found


def _projects(place: Path, number: int) -> Iterator[Times]:
    project, site = place / "ours", place / "one"
    make_project(project, number)
    yield (ours := Times(OURS, command(project, site, both=False), ROOT, site))
    run(ours.command)
    pages = list(built_pages(site))
    for name, (make, most) in PEERS.items():
        if number <= most:
            folder = place / name.replace(" ", "-")
            folder.mkdir()
            peer = Times(name, make(folder, pages, site), folder, folder / "out")
            run(peer.command, folder)
            refuse_unequal(name, pages, site, peer.site)
            yield peer
    yield Times(BOTH, command(project, place / "both", both=True), ROOT, place / "both")


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
    yield f"{number} records, {len(found[0].runs)} runs each in turn: median seconds, ours / it, memory, pages, pages a second, disk"
    for times in found:
        ratio = statistics.median(own.seconds / it.seconds for own, it in zip(found[0].runs, times.runs, strict=True))
        yield (
            f"  {times.name:30} {times.seconds:8.2f} s {ratio:7.2f} {times.megabytes:8.0f} MB"
            f" {times.pages:7} {times.pages / times.seconds:7.0f}/s {times.bytes / 1e6:7.1f} MB"
        )
