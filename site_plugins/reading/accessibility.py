"""`data/accessibility.json`: what the newest run of `make accessibility` found, which the accessibility statement tells."""

import re
from datetime import date
from pathlib import Path

from pydantic import NonNegativeInt, ValidationError

from site_plugins.problems import Problem
from site_plugins.records.base import Model

NAME = "accessibility.json"


class LongPage(Model):
    """A page with more stops of the Tab key than one should have to pass."""

    title: str
    stops: NonNegativeInt


class Tested(Model):
    """One run of the tests over all pages."""

    date: date
    browser: str
    """Its version."""
    axe: str
    """The version of the program that judges."""
    rules: NonNegativeInt
    pages: NonNegativeInt
    of: NonNegativeInt
    """How many pages there were."""
    violations: NonNegativeInt
    long: dict[str, LongPage]
    """By address, the longest first."""


def read_accessibility(path: Path, shown: str) -> tuple[Tested | None, list[Problem]]:
    """The newest run, or the first thing wrong with the file. No file is no run."""
    if not path.exists():
        return None, []
    try:
        return Tested.model_validate_json(path.read_bytes(), strict=True), []
    except ValidationError as errors:
        error = errors.errors(include_url=False)[0]
    place = re.search(r"line (\d+) column (\d+)", error["msg"])  # where this is no JSON
    line, column = map(int, place.groups()) if place else (1, 1)
    return None, [Problem(shown, line, max(column, 1), "accessibility-broken", key=".".join(map(str, error["loc"])))]


def format_accessibility(tested: Tested) -> str:
    """The text of the file."""
    return tested.model_dump_json(indent=2) + "\n"
