"""The ledger: how often each record changed and when, kept by a command, and the same in a clone without history."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from site_plugins.__main__ import main
from site_plugins.catalog import Catalog
from site_plugins.history.git import read_history
from site_plugins.history.ledger import lines_of, update_ledger
from site_plugins.reading.folder import read_folder
from site_plugins.reading.ledger import Key, format_ledger, read_ledger
from site_plugins.reading.meaning import meaning
from site_plugins.reading.yaml_subset import read_document
from site_plugins.records.revision import Revision
from tests.repository import Repository

REAL = Path(__file__).parent.parent / "data"
KAIFENG: Key = ("cities", "kaifeng")


def day(number: int) -> datetime:
    """When the commit of that number was made in a repository of the tests."""
    return datetime(2026, 1, number, 12, tzinfo=UTC)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Everything added on the first day, with its ledger on the second."""
    made = Repository(tmp_path / "origin")
    made.commit()
    assert main(["ledger", "--data", str(made.data)]) == 0
    made.commit()
    return made


def catalog_of(data: Path, today: date = date(2026, 2, 1)) -> Catalog:
    return Catalog.of(read_folder(data), today)


def edit(repository: Repository, population: int) -> None:
    """Another number of inhabitants of Kaifeng."""
    path = repository.data / "cities" / "kaifeng.yml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("website")]
    path.write_text("\n".join([*lines, f"website: {{url: 'https://example.org/{population}', sources: [geonames]}}", ""]), "utf-8")


def test_the_ledger_of_the_real_data_has_every_change_that_git_remembers() -> None:
    reading = read_folder(REAL)
    again = update_ledger(REAL, reading, datetime(2030, 1, 1, tzinfo=UTC))
    assert reading.ledger
    assert again
    known = {(e.record.folder, e.record.id): e.meaning for e in reading.entries}
    told = {key: line for key, line in reading.ledger.items() if line.meaning == known.get(key)}
    assert told == {key: again[key] for key in told}
    assert (REAL / "ledger.jsonl").read_text("utf-8") == format_ledger(reading.ledger)


def test_the_ledger_that_the_command_writes_is_the_one_that_history_tells(repository: Repository) -> None:
    for number in (1, 2, 3):
        edit(repository, number)
        repository.commit()
    assert main(["ledger", "--data", str(repository.data)]) == 0
    lines, problems = read_ledger(repository.data / "ledger.jsonl", "ledger.jsonl")
    history = read_history(repository.data)
    assert history
    assert problems == []
    assert lines == lines_of(repository.data, history)
    assert lines[KAIFENG].revision == Revision(3, day(1), day(5))
    assert lines["cities", "bryansk"].revision == Revision(0, day(1), day(1))


def test_a_change_that_nobody_noted_counts_one_higher_and_is_of_the_newest_commits_day(repository: Repository) -> None:
    edit(repository, 1)
    catalog = catalog_of(repository.data, date(2026, 1, 20))
    assert catalog.behind == 1
    omsk_midnight = datetime(2026, 1, 19, 18, tzinfo=UTC)
    assert catalog.revisions[KAIFENG] == Revision(1, day(1), omsk_midnight)
    assert catalog.revisions["cities", "bryansk"] == Revision(0, day(1), day(1))


def test_a_change_on_the_day_of_the_last_one_is_later_than_it(repository: Repository) -> None:
    edit(repository, 1)
    assert catalog_of(repository.data, date(2026, 1, 1)).revisions[KAIFENG].modified > day(1)


def test_a_shallow_clone_tells_the_same_as_the_whole_history(repository: Repository, tmp_path: Path) -> None:
    edit(repository, 1)
    repository.commit()
    assert main(["ledger", "--data", str(repository.data)]) == 0
    repository.commit()
    edit(repository, 2)
    repository.commit()
    shallow = repository.clone(tmp_path / "shallow", "--depth", "1")
    history = read_history(shallow)
    assert history
    assert not history.complete
    assert catalog_of(shallow).revisions == catalog_of(repository.data).revisions
    assert catalog_of(shallow).revisions[KAIFENG].sequence == 2


def test_the_command_in_a_shallow_clone_lowers_nothing_and_adds_what_is_new(repository: Repository, tmp_path: Path) -> None:
    edit(repository, 1)
    repository.commit()
    assert main(["ledger", "--data", str(repository.data)]) == 0
    edit(repository, 2)
    repository.commit()
    shallow = repository.clone(tmp_path / "shallow", "--depth", "1")
    assert main(["ledger", "--data", str(shallow)]) == 0
    assert read_folder(shallow).ledger[KAIFENG].revision.sequence == 2
    assert read_folder(shallow).ledger["cities", "bryansk"].revision == Revision(0, day(1), day(1))


def test_the_command_twice_writes_the_same(repository: Repository) -> None:
    edit(repository, 1)
    texts = []
    for _ in range(2):
        assert main(["ledger", "--data", str(repository.data)]) == 0
        texts.append((repository.data / "ledger.jsonl").read_bytes())
        repository.commit()
    assert texts[0] == texts[1]


def test_another_layout_and_a_comment_are_no_change(repository: Repository) -> None:
    path = repository.data / "cities" / "kaifeng.yml"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(["# a comment", *lines, ""]).replace("{ru: ", "{  ru:   "), "utf-8")
    assert catalog_of(repository.data).behind == 0


def test_a_text_in_quotes_and_fields_in_another_order_mean_the_same() -> None:
    one, other = (read_document("x", text.encode())[0].tree for text in ("a: text\nb: {c: 1, d: 2}\n", 'b: {d: 2, c: "1"}\na: "text"\n'))
    assert meaning(one) == meaning(other)
    assert meaning(one) != meaning(read_document("x", b"a: text\nb: {c: 1, d: 3}\n")[0].tree)


def test_a_removed_record_stays_as_removed_and_one_that_returns_counts_on(repository: Repository) -> None:
    path = repository.data / "events" / "karate-cup-2019.yml"
    text = path.read_text("utf-8")
    path.unlink()
    key = ("events", "karate-cup-2019")
    catalog = catalog_of(repository.data)
    assert catalog.removed[key].sequence == 1
    assert key not in catalog.revisions
    repository.commit()
    assert main(["ledger", "--data", str(repository.data)]) == 0
    assert catalog_of(repository.data).removed[key] == Revision(1, day(1), day(3))
    path.write_text(text, "utf-8")
    assert catalog_of(repository.data).revisions[key].sequence == 2


def test_a_renamed_record_goes_on_counting_and_is_not_removed(repository: Repository) -> None:
    old, new = (repository.data / "events" / f"{name}-2019.yml" for name in ("karate-cup", "karate-world-cup"))
    new.write_text(f"former_ids: [karate-cup-2019]\n{old.read_text('utf-8')}", "utf-8")
    old.unlink()
    repository.commit()
    assert main(["ledger", "--data", str(repository.data)]) == 0
    catalog = catalog_of(repository.data)
    assert catalog.revisions["events", "karate-world-cup-2019"] == Revision(1, day(1), day(3))
    assert catalog.removed == {}


def test_the_ledger_is_written_anew_from_history_where_it_was_lost_or_broken(repository: Repository) -> None:
    edit(repository, 1)
    repository.commit()
    assert main(["ledger", "--data", str(repository.data)]) == 0
    path = repository.data / "ledger.jsonl"
    whole = path.read_text("utf-8")
    for damaged in ("", whole[:300], f"<<<<<<< HEAD\n{whole}=======\n", whole.replace('"sequence":1', '"sequence":-1')):
        path.write_text(damaged, "utf-8")
        assert main(["ledger", "--data", str(repository.data)]) == 0
        assert path.read_text("utf-8") == whole


def test_a_broken_ledger_without_history_is_left_as_it_is(
    repository: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = repository.clone(tmp_path / "shallow", "--depth", "1")
    (data / "ledger.jsonl").write_text("{", "utf-8")
    capsys.readouterr()
    assert main(["ledger", "--data", str(data)]) == 1
    assert "git fetch --unshallow" in capsys.readouterr().err
    assert (data / "ledger.jsonl").read_text("utf-8") == "{"


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "",
        "[]",
        "null",
        '{"record":"cities/x"}',
        '{"record":"x","meaning":"a","sequence":0,"created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z"}',
        '{"record":"cities/x","meaning":1,"sequence":0,"created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z"}',
        '{"record":"cities/x","meaning":"a","sequence":true,"created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z"}',
        '{"record":"cities/x","meaning":"a","sequence":0,"created":"2026-01-02T00:00:00Z","modified":"2026-01-01T00:00:00Z"}',
        '{"record":"cities/x","meaning":"a","sequence":0,"created":"2026-01-01T00:00:00","modified":"2026-01-01T00:00:00"}',
    ],
)
def test_a_line_that_is_none_is_told_by_its_number(line: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text(f'{{"end":"ledger"}}\n{line}\n{{"end":"ledger"}}\n', "utf-8")
    _, problems = read_ledger(path, "data/ledger.jsonl")
    assert [(problem.line, problem.code) for problem in problems] == [(1, "ledger-broken")]
    path.write_text(f'{line}\n{{"end":"ledger"}}\n', "utf-8")
    assert [problem.line for problem in read_ledger(path, "data/ledger.jsonl")[1]] == [1]


def test_of_two_lines_that_a_merge_left_the_higher_counts(repository: Repository) -> None:
    path = repository.data / "ledger.jsonl"
    text = path.read_text("utf-8")
    line = next(line for line in text.splitlines() if "cities/kaifeng" in line)
    path.write_text(text.replace(line, "\n".join([line.replace('"sequence":0', '"sequence":4'), line])), "utf-8")
    assert catalog_of(repository.data).revisions[KAIFENG].sequence == 4


def test_two_branches_that_change_neighbours_merge_without_a_conflict(repository: Repository) -> None:
    (repository.folder / ".gitattributes").write_bytes((REAL.parent / ".gitattributes").read_bytes())
    repository.commit()
    for branch, name in (("one", "kaifeng"), ("two", "lodz")):
        repository.git("checkout", "--quiet", "-b", branch, "main")
        path = repository.data / "cities" / f"{name}.yml"
        path.write_text(f"aliases: [{branch}]\n{path.read_text('utf-8')}", "utf-8")
        assert main(["ledger", "--data", str(repository.data)]) == 0
        repository.commit()
    repository.git("merge", "--quiet", "one")
    revisions = catalog_of(repository.data).revisions
    assert [revisions["cities", name].sequence for name in ("bryansk", "kaifeng", "lodz")] == [0, 1, 1]
    assert main(["ledger", "--data", str(repository.data)]) == 0
    assert read_folder(repository.data).problems == []


def test_data_that_were_never_committed_and_have_no_ledger_are_new_today(tmp_path: Path) -> None:
    made = Repository(tmp_path / "x")
    catalog = catalog_of(made.data, date(2026, 1, 2))
    assert read_history(made.data) is None
    assert read_history(tmp_path) is None
    assert set(catalog.revisions.values()) == {Revision(0, datetime(2026, 1, 1, 18, tzinfo=UTC), datetime(2026, 1, 1, 18, tzinfo=UTC))}
