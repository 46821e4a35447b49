"""Atom (RFC 4287). Ids are `urn:uuid:`, so that a feed keeps them when the site moves."""

from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from site_plugins.outputs.feeds.feed import Entry, Feed, rfc3339

MEDIA_TYPE = "application/atom+xml"


def write_atom(feed: Feed) -> bytes:
    """The feed's file. Where the site has no address, its links are relative to the file's own, as RFC 4287 (2) lets them be."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language})
    _texts(root, id=_urn(feed.id), title=feed.title, subtitle=feed.subtitle, updated=rfc3339(feed.changed()))
    SubElement(SubElement(root, "author"), "name").text = feed.author
    SubElement(root, "link", rel="alternate", type="text/html", hreflang=feed.language, href=feed.page)
    if feed.address:
        SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=feed.address)
    for entry in feed.newest():
        root.append(_entry(entry))
    indent(root)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _entry(entry: Entry) -> Element:
    element = Element("entry", {"xml:lang": entry.language} if entry.language else {})
    _texts(element, id=_urn(entry.id), title=entry.title)
    _texts(element, published=rfc3339(entry.published), updated=rfc3339(entry.updated))
    SubElement(element, "link", rel="alternate", type="text/html", href=entry.link)
    for term, label in entry.categories:
        SubElement(element, "category", term=term, label=label)
    _texts(element, summary=entry.summary)
    return element


def _texts(parent: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(parent, name).text = text


def _urn(id_: UUID) -> str:
    return f"urn:uuid:{id_}"
