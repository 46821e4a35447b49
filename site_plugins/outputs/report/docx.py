"""The paper report as DOCX: real headings and captions, so that the office can go on working in it. Made by walking the paper's HTML."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_BREAK
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from lxml import html
from lxml.html import HtmlElement

from site_plugins.outputs.report import docx_inline as inline
from site_plugins.outputs.report import docx_parts as parts
from site_plugins.outputs.report.drawings import make_png

FONT, CHINESE_FONT = "Times New Roman", "SimSun"
"""What an office's machine has; a DOCX brings no fonts of its own."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can name: no clock gets into the file."""
HEADINGS = {"h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3"}
LISTS = {"ul": "List Bullet", "ol": "List Number"}


def make_docx(paper: str, day: date) -> bytes:
    """A document of make_paper as DOCX, dated `day`. The module cannot be imported where python-docx is not there."""
    page = html.fromstring(paper)
    document = Document()
    _set_up(document, page, day)
    _Writer(document, page).write(page.body)
    packed = BytesIO()
    document.save(packed)
    return _without_clock(packed.getvalue())


def _set_up(document: DocxDocument, page: HtmlElement, day: date) -> None:
    """Paper, fonts, language, properties, the foot of every page."""
    said = {meta.get("name"): meta.get("content") for meta in page.iter("meta")}
    properties, title, language = document.core_properties, page.findtext("head/title"), page.get("lang")
    properties.title, properties.author, properties.comments = title, said["author"], said["description"]
    properties.language, properties.last_modified_by = language, said["author"]
    properties.created = properties.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - python-docx writes it as UTC
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(2.5), Cm(1.8), Cm(2), Cm(2)
    parts.set_fonts(document, FONT, CHINESE_FONT, language)
    section.different_first_page_header_footer = True
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{title}\t")
    parts.add_field(foot, "PAGE", "1")
    if (draft := page.find_class("draft")) and (mark := draft[0].text_content()):
        for header in (section.header, section.first_page_header):
            header.paragraphs[0].add_run(mark).bold = True


class _Writer:
    """Writes the blocks of the page one after the other."""

    def __init__(self, document: DocxDocument, page: HtmlElement) -> None:
        self.document = document
        self.bookmarks = inline.Bookmarks()
        self.headings = [(heading.get("id"), heading.text_content()) for heading in page.iter("h2") if heading.get("id")]

    def write(self, parent: HtmlElement) -> None:
        """All blocks within an element."""
        for block in parent:
            if block.tag in HEADINGS:
                self._text(self.document.add_paragraph(style=HEADINGS[block.tag]), block)
            elif block.tag == "h1":
                self._text(self.document.add_paragraph(style="Title"), block)
            elif block.tag == "p":
                self._text(self.document.add_paragraph(), block)
            elif block.tag in LISTS:
                self._list(block)
            elif block.tag == "table":
                self._table(block)
            elif block.tag == "figure":
                self._figure(block)
            elif block.get("class") == "contents":
                self._contents(block)
            else:
                self.write(block)
                if block.get("class") == "title-page":
                    self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _text(self, paragraph: Paragraph, element: HtmlElement) -> None:
        with self.bookmarks.around(paragraph, element.get("id")):
            inline.add_inline(paragraph, element, inline.Look())

    def _list(self, block: HtmlElement) -> None:
        style = LISTS[block.tag]
        numbering = parts.new_numbering(self.document, style) if block.tag == "ol" else None
        for item in block:
            paragraph = self.document.add_paragraph(style=style)
            if numbering is not None:
                parts.set_numbering(paragraph, numbering)
            self._text(paragraph, item)

    def _table(self, block: HtmlElement) -> None:
        caption = self.document.add_paragraph(style="Caption")
        caption.paragraph_format.keep_with_next = True
        parts.add_caption(caption, block.find("caption").text_content())
        rows = list(block.iter("tr"))
        table = self.document.add_table(len(rows), len(rows[0]), style="Table Grid")
        parts.describe_table(table, block.find("caption").text_content())
        for row, cells in zip(table.rows, rows, strict=True):
            parts.keep_together(row, is_header=cells.getparent().tag == "thead")
            for cell, element in zip(row.cells, cells, strict=True):
                self._cell(cell, element)
        letters = [max(len(cell.text_content()) for cell in column) for column in zip(*rows, strict=True)]
        parts.share_width(table, letters, Cm(16.7))
        self.document.add_paragraph().paragraph_format.space_after = Pt(0)

    def _cell(self, cell: _Cell, element: HtmlElement) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        inline.add_inline(paragraph, element, inline.Look(bold=element.tag == "th", size=10))

    def _figure(self, block: HtmlElement) -> None:
        picture = block.find("svg")
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        drawn = paragraph.add_run().add_picture(BytesIO(make_png(picture)), width=Cm(11))
        parts.describe_picture(drawn, picture.findtext("title"), picture.findtext("desc"))
        parts.add_caption(self.document.add_paragraph(style="Caption"), block.find("figcaption").text_content())

    def _contents(self, block: HtmlElement) -> None:
        self.document.add_paragraph(block.findtext("h2"), style="TOC Heading")
        parts.add_contents(self.document, self.headings)
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _without_clock(packed: bytes) -> bytes:
    """The same archive with no time in it."""
    target = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, EARLIEST), old.read(name), ZIP_DEFLATED)
    return target.getvalue()
