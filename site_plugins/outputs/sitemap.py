"""sitemap.xml (sitemaps.org 0.9) with the pages of both languages as alternates of each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from html import escape

from site_plugins.languages import LANGUAGES
from site_plugins.outputs.artifact import Artifact, prefix

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def make_sitemap(url: str, paths: Iterable[tuple[str, str]], changed: Mapping[str, datetime]) -> Artifact:
    """The sitemap of the pages at `paths`, given as (language, address without the language); `url` is the site's root.

    `changed` is when each page last changed, by its path with the language, where that is known.
    """
    root = escape(f"{url}/")
    languages = defaultdict(list)
    for language, address in paths:
        languages[address].append(language)
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">']
    for address in sorted(languages):
        there = {language: f"{root}{prefix(language)}{escape(address)}" for language in languages[address]}
        links = [*there.items(), *(("x-default", href) for language, href in there.items() if language == LANGUAGES[0])]
        alternates = [f'    <xhtml:link rel="alternate" hreflang="{other}" href="{href}" />' for other, href in links]
        for language in languages[address]:
            moment = changed.get(prefix(language) + address)
            modified = [f"    <lastmod>{moment:%Y-%m-%dT%H:%M:%SZ}</lastmod>"] if moment else []
            lines += ["  <url>", f"    <loc>{there[language]}</loc>", *modified, *alternates, "  </url>"]
    return Artifact("sitemap.xml", "\n".join([*lines, "</urlset>", ""]).encode())
