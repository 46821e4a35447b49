"""Files are made and written by all cores at once: each makes what it writes, so that no text travels between them.

Making the bodies is the largest part of a build (`python -m benchmarks stages`).
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

Content = str | bytes | Callable[[], bytes]
"""A file's content, or what makes it."""
Files = Sequence[tuple[str, Content]]
"""Paths within a folder, each with its content."""
FEWEST = 500
"""Files that are worth another process."""


def write_files(folder: Path, files: Files) -> None:
    """Write the files below a folder. OSError where one cannot be written."""
    processes = min(_cores(), len(files) // FEWEST)
    if processes < 2 or "fork" not in get_all_start_methods():
        _write(folder, files)
        return
    # A forked process has everything that was read and made so far; what it is started with is not copied but inherited.
    with ProcessPoolExecutor(processes, get_context("fork"), _inherit, (folder, files)) as pool:
        for _ in pool.map(_write_share, [slice(number, None, processes) for number in range(processes)]):
            pass  # asking for each result raises what went wrong


_inherited: tuple[Path, Files]


def _inherit(folder: Path, files: Files) -> None:
    global _inherited  # noqa: PLW0603 - the only way into a process of a pool without copying
    _inherited = folder, files


def _write_share(share: slice) -> None:
    folder, files = _inherited
    _write(folder, files[share])


def _write(folder: Path, files: Files) -> None:
    there = set()
    for name, content in files:
        path = folder / name
        if path.parent not in there:
            path.parent.mkdir(parents=True, exist_ok=True)
            there.add(path.parent)
        made = content() if callable(content) else content
        path.write_bytes(made if isinstance(made, bytes) else made.encode())


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
