"""What search knows of each page: its card in the results, its names, and the texts it is found by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES, countries
from site_plugins.languages.formats import date_words
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import WITHDRAWN, Page, prefix
from site_plugins.outputs.kinds import kind_words
from site_plugins.outputs.medals import medal_words
from site_plugins.outputs.pages import make_services
from site_plugins.outputs.pages.lists import make_lists
from site_plugins.outputs.paging import is_first
from site_plugins.outputs.search_words import fold, split
from site_plugins.outputs.templating import View
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record, Text
from site_plugins.records.edtf import Edtf
from site_plugins.records.event import Event
from site_plugins.records.organisation import Organisation
from site_plugins.records.source import Source
from site_plugins.records.texts import texts

NAME, ALIAS, LABEL, SUMMARY, TEXT = 100, 50, 20, 10, 4
"""What a word weighs by where it stands. A word of a name of n words weighs a √n-th of it, so that a name asked for in full
stands above a longer one that contains it."""
NAME_OF: dict[type[Record], int] = {Organisation: 50, Source: TEXT}
"""Names that weigh less: an organisation stands behind the factory it runs, a source behind everything."""
UNSOUGHT = {"search", WITHDRAWN}
"""Kinds of pages that nobody looks for."""
CARD_TEXT = 120
"""Characters of a result's description."""


@dataclass(frozen=True, slots=True)
class Document:
    """One result: title, kind, description and address as shown; names and texts with their weights."""

    card: tuple[str, str, str, str]
    names: list[tuple[int, str]]
    texts: list[tuple[int, str]]


class Prose(NamedTuple):
    """A page that somebody wrote: its path from the site's root, and its words."""

    path: str
    title: str
    description: str
    text: str


def make_documents(catalog: Catalog, language: str, prose: Sequence[Prose] = ()) -> list[Document]:
    """All pages worth finding, the weightier first: among equal results this order decides. `prose` is in the language."""
    found, view = [], View(catalog, language, "")
    for record_type in RECORD_TYPES:
        records = sorted(catalog.all(record_type), key=lambda r: (-len(catalog.citing(r)), r.id))
        found += [_document(view, record) for record in records]
    found += _pages([*make_lists(catalog, language), *make_services(catalog, language)])
    return found + [_told((page.title, "", page.description, page.path), [page.title], page.text) for page in prose]


def _document(view: View, record: Record) -> Document:
    language = view.language
    said = words(language).gettext
    name, said_of = record.label(), vars(record)  # asking a model for a field that it has not takes longer than all its fields
    summary, when = said_of.get("summary"), said_of.get("date")
    labels = [label] if (label := kind_words(record, language)) else []
    labels += [date_words(when, language)] if isinstance(when, Edtf) else []
    weight = NAME_OF.get(type(record), NAME)
    names = [(weight, text) for text in _every_language(name)]
    names += [(weight, own.text) for own in said_of.get("own_names", ())]
    names += [(min(weight, ALIAS), alias) for alias in [*record.aliases, said_of.get("legal_name")] if alias]
    found = [(LABEL, label) for label in [*labels, *_countries(record)]]
    if isinstance(record, Event) and (won := record.medals):
        medals = medal_words(won.gold, won.silver, won.bronze, language)
        found.append((TEXT, said("Medals won by people from Omsk: %(medals)s.") % {"medals": medals}))
    found += [(SUMMARY if text is summary else TEXT, view.plain(text)) for _, text in texts(record) if text is not name]
    kind = " · ".join([said(type(record).plural), *labels])
    card = (view.plain(name), kind, _short(view.plain(summary)) if isinstance(summary, Text) else "", prefix(language) + address(record))
    return Document(card, _spread(names), found)


def _every_language(text: Text) -> list[str]:
    return list(dict.fromkeys(value for language in type(text).model_fields if (value := text.get(language))))


def _spread(names: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(max(1, round(weight / sqrt(len(split(fold(name))) or 1))), name) for weight, name in names]


def _countries(record: Record) -> list[str]:
    said_of = vars(record)
    codes = [said_of.get("country"), *said_of.get("countries", ()), *(place.country for place in said_of.get("places", ()))]
    return [countries.name(code, language) for code in dict.fromkeys(codes) if code for language in LANGUAGES]


def _short(text: str) -> str:
    return text if len(text) <= CARD_TEXT else text[: CARD_TEXT - 1].rsplit(" ", 1)[0].rstrip(" ,.;:—–") + "…"


def _pages(pages: list[Page]) -> Iterator[Document]:
    """Pages that are no record's, each with the title of the page that it belongs to."""
    titles = {page.address: page.title for page in pages}
    for page in pages:
        if page.kind not in UNSOUGHT and is_first(page.address):
            country = page.address.split("/")[1].upper() if page.kind == "country" else ""
            names = [page.title, *(countries.name(country, language) for language in LANGUAGES if country)]
            weight = ALIAS if page.kind == "data-set" else NAME  # a data set is named after the list that it is made of
            yield _told((page.title, titles.get(page.section, ""), page.description, page.path), names, weight=weight)


def _told(card: tuple[str, str, str, str], names: list[str], text: str = "", weight: int = NAME) -> Document:
    """A page by its names, its description, where it has one, and its text."""
    title, kind, description, path = card
    said = description if description != title else ""
    weighed = [(weight, name) for name in dict.fromkeys(names)]
    return Document((title, kind, _short(said), path), _spread(weighed), [(SUMMARY, said), (TEXT, text)])
