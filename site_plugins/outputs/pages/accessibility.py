"""The accessibility statement: what the site was tested against, by which run of the tests, and what is known to fall short."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.languages import formats
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Page, language_of, without_language
from site_plugins.outputs.speech import ABBREVIATIONS
from site_plugins.outputs.templating import View

TESTED: dict[str, Any] = json.loads((Path(__file__).parents[3] / "data" / "accessibility.json").read_text("utf-8"))
"""What the newest run of `make accessibility` found; tests/test_accessibility.py holds every later run to it."""


def make_accessibility(catalog: Catalog, language: str) -> Iterator[Page]:
    """`/accessibility/`."""
    view = View(catalog, language, "accessibility/")
    title = words(language).gettext("Accessibility statement")
    body = view.render(
        "accessibility.html",
        tested=TESTED,
        tested_on=formats.day(date.fromisoformat(TESTED["date"]), language),
        long=[(without_language(address), page) for address, page in TESTED["long"].items() if language_of(address) == language],
        abbreviations=sorted(ABBREVIATIONS[language].items()),
        contact=catalog.site.contact,
    )
    yield Page("accessibility/", language, title, title, body, kind="statement")
