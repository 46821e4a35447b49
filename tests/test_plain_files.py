"""The fast reader of plain files reads what the strict reader reads, and only where that finds nothing wrong."""

from random import Random

import pytest

from site_plugins.reading.plain import read_plain
from site_plugins.reading.text import Unreadable, decode
from site_plugins.reading.yaml_subset import read_document, read_strictly
from tests.conftest import ROOT

SEED = 20191106
FILES = [*sorted((ROOT / "data").glob("**/*.yml")), *sorted((ROOT / "tests" / "base_data").glob("**/*.yml"))]
HOSTILE = [
    *" \t\n:#-?[]{},&*!|>'\"%@`~<=\\",
    "no",
    "010",
    "18:30",
    "null",
    ": ",
    " #",
    "- ",
    "  ",
    "---",
    "ё",
    "«",
    "\u00a0",
    "key:",
    "x: ",
    "\n\n",
]


def agrees(text: str) -> bool:
    """Whether the plain reader took the text; fails where the strict one reads something else or has something to say."""
    plain = read_plain(text)
    if plain is None:
        return False
    document, notes = read_strictly("file", text)
    assert (document.tree, notes) == (plain, []), text
    return True


def mutated(text: str, lot: Random) -> str:
    """The text with one thing inserted, removed, doubled or moved."""
    at = lot.randrange(len(text) + 1)
    lines = text.split("\n")
    line = lot.randrange(len(lines))
    return lot.choice(
        [
            text[:at] + lot.choice(HOSTILE) + text[at:],
            text[:at] + text[at + 1 :],
            "\n".join([*lines[:line], lines[line], *lines[line:]]),
            "\n".join([*lines[:line], " " * lot.randrange(5) + lines[line].lstrip(), *lines[line + 1 :]]),
            "\n".join([*lines[:line], lines[line].split(": ")[0] + ": " + lot.choice(HOSTILE), *lines[line + 1 :]]),
        ]
    )


def test_nearly_every_record_is_plain_and_read_alike() -> None:
    plain = [agrees(decode(path.name, path.read_bytes())) for path in FILES]
    assert sum(plain) > 0.9 * len(FILES)


def test_whatever_is_done_to_a_file_both_readers_agree_or_the_strict_one_reads_it() -> None:
    lot = Random(SEED)
    taken = 0
    for _ in range(5):
        for path in FILES:
            text = mutated(decode(path.name, path.read_bytes()), lot)
            try:
                text = decode(path.name, text.encode())
            except Unreadable:
                continue  # no reader sees it
            taken += agrees(text)
    assert taken > 500, "the mutations leave nothing that the plain reader takes"


VALUES = [
    "no",
    "010",
    "~",
    "1:30",
    "b # c",
    "b: c",
    "[no]",
    "{x: null}",
    "{x: b, x: c}",
    "'b'",
    '"\\n"',
    "&b c",
    "b ",
    "\nb: c",
    "b\na: c",
    "b\n  c",
]
UNCLEAR = [*(f"a: {value}\n" for value in VALUES), "- a\n", "a\n", "a:\n  - b\n   - c\n", "a: b", "\n", ""]


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_unclear_is_left_to_the_strict_reader(text: str) -> None:
    assert read_plain(text) is None


def test_places_of_a_plain_file_are_those_of_the_strict_reader() -> None:
    path = ROOT / "data" / "cities" / "kaifeng.yml"
    document, _ = read_document(path.name, path.read_bytes())
    strict, _ = read_strictly(path.name, decode(path.name, path.read_bytes()))
    assert read_plain(decode(path.name, path.read_bytes())) is not None
    assert dict(document.marks) == dict(strict.marks)
