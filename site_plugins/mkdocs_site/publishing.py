"""A site is made beside its folder, and nothing there changes before it is whole: a build that fails leaves the site as it was.

It takes the old one's place in one step; where files of that stay, what was made is put among them one by one, so that a build that
is stopped just then leaves some of both, until the next.
"""

import os
import shutil
from errno import ENOTDIR
from pathlib import Path

from site_plugins.outputs import security

OLD = "old"
"""How the name of a site ends that is put aside while the new one takes its place."""


def room_beside(site: Path) -> Path:
    """The folder that this build writes to, in the same file system.

    What builds that were killed have left is removed, and a site that one had only just put aside comes back. NotADirectoryError
    where a file lies in the site's place: whatever it is, it is somebody's.
    """
    if site.exists() and not site.is_dir():
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), str(site))
    for left in site.parent.glob(f".{site.name}.*"):
        number, _, end = left.name.removeprefix(f".{site.name}.").partition(".")
        if number.isdigit() and end in ("", OLD) and not _runs(int(number)):
            if end == OLD and not site.exists():
                left.rename(site)
            else:
                shutil.rmtree(left, ignore_errors=True)
    return _room(site)


def remove_room(site: Path) -> None:
    """Of a build that failed."""
    shutil.rmtree(_room(site), ignore_errors=True)


def publish(room: Path, site: Path, same: set[str]) -> None:
    """Let what was made take the place of the old site, of which the files at the paths `same` stay. OSError where that cannot be.

    Hidden files and folders in the site's folder stay, as MkDocs leaves them: `.git` of a branch that is published.
    """
    if not same and not any(map(_is_hidden, files_in(site))):
        _swap(room, site)
        return
    made = set(files_in(room))
    stays = same | made
    files, folders = _inside(site)
    for path in set(files) - stays:
        if not _is_hidden(path):
            (site / path).unlink()
    used = {path.rpartition("/")[0] for path in stays}
    for folder in reversed(folders):  # the inner before the outer
        if folder in used or _is_hidden(folder) or os.listdir(site / folder):  # noqa: PTH208 - a generator would be open while the folder goes
            used.add(folder.rpartition("/")[0])
        else:
            (site / folder).rmdir()
    for path in sorted(made):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (room / path).replace(site / path)
    shutil.rmtree(room)


def files_in(folder: Path) -> list[str]:
    """The path of every file below a folder, from there."""
    return _inside(folder)[0]


def _inside(folder: Path) -> tuple[list[str], list[str]]:
    """The paths of all files and of all folders below a folder, from there, the outer before the inner."""
    files, folders = [], []
    start = len(f"{folder}/")
    for there, _, names in os.walk(folder):
        if below := there[start:]:
            folders.append(below)
        files += [f"{there}/{name}"[start:] for name in names]
    return files, folders


def _room(site: Path) -> Path:
    return site.with_name(f".{site.name}.{os.getpid()}")


def _swap(room: Path, site: Path) -> None:
    old = room.with_name(f"{room.name}.{OLD}")
    if site.exists():
        site.rename(old)
    else:
        site.parent.mkdir(parents=True, exist_ok=True)
    room.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _is_hidden(path: str) -> bool:
    return path.startswith(".") and path != security.PATH


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
