"""What theme/main.html is given that differs from page to page."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from site_plugins.languages import LANGUAGES
from site_plugins.mkdocs_site.leaf import Leaf
from site_plugins.mkdocs_site.shared import Build
from site_plugins.outputs.artifact import Page, prefix, without_language
from site_plugins.outputs.offers import offers
from site_plugins.outputs.open_graph import Heading, open_graph

LANGUAGE_NAMES = {"ru": "Русский", "en": "English", "de": "Deutsch", "zh": "中文", "kk": "Қазақша"}


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
