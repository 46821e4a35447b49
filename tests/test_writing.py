"""Files written by all cores."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from site_plugins.mkdocs_site import writing
from site_plugins.mkdocs_site.finishing import finish
from site_plugins.mkdocs_site.shared import Build
from site_plugins.mkdocs_site.writing import shares_of, write_files
from site_plugins.outputs.artifact import Artifact
from tests.conftest import ROOT


def content(number: int) -> bytes:
    return f"{number}".encode()


@pytest.mark.parametrize("cores", [1, 3])
def test_every_file_is_written_whatever_the_number_of_cores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(writing, "_cores", lambda: cores)
    monkeypatch.setattr(writing, "PORTION", 2)
    made: list[tuple[str, writing.Content]] = [(f"{number % 3}/{number}.html", partial(content, number)) for number in range(20)]
    others: list[tuple[str, writing.Content]] = [("feed.atom", "ё"), ("feed.ico", b"\0")]
    written = list(write_files(tmp_path, shares_of([*made, *others[:1]], slow=others[1:])))
    assert sorted(one.path for one in written) == sorted(path for path, _ in [*made, *others])
    assert [(tmp_path / path).read_bytes() for path, _ in made] == [content(number) for number in range(20)]
    assert (tmp_path / "feed.atom").read_text("utf-8") == "ё"
    assert (tmp_path / "feed.ico").read_bytes() == b"\0"


@pytest.mark.parametrize("cores", [1, 2])
def test_a_file_that_cannot_be_written_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(writing, "_cores", lambda: cores)
    monkeypatch.setattr(writing, "PORTION", 1)
    (tmp_path / "taken").mkdir()
    with pytest.raises(IsADirectoryError):
        list(write_files(tmp_path, shares_of([("one", b""), ("two", b""), ("taken", b"")])))


KILLED = """
import os, signal, sys
from pathlib import Path
from site_plugins.mkdocs_site import writing

def content():
    os.kill(os.getppid(), signal.SIGKILL)
    return b""

writing._cores = lambda: 3
list(writing.write_files(Path(sys.argv[1]), [lambda: [("one", content)], lambda: [], lambda: []]))
"""


def test_a_build_that_is_killed_leaves_no_process_behind(tmp_path: Path) -> None:
    killed = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True)
    try:
        killed.communicate(timeout=60)  # whoever is left holds the pipe open
    finally:
        with suppress(ProcessLookupError):
            os.killpg(killed.pid, signal.SIGKILL)
    assert killed.returncode == -signal.SIGKILL


def test_an_editor_is_told_which_file_could_not_be_written_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "feed.atom").mkdir()
    with pytest.raises(PluginError, match=r"feed\.atom.*Освободите место"):
        finish(Build(artifacts=[Artifact("feed.atom", "")]), tmp_path, strict=True)
