"""The history of a folder in git: its commits with the files each changed, and the text of any version."""

import os
import re
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ABSENT = ""
"""The name of the version of a file that is not there."""
_COMMIT = re.compile(r"\x01(?=[0-9a-f]{40,64} \d+\0)")


class Commit(NamedTuple):
    """One step of the history: its moment (UTC), and for each changed file the names of its versions before and after."""

    id: str
    moment: datetime
    files: tuple[tuple[str, str, str], ...]
    """(path below the folder, version before, version after); ABSENT where there was or is none."""


class History(NamedTuple):
    """The commits that changed a folder, oldest first. Where it is not complete, the first shows all that was there by then."""

    commits: tuple[Commit, ...]
    complete: bool


def read_history(folder: Path) -> History | None:
    """The history of a folder along the main line, as its readers saw it; None where there is no git, or no commit.

    A merge counts as one step with all that it brought, so that each version follows the one before it.
    """
    try:
        shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
        told = _git(folder, "log", "--first-parent", "-m", "--root", "--reverse", "--raw", "-z", "--no-abbrev", "--no-renames",
                    "--relative", "--format=%x01%H %ct", "--", ".")  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return None
    commits = tuple(_commit(text) for text in _COMMIT.split(told.decode("utf-8", "surrogateescape"))[1:])
    return History(commits, complete=not shallow) if commits else None


def last_commits(folder: Path) -> dict[str, datetime]:
    """When each file of a folder last changed (UTC); nothing where not all of the history is there."""
    history = read_history(folder)
    if history is None or not history.complete:
        return {}
    return {path: commit.moment for commit in history.commits for path, _, _ in commit.files}


def read_versions(folder: Path, versions: Iterable[str]) -> dict[str, bytes]:
    """The bytes of versions of files, by name, all in one run of git; those that this clone has not are left out."""
    wanted = [version for version in dict.fromkeys(versions) if version != ABSENT]
    try:
        told = _git(folder, "cat-file", "--batch", given="".join(f"{version}\n" for version in wanted).encode())
    except subprocess.CalledProcessError:  # git's own store is damaged
        return {}
    found, at = {}, 0
    for version in wanted:
        end = told.index(b"\n", at)
        head, at = told[at:end].split(), end + 1
        if len(head) == 3:  # "<version> blob <size>"; else "<version> missing"
            size = int(head[2])
            found[version] = told[at : at + size]
            at += size + 1
    return found


def _commit(text: str) -> Commit:
    head, _, rest = text.partition("\0")
    name, moment = head.split()
    parts = rest.lstrip("\n").split("\0")
    files = []
    for change, path in zip(parts[::2], parts[1::2], strict=False):  # ":100644 000000 <before> <after> D", then the path
        before, after = (version if version.strip("0") else ABSENT for version in change.split()[2:4])
        files.append((path, before, after))
    return Commit(name, datetime.fromtimestamp(int(moment), UTC), tuple(files))


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> bytes:
    command = ["git", "-C", str(folder.resolve()), "-c", "core.quotePath=false", *arguments]
    environment = os.environ | {"GIT_NO_LAZY_FETCH": "1"}  # a clone without old versions does not fetch them while it builds
    return subprocess.run(command, input=given, env=environment, capture_output=True, check=True).stdout  # noqa: S603
