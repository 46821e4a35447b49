"""Pages that are set into the frame of another are, byte for byte, the pages that MkDocs makes one by one."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment
from markupsafe import Markup

from benchmarks.records import write_records
from site_plugins.languages import LANGUAGES
from site_plugins.mkdocs_site.assets import make_assets
from site_plugins.mkdocs_site.build import begin, make
from site_plugins.mkdocs_site.files import group_pages
from site_plugins.mkdocs_site.groups import Group
from site_plugins.mkdocs_site.inner import NOTHING
from site_plugins.mkdocs_site.slots import shape
from site_plugins.records import RECORD_TYPES
from tests.conftest import ROOT, build
from tests.test_build import differing

ONE_BY_ONE = """INHERIT: {root}/mkdocs.yml
docs_dir: {docs}
extra: {{data: {data}, one_by_one: {one_by_one}}}
watch: []
nav: []
theme: {{name: material, custom_dir: {root}/theme}}
hooks: [{root}/hooks/catalog.py, {root}/hooks/pages.py, {root}/hooks/frame.py]
"""


def configuration(folder: Path, data: Path, *, one_by_one: bool) -> Path:
    path = folder / f"mkdocs-{one_by_one}.yml"
    path.write_text(ONE_BY_ONE.format(root=ROOT, docs=folder / "docs", data=data, one_by_one=str(one_by_one).lower()), "utf-8")
    (folder / "docs").mkdir(exist_ok=True)
    return path


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Linked records of every type on a site whose addresses, pencil and contact are known, so that every place is filled."""
    folder = tmp_path_factory.mktemp("invented")
    write_records(folder / "data", 200)
    with (folder / "data" / "site.yml").open("a", encoding="utf-8") as file:
        file.write("url: https://example.org/omsk\nrepository: https://example.org/city/omsk\n")
    return folder


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_a_page_set_into_a_frame_is_the_page_that_the_engine_makes_alone(invented: Path, tmp_path: Path, engine: str) -> None:
    sites = []
    for one_by_one in (True, False):
        config = configuration(invented, invented / "data", one_by_one=one_by_one)
        sites.append(tmp_path / str(one_by_one))
        result = build(sites[-1], "--config-file", str(config), engine=engine)
        assert result.returncode == 0, result.stderr
    assert differing(*sites) == []


def test_so_are_the_pages_of_the_real_data(site: Path, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\ndocs_dir: {ROOT}/docs\nextra: {{data: {ROOT}/data, one_by_one: true}}\nwatch: []\n"
        f"theme: {{name: material, custom_dir: {ROOT}/theme}}\n"
        f"hooks: [{ROOT}/hooks/catalog.py, {ROOT}/hooks/pages.py, {ROOT}/hooks/frame.py]\n"
    )
    result = build(tmp_path / "site", "--config-file", str(config))
    assert result.returncode == 0, result.stderr
    assert differing(site, tmp_path / "site") == []


def test_every_type_in_every_language_has_pages_that_are_set_into_a_frame(invented: Path) -> None:
    made = make(begin(invented / "data"))
    list(make_assets(made))
    beside = [made.pages[uri] for group in group_pages(made, set()).values() for uri in group.uris[1:]]
    types = {kind.folder for kind in RECORD_TYPES} - {"sources"}  # sources share one page
    assert {(page.language, page.kind) for page in beside if page.record} == {(language, kind) for language in LANGUAGES for kind in types}


def rendered(template: str, frames: list[dict[str, Any]]) -> list[str]:
    """What a template makes of frames of one shape, by way of the first."""
    group = Group(frames[0])
    for number, frame in enumerate(frames):
        texts: list[str] = []
        assert shape(frame, texts) == shape(frames[0], [])
        group.uris.append(str(number))
        group.texts.append(texts)
    group.take(Environment().from_string(template).render(frame=group.slotted()))
    return [group.page(number, NOTHING._replace(body=Markup(f"<p>{number}</p>"))) for number in range(len(frames))]


def test_a_text_is_escaped_where_the_template_escapes_it_and_only_there() -> None:
    frames = [{"title": f"R&D <{n}>", "way": f"?a=1&b={n}", "data": [Markup(f'{{"a&b": {n}}}')]} for n in range(2)]
    template = "<t>{{ frame.title | e }}|{{ frame.way }}{% for item in frame.data %}|{{ item | e }}{% endfor %}</t>{{ frame.body }}"
    ordinary = [Environment().from_string(template).render(frame=frame | {"body": f"<p>{n}</p>"}) for n, frame in enumerate(frames)]
    assert rendered(template, frames) == ordinary


def test_what_all_pages_share_may_be_compared() -> None:
    frames = [{"kind": "city", "title": str(n)} for n in range(2)]
    assert rendered('{{ "c" if frame.kind == "city" else "-" }}{{ frame.title }}', frames) == ["c0", "c1"]


@pytest.mark.parametrize("use", ['{{ frame.title == "0" }}', "{{ frame.title | length }}", '{{ frame.title.replace("0", "1") }}'])
def test_a_template_that_looks_into_a_text_that_differs_is_refused(use: str) -> None:
    with pytest.raises(TypeError, match="may print and escape"):
        rendered(use, [{"title": str(n)} for n in range(2)])


def test_a_template_that_changes_a_text_that_differs_is_refused() -> None:
    with pytest.raises(AssertionError, match="instead of printing"):
        rendered("{{ frame.title | urlencode }}", [{"title": str(n)} for n in range(2)])
