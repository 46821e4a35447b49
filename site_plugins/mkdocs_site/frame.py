"""What theme/main.html is given: the page's words, its neighbours and addresses, in one language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from mkdocs.structure.pages import Page as MkDocsPage

from site_plugins.languages import LANGUAGES
from site_plugins.languages.words import words
from site_plugins.mkdocs_site.inner import NOTHING
from site_plugins.mkdocs_site.shared import Build
from site_plugins.outputs.addresses import relative
from site_plugins.outputs.artifact import Page, language_of, prefix, without_language
from site_plugins.outputs.crumbs import above
from site_plugins.outputs.manifest import THEME_COLORS, manifest_path
from site_plugins.outputs.offers import offers
from site_plugins.outputs.offline import ARCHIVE
from site_plugins.outputs.open_graph import Heading, open_graph
from site_plugins.outputs.pages.mistakes import make_mistakes

SECTIONS = ("search/", "sources/", "organisations/", "agreements/", "changes/", "subscribe/", "open-data/", "about/", "accessibility/")
"""Pages that the frame of every page leads to, beside those of the navigation."""
FONTS = {
    "ru": ("cyrillic-400.woff2", "cyrillic-700.woff2", "latin-400.woff2", "latin-700.woff2"),
    "en": ("latin-400.woff2", "latin-700.woff2"),
}
"""Subsets of the typeface that every page of a language needs; asked for with the page, they are there before it is painted."""
LANGUAGE_NAMES = {"ru": "Русский", "en": "English", "de": "Deutsch", "zh": "中文", "kk": "Қазақша"}


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


def page_frame(build: Build, leaf: Leaf) -> dict[str, Any]:
    """The context of one page."""
    bar = [(item.title or "", leaf.to(item.url), item.url) for item in build.bars.get(leaf.language, [])]
    section = leaf.made.section if leaf.made else ""
    here = {prefix(leaf.language) + address for address in (leaf.address, section or leaf.address, *above(leaf.address))}
    common = common_frame(build, leaf.language, leaf.to, bar, here)
    if group := build.groups.get(leaf.uri):
        return common | group.slotted()
    inner = build.inner(leaf.made) if leaf.made else NOTHING
    return common | own_frame(build, leaf) | inner._asdict()


def own_frame(build: Build, leaf: Leaf) -> dict[str, Any]:
    """What differs from page to page; `common_frame` has what all pages of a folder and section share.

    Values are texts, markup, true or false, and lists or tuples of these. The template prints them and asks whether they are
    there; one that it compares has to be the same for all pages of a folder (see groups.py).
    """
    language, made = leaf.language, leaf.made
    title = _title(build, leaf)
    data_file = made.data_file if made else f"docs/{leaf.uri}"
    others = [code for code in LANGUAGES if _exists(build, code, leaf)]
    heading = Heading(leaf.canonical, language, others, leaf.title, leaf.description)
    card = build.cards.get(leaf.path) or build.cards.get(prefix(language))
    return {
        "title": title,
        "description": leaf.description,
        "canonical": leaf.canonical,
        "alternates": [(code, LANGUAGE_NAMES[code], leaf.to(prefix(code) + leaf.address)) for code in others],
        "languages": _languages(build, leaf, others),
        "kind": made.kind if made else "prose",
        "scripts": [leaf.to(script) for script in _scripts(build, made)],
        "styles": [leaf.to(build.assets["leaflet.css"])] if made and made.kind == "map" else [],
        "data_file": data_file,
        "report_url": _report_url(build, leaf.path, title),
        "edit_url": _edit_url(build, data_file),
        "shared": list(open_graph(build.catalog, heading, made, card)) if build.catalog else [],
        "offers": _offers(build, made, leaf.to),
        "is_home": leaf.address == "",
    }


def _languages(build: Build, leaf: Leaf, others: list[str]) -> list[tuple[str, str]]:
    """hreflang and whole address of the page in each language, for search engines, which take no relative ones."""
    if not build.root:
        return []
    whole = [(code, f"{build.root}{prefix(code)}{leaf.address}") for code in others]
    return [*whole, *(("x-default", href) for code, href in whole if code == LANGUAGES[0])]


def common_frame(build: Build, language: str, to: Callable[[str], str], bar: list[tuple[str, str, str]], here: set[str]) -> dict[str, Any]:
    """What every page has, the one for missing addresses too."""
    site = build.catalog.site if build.catalog else None
    return {
        "_": words(language).gettext,
        "language": language,
        "to": to,
        "home": to(prefix(language)),
        "site_title": site.title.said(language) if site else "",
        "notice": site.notice.said(language) if site else "",
        "bar": [(title, href, url in here) for title, href, url in bar],
        "manifest": to(manifest_path(language)) if site else "",
        "theme_colors": THEME_COLORS,
        "fonts": [to(build.assets[name]) for name in FONTS[language] if name in build.assets],
        "asset": lambda name: to(build.assets[name]),
        "problems": build.problems,
        "mistakes": make_mistakes(build.problems) if build.problems else "",
        "archive": to(ARCHIVE) if build.archive else "",
        "sections": {name: to(prefix(language) + name) for name in SECTIONS},
    }


def _title(build: Build, leaf: Leaf) -> str:
    site = build.catalog.site if build.catalog else None
    name = site.title.said(leaf.language) if site else ""
    return leaf.title if leaf.made and leaf.made.address == "" else f"{leaf.title} — {name}"


def _exists(build: Build, language: str, leaf: Leaf) -> bool:
    """Whether the page stands in a language: a record's in all, what gathers records if it was made, prose if it was written."""
    if leaf.made is None:
        return prefix(language) + without_language(leaf.uri) in build.prose
    return leaf.made.record is not None or f"{prefix(language)}{leaf.address}index.md" in build.pages


def _scripts(build: Build, made: Page | None) -> list[str]:
    return [name if "/" in name else build.assets[f"{name}.js"] for name in (made.scripts if made else ())]


def _offers(build: Build, made: Page | None, to: Callable[[str], str]) -> list[tuple[str, str, str]]:
    found = offers(build.catalog, made) if build.catalog and made else []
    return [(offer.title, offer.media_type, to(offer.path)) for offer in found if build.serving or offer.path in build.paths]


def _report_url(build: Build, path: str, title: str) -> str:
    """Where a reader says that something is wrong: a mail or an issue that names the page; nothing without either."""
    site = build.catalog.site if build.catalog else None
    if site is None or not (site.contact or site.repository):
        return ""
    subject, body = quote(f"/{path}: {title}"), quote(f"{site.url or ''}/{path}\n\n")
    if site.contact:
        return f"mailto:{site.contact}?subject={subject}&body={body}"
    return f"{site.repository}/issues/new?title={subject}&body={body}"


def _edit_url(build: Build, file: str) -> str:
    """Where the pencil leads: the record's own YAML file in the repository, if data/site.yml names one."""
    site = build.catalog.site if build.catalog else None
    return f"{site.repository}/edit/{site.branch}/{file}" if site and site.repository and file else ""


def missing_frame(build: Build, base: str) -> dict[str, Any]:
    """The context of 404.html, which is one file for every missing address, so its links begin at the site's root."""

    def to(path: str) -> str:
        return f"{base.rstrip('/')}/{path}"

    bar = [(item.title or "", to(item.url), item.url) for item in build.bars.get("ru", [])]
    frame = common_frame(build, "ru", to, bar, set())
    lists = ("languages", "scripts", "styles", "offers", "shared")
    empty: dict[str, Any] = {name: [] for name in lists} | {"is_home": False}
    empty |= dict.fromkeys(("data_file", "edit_url", "report_url", "canonical"), "")
    return (
        frame
        | empty
        | NOTHING._asdict()
        | {
            "kind": "missing",
            "title": words("ru").gettext("Page not found"),
            "description": "",
            "alternates": [(code, LANGUAGE_NAMES[code], to(prefix(code))) for code in LANGUAGES],
            "english": words("en").gettext,
        }
    )
