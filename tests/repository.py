"""A small git repository with data/ of its own, and the edits that a test makes to it."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tests.mistakes import BASE


class Repository:
    """Each commit is a day later than the one before, at noon UTC, beginning with 2026-01-01."""

    def __init__(self, folder: Path, data: Path = BASE) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.day = 0
        shutil.copytree(data, self.data)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        moment = datetime(2026, 1, max(self.day, 1), 12, tzinfo=UTC).isoformat()
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        environment |= {"GIT_COMMITTER_DATE": moment, "GIT_AUTHOR_DATE": moment}
        person = ("-c", "user.name=Secret Name", "-c", "user.email=secret@example.org", "-c", "protocol.file.allow=always")
        command = ["git", *person, *arguments]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=True).stdout

    def change(self, path: str, old: str, new: str) -> None:
        """Replace what occurs exactly once in a file."""
        text = (self.data / path).read_text("utf-8")
        assert text.count(old) == 1, (path, old)
        (self.data / path).write_text(text.replace(old, new), "utf-8")

    def commit(self) -> None:
        self.day += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Secret message", "--allow-empty")

    def clone(self, folder: Path, *options: str) -> Path:
        """Another copy of the committed state; the path of its data."""
        self.git("clone", "--quiet", *options, self.folder.as_uri(), str(folder))
        return folder / "data"
