"""The random edits themselves: what they leave is valid, a break is a break, and all of them happen, the same for the same seed."""

from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from benchmarks.records import write_records
from site_plugins.catalog import Catalog
from site_plugins.checks import check
from site_plugins.problems import Problem
from site_plugins.reading.entry import Reading
from site_plugins.reading.folder import read_folder
from site_plugins.today import today
from tests.edits import branches
from tests.edits.world import World
from tests.random_edits import BREAKS, EDITS, Edit, name_of, random_edits

RECORDS = 250
NUMBER = 150


def made(data: Path, seed: int, number: int) -> list[Edit]:
    write_records(data, RECORDS)
    return list(islice(random_edits(data, Random(seed)), number))


def problems(reading: Reading, day: date) -> list[Problem]:
    return [*reading.problems, *(check(Catalog.of(reading, day)) if reading.site else [])]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_edit_leaves_valid_data_or_a_mistake_that_the_next_one_mends(tmp_path: Path, seed: int) -> None:
    write_records(data := tmp_path / "data", RECORDS)
    reading, day, broken = read_folder(data), today(data), False
    edits: list[Edit] = []
    for edit in islice(random_edits(data, Random(seed)), NUMBER):
        edits.append(edit)
        reading = read_folder(data, reading.files)
        found = problems(reading, day)
        assert bool(found) == edit.breaks, f"seed {seed}, edit {len(edits)}, {edit}: {found}"
        assert (edit.name == "mend") == broken
        broken = edit.breaks


def test_every_edit_finds_something_to_edit(tmp_path: Path) -> None:
    write_records(data := tmp_path / "data", RECORDS)
    world = World(data, Random(6))
    branches.keep_now_and_then(world)
    for function in (*EDITS, *BREAKS):
        world.before.clear()
        assert any(function(world) for _ in range(100)), name_of(function)
        if function in BREAKS:
            world.put_back()


def test_the_same_seed_makes_the_same_edits(tmp_path: Path) -> None:
    one, other = tmp_path / "one" / "data", tmp_path / "other" / "data"
    assert made(one, 4, 60) == made(other, 4, 60)
    assert [(p.name, p.read_bytes()) for p in sorted(one.rglob("*.*"))] == [(p.name, p.read_bytes()) for p in sorted(other.rglob("*.*"))]


def test_a_mistake_is_mended_byte_for_byte(tmp_path: Path) -> None:
    write_records(data := tmp_path / "data", 60)
    before: dict[str, bytes] = {}
    for edit in islice(random_edits(data, Random(5)), 120):
        now = {str(path): path.read_bytes() for path in data.rglob("*.*")}
        assert edit.name != "mend" or now == before
        before = before if edit.breaks else now
