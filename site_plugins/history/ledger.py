"""`make ledger`: the ledger brought up to date, from git's history where all of it is there."""

from datetime import datetime
from pathlib import Path

from site_plugins.history.git import History, read_history, read_versions
from site_plugins.reading.entry import Reading
from site_plugins.reading.ledger import Key, Line
from site_plugins.reading.meaning import meaning
from site_plugins.reading.revisions import note_change
from site_plugins.reading.text import Unreadable
from site_plugins.reading.yaml_subset import read_document
from site_plugins.records import RECORD_TYPES
from site_plugins.records.revision import Revision

FOLDERS = {record_type.folder for record_type in RECORD_TYPES}


def update_ledger(data: Path, reading: Reading, moment: datetime) -> dict[Key, Line] | None:
    """All lines, with what git knows and what is not committed yet, as a change of `moment`.

    None where the ledger is broken and git cannot replace it: what is left of it would make numbers fall.
    """
    history = read_history(data)
    complete = bool(history and history.complete)
    if not complete and any(problem.code == "ledger-broken" for problem in reading.problems):
        return None
    remembered = lines_of(data, history) if history and complete else {}
    present = {(entry.record.folder, entry.record.id): entry for entry in reading.entries}
    lines: dict[Key, Line] = {}
    for key in reading.ledger.keys() | remembered.keys():
        now = present[key].meaning if key in present else None
        lines[key] = settle([found[key] for found in (reading.ledger, remembered) if key in found], now)
    for key, entry in present.items():
        note_change(lines, key, entry.meaning, moment, entry.record.former_ids)
    for key in lines.keys() - present.keys():
        note_change(lines, key, None, moment)
    return lines


def settle(told: list[Line], now: str | None) -> Line:
    """One line of what ledger and history tell of a record that means `now`: the one that knows so, counted above the other."""
    best = max(told, key=lambda line: (line.meaning == now, line.revision.sequence))
    above = [line.revision.sequence + (line.meaning != best.meaning) for line in told]
    created = min(line.revision.created for line in told)
    return Line(best.meaning, Revision(max(above), created, best.revision.modified))


def lines_of(data: Path, history: History) -> dict[Key, Line]:
    """The ledger as a complete history alone tells it."""
    texts = read_versions(data, (new for commit in history.commits for _, _, new in commit.files))
    lines: dict[Key, Line] = {}
    for commit in history.commits:
        for path, _, new in sorted(commit.files, key=lambda file: not file[2]):  # a new name before its old one goes
            if key := key_of(path):
                state, former = _state(path, new, texts)
                note_change(lines, key, state, commit.moment, former)
    return lines


def key_of(path: str) -> Key | None:
    """The record that a file below data/ holds; None for other files."""
    folder, _, name = path.partition("/")
    return (folder, name.removesuffix(".yml")) if folder in FOLDERS and name.endswith(".yml") and "/" not in name else None


def _state(path: str, version: str, texts: dict[str, bytes]) -> tuple[str | None, list[str]]:
    """What a version means, and the former ids it names; one that cannot be read means itself."""
    if not version:
        return None, []
    try:
        tree = read_document(path, texts.get(version, b""))[0].tree
    except Unreadable:
        return version, []
    former = tree.get("former_ids", []) if isinstance(tree, dict) else []
    return meaning(tree), [item for item in former if isinstance(item, str)]
