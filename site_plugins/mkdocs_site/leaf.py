"""A page as its frame sees it."""

from dataclasses import dataclass

from mkdocs.structure.pages import Page as MkDocsPage

from site_plugins.mkdocs_site.shared import Build
from site_plugins.outputs.addresses import relative
from site_plugins.outputs.artifact import Page, language_of, without_language


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a frame has to know of its page, whether MkDocs makes the page or it is set into the frame of another."""

    uri: str
    """The source URI, as MkDocs names pages."""
    path: str
    """The address with its language: `en/cities/kaifeng/`."""
    canonical: str
    """The whole address; empty where nobody knows where the site stands."""
    title: str
    description: str
    made: Page | None
    """What an output made; None for prose in docs/."""

    @classmethod
    def of_made(cls, build: Build, uri: str, made: Page) -> "Leaf":
        """A page made by an output."""
        return cls(uri, made.path, build.root and build.root + made.path, made.title, made.description, made)

    @classmethod
    def of(cls, build: Build, page: MkDocsPage) -> "Leaf":
        """A page that MkDocs is about to set into its template."""
        uri = page.file.src_uri
        if made := build.pages.get(uri):
            return cls.of_made(build, uri, made)
        canonical = page.canonical_url if build.root and page.canonical_url else ""
        description = str(page.meta.get("description", ""))
        return cls(uri, (page.url or "").removeprefix("./"), canonical, str(page.title), description, None)

    @property
    def language(self) -> str:
        return language_of(self.uri)

    @property
    def address(self) -> str:
        """The address without its language."""
        return without_language(self.path)

    def to(self, path: str) -> str:
        """The way from this page to a path from the site's root."""
        return relative(self.path, path)
