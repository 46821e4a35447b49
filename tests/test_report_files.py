"""The report as PDF and DOCX: whole, readable by screen readers, the same bytes for the same records, and absent without a fuss."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.machinery import ModuleSpec
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import docx
import pikepdf
import pypdf
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from fontTools.ttLib import TTFont
from lxml import html
from pdfua import Severity, validate

from site_plugins.__main__ import main
from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site import documents
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.documents import make_documents
from site_plugins.outputs.pages.report import event_ids
from site_plugins.outputs.report.draft import make_draft, missing
from site_plugins.outputs.report.files import FORMATS, maker, reports
from site_plugins.outputs.report.fonts import FAMILIES, faces
from site_plugins.outputs.report.paper import make_paper
from site_plugins.reading.folder import read_folder
from site_plugins.records.report import Report
from site_plugins.today import today
from tests.conftest import ENVIRONMENT, ROOT
from tests.test_report_2019 import CATALOG, STATEMENTS, count, words

LANGUAGES = ("ru", "en")
CITATIONS = re.compile(r"(\s*\u2060?\[\d+\])+")


def place(site: Path, language: str, suffix: str) -> Path:
    return site / "reports" / "2019" / f"omsk-report-2019.{language}.{suffix}"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def pdf(site: Path, language: str) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(place(site, language, "pdf")) as opened:
        yield opened


@pytest.fixture
def office(site: Path, language: str) -> Any:
    return docx.Document(str(place(site, language, "docx")))


@pytest.fixture
def page(site: Path, language: str) -> Any:
    """The report's page on the site."""
    return html.parse(site / ("" if language == "ru" else language) / "reports" / "2019" / "index.html").getroot()


def headings(page: Any, *tags: str) -> list[str]:
    """Their texts, with the no-break spaces that they have."""
    return [re.sub(r"[ \n]+", " ", heading.text_content()).strip() for heading in page.xpath("//article")[0].iter(*tags)]


def text_of(document: Any) -> str:
    """All text of a DOCX in its order."""
    parts = []
    for block in document.iter_inner_content():
        parts += [cell.text for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block.text]
    return "\n".join(parts)


def plain(text: str) -> str:
    """Without citations, as `words` has a page."""
    return words(CITATIONS.sub("", text).replace("<", "&lt;"))


def nodes(pdf: pikepdf.Pdf, kind: str) -> list[Any]:
    """Every element of a kind in the structure tree, in reading order."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for kid in node:
                walk(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") is not None and re.fullmatch(kind, str(node.S)):
                found.append(node)
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot.K)
    return found


# The files and their pages


def test_the_page_offers_the_report_in_its_language_in_every_format(site: Path, language: str, page: Any) -> None:
    offered = page.xpath("//nav[@class='foot__offers']//a/@href")
    for kind in FORMATS:
        assert any(href.endswith(f"omsk-report-2019.{language}.{kind.suffix}") for href in offered)
        assert place(site, language, kind.suffix).read_bytes()[:4] in (b"%PDF", b"PK\x03\x04")


def test_the_pdf_tells_every_statement_of_the_citys_report(site: Path) -> None:
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(place(site, "ru", "pdf")).pages)
    told = [plain(text.replace("-\n", joint)) for joint in ("", "-")]  # a hyphen at a line's end may be a word's own
    assert [expected for statement in STATEMENTS for expected in statement["expect"] if not any(count(expected, one) for one in told)] == []


def test_the_docx_tells_every_statement_of_the_citys_report(site: Path) -> None:
    told = plain(text_of(docx.Document(str(place(site, "ru", "docx")))))
    assert [expected for statement in STATEMENTS for expected in statement["expect"] if not count(expected, told)] == []


def test_made_again_elsewhere_without_the_kept_files_every_byte_is_the_same(site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "site_plugins", "report", "--folder", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT | {"TZ": "Pacific/Kiritimati"}, check=True, capture_output=True)
    for language in LANGUAGES:
        for kind in FORMATS:
            published = place(site, language, kind.suffix)
            assert (tmp_path / published.name).read_bytes() == published.read_bytes(), published.name


# PDF


def test_the_pdf_is_tagged_names_its_language_and_shows_its_title(pdf: pikepdf.Pdf, language: str, page: Any) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in pdf.Root
    assert str(pdf.Root.Lang) == language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo.Title) == headings(page, "h1")[0]
    with pdf.open_metadata() as said:
        assert said["pdfuaid:part"] == "1"
        assert said["dc:title"] == headings(page, "h1")[0]


def test_a_judge_of_pdf_ua_finds_no_error_in_it(site: Path, language: str) -> None:
    findings = validate(place(site, language, "pdf")).findings
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    assert {finding.rule_id for finding in findings} <= {"UA-15-003"}  # it knows Scope alone; ours name their Headers, see below


def test_headings_of_the_pdf_are_tagged_in_order_and_no_level_is_left_out(pdf: pikepdf.Pdf, page: Any) -> None:
    levels = [int(str(node.S)[2:]) for node in nodes(pdf, "/H[1-6]")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(2) == len(headings(page, "h2")) + 1  # and the table of contents


def test_bookmarks_lead_to_every_heading(pdf: pikepdf.Pdf, page: Any) -> None:
    with pdf.open_outline() as outline:
        top = outline.root[0]
        assert [item.title for item in top.children][1:] == headings(page, "h2")


def test_every_chart_of_the_pdf_says_its_values_in_its_alternative_text(pdf: pikepdf.Pdf, page: Any) -> None:
    said = [str(node.Alt) for node in nodes(pdf, "/Figure")]
    assert said == [f"{picture.findtext('title')}. {picture.findtext('desc')}" for picture in page.find_class("chart__picture")]


def test_every_cell_of_the_pdfs_tables_names_its_headers(pdf: pikepdf.Pdf, page: Any) -> None:
    assert len({str(node.objgen) for node in nodes(pdf, "/Table")}) >= len(list(page.iter("table")))
    known = {str(node.ID) for node in nodes(pdf, "/TH")}
    for cell in nodes(pdf, "/TD"):
        assert {str(name) for name in cell.A.Headers} <= known
        assert len(cell.A.Headers) == 2


def test_every_font_of_the_pdf_is_embedded_and_comes_from_the_packages(pdf: pikepdf.Pdf) -> None:
    names = set()
    for number in pdf.pages:
        for font in number.Resources.Font.values():
            descendant = font.DescendantFonts[0]
            assert "/FontFile2" in descendant.FontDescriptor
            names.add(str(descendant.BaseFont))
    assert all(any(family.replace(" ", "-") in name for family in FAMILIES.values()) for name in names), names
    assert any("Noto-Sans-SC" in name for name in names)


def test_every_letter_of_the_report_is_drawn_by_a_font_of_the_packages(language: str) -> None:
    text = html.fromstring(make_paper(CATALOG, language, CATALOG.get(Report, "2019"))).text_content()
    assert "开封市" in text
    drawn = {letter for face in faces(text) for letter in TTFont(face.path).getBestCmap()}
    assert {letter for letter in text if ord(letter) not in drawn} <= {"\n"}


def test_the_contents_name_the_page_on_which_each_section_begins(site: Path, language: str) -> None:
    reader = pypdf.PdfReader(place(site, language, "pdf"))
    entries = dict(re.findall(r"^(.+?) \.{3,}\s*(\d+)$", reader.pages[1].extract_text(), re.MULTILINE))
    begins = {item["/Title"]: reader.get_destination_page_number(item) + 1 for item in reader.outline[1] if isinstance(item, dict)}
    assert {title: int(number) for title, number in entries.items()} == {title: begins[title] for title in list(begins)[1:]}


def test_every_page_but_the_first_bears_its_number(site: Path, language: str) -> None:
    pages = pypdf.PdfReader(place(site, language, "pdf")).pages
    assert all(re.search(rf"\b{number}$", page.extract_text().strip()) for number, page in enumerate(pages, start=1) if number > 1)


def test_the_papers_list_every_source_once(language: str) -> None:
    paper = html.fromstring(make_paper(CATALOG, language, CATALOG.get(Report, "2019")))
    listed = [item.text_content() for item in paper.xpath("//section[@class='sources']//li")]
    assert len(listed) == len(set(listed)) > 20


# DOCX


def test_the_docx_has_headings_of_the_page_as_real_styles(office: Any, page: Any) -> None:
    for style, tag in (("Title", "h1"), ("Heading 1", "h2"), ("Heading 2", "h3"), ("Heading 3", "h4")):
        assert [p.text.strip() for p in office.paragraphs if p.style.name == style] == headings(page, tag)


def test_the_docx_names_its_language_title_and_day(office: Any, language: str, page: Any) -> None:
    said = office.core_properties
    assert (said.title, said.language) == (headings(page, "h1")[0], language)
    assert said.created == said.modified
    assert said.created.timestamp() // 86400 == int(ENVIRONMENT["SOURCE_DATE_EPOCH"]) // 86400
    assert {element.get(qn("w:val"))[:2] for element in office.styles.element.iter(qn("w:lang"))} == {language}


def test_the_docx_has_a_contents_field_and_its_links_lead_to_bookmarks(office: Any, page: Any) -> None:
    codes = [element.text.split()[0] for element in office.element.body.iter(qn("w:instrText"))]
    assert codes.count("TOC") == 1
    marks = {element.get(qn("w:name")) for element in office.element.body.iter(qn("w:bookmarkStart"))}
    links = [element.get(qn("w:anchor")) for element in office.element.body.iter(qn("w:hyperlink")) if element.get(qn("w:anchor"))]
    assert set(links) <= marks
    assert [p.text for p in office.paragraphs if p.style.name == "toc 1"] == headings(page, "h2")


def test_tables_and_figures_of_the_docx_are_numbered_by_fields_and_have_header_rows_and_alternative_texts(office: Any, page: Any) -> None:
    captions = [p.text for p in office.paragraphs if p.style.name == "Caption"]
    expected = [" ".join(item.text_content().split()) for item in page.iter("caption", "figcaption")]
    assert captions == expected
    codes = [element.text.split()[0] for element in office.element.body.iter(qn("w:instrText"))]
    assert codes.count("SEQ") == len(expected)
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in office.tables)
    pictures = page.find_class("chart__picture")
    described = [shape._inline.docPr.get("descr") for shape in office.inline_shapes]
    assert described == [picture.findtext("desc") for picture in pictures]


def test_lists_of_the_docx_that_are_numbered_begin_at_one(office: Any) -> None:
    numbers = [p._p.pPr.numPr.numId.val for p in office.paragraphs if p.style.name == "List Number"]
    assert len(set(numbers)) == 2  # goals and sources


def test_no_clock_is_in_the_docx(site: Path, language: str) -> None:
    with ZipFile(place(site, language, "docx")) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_libreoffice_opens_the_docx_with_all_its_headings(site: Path, language: str, page: Any, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    assert program, "no LibreOffice: run `make office`"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(place(site, language, "docx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    reader = pypdf.PdfReader(tmp_path / f"omsk-report-2019.{language}.pdf")
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert len(reader.pages) > 10
    assert [heading for heading in headings(page, "h2") if heading not in text] == []


# What is kept, and what is left out


@pytest.fixture
def only_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "FORMATS", FORMATS[1:])


def made(kept: Cache) -> tuple[dict[str, Any], set[str]]:
    """Path -> content of each file, and why others are missing."""
    left_out: set[str] = set()
    catalog = replace(CATALOG, remember=kept.remember)
    return {file.path: file.content for file in make_documents(catalog, kept, left_out)}, left_out


def test_a_kept_file_that_is_damaged_is_thrown_away_and_made_anew(only_docx: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Cache(tmp_path)
    first = made(kept)
    assert len(first[0]) == len(LANGUAGES)
    damaged = next(tmp_path.iterdir())
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:-1])
    assert made(kept) == first
    assert damaged.read_bytes() == whole
    monkeypatch.setattr(documents, "maker", lambda _kind: None)
    assert made(kept) == first, "to be kept, it need not be made"


def test_without_its_libraries_a_build_has_no_such_files_and_says_so_in_a_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for library, ours in (("weasyprint", "pdf"), ("docx", "docx")):
        monkeypatch.setitem(sys.modules, library, None)
        monkeypatch.delitem(sys.modules, f"site_plugins.outputs.report.{ours}", raising=False)
    maker.cache_clear()
    found, left_out = made(Cache(tmp_path))
    maker.cache_clear()
    assert found == {}
    assert sorted(note.split(",")[0] for note in left_out) == ["Нет библиотек для DOCX", "Нет библиотек для PDF"]


def test_where_pango_is_missing_a_build_has_no_pdf_and_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    hollow = ModuleType("weasyprint")
    hollow.__spec__ = ModuleSpec("weasyprint", None)  # there to be found, and of no use
    monkeypatch.setitem(sys.modules, "weasyprint", hollow)
    monkeypatch.delitem(sys.modules, "site_plugins.outputs.report.pdf", raising=False)
    maker.cache_clear()
    found, left_out = made(Cache(tmp_path))
    maker.cache_clear()
    assert {path.rpartition(".")[2] for path in found} == {"docx"}
    assert [note.split(",")[0] for note in left_out] == ["Нет библиотек для PDF"]


# Drafts


@pytest.fixture(scope="session")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make report YEAR=2025` writes."""
    folder = tmp_path_factory.mktemp("drafts")
    assert main(["report", "--year", "2025", "--data", str(ROOT / "data"), "--folder", str(folder)]) == 0
    return folder


def test_a_draft_tells_every_event_of_its_year_and_lists_what_is_missing(drafts: Path) -> None:
    draft = make_draft(CATALOG, 2025)
    assert draft
    assert sorted(event_ids(draft)) == sorted(event.id for event in CATALOG.events_of_year(2025))
    told = text_of(docx.Document(str(drafts / "draft-omsk-report-2025.ru.docx")))
    assert all(event.title.ru in told for event in CATALOG.events_of_year(2025))
    assert {"задачи на следующий год", "сколько делегаций приняли и из каких стран"} <= set(missing(draft, "ru"))
    assert all(item in told for item in missing(draft, "ru"))


def test_a_draft_is_marked_on_every_page(drafts: Path) -> None:
    for language, mark in (("ru", "Черновик, не опубликовано"), ("en", "Draft, not published")):
        reader = pypdf.PdfReader(drafts / f"draft-omsk-report-2025.{language}.pdf")
        assert all(mark in page.extract_text() for page in reader.pages)
        section = docx.Document(str(drafts / f"draft-omsk-report-2025.{language}.docx")).sections[0]
        assert [header.paragraphs[0].text for header in (section.header, section.first_page_header)] == [mark, mark]


def test_a_draft_is_not_published(site: Path) -> None:
    assert not (site / "reports" / "2025").exists()
    assert [path.name for path in site.rglob("draft-*")] == []


def test_a_year_with_a_report_of_its_own_gives_that_report_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_plugins.outputs.report.files.FORMATS", FORMATS[1:])  # the PDF takes seconds
    assert main(["report", "--year", "2019", "--data", str(ROOT / "data"), "--folder", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["omsk-report-2019.en.docx", "omsk-report-2019.ru.docx"]


@pytest.mark.parametrize(("year", "word"), [("1990", "нет ни отчёта, ни событий"), ("20x", "четыре цифры")])
def test_a_year_without_events_or_not_a_year_is_answered_in_a_line(year, word, capsys, tmp_path: Path) -> None:
    assert main(["report", "--year", year, "--data", str(ROOT / "data"), "--folder", str(tmp_path / "new")]) == 1
    assert word in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_mistakes_in_the_data_are_told_and_nothing_is_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "base_data", tmp_path / "data")
    (tmp_path / "data" / "reports" / "2019.yml").write_text("year: 2019\n", "utf-8")
    assert main(["report", "--data", str(tmp_path / "data"), "--folder", str(tmp_path / "new")]) == 1
    assert "data/reports/2019.yml" in capsys.readouterr().out
    assert not (tmp_path / "new").exists()


def test_with_an_address_the_papers_link_to_whole_addresses(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "base_data", tmp_path / "data")
    with (tmp_path / "data" / "site.yml").open("a", encoding="utf-8") as file:
        file.write("url: https://example.org/omsk\n")
    catalog = Catalog.of(read_folder(tmp_path / "data"), today(ROOT / "data"))
    english = next(paper.html for paper in reports(catalog) if paper.name.endswith(".en"))
    assert 'href="https://example.org/omsk/en/events/karate-cup-2019/"' in english
    assert 'href="https://example.org/omsk/en/reports/2019/"' in english
