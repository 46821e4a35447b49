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
from site_plugins.outputs.open_data.layout import FOLDER, record_file
from site_plugins.outputs.open_data.names import types_of, whole_files
from site_plugins.outputs.report.files import FORMATS as REPORT_FORMATS
from site_plugins.outputs.report.files import is_installed, report_path
from site_plugins.records.report import Report


def data_offers(catalog: Catalog, page: Page) -> Iterator[Offer]:
    """The JSON of a record's page; what there is of the whole type on its list."""
    said = words(page.language).gettext
    if page.record:
        yield Offer(said("Data (JSON)"), FORMATS["json"].media_type, FOLDER + record_file(page.record.folder, page.record.id))
    for record_type in types_of(catalog) if page.kind == "list" else ():
        if page.address == section(record_type):
            for kind, path in whole_files(catalog, record_type).items():
                yield Offer(said(FORMATS[kind].title), FORMATS[kind].media_type, FOLDER + path)


def report_offers(_catalog: Catalog, page: Page) -> Iterator[Offer]:
    """The report itself on its page, in each format and in the page's language."""
    said = words(page.language).gettext
    if isinstance(page.record, Report):
        for kind in filter(is_installed, REPORT_FORMATS):
            yield Offer(said(kind.title), kind.media_type, report_path(page.record.year, page.language, kind))


OFFERS: tuple[Callable[[Catalog, Page], Iterator[Offer]], ...] = (
    report_offers, offer_calendars, offer_feeds, offer_changes_feed, data_offers,
)  # fmt: skip
"""Every kind of file that pages offer, in the order of the foot; each is asked about each page."""


def offers(catalog: Catalog, page: Page) -> list[Offer]:
    """All that one page offers."""
    return [offer for kind in OFFERS for offer in kind(catalog, page)]
