"""Time our build beside stock MkDocs with Material over the same records, in turn, in one run: medians and ratios.

`python -m benchmarks [--records 300] [--runs 3]`. Stock means what its manual says: pages as Markdown files, all of them in
the navigation, Material's theme and its search plugin. Ours makes two languages, the map and the search index of the same.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.search import dearest_query

ROOT = Path(__file__).parent.parent
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"}

SITE = """title: {ru: Проба, en: Trial}
description: {ru: Проба скорости, en: A trial of speed}
notice: {ru: Вымышленные записи, en: Invented records}
city: {ru: Омск, en: Omsk}
point: {latitude: 54.9924, longitude: 73.3686, sources: [bench]}
time_zone: Asia/Omsk
"""
SOURCE = """title: {ru: Источник, en: Source}
publisher: {ru: Издатель, en: Publisher}
kind: other
access: document
"""
EVENT = """title: {{ru: Событие номер {n}, en: Event number {n}}}
category: visit
status: held
date: {year}-05-{day:02}
summary: {{ru: Вымышленная встреча {n} с рассказом о том как прошёл день, en: An invented meeting {n} with a tale of the day}}
statements:
  - text: {{ru: Стороны обсудили дела номер {n}, en: The parties discussed affairs number {n}}}
    date: {year}
    sources: [bench]
sources: [bench]
"""

PAGE = """# Событие номер {n}

Вымышленная встреча {n} с рассказом о том как прошёл день

{day} мая {year} г.

## Подробности

- Стороны обсудили дела номер {n} ({year})

## Источники

1. Источник. Издатель.
"""


def make_ours(folder: Path, records: int) -> list[str]:
    """A project of ours with `records` invented events; returns the command that builds it."""
    (folder / "data" / "events").mkdir(parents=True)
    (folder / "data" / "sources").mkdir()
    (folder / "data" / "site.yml").write_text(SITE, "utf-8")
    (folder / "data" / "sources" / "bench.yml").write_text(SOURCE, "utf-8")
    for n in range(records):
        year = 2000 + n % 20
        text = EVENT.format(n=n, year=year, day=1 + n % 28)
        (folder / "data" / "events" / f"meeting-{n}-{year}.yml").write_text(text, "utf-8")
    (folder / "docs").mkdir()
    hooks = ", ".join(f"{ROOT}/hooks/{name}.py" for name in ("catalog", "pages", "frame"))
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\nextra: {{data: {folder}/data}}\nwatch: []\nnav: []\n"
        f"theme: {{name: material, custom_dir: {ROOT}/theme}}\nhooks: [{hooks}]\n"
    )
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")]


def make_stock(folder: Path, records: int) -> list[str]:
    """The same events as Markdown pages for stock MkDocs with Material; returns the command that builds it."""
    (folder / "docs" / "events").mkdir(parents=True)
    for n in range(records):
        year = 2000 + n % 20
        text = PAGE.format(n=n, year=year, day=1 + n % 28)
        (folder / "docs" / "events" / f"meeting-{n}-{year}.md").write_text(text, "utf-8")
    (folder / "docs" / "index.md").write_text("# Проба\n", "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Проба\ntheme: {name: material, language: ru, font: false}\nplugins: [search]\n", "utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "site")]


def seconds(command: list[str]) -> float:
    """Wall time of one whole run of a command that must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--records", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        commands = {
            "ours, two languages": make_ours(Path(place) / "ours", options.records),
            "stock MkDocs + Material": make_stock(Path(place) / "stock", options.records),
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(options.runs):
            for name, command in commands.items():
                times[name].append(seconds(command))
        pages = {name: len(list(Path(command[-1]).rglob("*.html"))) for name, command in commands.items()}
    check = [seconds([sys.executable, "-m", "site_plugins", "check"]) for _ in range(options.runs)]
    print(f"{options.records} records, {options.runs} runs each in turn, medians")
    for name, taken in times.items():
        print(f"  {name:26} {statistics.median(taken):7.2f} s  {pages[name]:6} pages")
    ours, stock = times.values()
    ratio = statistics.median(one / other for one, other in zip(ours, stock, strict=True))
    print(f"  ours / stock, pair by pair {ratio:7.2f}")
    print(f"  make check on the real data {statistics.median(check):6.2f} s")
    cost = dearest_query(ROOT / "data", 10_000)
    told = ", ".join(f"{part} {size / 1000:.1f}" for part, size in cost.items())
    print(f"search, first query of one word at 10,000 pages, kB with gzip: {told}")


if __name__ == "__main__":
    main()
