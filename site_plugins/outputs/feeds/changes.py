"""The feed of «What changed»: an entry for each record on each day, in the same sentences as the page."""

from collections.abc import Callable, Iterator

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import link_from
from site_plugins.outputs.artifact import Artifact, Offer, Page, prefix
from site_plugins.outputs.changes import ToldDay, tell
from site_plugins.outputs.feeds import atom, json_feed
from site_plugins.outputs.feeds.feed import Entry, Feed
from site_plugins.outputs.identity import stable_uuid
from site_plugins.outputs.templating import View
from site_plugins.today import morning_of

PAGE = "changes/"
WRITERS: dict[str, tuple[Callable[[Feed], str | bytes], str]] = {
    "atom": (atom.write_atom, atom.MEDIA_TYPE),
    "json": (json_feed.write_json_feed, json_feed.MEDIA_TYPE),
}


def make_changes_feed(catalog: Catalog, language: str) -> Iterator[Artifact]:
    """`feeds/changes.atom` and `feeds/changes.json`."""
    days = tell(View(catalog, language, PAGE))
    for suffix, (write, _) in WRITERS.items():
        path = _path(language, suffix)
        yield Artifact(path, write(_feed(catalog, language, days, path)))


def offer_changes_feed(catalog: Catalog, page: Page) -> Iterator[Offer]:
    """Both files, on the page itself."""
    del catalog
    if page.address == PAGE:
        said = words(page.language).gettext
        for suffix, title in (("atom", said("%(title)s: Atom feed")), ("json", said("%(title)s: JSON Feed"))):
            yield Offer(title % {"title": page.title}, WRITERS[suffix][1], _path(page.language, suffix))


def _path(language: str, suffix: str) -> str:
    return f"{prefix(language)}feeds/changes.{suffix}"


def _feed(catalog: Catalog, language: str, days: list[ToldDay], path: str) -> Feed:
    view, said, url = View(catalog, language, PAGE), words(language).gettext, catalog.site.url
    site = view.plain(catalog.site.title)
    return Feed(
        id=stable_uuid("feeds", "changes", language),
        title=f"{said('What changed')} — {site}",
        subtitle=said("Which facts were added to the site and which were corrected, day by day."),
        author=site,
        language=language,
        page=link_from(path, prefix(language) + PAGE, url),
        address=link_from(path, path, url) if url else "",
        updated=morning_of(catalog.today),
        entries=tuple(entry for day in days for entry in _entries(day, language, path, url)),
    )


def _entries(day: ToldDay, language: str, path: str, url: str | None) -> Iterator[Entry]:
    """What a day says, record by record; its sum leads to the day on the page."""
    here = f"{prefix(language)}{PAGE}#{day.day.isoformat()}"
    for total in day.sums:
        name = stable_uuid("changes", day.day.isoformat(), language)
        yield Entry(name, total.striptags(), total.striptags(), link_from(path, here, url), day.moment, day.moment)
    for told in day.items:
        name = stable_uuid("changes", day.day.isoformat(), *told.key, language)
        there = link_from(path, prefix(language) + told.address if told.address else here, url)
        yield Entry(name, told.plain, told.plain, there, told.moment, told.moment)
