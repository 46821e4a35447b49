"""What a page says of itself to those who share a link to it: OpenGraph (https://ogp.me), and the one word that X adds."""

from collections.abc import Iterator
from typing import NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.languages import locales
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.cards import Card

Meta = tuple[str, str, str]
"""The attribute that names it (`property` or `name`), the name, the content."""


class Heading(NamedTuple):
    """A page as it is shared: any page, of a record, a list or prose."""

    url: str
    """The whole address; empty where nobody knows where the site stands."""
    language: str
    languages: list[str]
    """Every language that the page stands in."""
    title: str
    description: str


def open_graph(catalog: Catalog, heading: Heading, made: Page | None, card: Card | None) -> Iterator[Meta]:
    """The tags of one page. Whole addresses are among them only where the site knows its own."""
    site = catalog.site
    yield "property", "og:type", "article" if made and made.record else "website"
    yield "property", "og:site_name", site.title.said(heading.language)
    yield "property", "og:title", heading.title
    if heading.description:
        yield "property", "og:description", heading.description
    yield "property", "og:locale", locales.with_territory(heading.language)
    for other in heading.languages:
        if other != heading.language:
            yield "property", "og:locale:alternate", locales.with_territory(other)
    yield from _history(catalog, made)
    yield "name", "twitter:card", "summary_large_image" if card else "summary"
    if heading.url:
        yield "property", "og:url", heading.url
    if card:
        width, height = card.size
        yield "property", "og:image", card.url
        yield "property", "og:image:type", "image/png"
        yield "property", "og:image:width", str(width)
        yield "property", "og:image:height", str(height)
        yield "property", "og:image:alt", card.alt


def _history(catalog: Catalog, made: Page | None) -> Iterator[Meta]:
    """When the record came and last changed: an article's date is that of its text, never the event's."""
    if made and made.record:
        revision = catalog.revision(made.record)
        yield "property", "article:published_time", revision.created.isoformat()
        yield "property", "article:modified_time", revision.modified.isoformat()
