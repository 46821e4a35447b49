"""The report as a document of its own: one HTML with title page, contents and sources, from which PDF and DOCX are made."""

import re

from markupsafe import Markup, escape

from site_plugins.catalog import Catalog
from site_plugins.languages import formats
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.citations import PaperCitations
from site_plugins.outputs.pages.report import report_context
from site_plugins.outputs.report.fonts import families
from site_plugins.outputs.templating import View
from site_plugins.records.base import Record
from site_plugins.records.report import Report


class PaperView(View):
    """A page that stands alone: it links to whole addresses, where data/site.yml names one, else not at all."""

    citing = PaperCitations

    def href(self, target: Record | str) -> str:
        """The whole address of a record or a page, in the document's language."""
        there = target if isinstance(target, str) else address(target)
        return f"{self.catalog.site.url or ''}/{prefix(self.language)}{there}"

    def link(self, record: Record) -> Markup:
        """A link to a record's page, or just its name."""
        return super().link(record) if self.catalog.site.url else self.text(record.label())


def make_paper(catalog: Catalog, language: str, report: Report, missing: list[str] | None = None) -> str:
    """The whole HTML document. `missing`: what the records of the year do not tell; the document is then marked as a draft."""
    view = PaperView(catalog, language, f"reports/{report.year}/")
    body = view.render("report/body.html", record=report, is_draft=missing is not None, **report_context(view, report, paper=True))
    whole = view.render(
        "report/paper.html", record=report, body=body, contents=re.findall(r'<h2 id="([^"]+)">(.*?)</h2>', body),
        missing=missing or [], is_draft=missing is not None, day=lambda value: formats.day(value, language),
    )  # fmt: skip
    return whole.replace('font-family="inherit"', f'font-family="{escape(families(whole))}"')
