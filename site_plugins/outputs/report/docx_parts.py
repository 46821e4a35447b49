"""What python-docx has no call for: fields, captions with numbers, lists, alternative texts, widths (ECMA-376, part 1)."""

import re

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from site_plugins.outputs.report.docx_inline import SPACES, Look, add_run, xml_element

STYLES = ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "TOC Heading", "List Bullet", "List Number")
INK = RGBColor(0x16, 0x24, 0x2F)
CONTENTS_STYLE = "toc 1"
NARROWEST, WIDEST = 8, 45
"""Letters by which a column's share of the width is bounded."""


def add_field(paragraph: Paragraph, code: str, result: str) -> None:
    """A field that Word computes, with what it shows until then."""
    _begin_field(paragraph, code)
    paragraph.add_run(result)
    _end_field(paragraph)


def _begin_field(paragraph: Paragraph, code: str, **attributes: str) -> None:
    _field_mark(paragraph, "begin", **attributes)
    instruction = xml_element("w:instrText", **{"xml:space": "preserve"})
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)  # noqa: SLF001
    _field_mark(paragraph, "separate")


def _end_field(paragraph: Paragraph) -> None:
    _field_mark(paragraph, "end")


def _field_mark(paragraph: Paragraph, kind: str, **attributes: str) -> None:
    paragraph.add_run()._r.append(xml_element("w:fldChar", **{"w:fldCharType": kind}, **attributes))  # noqa: SLF001


def add_caption(paragraph: Paragraph, caption: str) -> None:
    """«Таблица 3. Название», its number a field, so that a table put in before it moves it on."""
    found = re.match(r"(\S+) (\d+)(.*)", SPACES.sub(" ", caption.strip()))
    assert found, f"a caption without a number: {caption}"
    paragraph.add_run(f"{found[1]} ")
    add_field(paragraph, f"SEQ {found[1]} \\* ARABIC", found[2])
    paragraph.add_run(found[3])


def add_contents(document: Document, headings: list[tuple[str, str]]) -> None:
    """The table of contents as a field of the headings' first level: their titles as links, until Word puts in the pages as well."""
    style = document.styles.add_style(CONTENTS_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.paragraph_format.tab_stops.add_tab_stop(Cm(16.5), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    style.paragraph_format.space_after = Pt(4)
    for number, (anchor, title) in enumerate(headings):
        paragraph = document.add_paragraph(style=CONTENTS_STYLE)
        if number == 0:
            _begin_field(paragraph, 'TOC \\o "1-1" \\h \\z \\u', **{"w:dirty": "true"})
        add_run(paragraph, title, Look(link=f"#{anchor}"))
    _end_field(paragraph)


def new_numbering(document: Document, style: str) -> int:
    """A list of its own that begins at 1."""
    numbering = document.part.numbering_part.element
    number = document.styles[style].element.pPr.numPr.numId.val
    kind = next(num for num in numbering.num_lst if num.numId == number).abstractNumId.val
    made = numbering.add_num(kind)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def set_numbering(paragraph: Paragraph, number: int) -> None:
    """Puts a paragraph into a list of new_numbering."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = number


def describe_picture(picture: InlineShape, title: str, description: str) -> None:
    """Alternative text, which a screen reader says in the picture's place."""
    properties = picture._inline.docPr  # noqa: SLF001
    properties.set("title", title)
    properties.set("descr", description)


def describe_table(table: Table, caption: str) -> None:
    """The table's name for screen readers."""
    table._tbl.tblPr.append(xml_element("w:tblCaption", **{"w:val": caption.strip()}))  # noqa: SLF001


def share_width(table: Table, letters: list[int], width: Cm) -> None:
    """Columns in proportion to the longest text of each, within bounds."""
    bounded = [min(max(number, NARROWEST), WIDEST) for number in letters]
    for column, number in zip(table.columns, bounded, strict=True):
        column.width = int(width * number / sum(bounded))
        for cell in column.cells:
            cell.width = column.width


def keep_together(row: _Row, *, is_header: bool) -> None:
    """A row is not broken between pages; a header stands on each page that the table reaches."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(OxmlElement("w:cantSplit"))
    if is_header:
        properties.append(OxmlElement("w:tblHeader"))


def set_fonts(document: Document, font: str, chinese: str, language: str) -> None:
    """One typeface for all styles, and the language of the document."""
    for name in STYLES:
        style = document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]  # the template's theme fonts would win
        for attribute in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(attribute), font)
        fonts.set(qn("w:eastAsia"), chinese)
        style.font.color.rgb = INK
    document.styles["Normal"].font.size = Pt(12)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)
    for said in document.styles.element.iter(qn("w:lang")):
        said.set(qn("w:val"), {"ru": "ru-RU", "en": "en-GB"}.get(language, language))
        said.set(qn("w:eastAsia"), "zh-CN")
