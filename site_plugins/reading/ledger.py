"""The ledger `data/ledger.jsonl`: how often each record changed and when, one line for each, kept by `make ledger`.

It stands beside git's history because a build may have only the newest commit of it (a shallow clone), and a number that a
calendar has seen must never fall.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from site_plugins.problems import Problem
from site_plugins.records.revision import Revision

NAME = "ledger.jsonl"
END = '{"end":"ledger"}'
"""The last line; without it the file was cut off."""
FORM = "%Y-%m-%dT%H:%M:%SZ"

Key = tuple[str, str]
"""(folder, id)."""


class Line(NamedTuple):
    """The newest state of one record. `meaning` is None where the record was removed."""

    meaning: str | None
    revision: Revision


def read_ledger(path: Path, shown: str) -> tuple[Mapping[Key, Line], list[Problem]]:
    """The lines of a ledger, and one problem at the first that cannot be read. No file is an empty ledger.

    Of two lines for one record, which git leaves where two branches are merged, the higher counts.
    """
    if not path.exists():
        return {}, []
    lines, broken = _lines(path.read_text("utf-8-sig", errors="replace"))
    return lines, [Problem.of(shown, broken, 1, "ledger-broken")] if broken else []


@lru_cache(maxsize=1)
def _lines(text: str) -> tuple[Mapping[Key, Line], int]:
    """The lines and the number of the first that is none, 0 where all are; kept, for a server reads ten thousand at every edit."""
    lines: dict[Key, Line] = {}
    broken = 0
    texts = text.splitlines()
    for number, told in enumerate(texts, 1):
        try:
            key, line = parse_line(told)
        except (ValueError, KeyError, TypeError, AttributeError):
            broken = broken or (number if told != END or number < len(texts) else 0)
            continue
        if key not in lines or line.revision.sequence > lines[key].revision.sequence:
            lines[key] = line
    if not broken and texts[-1:] != [END]:
        broken = len(texts) + 1
    return lines, broken


def parse_line(text: str) -> tuple[Key, Line]:
    """One line; raises ValueError, KeyError, TypeError or AttributeError where it is none."""
    said = json.loads(text)
    folder, record_id = said["record"].split("/")
    meaning, sequence = said["meaning"], said["sequence"]
    created, modified = (datetime.fromisoformat(said[name]) for name in ("created", "modified"))
    if not (isinstance(meaning, str | None) and type(sequence) is int and sequence >= 0 and created.tzinfo is UTC and created <= modified):
        raise ValueError(text)
    return (folder, record_id), Line(meaning, Revision(sequence, created, modified))


def format_ledger(lines: Mapping[Key, Line]) -> str:
    """The text of a ledger, in the order of folders and ids."""
    texts = []
    for (folder, record_id), (meaning, revision) in sorted(lines.items()):
        said = {"record": f"{folder}/{record_id}", "meaning": meaning, "sequence": revision.sequence}
        said |= {"created": revision.created.strftime(FORM), "modified": revision.modified.strftime(FORM)}
        texts.append(json.dumps(said, separators=(",", ":")))
    return "\n".join([*texts, END]) + "\n"
