"""The report as files: their formats, their names for ever, and what they are made of."""

from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from datetime import date
from functools import cache
from importlib.util import find_spec
from io import StringIO
from typing import NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.labels import N_
from site_plugins.outputs.report.draft import make_draft, missing
from site_plugins.outputs.report.paper import make_paper
from site_plugins.records.report import Report

FOLDER = "reports"
"""Where the site has its reports, a folder a year."""


class Format(NamedTuple):
    """One kind of file: how it ends, what it is, what its link says, what makes it."""

    suffix: str
    media_type: str
    title: str
    library: str
    """The package that makes it, by the name that Python imports."""


FORMATS = (
    Format("pdf", "application/pdf", N_("The report to print (PDF)"), "weasyprint"),
    Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", N_("The report to edit (DOCX)"), "docx"),
)
LIBRARIES = ("weasyprint", "pydyf", "fonttools", "python-docx", "resvg-py", "lxml")
"""Packages whose version shows in the bytes."""


class Paper(NamedTuple):
    """One report in one language: its file's name without the format, and its HTML."""

    name: str
    html: str


def reports(catalog: Catalog) -> Iterator[Paper]:
    """Every report that there is a record of, in every language."""
    for report in catalog.all(Report):
        for language in LANGUAGES:
            yield Paper(report_name(report.year, language), make_paper(catalog, language, report))


def report_of(catalog: Catalog, year: int) -> Iterator[Paper]:
    """The report of a year; where there is no record of it a draft from the year's events; nothing where there are none."""
    if any(report.year == year for report in catalog.all(Report)):
        yield from (paper for paper in reports(catalog) if paper.name in {report_name(year, language) for language in LANGUAGES})
    elif draft := make_draft(catalog, year):
        for language in LANGUAGES:
            yield Paper(f"draft-{report_name(year, language)}", make_paper(catalog, language, draft, missing(draft, language)))


def report_name(year: int, language: str) -> str:
    """`omsk-report-2019.ru`."""
    return f"omsk-report-{year}.{language}"


def report_path(year: int, language: str, kind: Format) -> str:
    """Where a report's file lies on the site."""
    return f"{FOLDER}/{year}/{report_name(year, language)}.{kind.suffix}"


def is_installed(kind: Format) -> bool:
    """Whether there is a chance that a format can be made, without loading anything."""
    return find_spec(kind.library) is not None


@cache
def maker(kind: Format) -> Callable[[str, date], bytes] | None:
    """What makes a format of a paper and its day; None where its libraries are not there. Loading them takes half a second."""
    try:
        with redirect_stdout(StringIO()):  # without Pango WeasyPrint prints advice of its own
            if kind.suffix == "pdf":
                from site_plugins.outputs.report.pdf import make_pdf as make  # noqa: PLC0415 - see above
            else:
                from site_plugins.outputs.report.docx import make_docx as make  # noqa: PLC0415
    except (ImportError, OSError):
        return None
    return make
