"""How often each record changed: the ledger, and one more where a file says something else than the ledger knows.

Whoever edits a file on a web page runs no command, so a build counts such a change itself, and without git's history, which
a shallow clone has not. Where a text was changed and changed back between two runs of `make ledger`, only the command sees it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from site_plugins.reading.entry import Reading
from site_plugins.reading.ledger import Key, Line
from site_plugins.records.revision import Revision


def revise(reading: Reading, moment: datetime) -> dict[Key, Line]:
    """The ledger as it is once every change it does not know yet is counted, as one of `moment` (UTC)."""
    lines = dict(reading.ledger)
    for entry in reading.entries:
        before = lines.get(entry.key)
        if before is None or before.meaning != entry.meaning:  # asked here as well: at every edit ten thousand calls are saved
            note_change(lines, entry.key, entry.meaning, moment, entry.record.former_ids)
    for key in lines.keys() - {entry.key for entry in reading.entries} - reading.broken:
        note_change(lines, key, None, moment)
    return lines


def note_change(lines: dict[Key, Line], key: Key, now: str | None, moment: datetime, former: Iterable[str] = ()) -> None:
    """Set down that a record means `now` since `moment`; nothing where it meant that before. `None` is a removed record.

    `former` are the record's earlier ids: a renamed record goes on where the old one stood. Neither a sequence nor a moment falls.
    """
    before = lines.get(key)
    if before and before.meaning == now:
        return
    before = before or next((lines[key[0], old] for old in former if (key[0], old) in lines), None)
    if before:
        sequence, created, modified = before.revision
        lines[key] = Line(now, Revision(sequence + 1, created, max(moment, modified + timedelta(seconds=1))))
    elif now is not None:
        lines[key] = Line(now, Revision(0, moment, moment))
