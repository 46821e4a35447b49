"""Which day it is for a build: told from outside, so that the same commit gives the same bytes."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from site_plugins.today import today


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("1795392000", date(2026, 11, 23)), ("0", date(1970, 1, 1)), ("1795456799", date(2026, 11, 23)), ("1795456800", date(2026, 11, 24))],
)
def test_the_day_of_source_date_epoch_is_the_day_in_omsk(epoch: str, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today(Path("data")) == day


@pytest.mark.parametrize("epoch", ["abc", "1.5", "9" * 30])
def test_what_is_no_moment_is_told_in_one_sentence(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(SystemExit, match=f"SOURCE_DATE_EPOCH={epoch}: нужно целое число секунд"):
        today(Path("data"))


def test_without_it_the_newest_commit_around_the_data_tells_the_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2021-05-04T23:30:00+00:00")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2001-01-01T00:00:00+00:00")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    (tmp_path / "data").mkdir()
    person = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for command in (["init", "--quiet"], [*person, "commit", "--quiet", "--allow-empty", "--message", "one"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    assert today(tmp_path / "data") == date(2021, 5, 5)
