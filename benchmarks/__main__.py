"""`python -m benchmarks [part …] [--records 100 1000] [--runs 3]`: what this site costs to build and to use.

Parts: `check` on the real data, `search`, `lighthouse`, `paint` on 2G, `stages` of our build, `serve` and `build` beside the peers;
without a name, all.
"""

import argparse
import statistics
from collections.abc import Callable
from pathlib import Path
from sys import executable

from benchmarks.build_times import measure, table
from benchmarks.chart import draw
from benchmarks.lighthouse import judge
from benchmarks.measure import ROOT, run
from benchmarks.search import dearest_query
from benchmarks.serving import serving
from benchmarks.slow_paint import MOST, first_paints
from benchmarks.stages import stages

CHART = ROOT / ".cache" / "benchmark.svg"


def build(records: list[int], runs: int) -> None:
    """The table of each number of records, and the picture of them all."""
    points: dict[str, list[tuple[int, float]]] = {}
    for number in records:
        found = measure(number, runs)
        print("\n".join(table(number, found)), flush=True)
        for times in found:
            points.setdefault(times.name, []).append((number, times.seconds))
    CHART.parent.mkdir(exist_ok=True)
    CHART.write_text(draw(points), "utf-8")
    print(f"drawn in {CHART.relative_to(ROOT)}")


def steps(records: list[int], _runs: int) -> None:
    """Where the time goes."""
    for number in records:
        print(f"{number} records, one language, by step:")
        for name, seconds in stages(number):
            print(f"  {name:30} {seconds:8.2f} s  {1e6 * seconds / number:7.0f} µs a record")


def serve(records: list[int], runs: int) -> None:
    """What an editor waits for who keeps the page open."""
    for number in records:
        print(f"{number} records served, one language: start, median of {runs} edits until the page says them, processor while idle")
        for found in serving(number, runs):
            print(f"  {found.name:30} {found.start:8.2f} s {1000 * found.edit:8.0f} ms {100 * found.idle:6.1f} %", flush=True)


def check(_records: list[int], runs: int) -> None:
    """What an editor waits for."""
    taken = [run([executable, "-m", "site_plugins", "check"]).seconds for _ in range(runs)]
    print(f"make check on the real data {statistics.median(taken):6.2f} s")


def search(_records: list[int], _runs: int) -> None:
    """What a reader's first query costs."""
    told = ", ".join(f"{part} {size / 1000:.1f}" for part, size in dearest_query(Path(ROOT / "data"), 10_000).items())
    print(f"search, first query of one word at 10,000 pages, kB with gzip: {told}")


def lighthouse(_records: list[int], runs: int) -> None:
    """What a reader on a slow phone meets."""
    if not judge(runs):
        raise SystemExit("not all of it is 100")


def paint(_records: list[int], runs: int) -> None:
    """What a reader on 2G waits for."""
    print(f"first paint on 2G (50 kbit/s, 800 ms), seconds, medians of {runs}; at most {MOST:.0f} are asked")
    for address, seconds in first_paints(runs):
        print(f"  {address:30} {seconds:6.2f} s{'' if seconds <= MOST else '  too long'}", flush=True)


PARTS: dict[str, Callable[[list[int], int], None]] = {
    "check": check,
    "search": search,
    "lighthouse": lighthouse,
    "paint": paint,
    "stages": steps,
    "serve": serve,
    "build": build,
}


def main() -> None:
    """Run the parts that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    parser.add_argument("--records", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    for name in options.parts or PARTS:
        PARTS[name](options.records, options.runs)


if __name__ == "__main__":
    main()
