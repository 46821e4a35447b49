"""What the hooks of one build share."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock
from mkdocs.structure.pages import Page as MkDocsPage

from site_plugins.asking import Question
from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.ahead import Ahead
from site_plugins.mkdocs_site.groups import Group
from site_plugins.mkdocs_site.inner import Inner, make_inner
from site_plugins.outputs.artifact import Artifact, Page
from site_plugins.outputs.cards import Card
from site_plugins.rebuilding.last_build import LastBuild, Written


class Begun(NamedTuple):
    """What another process makes meanwhile (making.py)."""

    written: list[Written]
    inner: dict[str, tuple[Inner, set[Question]]]
    """Source URI of a page that tells of the written files -> what it has of its own, and what it asked for that."""


@dataclass
class Build:
    """What was read, what was made of it, and whether it may be published."""

    catalog: Catalog | None = None
    data: Path = Path()
    """Where the records were read."""
    mistakes: list[str] = field(default_factory=list)
    """What is wrong with the data: messages for the editor, in Russian."""
    misplaced: list[str] = field(default_factory=list)
    """What is wrong with the addresses, as is known once every page and file has one: messages too."""
    prose: set[str] = field(default_factory=set)
    """The source URIs of the pages in docs/."""
    pages: dict[str, Page] = field(default_factory=dict)
    """MkDocs' source URI -> page."""
    artifacts: list[Artifact] = field(default_factory=list)
    cards: dict[str, Card] = field(default_factory=dict)
    """A page's path -> its social card."""
    paths: set[str] = field(default_factory=set)
    """Where the artifacts lie: a page offers no file that this build did not make."""
    serving: bool = False
    """Whether bodies and files are made when they are asked for (serving.py)."""
    notes: list[str] = field(default_factory=list)
    """What the build left out, and the counts it prints."""
    addresses: set[str] = field(default_factory=set)
    """Every address that is to answer for ever."""
    archive: bool = False
    """Whether the site is also packed into one file, which pages then offer."""
    assets: dict[str, str] = field(default_factory=dict)
    """A script's or style's name -> its address with the hash."""
    bars: dict[str, list[MkDocsPage]] = field(default_factory=dict)
    """Language -> the pages that its navigation bar leads to."""
    theme: Any = None
    """The theme's environment of templates (Jinja's), for pages that are made when they are asked for."""
    groups: dict[str, Group] = field(default_factory=dict)
    """Source URI of a group's first page -> the pages that are set into its frame (groups.py)."""
    site: Path | None = None
    """The folder that the site will lie in, while it is made beside it; None where it is made in place."""
    lock: FileLock | None = None
    """Held while this build writes to `site`."""
    last: LastBuild | None = None
    """What the last build left in `site`."""
    remembering: Ahead[None] | None = None
    """The writing of what was read, for the next build."""
    ahead: Ahead[Begun] | None = None
    """What another process makes meanwhile (making.py)."""
    inner_ahead: dict[str, tuple[Inner, set[Question]]] = field(default_factory=dict)
    """What `ahead` gave of pages (Begun.inner)."""
    root: str = ""
    """The site's whole address, ending in a slash; empty where nobody knows it."""

    @property
    def problems(self) -> list[str]:
        """All messages; with any of them nothing is published."""
        return self.mistakes + self.misplaced

    def inner(self, page: Page) -> Inner:
        """What a page has of its own."""
        assert self.catalog
        return make_inner(self.catalog, page)
