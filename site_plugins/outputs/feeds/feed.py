"""A feed as plain values, of which `atom` and `json_feed` each make a file."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

NEWEST = 50
"""How many entries a feed holds at most: those changed last."""


class Entry(NamedTuple):
    """One entry. Texts are plain, moments in UTC."""

    id: UUID
    title: str
    summary: str
    link: str
    """The way to its page: an absolute address, or a relative one where the site has no address yet."""
    published: datetime
    updated: datetime
    categories: tuple[tuple[str, str], ...] = ()
    """Each as a term for programs and a label for people."""
    language: str = ""
    """Where the texts are in another language than the feed."""


class Feed(NamedTuple):
    """A feed; its writers keep the NEWEST of its entries."""

    id: UUID
    title: str
    subtitle: str
    author: str
    language: str
    page: str
    """The way to the page that shows the same; absolute or relative, as the links of the entries."""
    address: str
    """Where the feed itself stands; empty where the site has no address yet."""
    updated: datetime
    """Used where there are no entries."""
    entries: tuple[Entry, ...]

    def newest(self) -> list[Entry]:
        """The entries that a file holds, newest change first; those of one moment stay as they were given."""
        return sorted(self.entries, key=lambda entry: entry.updated, reverse=True)[:NEWEST]

    def changed(self) -> datetime:
        """When any entry changed last."""
        return max((entry.updated for entry in self.entries), default=self.updated)


def rfc3339(moment: datetime) -> str:
    """A moment in UTC as both formats write it: `2026-11-26T00:00:00Z`."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def is_absolute(link: str) -> bool:
    """Whether a link says by itself where it leads."""
    return "://" in link
