"""How much one page tells: below these numbers a list is one page, above them it has parts, so that no page grows for ever."""

import re
from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from site_plugins.languages.words import words

T = TypeVar("T")

MOST = 400
"""Entries of a page that is a list. Of a hundred to a thousand bytes each, they are what a browser lays out in a tenth of a second
and a phone loads in a few (60 kB with gzip); whoever looks for one among more filters, searches, or goes by the year."""
PART = 150
"""Entries of a list within a page that tells other things too, and of a list whose entries are cards with sentences."""
FEW = 20
"""Entries that stand for a group which has pages of its own."""


class Part(NamedTuple, Generic[T]):
    """One page of a list that goes by numbers."""

    items: list[T]
    number: int
    addresses: list[str]
    """Of all the pages, the first the list's own."""

    @property
    def address(self) -> str:
        """Its own."""
        return self.addresses[self.number - 1]


def numbered(address: str, items: Sequence[T], most: int) -> list[Part[T]]:
    """A list cut into pages of `most` entries: `sources/`, `sources/page-2/`; one page where it is no longer, even if it is empty."""
    starts = range(0, max(len(items), 1), most)
    addresses = [f"{address}page-{number}/" if number > 1 else address for number in range(1, len(starts) + 1)]
    return [Part(list(items[start : start + most]), number, addresses) for number, start in enumerate(starts, 1)]


def is_first(address: str) -> bool:
    """Whether a page begins its list, or is no part of one: not `sources/page-2/`."""
    return re.search(r"/page-\d+/$", address) is None


def titled(title: str, part: Part[Any], language: str) -> str:
    """The title of one page of a list: its number is said from the second on."""
    said = words(language).gettext("page %(number)s") % {"number": part.number}
    return f"{title} ({said})" if part.number > 1 else title
