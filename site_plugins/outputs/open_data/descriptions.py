"""What the data sets are called and what they are about, in the words of a language."""

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.labels import N_
from site_plugins.records.base import Record

DESCRIPTIONS = {
    "cities": N_("Twin and partner cities of Omsk, current and former: status with its date, agreements, population, cooperation."),
    "events": N_("Forums, visits, trade missions, festivals, competitions and awards: dates, places, who took part, what came of it."),
    "industrial_sites": N_("Factories, museums and workshops in Omsk that receive visitors: who can visit, how to book, what is shown."),
    "routes": N_("Routes of industrial tourism: stops, who runs them, what stage they are at."),
    "programmes": N_("Programmes of industrial tourism: legal acts, how an organisation joins, how to visit, figures."),
    "organisations": N_("Authorities, associations, companies, theatres and schools named in events and at sites."),
    "reports": N_("What the city reports for a year beyond individual events: aims, totals, results, requests for help."),
    "sources": N_("Documents and pages that every fact on the site comes from."),
}
"""Folder -> English; a type that is not here is described by its name."""


def title(record_type: type[Record], language: str) -> str:
    """«Города»."""
    return words(language).gettext(record_type.plural)


def description(record_type: type[Record], language: str) -> str:
    """One sentence."""
    told = DESCRIPTIONS.get(record_type.folder, record_type.plural)
    return words(language).gettext(told)


def keywords(catalog: Catalog, record_type: type[Record], language: str) -> list[str]:
    """What a search in a catalogue of catalogues would ask for."""
    said = words(language).gettext
    city = catalog.site.city
    return [city.said(language), title(record_type, language).lower(), said("international relations"), said("twin cities")]
