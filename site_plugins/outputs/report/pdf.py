"""The paper report as PDF: tagged, with bookmarks, every font embedded, and equal bytes for equal records."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from hashlib import md5

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from site_plugins.outputs.environment import TEMPLATES
from site_plugins.outputs.report.fonts import faces, families

VARIANT = "pdf/ua-1"
FACE = "@font-face{{font-family:'{}';font-weight:100 900;src:url('{}')}}\n"


def make_pdf(paper: str, day: date) -> bytes:
    """A document of make_paper as PDF, dated `day`. The module cannot be imported where WeasyPrint or Pango is not there."""
    fonts = FontConfiguration()
    with _clock_of_fonts(day):
        made = HTML(string=paper).write_pdf(
            stylesheets=[CSS(string=_style(paper), font_config=fonts)],
            font_config=fonts,
            pdf_variant=VARIANT,
            pdf_identifier=md5(paper.encode(), usedforsecurity=False).digest(),
        )
    assert isinstance(made, bytes)
    return made


def _style(paper: str) -> str:
    rules = (TEMPLATES / "report" / "paper.css").read_text("utf-8").replace("FAMILIES", families(paper))
    return "".join(FACE.format(face.family, face.path.as_uri()) for face in faces(paper)) + rules


@contextmanager
def _clock_of_fonts(day: date) -> Iterator[None]:
    """fontTools writes the time into every font it makes, and takes it from here where it can."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
