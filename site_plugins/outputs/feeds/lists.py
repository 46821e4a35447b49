"""A feed of each list, and one of everything that has a page; each as Atom and as JSON Feed."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import address, link_from, section
from site_plugins.outputs.artifact import Artifact, Offer, Page, prefix
from site_plugins.outputs.event_words import titled
from site_plugins.outputs.feeds import atom, json_feed
from site_plugins.outputs.feeds.feed import NEWEST, Entry, Feed
from site_plugins.outputs.identity import record_uuid, stable_uuid
from site_plugins.outputs.kinds import kind_of, kind_words
from site_plugins.outputs.templating import View
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record, Text
from site_plugins.records.event import Event
from site_plugins.records.source import Source
from site_plugins.today import morning_of


class List(NamedTuple):
    """What one feed holds. Its files are `feeds/<name>.atom` and `feeds/<name>.json`."""

    name: str
    title: str
    page: str
    types: tuple[type[Record], ...]

    def path(self, language: str, suffix: str) -> str:
        """Where a file of the feed stands, below the site's root."""
        return f"{prefix(language)}feeds/{self.name}.{suffix}"


def lists(catalog: Catalog, language: str) -> list[List]:
    """Everything with a page of its own; then every type that has records."""
    said = words(language).gettext
    types = [kind for kind in RECORD_TYPES if catalog.all(kind)]
    whole = List("all", said("All pages"), "", tuple(kind for kind in types if kind is not Source))
    return [whole, *(List(section(kind).rstrip("/"), said(kind.plural), section(kind), (kind,)) for kind in types)]


def make_feeds(catalog: Catalog, language: str) -> Iterator[Artifact]:
    """Both files of every list."""
    for made in lists(catalog, language):
        for suffix, write in (("atom", atom.write_atom), ("json", json_feed.write_json_feed)):
            path = made.path(language, suffix)
            yield Artifact(path, write(list_feed(catalog, language, made, path)))


def list_feed(catalog: Catalog, language: str, made: List, path: str) -> Feed:
    """The feed of a list as it stands in the file at `path`, with the entries that it keeps."""
    view = View(catalog, language, made.page)
    said = words(language).gettext
    url = catalog.site.url
    site = view.plain(catalog.site.title)
    return Feed(
        id=stable_uuid("feeds", made.name, language),
        title=f"{made.title} — {site}",
        subtitle=said("New and changed pages, with the latest changes first.")
        if made.name == "all"
        else said("New and changed entries in this list, with the latest changes first."),
        author=site,
        language=language,
        page=link_from(path, prefix(language) + made.page, url),
        address=link_from(path, path, url) if url else "",
        updated=morning_of(catalog.today),
        entries=tuple(_entry(catalog, view, record, path) for record in _newest(catalog, view, made)),
    )


def _newest(catalog: Catalog, view: View, made: List) -> list[Record]:
    """The NEWEST records of a list: those changed last, of one moment those that stand first."""

    def found() -> list[Record]:
        records = [record for kind in made.types for record in _in_order(catalog, view, kind)]
        return sorted(records, key=lambda record: catalog.revision(record).modified, reverse=True)[:NEWEST]

    return catalog.once(("newest", made.name, view.language), found)


def _in_order(catalog: Catalog, view: View, kind: type[Record]) -> list[Any]:
    """Records as their list has them: events newest first, all others by name."""

    def ordered() -> list[Any]:
        return catalog.in_time_order(catalog.all(Event))[::-1] if kind is Event else sorted(catalog.all(kind), key=view.name)

    return catalog.once(("in order", kind, view.language), ordered)


def _entry(catalog: Catalog, view: View, record: Record, path: str) -> Entry:
    revision = catalog.revision(record)
    summary = getattr(record, "summary", None)
    if isinstance(record, Source):
        summary = record.publisher
    texts = [record.label(), *([summary] if isinstance(summary, Text) else [])]
    return Entry(
        id=record_uuid(record, view.language),
        title=titled(view, record) if isinstance(record, Event) else view.name(record),
        summary=view.plain(texts[-1]),
        link=link_from(path, prefix(view.language) + address(record), catalog.site.url),
        published=revision.created,
        updated=revision.modified,
        categories=tuple(_categories(view, record)),
        language="" if all(text.get(view.language) for text in texts) else "ru",
    )


def _categories(view: View, record: Record) -> Iterator[tuple[str, str]]:
    yield record.folder, words(view.language).gettext(record.plural)
    if kind := kind_of(record):
        yield kind, kind_words(record, view.language)
    if isinstance(record, Event) and (state := record.state(view.catalog.today)) != "held":
        yield state, view.label("event_status", state)


def offer_feeds(catalog: Catalog, page: Page) -> Iterator[Offer]:
    """The feed of a list on its page, of everything on the home page."""
    if page.kind not in ("list", "home"):
        return
    said = words(page.language).gettext
    for made in lists(catalog, page.language):
        if made.page == page.address:
            yield Offer(said("%(title)s: Atom feed") % {"title": made.title}, atom.MEDIA_TYPE, made.path(page.language, "atom"))
            yield Offer(said("%(title)s: JSON Feed") % {"title": made.title}, json_feed.MEDIA_TYPE, made.path(page.language, "json"))
