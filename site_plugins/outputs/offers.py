"""What a page offers beside itself: the same facts as a calendar, a feed, data. In its head for programs, at its foot for people."""

from collections.abc import Callable, Iterator

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import section
from site_plugins.outputs.artifact import Offer, Page
from site_plugins.outputs.calendars.files import offer_calendars
from site_plugins.outputs.feeds.changes import offer_changes_feed
from site_plugins.outputs.feeds.lists import offer_feeds
from site_plugins.outputs.open_data.data_sets import FORMATS
from site_plugins.outputs.open_data.edition import edition
from site_plugins.outputs.open_data.layout import FOLDER, record_file


def data_offers(catalog: Catalog, page: Page) -> Iterator[Offer]:
    """The JSON of a record's page; what there is of the whole type on its list."""
    said = words(page.language).gettext
    if page.record:
        yield Offer(said("Data (JSON)"), FORMATS["json"].media_type, FOLDER + record_file(page.record.folder, page.record.id))
    for data_set in edition(catalog).data_sets:
        if page.kind == "list" and page.address == section(data_set.record_type):
            for kind, file in data_set.files.items():
                yield Offer(said(FORMATS[kind].title), FORMATS[kind].media_type, file.path)


OFFERS: tuple[Callable[[Catalog, Page], Iterator[Offer]], ...] = (offer_calendars, offer_feeds, offer_changes_feed, data_offers)
"""Every kind of file that pages offer, in the order of the foot; each is asked about each page."""


def offers(catalog: Catalog, page: Page) -> list[Offer]:
    """All that one page offers."""
    return [offer for kind in OFFERS for offer in kind(catalog, page)]
