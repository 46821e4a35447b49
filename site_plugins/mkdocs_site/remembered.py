"""What the last build or server read of each file, for the next: reading 10,000 records takes 1.4 s, taking them from here a third.

They are written in another process while this one goes on, which takes a core 0.6 s.
"""

import pickle
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from site_plugins.mkdocs_site.ahead import Ahead
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.engine import program
from site_plugins.mkdocs_site.materials import ROOT
from site_plugins.reading.entry import FileRead
from site_plugins.reading.memory import nothing_is_garbage

READINGS = Cache(ROOT / ".cache" / "readings")
MOST = 6
"""Of so many folders of data they are kept: 17 MB for each at 10,000 records."""
FEWEST = 200
"""Files from which on it pays."""
FEW = 0.01
"""The part of the files that may be missing there: to read a hundred takes 15 ms, to write down ten thousand 0.6 s of a core."""


@nothing_is_garbage()
def remembered(data: Path) -> dict[str, FileRead]:
    """What was read of the files below a folder by this very program; nothing where it is not known."""
    content = READINGS.kept(_key(data))
    return pickle.loads(content) if content else {}  # noqa: S301 - Cache gives only what it kept, whole


def remember(data: Path, before: Mapping[str, FileRead], now: Mapping[str, FileRead]) -> Ahead[None] | None:
    """Begin to write it down, unless nearly all of it is there already."""
    new = sum(before.get(name) is not read for name, read in now.items())
    return Ahead(partial(_keep, data, now)) if len(now) >= FEWEST and new > FEW * len(now) else None


def _keep(data: Path, files: Mapping[str, FileRead]) -> None:
    READINGS.keep(_key(data), pickle.dumps(files, pickle.HIGHEST_PROTOCOL))
    READINGS.forget(MOST)


def _key(data: Path) -> str:
    return f"{data.resolve()} {program()}"
