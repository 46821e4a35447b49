"""What theme/main.html is given: the page's words, its neighbours and addresses, in one language."""

from collections.abc import Callable
from typing import Any

from site_plugins.languages import LANGUAGES
from site_plugins.languages.words import words
from site_plugins.mkdocs_site.inner import NOTHING
from site_plugins.mkdocs_site.leaf import Leaf
from site_plugins.mkdocs_site.own_frame import LANGUAGE_NAMES, own_frame
from site_plugins.mkdocs_site.shared import Build
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.crumbs import above
from site_plugins.outputs.manifest import THEME_COLORS, manifest_path
from site_plugins.outputs.offline import ARCHIVE
from site_plugins.outputs.pages.mistakes import make_mistakes

SECTIONS = ("search/", "sources/", "organisations/", "agreements/", "changes/", "subscribe/", "open-data/", "about/", "accessibility/")
"""Pages that the frame of every page leads to, beside those of the navigation."""
FONTS = {
    "ru": ("cyrillic-400.woff2", "cyrillic-700.woff2", "latin-400.woff2", "latin-700.woff2"),
    "en": ("latin-400.woff2", "latin-700.woff2"),
}
"""Subsets of the typeface that every page of a language needs; asked for with the page, they are there before it is painted."""


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
