"""An edit while the site is served: from the saved file to the page that says it, ours beside Hugo's own server."""

import http.client
import os
import re
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.measure import ENVIRONMENT, ROOT, run
from benchmarks.ours import ONE_LANGUAGE, command, make_project, serve_command
from benchmarks.pages import built_pages
from benchmarks.peers import hugo
from benchmarks.records import event_id

EVENT = event_id(1)
PAGE = f"events/{EVENT}/"
LONGEST = 600.0
"""Seconds after which a server that does not answer is given up."""
SETTLED = 25.0
"""Seconds after which a server has nothing left to do."""
STILL = 3.0
"""Seconds in which an idle server is watched."""


class Served(NamedTuple):
    """Seconds."""

    name: str
    start: float
    edit: float
    idle: float
    """Of the processor for each second in which nobody asks."""


def serving(number: int, edits: int) -> Iterator[Served]:
    """Start each server over `number` records and change the title of one event `edits` times."""
    with TemporaryDirectory() as place:
        project, site = Path(place) / "ours", Path(place) / "one"
        make_project(project, number)
        run(command(project, site, ONE_LANGUAGE))
        yield _measure("ours", serve_command(project), ROOT, project / "data" / "events" / f"{EVENT}.yml", edits)
        folder = Path(place) / "hugo"
        folder.mkdir()
        program = hugo(folder, list(built_pages(site)), site)[0]
        options = ["server", "--source", str(folder), "--bind", "127.0.0.1", "--disableLiveReload", "--port"]
        yield _measure("Hugo", [program, *options], folder, folder / "content" / PAGE / "index.md", edits)


def _measure(name: str, command: list[str], folder: Path, file: Path, edits: int) -> Served:
    text = file.read_text("utf-8")
    title = re.search(r"Встреча номер [0-9]+", text)
    assert title, f"{file}: no title to change"
    with _started(command, folder) as (url, process, start):
        time.sleep(SETTLED)  # ours still looks for mistakes after its first answer
        before = _processor(process)
        time.sleep(STILL)
        idle = (_processor(process) - before) / STILL
        taken = []
        for number in range(edits):
            word = f"Правка {number}"
            file.write_text(text.replace(title[0], f"{title[0]} {word}"), "utf-8")
            taken.append(_until(url, word))
            time.sleep(STILL)
    return Served(name, start, statistics.median(taken), idle)


@contextmanager
def _started(command: list[str], folder: Path) -> Iterator[tuple[str, int, float]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}" if command[-1] == "-a" else str(port)
    process = subprocess.Popen([*command, address], cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}/{PAGE}"
        yield url, process.pid, _until(url, "Встреча")
    finally:
        process.terminate()
        process.wait()


def _until(url: str, word: str) -> float:
    """Seconds until the page says a word."""
    start = time.perf_counter()
    while time.perf_counter() - start < LONGEST:
        try:
            with urllib.request.urlopen(url) as answer:  # noqa: S310 - our own loopback address
                if word in answer.read().decode():
                    return time.perf_counter() - start
        except (urllib.error.URLError, http.client.HTTPException, ConnectionError):
            pass
        time.sleep(0.005)
    raise TimeoutError(f"{url} does not say {word}")


def _processor(process: int) -> float:
    """Seconds that a process has used (Linux: proc_pid_stat(5), fields 14 and 15)."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
