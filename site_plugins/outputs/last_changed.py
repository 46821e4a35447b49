"""When what a page shows last changed: for the sitemap."""

from collections.abc import Iterator
from datetime import datetime

from site_plugins.catalog import Catalog
from site_plugins.outputs.addresses import section
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.open_data.layout import CATALOGUE_PAGE, data_set_page
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.programme import Programme

EVERYTHING = ("", "search/", "changes/", "subscribe/", "sources/", CATALOGUE_PAGE)
"""Pages that gather records of every type; that of the sources names whoever refers to each."""
BY_TYPE: dict[type[Record], tuple[str, ...]] = {
    City: ("map/", "agreements/"),
    IndustrialSite: ("industrial-map/", "how-to-visit/"),
    Programme: ("how-to-visit/", "how-to-join/"),
}
"""Pages that gather all records of a type, beside its list and its data set."""


def last_changed(catalog: Catalog, page: Page) -> datetime | None:
    """The newest change of the page's record and those that refer to it, else of the records that it gathers; None without any.

    A part of a list has the date of the whole.
    """
    if page.record:
        shown = [page.record, *(other for other, _ in catalog.citing(page.record))]
        return max(catalog.revision(record).modified for record in shown)
    gathered, steps = catalog.once("gathered", lambda: _gathered(catalog)), page.address.split("/")
    above = ["/".join(steps[:end]) + "/" for end in range(len(steps) - 1, 0, -1)] or [""]
    return next((gathered[address] for address in above if address in gathered), None)


def _gathered(catalog: Catalog) -> dict[str, datetime]:
    """Address of a page that gathers records -> the newest change among them."""
    found: dict[str, datetime] = {}
    for entry in catalog.entries:
        modified = catalog.revision(entry.record).modified
        for address in _gathering(catalog, entry.record):
            found[address] = max(modified, found.get(address, modified))
    return found


def _gathering(catalog: Catalog, record: Record) -> Iterator[str]:
    """The pages that gather a record with others."""
    kind = type(record)
    yield from (*EVERYTHING, section(kind), data_set_page(kind), *BY_TYPE.get(kind, ()))
    years, countries = set[int](), set[str | None]()
    if isinstance(record, City):
        years, countries = {paper.date.year for paper in record.agreements if paper.date}, {record.country}
    elif isinstance(record, Event):
        years = {record.date.year}
        countries = {place.country for place in record.places} | {catalog.get(City, city).country for city in record.cities}
    elif isinstance(record, Organisation):
        countries = {record.country}
    yield from (f"years/{year}/" for year in years)
    yield from (f"countries/{country.lower()}/" for country in countries if country)
