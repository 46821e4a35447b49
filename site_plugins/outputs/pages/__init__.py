"""Every page of the site, in one language: lists, records, and what gathers them."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.pages import accessibility, gatherings, home, industrial, lists, open_data, records, subscribe


def make_pages(catalog: Catalog, language: str) -> Iterator[Page]:
    """All pages of a language; of two at one address the later one counts."""
    yield from gatherings.make_withdrawn(catalog, language)
    yield home.make_home(catalog, language)
    yield from lists.make_lists(catalog, language)
    yield from records.make_record_pages(catalog, language)
    yield from make_services(catalog, language)


def make_services(catalog: Catalog, language: str) -> Iterator[Page]:
    """Those that are neither a record's nor the list of a type: countries and years, maps, guides, subscriptions, open data."""
    yield from gatherings.make_gatherings(catalog, language)
    yield from industrial.make_industrial_pages(catalog, language)
    yield subscribe.make_subscribe(catalog, language)
    yield from open_data.make_open_data_pages(catalog, language)
    yield from accessibility.make_accessibility(catalog, language)
