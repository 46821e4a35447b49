"""The reports' files for the site. Each takes seconds, so they are kept by all that they are made of."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.environment import TEMPLATES
from site_plugins.outputs.report.files import FORMATS, LIBRARIES, Format, Paper, made, report_name, report_path
from site_plugins.outputs.report.fonts import faces
from site_plugins.outputs.report.paper import make_paper
from site_plugins.records.report import Report

CODE = Path(__file__).parent.parent / "outputs" / "report"


class Documents:
    """Makes the files of all reports; `left_out` says why some are missing. `only_kept`: none is made anew."""

    def __init__(self, kept: Cache, *, only_kept: bool = False) -> None:
        self.kept = kept
        self.only_kept = only_kept
        self.left_out: set[str] = set()

    def make(self, catalog: Catalog) -> Iterator[Artifact]:
        """Every report in every language and format, as far as the libraries are there."""
        for report in catalog.all(Report):
            for language in LANGUAGES:
                paper = Paper(report_name(report.year, language), make_paper(catalog, language, report))
                for kind in FORMATS:
                    if content := self._content(kind, paper, catalog):
                        yield Artifact(report_path(report.year, language, kind), content)

    def _content(self, kind: Format, paper: Paper, catalog: Catalog) -> bytes | None:
        key = "\0".join([kind.suffix, catalog.today.isoformat(), paper.html, *(str(face.path) for face in faces(paper.html)), _made_by()])
        if content := self.kept.kept(key):
            return content
        if self.only_kept:
            self.left_out.add("PDF и DOCX отчётов «make serve» заново не делает: их делают «make build» и «make report»")
            return None
        if content := made(kind, paper, catalog.today):
            self.kept.keep(key, content)
            return content
        self.left_out.add(f"Нет библиотек для {kind.suffix.upper()}, поэтому отчёты без него. Их ставит «make report»")
        return None


@cache
def _made_by() -> str:
    """Our own code and style, and the versions of the libraries."""
    sources = [*sorted(CODE.glob("*.py")), TEMPLATES / "report" / "paper.css"]
    return "\0".join([*(f"{name} {_version(name)}" for name in LIBRARIES), *(path.read_text("utf-8") for path in sources)])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
