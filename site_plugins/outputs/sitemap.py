"""sitemap.xml (sitemaps.org 0.9) with the pages of both languages as alternates of each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from site_plugins.languages import LANGUAGES
from site_plugins.outputs.artifact import Artifact, prefix

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def make_sitemap(url: str, paths: Iterable[tuple[str, str]], changed: Mapping[str, datetime]) -> Artifact:
    """The sitemap of the pages at `paths`, given as (language, address without the language); `url` is the site's root.

    `changed` is when each page last changed, by its path with the language, where that is known.
    """
    root = url.rstrip("/") + "/"
    languages = defaultdict(list)
    for language, address in paths:
        languages[address].append(language)
    urls = Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for address in sorted(languages):
        for language in languages[address]:
            entry = SubElement(urls, "url")
            SubElement(entry, "loc").text = f"{root}{prefix(language)}{address}"
            if moment := changed.get(prefix(language) + address):
                SubElement(entry, "lastmod").text = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
            for other in [*languages[address], "x-default"]:
                there = prefix(LANGUAGES[0] if other == "x-default" else other)
                SubElement(entry, "xhtml:link", rel="alternate", hreflang=other, href=f"{root}{there}{address}")
    indent(urls)
    return Artifact("sitemap.xml", tostring(urls, encoding="UTF-8", xml_declaration=True) + b"\n")
