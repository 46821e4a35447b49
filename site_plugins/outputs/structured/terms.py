"""Small parts that schema.org's things are made of."""

from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import Page, prefix
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.open_data.layout import way
from site_plugins.records.base import Point, Record, Text

Thing = dict[str, Any]


class Speaker:
    """Says things in the language of one page, with addresses as that page gives them."""

    def __init__(self, catalog: Catalog, page: Page) -> None:
        self.catalog = catalog
        self.page = page

    def text(self, text: Text) -> str:
        """In the page's language, else in Russian."""
        return text.said(self.page.language)

    def label(self, field: str, value: str) -> str:
        """The words for a value of a fixed choice."""
        return words(self.page.language).gettext(LABELS[field][value])

    def to(self, path: str) -> str:
        """A page or file of the site; whole where the site's address is known, else relative to the page, which JSON-LD resolves so."""
        return way(self.catalog, self.page.path, path)

    def of(self, record: Record) -> str:
        """The page of a record, in the language of this one."""
        return self.to(prefix(self.page.language) + address(record))


def known(**properties: Any) -> Thing:
    """A thing without what is not known. `type_` is its type, since `@type` is no name in Python."""
    named = {"@type": properties.pop("type_"), **properties}
    return {key: value for key, value in named.items() if value not in (None, "", [], {})}


def coordinates(point: Point | None) -> Thing | None:
    """Where something is."""
    return known(type_="GeoCoordinates", latitude=point.latitude, longitude=point.longitude) if point else None


def postal(country: str | None, region: str | None = None, locality: str | None = None) -> Thing | None:
    """An address to the state that it belongs to; where that is disputed, the record names none and neither does this."""
    return known(type_="PostalAddress", addressCountry=country, addressRegion=region, addressLocality=locality) if country else None
