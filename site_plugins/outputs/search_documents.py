"""What search knows of each page: its card in the results, its names, and the texts it is found by."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Any

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES, countries
from site_plugins.languages.formats import date_words
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import address, section
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.search_words import fold, split
from site_plugins.outputs.templating import View
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record, Text
from site_plugins.records.city import City
from site_plugins.records.edtf import Edtf
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.route import Route
from site_plugins.records.source import Source
from site_plugins.records.texts import texts

NAME, ALIAS, LABEL, SUMMARY, TEXT = 100, 50, 20, 10, 4
"""What a word weighs by where it stands. A word of a name of n words weighs a √n-th of it, so that a name asked for in full
stands above a longer one that contains it."""
NAME_OF: dict[type[Record], int] = {Organisation: 50, Source: TEXT}
"""Names that weigh less: an organisation stands behind the factory it runs, a source behind everything."""
CARD_TEXT = 120
"""Characters of a result's description."""


@dataclass(frozen=True, slots=True)
class Document:
    """One result: title, kind, description and address as shown; names and texts with their weights."""

    card: tuple[str, str, str, str]
    names: list[tuple[int, str]]
    texts: list[tuple[int, str]]


def make_documents(catalog: Catalog, language: str) -> list[Document]:
    """All pages worth finding, the weightier first: among equal results this order decides."""
    found, view = [], View(catalog, language, "")
    for record_type in RECORD_TYPES:
        records = sorted(catalog.all(record_type), key=lambda r: (-len(catalog.citing(r)), r.id))
        found += [_document(view, record) for record in records]
    return [*found, *_gatherings(catalog, language)]


def _document(view: View, record: Record) -> Document:
    language = view.language
    said = words(language).gettext
    name, said_of = record.label(), vars(record)  # asking a model for a field that it has not takes longer than all its fields
    summary, when = said_of.get("summary"), said_of.get("date")
    labels = [LABEL_OF[type(record)](view, record)] if type(record) in LABEL_OF else []
    labels += [date_words(when, language)] if isinstance(when, Edtf) else []
    weight = NAME_OF.get(type(record), NAME)
    names = [(weight, text) for text in _every_language(name)]
    names += [(weight, own.text) for own in said_of.get("own_names", ())]
    names += [(min(weight, ALIAS), alias) for alias in [*record.aliases, said_of.get("legal_name")] if alias]
    found = [(LABEL, label) for label in [*labels, *_countries(record)]]
    found += [(SUMMARY if text is summary else TEXT, view.plain(text)) for _, text in texts(record) if text is not name]
    kind = " · ".join(label for label in [said(type(record).plural), *labels] if label)
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


def _gatherings(catalog: Catalog, language: str) -> Iterator[Document]:
    """Pages that are no record's: countries, years, the map, the register, and the lists by their names."""
    said, start = words(language).gettext, prefix(language)

    def page(weight: int, where: str, kind: str, *names: str) -> Document:
        return Document((names[0], kind, "", start + where), _spread([(weight, name) for name in dict.fromkeys(names)]), [])

    for code in sorted({city.country for city in catalog.all(City) if city.group == "foreign" and city.country}):
        names = [countries.name(code, other) for other in (language, *LANGUAGES)]
        yield page(NAME, f"countries/{code.lower()}/", said(City.plural), *names)
    for year in reversed(counts.years(catalog)):
        yield page(NAME, f"years/{year}/", said(Event.plural), said("The year %(year)s") % {"year": year})
    yield page(NAME, "map/", "", said("Map of twin and partner cities"))
    yield page(NAME, "agreements/", "", said("Register of agreements"))
    for record_type in RECORD_TYPES:
        if catalog.all(record_type):
            yield page(ALIAS, section(record_type), "", said(record_type.plural))


def _industry(view: View, site: IndustrialSite) -> str:
    return view.label("industry", site.industry) if site.industry else ""


LABEL_OF: dict[type[Record], Callable[[View, Any], str]] = {
    City: lambda view, city: view.label("status", city.status[0].status),
    Event: lambda view, event: view.label("category", event.category),
    IndustrialSite: _industry,
    Route: lambda view, route: view.label("route_status", route.status),
    Organisation: lambda view, body: view.label("organisation", body.kind),
    Source: lambda view, source: view.label("source_kind", source.kind),
}
"""What a result of each type says it is; a type that is not here says only the name of its list."""
