"""Texts of a paragraph in DOCX: runs as they look, their language, links within and elsewhere (ECMA-376, part 1)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.html import HtmlElement

SPACES = re.compile(r"[ \t\r\n]+")


class Look(NamedTuple):
    """How a run of text looks and in which language it is."""

    bold: bool = False
    size: float | None = None
    raised: bool = False
    language: str = ""
    link: str = ""


def add_inline(paragraph: Paragraph, element: HtmlElement, look: Look) -> None:
    """The text of an element with all that is marked within it, spaces as HTML reads them."""
    ends_in_space = True
    for text, said in _pieces(element, look):
        flat = SPACES.sub(" ", text)
        flat = flat.lstrip(" ") if ends_in_space else flat
        if flat:
            ends_in_space = flat.endswith((" ", "\v"))
            add_run(paragraph, flat, said)


def _pieces(element: HtmlElement, look: Look) -> Iterator[tuple[str, Look]]:
    look = look._replace(language=element.get("lang") or look.language)
    yield element.text or "", look
    for child in element:
        yield from _marked(child, look)
        yield child.tail or "", look


def _marked(child: HtmlElement, look: Look) -> Iterator[tuple[str, Look]]:
    if child.tag == "br":
        yield "\v", look
    elif child.tag == "a":
        yield from _link(child, look)
    elif child.tag in ("b", "sup", "small"):
        size = 9 if child.tag == "small" else look.size
        yield from _pieces(child, look._replace(bold=look.bold or child.tag == "b", raised=look.raised or child.tag == "sup", size=size))
    else:
        yield from _pieces(child, look)


def _link(child: HtmlElement, look: Look) -> Iterator[tuple[str, Look]]:
    """A link; a citation in brackets, an address elsewhere also in letters, for paper."""
    target = child.get("href")
    if target.startswith("#"):
        yield f"[{child.text_content()}]", look._replace(link=target)
        return
    yield from _pieces(child, look._replace(link=target))
    if child.text_content() != target:
        yield f" <{target}>", look._replace(size=9)


def add_run(paragraph: Paragraph, text: str, look: Look) -> None:
    """A text that looks alike throughout."""
    run = paragraph.add_run(text.replace("\v", "\n"))
    run.bold = look.bold or None
    run.font.superscript = look.raised or None
    run.font.size = Pt(look.size) if look.size else None
    if look.language:
        properties = run._r.get_or_add_rPr()  # noqa: SLF001 - python-docx has no call for a run's language
        properties.append(xml_element("w:lang", **{"w:val": look.language, "w:eastAsia": look.language}))
    if look.link:
        paragraph._p.append(_hyperlink(paragraph, look.link, run))  # noqa: SLF001 - nor for links


def _hyperlink(paragraph: Paragraph, target: str, run: Run) -> BaseOxmlElement:
    link = OxmlElement("w:hyperlink")
    if target.startswith("#"):
        link.set(qn("w:anchor"), bookmark_name(target[1:]))
    else:
        link.set(qn("r:id"), paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(run._r)  # noqa: SLF001
    return link


def bookmark_name(anchor: str) -> str:
    """An anchor as Word allows it: letters, digits and `_`, forty at most."""
    return "a_" + anchor.replace("-", "_")[:38]


class Bookmarks:
    """Places that links within the document lead to."""

    def __init__(self) -> None:
        self.numbers = count(1)

    @contextmanager
    def around(self, paragraph: Paragraph, anchor: str | None) -> Iterator[None]:
        """Marks what is written into a paragraph meanwhile; nothing without an anchor."""
        number = str(next(self.numbers))
        if anchor:
            paragraph._p.append(xml_element("w:bookmarkStart", **{"w:id": number, "w:name": bookmark_name(anchor)}))  # noqa: SLF001
        yield
        if anchor:
            paragraph._p.append(xml_element("w:bookmarkEnd", **{"w:id": number}))  # noqa: SLF001


def xml_element(name: str, **attributes: str) -> BaseOxmlElement:
    """An element of the document's XML."""
    made = OxmlElement(name)
    for attribute, value in attributes.items():
        made.set(qn(attribute), value)
    return made
