"""The past of the records, by days in Omsk: what was added, changed and removed."""

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from site_plugins.history.git import ABSENT, Commit, read_history, read_versions
from site_plugins.history.ledger import key_of
from site_plugins.reading.records import read_record
from site_plugins.reading.text import Unreadable
from site_plugins.reading.yaml_subset import read_document
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from site_plugins.records.past import NOTHING, Change, Day, Key, Past
from site_plugins.today import ZONE

MOST_DAYS = 60
MOST_CHANGES = 300
"""How many days and how many changed records are looked at: enough for a page, and half a second at most."""

TYPES = {record_type.folder: record_type for record_type in RECORD_TYPES}


class Step(NamedTuple):
    """The versions of one record's file at a day's beginning and end, and when it last changed that day."""

    before: str
    after: str
    moment: datetime


def read_past(data: Path) -> Past:
    """What git remembers of `data`; a version that today's reader cannot read is counted and left out."""
    history = read_history(data)
    if history is None:
        return NOTHING
    commits = history.commits if history.complete else history.commits[1:]  # the first of a shallow clone is a state, no change
    days = list(_steps(commits).items())[::-1]
    chosen, left = [], MOST_CHANGES
    for day, steps in days[:MOST_DAYS]:
        if left > 0:
            edits = [key for key, step in sorted(steps.items()) if step.before and step.after]
            chosen.append((day, steps, set(edits[left:])))
            left -= len(edits)
    reader = _Reader(data, [step for _, steps, _ in chosen for step in steps.values() if step.before or _removals(steps)])
    told = tuple(_day(day, steps, skipped, reader) for day, steps, skipped in chosen)
    since = history.commits[0].moment.astimezone(ZONE).date()
    return Past(told, since, history.complete, len(chosen) < len(days), reader.unreadable)


def _steps(commits: tuple[Commit, ...]) -> dict[date, dict[Key, Step]]:
    """Day -> record -> how it was and how it became; what came back to where it was is left out."""
    found: dict[date, dict[Key, Step]] = {}
    for commit in commits:
        steps = found.setdefault(commit.moment.astimezone(ZONE).date(), {})
        for path, before, after in commit.files:
            if key := key_of(path):
                first = steps[key].before if key in steps else before
                steps[key] = Step(first, after, commit.moment)
    moved = {day: {key: step for key, step in steps.items() if step.before != step.after} for day, steps in found.items()}
    return {day: moved[day] for day in sorted(moved) if moved[day]}


def _removals(steps: dict[Key, Step]) -> list[Key]:
    return sorted(key for key, step in steps.items() if not step.after)


class _Reader:
    """Reads versions of records, all of them in one run of git, and counts what it cannot read."""

    def __init__(self, data: Path, steps: list[Step]) -> None:
        self.texts = read_versions(data, (version for step in steps for version in (step.before, step.after)))
        self.unreadable = 0

    def read(self, key: Key, version: str) -> Record | None:
        """One version; None where it is not readable today."""
        folder, record_id = key
        name = f"{folder}/{record_id}.yml"
        try:
            document, _ = read_document(name, self.texts.get(version, b""))
        except Unreadable:
            return None
        record, _ = read_record(name, document, TYPES[folder])
        return record.model_copy(update={"id": record_id}) if record else None


def _renamed(steps: dict[Key, Step], reader: _Reader) -> dict[Key, Step]:
    """The same steps, where a record that took over the address of a removed one is that one under a new name."""
    removals = _removals(steps)
    added = [key for key, step in steps.items() if not step.before] if removals else []
    records = [(key, record) for key in added if (record := reader.read(key, steps[key].after))]
    called = {(key[0], former): key for key, record in records for former in record.former_ids}
    found = dict(steps)
    for old in removals:
        if (new := called.get(old)) and found[new].before == ABSENT:
            found[new] = found[new]._replace(before=found.pop(old).before)
    return found


def _day(day: date, steps: dict[Key, Step], skipped: set[Key], reader: _Reader) -> Day:
    steps, removed, changed = _renamed(steps, reader), [], []
    for key, step in sorted(steps.items()):
        if not step.before or key in skipped:
            continue
        before, after = reader.read(key, step.before), reader.read(key, step.after) if step.after else None
        if before is None or (step.after and after is None):
            reader.unreadable += 1
        elif after is None:
            removed.append((key, step.moment, before))
        else:
            changed.append(Change(key, step.moment, before, after))
    added = tuple((key, step.moment) for key, step in sorted(steps.items()) if not step.before)
    return Day(day, added, tuple(changed), tuple(removed), len(skipped))
