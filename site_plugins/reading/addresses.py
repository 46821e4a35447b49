"""`data/addresses.txt`: every address that was ever published, one a line, kept by `make ledger`; none of them may be lost."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from site_plugins.problems import Problem

NAME = "addresses.txt"
FORM = re.compile(r"/[A-Za-z0-9._/-]*", re.ASCII)


def read_addresses(path: Path, shown: str) -> tuple[Mapping[str, int], list[Problem]]:
    """Address -> its line, and one problem at the first line that is none. No file is an empty list."""
    if not path.exists():
        return {}, []
    found, broken = _lines(path.read_text("utf-8-sig", errors="replace"))
    return found, [Problem.of(shown, number, 1, "addresses-broken", value=told) for number, told in broken]


@lru_cache(maxsize=1)
def _lines(text: str) -> tuple[Mapping[str, int], list[tuple[int, str]]]:
    """The lines before the first that is no address, and that one with its number; kept, for a server asks at every edit."""
    found: dict[str, int] = {}
    for number, told in enumerate(text.splitlines(), 1):
        if not FORM.fullmatch(told):
            return found, [(number, told)]
        found.setdefault(told, number)
    return found, []


def format_addresses(addresses: Iterable[str]) -> str:
    """The text of the list, sorted, each once."""
    return "".join(f"{address}\n" for address in sorted(set(addresses)))
