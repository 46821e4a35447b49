"""The pages that somebody wrote, in docs/: where they stand, and what search is told of them."""

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.utils.meta import YAML_RE, get_data

from site_plugins.outputs.artifact import language_of
from site_plugins.outputs.search_documents import Prose
from site_plugins.problems import sorted_texts
from site_plugins.reading.text import Unreadable, to_text

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


def unreadable_prose(docs: Path) -> list[str]:
    """What is wrong with the files of the written pages, in Russian: MkDocs stops at the one, and prints the other's head as text."""
    found = []
    for path in _files(docs):
        name = f"{docs.name}/{path.relative_to(docs).as_posix()}"
        try:
            text = to_text(name, path.read_bytes())
        except Unreadable as stop:
            found += sorted_texts(stop.problems)
            continue
        if YAML_RE.match(text) and not get_data(text)[1]:
            found.append(f"{name}:2:1: строки между чертами «---» не читаются — текст с двоеточием возьмите в кавычки")
    return found


def _files(docs: Path | None) -> list[Path]:
    return sorted(docs.rglob("*.md")) if docs else []


def _place(docs: Path | None, path: Path) -> str:
    where = path.relative_to(docs or path).with_suffix("")
    return f"{where.parent if where.name == 'index' else where}/".replace("./", "", 1)
