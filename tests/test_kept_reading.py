"""A later reading takes what did not change from an earlier one, and is equal to one that knows nothing."""

import os
import shutil
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

import pytest

from benchmarks.records import write_records
from site_plugins.reading import kept
from site_plugins.reading.entry import FileRead, Reading
from site_plugins.reading.folder import read_folder

SEED = 20191106
LONG_AGO = 1_500_000_000_000_000_000


@pytest.fixture
def data(tmp_path: Path) -> Path:
    write_records(tmp_path / "data", 60)
    for path in (tmp_path / "data").glob("*/*.yml"):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return tmp_path / "data"


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change just now is told from the one before it, as after two seconds."""
    monkeypatch.setattr(kept, "COARSE", -(10**18))


def told(reading: Reading) -> dict[str, Any]:
    """All of a reading but what it keeps of files."""
    found = {name: getattr(reading, name) for name in Reading.__slots__ if name not in ("files", "entries", "site_place")}
    return found | {"entries": [asdict(entry) for entry in reading.entries]}


def edit(data: Path, lot: Random) -> None:
    """Change, break, add, rename or remove one record."""
    paths = sorted(data.glob("*/*.yml"))
    path = lot.choice(paths)
    kind = lot.choice(("change", "break", "add", "rename", "remove", "mend"))
    if kind == "change":
        path.write_text(path.read_text("utf-8").replace("дела", f"дела {lot.randrange(100)}", 1), "utf-8")
    elif kind == "break":
        path.write_text(path.read_text("utf-8") + lot.choice(("nothing: x\n", "  - [\n", "\x00\n", "summary: b\n")), "utf-8")
    elif kind == "add":
        shutil.copy(path, path.with_name(f"added-{lot.randrange(1000)}.yml"))
    elif kind == "rename":
        path.rename(path.with_name(f"renamed-{lot.randrange(1000)}.yml"))
    elif kind == "mend":
        path.write_bytes(lot.choice([other for other in paths if other.parent == path.parent]).read_bytes())
    else:
        path.unlink()


def test_after_any_edits_a_reading_that_knows_the_last_one_equals_one_that_knows_nothing(data: Path) -> None:
    lot = Random(SEED)
    known: dict[str, FileRead] = {}
    for _ in range(40):
        edit(data, lot)
        later = read_folder(data, known)
        assert told(later) == told(read_folder(data)), f"seed {SEED}"
        known = later.files


@pytest.mark.usefixtures("settled")
def test_only_what_changed_is_read_again(data: Path) -> None:
    first = read_folder(data)
    (path := data / "cities" / "citi-1.yml").write_text(path.read_text("utf-8").replace("Город 1", "Город 2"), "utf-8")
    later = read_folder(data, first.files)
    changed = [name for name, read in later.files.items() if read is not first.files[name]]
    assert changed == ["data/cities/citi-1.yml"]
    assert next(e.record.label().ru for e in later.entries if e.file == changed[0]) == "Город 2"


@pytest.mark.usefixtures("settled")
def test_a_file_with_another_time_and_the_same_bytes_gives_the_same_record(data: Path) -> None:
    first = read_folder(data)
    os.utime(data / "cities" / "citi-1.yml")
    later = read_folder(data, first.files)
    assert [one.record is other.record for one, other in zip(first.entries, later.entries, strict=True)] == [True] * len(first.entries)


def test_a_change_within_one_tick_of_the_clock_is_seen(data: Path) -> None:
    """Nobody can tell by its times a file of the same size that was written twice at once, so its bytes are asked."""
    first = read_folder(data)
    path = data / "cities" / "citi-1.yml"
    times = path.stat()
    path.write_text(path.read_text("utf-8").replace("Город 1", "Город 2"), "utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    later = read_folder(data, first.files)
    assert [e.record.label().ru for e in later.entries if e.file.endswith("citi-1.yml")] == ["Город 2"]


def test_places_in_a_file_that_is_gone_are_its_beginning(data: Path) -> None:
    entry = read_folder(data).entries[0]
    Path(entry.path).unlink()
    assert set(entry.document.marks) == {()}
