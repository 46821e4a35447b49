"""What a page offers beside itself: the same facts as a calendar, a feed, data. In its head for programs, at its foot for people."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Page


class Offer(NamedTuple):
    """One file: what it is called in the page's language, its media type, its path from the site's root."""

    title: str
    media_type: str
    path: str


OFFERS: tuple[Callable[[Catalog, Page], Iterator[Offer]], ...] = ()
"""Every kind of file that pages offer, in the order of the foot; each is asked about each page."""


def offers(catalog: Catalog, page: Page) -> list[Offer]:
    """All that one page offers."""
    return [offer for kind in OFFERS for offer in kind(catalog, page)]
