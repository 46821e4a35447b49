"""The way to a page from the home page: it stands above the page's heading, and is said to machines as well."""

from functools import cache
from typing import NamedTuple

from site_plugins.languages import countries
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import section
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.programme import Programme
from site_plugins.records.report import Report
from site_plugins.records.route import Route
from site_plugins.records.source import Source


class Step(NamedTuple):
    """A page on the way: what it is called there, its address without the language."""

    title: str
    address: str


def _list(record_type: type[Record]) -> Step:
    return Step(record_type.plural, section(record_type))


ABOVE = {
    "subscribe/": (),
    "routes/": (_list(IndustrialSite),),
    "programmes/": (_list(IndustrialSite),),
    "how-to-visit/": (_list(IndustrialSite),),
    "how-to-join/": (_list(IndustrialSite),),
    "industrial-map/": (_list(IndustrialSite),),
    "cities/*": (_list(City),),
    "countries/*": (_list(City),),
    "events/*": (_list(Event),),
    "years/*": (_list(Event),),
    "industrial-sites/*": (_list(IndustrialSite),),
    "sources/*": (_list(Source),),
    "agreements/*": (Step("Register of agreements", "agreements/"),),
    "routes/*": (_list(IndustrialSite), _list(Route)),
    "programmes/*": (_list(IndustrialSite), _list(Programme)),
    "organisations/*": (_list(Organisation),),
    "reports/*": (_list(Report),),
    "open-data/*": (Step("Open data", "open-data/"),),
}
"""An address, or all below one -> what lies between the home page and the pages there; the others show no way."""


def trail(address: str, record: Record | None, language: str) -> list[Step]:
    """The steps to the page at `address`, which is of `record` or of none, beginning with the home page."""
    return [*_shared(_place(address), language), *_own(record, language)]


def above(address: str) -> list[str]:
    """The addresses of the pages between the home page and the one at `address`, the same for all of its folder."""
    return [step.address for step in ABOVE.get(_place(address), ())]


def _place(address: str) -> str:
    folder, _, own = address.partition("/")
    return f"{folder}/*" if own else address


@cache
def _shared(place: str, language: str) -> list[Step]:
    if place not in ABOVE:
        return []
    said = words(language).gettext
    return [Step(said("Home"), ""), *(Step(said(title), address) for title, address in ABOVE[place])]


def _own(record: Record | None, language: str) -> list[Step]:
    """Where one record is gathered with its like: a foreign city's country, an event's year."""
    if isinstance(record, City) and record.group == "foreign" and record.country:
        return [Step(countries.name(record.country, language), f"countries/{record.country.lower()}/")]
    if isinstance(record, Event):
        return [Step(str(record.date.year), f"years/{record.date.year}/")]
    return []
