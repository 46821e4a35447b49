"""The reports' files for the site. Each takes seconds, so they are kept by all that they are made of."""

from collections.abc import Iterator
from datetime import date
from functools import cache, partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.environment import TEMPLATES
from site_plugins.outputs.report.files import FORMATS, LIBRARIES, Format, is_installed, maker, report_path
from site_plugins.outputs.report.fonts import faces
from site_plugins.outputs.report.paper import make_paper
from site_plugins.records.report import Report

CODE = Path(__file__).parent.parent / "outputs" / "report"


def make_documents(catalog: Catalog, kept: Cache, left_out: set[str]) -> Iterator[Artifact]:
    """Every report in every language and format that can be made; `left_out` learns why others are missing.

    `kept` is where `catalog.remember` looks.
    """
    for report in catalog.all(Report):
        for language in LANGUAGES:
            paper = make_paper(catalog, language, report)
            for kind in FORMATS:
                key = _key(kind, paper, catalog.today)
                if is_installed(kind) and (kept.has(key) or maker(kind)):
                    content = partial(_content, catalog, report, language, kind, key)
                    yield Artifact(report_path(report.year, language, kind), content, takes_seconds=True)
                else:
                    left_out.add(f"Нет библиотек для {kind.suffix.upper()}, поэтому отчёты без него. Их ставит «make report»")


def _content(catalog: Catalog, report: Report, language: str, kind: Format, key: str) -> bytes:
    def make() -> bytes:
        make_format = maker(kind)
        assert make_format  # or there would be no such file
        return make_format(make_paper(catalog, language, report), catalog.today)

    return catalog.remember(key, make)


def _key(kind: Format, paper: str, day: date) -> str:
    """A hash of all that a file is made of; the paper itself is long."""
    parts = [kind.suffix, day.isoformat(), paper, *(str(face.path) for face in faces(paper)), _made_by()]
    return sha256("\0".join(parts).encode()).hexdigest()


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
