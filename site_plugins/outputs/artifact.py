"""What an output returns: files and pages, as values. Only the door to MkDocs writes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from site_plugins.languages import LANGUAGES
from site_plugins.records.base import Record

Remember = Callable[[str, Callable[[], bytes]], bytes]
"""Gives what was made under a key in an earlier build, else makes it. The key says all that the bytes depend on."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site that is no page. `path` is relative to the site's root."""

    path: str
    source: str | bytes | Callable[[], str | bytes] = field(repr=False)
    """The content, or what makes it whenever it is asked for."""
    takes_seconds: bool = False
    """Whether it is better begun before the others, by a process of its own."""

    @property
    def content(self) -> str | bytes:
        """What the file says."""
        return self.source() if callable(self.source) else self.source


def named_after(path: str, content: str | bytes) -> Artifact:
    """A file whose name changes with its content, so that a browser may keep it for ever: `map/land.4f0c2a1b.json`."""
    stem, _, suffix = path.rpartition(".")
    digest = sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()[:8]
    return Artifact(f"{stem}.{digest}.{suffix}", content)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's body and what its frame has to know."""

    address: str
    """Without the language's prefix, ending in `/`; empty for the home page."""
    language: str
    title: str
    description: str
    content: str | Callable[[], str] = field(repr=False)
    """The body, or what makes it whenever it is asked for: the bodies of ten thousand pages would fill 200 MB."""
    section: str = ""
    """Address of the list that the page belongs to: where it hangs in the navigation."""
    data_file: str = ""
    """The record's file, which the pencil opens."""
    kind: str = ""
    """The type's folder name; for styles and search."""
    scripts: tuple[str, ...] = field(default=())
    """Scripts of our own that this page needs: an asset's name, or with a `/` the path of an artifact."""
    record: Record | None = None
    """The record that the page is of; None for lists and pages that gather."""

    @property
    def path(self) -> str:
        """The address with its language: `en/cities/kaifeng/`."""
        return prefix(self.language) + self.address

    @property
    def body(self) -> str:
        """HTML that begins with its h1."""
        return self.content if isinstance(self.content, str) else self.content()


class Offer(NamedTuple):
    """A file that a page offers: what it is called in the page's language, its media type, its path from the site's root."""

    title: str
    media_type: str
    path: str


WITHDRAWN = "withdrawn"
"""The kind of a page that only says that it is gone; no search finds it."""


def prefix(language: str) -> str:
    """Where a language's pages begin: Russian at the root."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def language_of(path: str) -> str:
    """The language of a page or file by its folder; what lies in no language's folder is Russian."""
    first = path.split("/", maxsplit=1)[0]
    return first if first in LANGUAGES else LANGUAGES[0]


def without_language(path: str) -> str:
    """A path below its language's folder."""
    return path.removeprefix(prefix(language_of(path)))
