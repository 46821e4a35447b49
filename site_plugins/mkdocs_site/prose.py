"""The pages that somebody wrote, in docs/: where they stand, and what search is told of them."""

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.utils.meta import get_data

from site_plugins.outputs.artifact import language_of
from site_plugins.outputs.search_documents import Prose

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)
_TARGET = re.compile(r"(?<=\])\([^)]*\)")
"""Where a link leads, which is no word of the page."""


def prose_addresses(docs: Path | None) -> Iterator[str]:
    """The addresses of the pages in docs/: `/about/` of `about.md`."""
    for path in _files(docs):
        yield f"/{_place(docs, path)}"


def read_prose(docs: Path | None, language: str) -> Iterator[Prose]:
    """The written pages of a language, by address."""
    for path in _files(docs):
        place = _place(docs, path)
        if language_of(place) == language:
            text, said = get_data(path.read_text("utf-8-sig"))
            heading = _HEADING.search(text)
            title = str(said.get("title") or (heading[1] if heading else path.stem))
            yield Prose(place, title, str(said.get("description", "")), _TARGET.sub("", text))


def _files(docs: Path | None) -> list[Path]:
    return sorted(docs.rglob("*.md")) if docs else []


def _place(docs: Path | None, path: Path) -> str:
    where = path.relative_to(docs or path).with_suffix("")
    return f"{where.parent if where.name == 'index' else where}/".replace("./", "", 1)
