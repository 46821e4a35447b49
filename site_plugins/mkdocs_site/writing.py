"""Files are made and written by all cores at once: each makes what it writes, so that no text travels between them.

Making the bodies is the largest part of a build (`python -m benchmarks stages`).
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from multiprocessing import get_all_start_methods, get_context, parent_process
from pathlib import Path
from threading import Thread

from site_plugins.asking import Asked
from site_plugins.rebuilding.last_build import Written

Content = str | bytes | Callable[[], str | bytes]
"""A file's content, or what makes it."""
Files = Iterable[tuple[str, Content]]
"""Paths within a folder, each with its content."""
Share = Callable[[], Files]
"""What one process makes in one go."""
Left = Callable[[str, bytes], bool]
"""Whether a file of this digest lies at a path of the site already, where nobody has to write it again."""
PORTION, PORTIONS = 100, 16
"""Files that a process takes at a time: at most so many, and of few files a share, lest one be left with much to do at the end."""


def shares_of(files: Files, slow: Files = ()) -> list[Share]:
    """The files in portions; before them each of those that take seconds by itself."""
    found = list(files)
    size = min(PORTION, len(found) // PORTIONS + 1)
    portions = [[one] for one in slow] + [found[start : start + size] for start in range(0, len(found), size)]
    return [partial(iter, portion) for portion in portions]


def write_all(folder: Path, files: Files) -> None:
    """Make and write files below a folder, in this process. OSError where one cannot be written."""
    for _ in write_here(folder, [lambda: files], Asked(), _nothing_left):
        pass


def write_files(folder: Path, shares: Sequence[Share], asked: Asked | None = None, left: Left | None = None) -> Iterator[Written]:
    """Make and write every file below a folder. OSError where one cannot be written."""
    work = folder, shares, asked or Asked(), left or _nothing_left
    processes = min(_cores(), len(shares))
    if processes < 2 or "fork" not in get_all_start_methods():
        yield from write_here(*work)
        return
    gc.freeze()  # or each process would look for garbage among all that it inherits, and so copy it
    # A forked process has everything that was read and made so far; what it is started with is not copied but inherited.
    with ProcessPoolExecutor(processes, get_context("fork"), _inherit, (work,)) as pool:
        for written in pool.map(_write_share, range(len(shares))):
            yield from written


def write_here(folder: Path, shares: Sequence[Share], asked: Asked, left: Left) -> Iterator[Written]:
    """The same, in this process."""
    for share in shares:
        yield from _write((folder, shares, asked, left), share)


Work = tuple[Path, Sequence[Share], Asked, Left]
_inherited: Work


def _inherit(work: Work) -> None:
    global _inherited  # noqa: PLW0603 - the only way into a process of a pool without copying
    _inherited = work
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A build that is killed gives out no more work, for which its processes would wait for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _write_share(number: int) -> list[Written]:
    return list(_write(_inherited, _inherited[1][number]))


def _write(work: Work, share: Share) -> Iterator[Written]:
    folder, _, asked, left = work
    there = set()
    for path, content in share():
        with asked.apart() as questions:
            made = content() if callable(content) else content
        found = made if isinstance(made, bytes) else made.encode()
        digest = digest_of(found)
        is_new = not left(path, digest)
        if is_new:
            target = folder / path
            if target.parent not in there:
                target.parent.mkdir(parents=True, exist_ok=True)
                there.add(target.parent)
            target.write_bytes(found)
        yield Written(path, digest, list(questions), is_new)


def _nothing_left(_path: str, _digest: bytes) -> bool:
    return False


def digest_of(content: bytes) -> bytes:
    """The hash of a file's bytes."""
    return sha256(content).digest()[:16]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
