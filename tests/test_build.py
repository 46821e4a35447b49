"""The strict build: reproducible, complete in both languages, the same with the engine we could move to."""

import filecmp
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from site_plugins.catalog import Catalog
from site_plugins.outputs.addresses import address
from site_plugins.reading.folder import read_folder
from site_plugins.records.source import Source
from site_plugins.today import today
from tests.conftest import ENVIRONMENT, MKDOCS, ROOT, build, build_project

CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    assert files(one) == files(other)
    return sorted(name for name in files(one) if not filecmp.cmp(one / name, other / name, shallow=False))


def test_two_builds_of_the_same_data_are_equal_byte_for_byte(site: Path, tmp_path: Path) -> None:
    assert build(tmp_path / "again").returncode == 0
    assert differing(site, tmp_path / "again") == []


def test_properdocs_builds_the_same_site(site: Path, tmp_path: Path) -> None:
    result = build(tmp_path / "properdocs", "--config-file", "mkdocs.yml", engine="properdocs")
    assert result.returncode == 0, result.stderr
    assert differing(site, tmp_path / "properdocs") == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_record_has_its_page_in_both_languages(site: Path, language: str) -> None:
    for entry in CATALOG.entries:
        path, _, anchor = address(entry.record).partition("#")
        page = site / language / path / "index.html"
        assert page.exists(), page
        if anchor:
            assert f'id="{anchor}"' in page.read_text("utf-8")


def test_every_source_is_used_by_some_record() -> None:
    unused = [source.id for source in CATALOG.all(Source) if not CATALOG.citations.get(("sources", source.id))]
    assert unused == []


class Links(HTMLParser):
    """Collects what a page links to and the anchors it offers."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action", "data-places", "data-land") and value is not None:
                self.targets.append(value)
            if name == "id" and value:
                assert value not in self.anchors, f"id {value} twice"
                self.anchors.add(value)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Links]:
    """Every page's address -> its links and anchors."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        links = Links()
        links.feed(path.read_text("utf-8"))
        found["/" + path.relative_to(site).as_posix().removesuffix("index.html")] = links
    return found


def test_every_internal_link_and_anchor_leads_somewhere(site: Path, pages: dict[str, Links]) -> None:
    broken = []
    for here, links in pages.items():
        for target in links.targets:
            parts = urlsplit(urljoin(f"http://site{here}", target))
            if parts.netloc != "site" or parts.scheme not in ("http", "https"):
                continue
            path = unquote(parts.path)
            exists = path in pages or (site / path.lstrip("/")).is_file()
            if not exists or (parts.fragment and path in pages and unquote(parts.fragment) not in pages[path].anchors):
                broken.append(f"{here} -> {target}")
    assert broken == []


def test_every_page_can_be_reached_from_the_home_page(site: Path, pages: dict[str, Links]) -> None:
    reached, waiting = set(), ["/"]
    while waiting:
        here = waiting.pop()
        if here in reached or here not in pages:
            continue
        reached.add(here)
        waiting += [urlsplit(urljoin(f"http://site{here}", target)).path for target in pages[here].targets]
    left = set(pages) - reached - {"/404.html"}
    assert [here for here in left if 'content="noindex"' not in (site / here.lstrip("/") / "index.html").read_text("utf-8")] == []


def test_no_page_names_its_generator_or_loads_from_another_host(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text("utf-8")
        assert 'name="generator"' not in text
        assert not re.findall(r'<(?:script|link|img|iframe|source)[^>]+(?:src|href)="(?:https?:)?//', text), path
        assert "<script>" not in text
        assert " style=" not in text


def test_the_html_is_valid(site: Path) -> None:
    tool = ROOT / "node_modules" / ".bin" / "html-validate"
    config = ROOT / "tests" / "html-validate.json"
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
    result = subprocess.run([node, tool, "--config", config, "--formatter", "json", site], capture_output=True, text=True, check=False)
    told = json.loads(result.stdout or "[]")
    problems = sorted({f"{m['ruleId']}: {m['message']} ({Path(r['filePath']).relative_to(site)})" for r in told for m in r["messages"]})
    assert problems[:20] == []
    assert result.returncode == 0, result.stderr


def test_with_a_repository_the_pencil_opens_the_record_and_a_mistake_can_be_reported(project: Path) -> None:
    with (project / "data" / "site.yml").open("a", encoding="utf-8") as file:
        file.write("url: https://example.org\nrepository: https://example.org/city/omsk\n")
    assert build_project(project).returncode == 0
    page = (project / "site" / "en" / "cities" / "kaifeng" / "index.html").read_text("utf-8")
    assert 'href="https://example.org/city/omsk/edit/main/data/cities/kaifeng.yml"' in page
    assert 'href="https://example.org/city/omsk/issues/new?title=/en/cities/kaifeng/' in page
    prose = (project / "site" / "about" / "index.html").read_text("utf-8")
    assert 'href="https://example.org/city/omsk/edit/main/docs/about.md"' in prose


def test_with_an_address_the_sitemap_names_every_page_and_its_other_language(project: Path) -> None:
    with (project / "data" / "site.yml").open("a", encoding="utf-8") as file:
        file.write("url: https://example.org/omsk\n")
    assert build_project(project).returncode == 0
    site = project / "site"
    urls = ET.fromstring((site / "sitemap.xml").read_bytes())
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    located = {loc.text for loc in urls.iterfind("s:url/s:loc", names)}
    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert located == {f"https://example.org/omsk/{page}/".replace("/./", "/") for page in pages}
    assert {link.get("href") for link in urls.iterfind("s:url/x:link", names)} == located


def test_without_an_address_there_is_no_sitemap(site: Path) -> None:
    assert not list(site.glob("sitemap*"))


def test_with_a_contact_a_mistake_is_reported_by_mail(project: Path) -> None:
    with (project / "data" / "site.yml").open("a", encoding="utf-8") as file:
        file.write("contact: editor@example.org\n")
    assert build_project(project).returncode == 0
    assert 'href="mailto:editor@example.org?subject=' in (project / "site" / "index.html").read_text("utf-8")


def test_prose_of_one_language_leads_to_no_page_in_another(project: Path) -> None:
    with (project / "data" / "site.yml").open("a", encoding="utf-8") as file:
        file.write("url: https://example.org/omsk/\n")
    (project / "docs" / "rules.md").write_text("# Правила\n", "utf-8")
    (project / "docs" / "en" / "rules-in-english.md").write_text("# Rules\n", "utf-8")
    assert build_project(project).returncode == 0
    site, urls = project / "site", (project / "site" / "sitemap.xml").read_text("utf-8")
    for there, path, other in (("ru", "rules/", "en/rules/"), ("en", "en/rules-in-english/", "rules-in-english/")):
        page = (site / path / "index.html").read_text("utf-8")
        assert f'hreflang="{there}"' in page
        assert f'href="https://example.org/omsk/{other}"' not in page + urls
        assert f"<loc>https://example.org/omsk/{path}</loc>" in urls
        other_language = "en" if there == "ru" else "ru"
        assert f'hreflang="{other_language}"' not in page


def test_prose_at_the_address_of_a_record_is_refused(project: Path) -> None:
    (project / "docs" / "cities").mkdir()
    (project / "docs" / "cities" / "kaifeng.md").write_text("# x\n")
    result = build_project(project)
    assert result.returncode == 1
    assert "занят дважды" in result.stderr


def test_prose_may_link_to_every_page_and_file_and_a_wrong_link_is_told(project: Path) -> None:
    (project / "docs" / "links.md").write_text(
        "---\ntitle: x\n---\n# x\n[a](cities/kaifeng/index.md#agreements) [b](open-data/v1/cities.json)\n", "utf-8"
    )
    assert build_project(project).returncode == 0
    page = (project / "site" / "links" / "index.html").read_text("utf-8")
    assert 'href="../cities/kaifeng/#agreements"' in page
    assert 'href="../open-data/v1/cities.json"' in page

    (project / "docs" / "links.md").write_text("# x\n[a](cities/kaifeng/index.md#no-such) [b](cities/nowhere/index.md)\n", "utf-8")
    command = [
        *MKDOCS,
        "build",
        "--strict",
        "-f",
        project / "mkdocs.yml",
        "-d",
        project / "site",
    ]  # as `make build`: --quiet counts no warnings
    result = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "#no-such" in result.stderr
    assert "cities/nowhere" in result.stderr
    assert 'href="../cities/kaifeng/#agreements"' in (project / "site" / "links" / "index.html").read_text("utf-8"), "the site is as it was"
    assert sorted(path.name for path in project.iterdir()) == ["data", "docs", "mkdocs.yml", "site"]


def test_a_link_in_docs_to_a_file_elsewhere_is_refused(project: Path) -> None:
    (project / "docs" / "secret.md").symlink_to("/etc/hostname")
    result = build_project(project)
    assert result.returncode == 1
    assert "docs/secret.md" in result.stderr


MISTAKES = {
    "data/cities/minsk.yml:1:7: поле «name, Название»": lambda text: "name: Минск\n",  # found when it is read
    "нет страны с кодом «XX»": lambda text: text.replace("country: BY", "country: XX"),  # found by a check, while others are at work
}


@pytest.mark.parametrize("said", MISTAKES)
def test_a_failed_build_leaves_the_published_site_and_nothing_else(project: Path, said: str) -> None:
    record = project / "data" / "cities" / "minsk.yml"
    record.write_text(MISTAKES[said](record.read_text("utf-8")), "utf-8")
    published = project / "site"
    published.mkdir()
    (published / "index.html").write_text("yesterday")
    result = build_project(project)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert files(published) == {"index.html"}
    assert [path.name for path in project.glob(".site*")] == []


def test_a_file_in_the_place_of_the_site_stays_and_is_told(project: Path) -> None:
    (project / "site").write_text("somebody's")
    result = build_project(project)
    assert result.returncode == 1
    assert "Файл сайта не записан" in result.stderr
    assert "Traceback" not in result.stderr
    assert (project / "site").read_text() == "somebody's"
    assert [path.name for path in project.glob(".site*")] == []


def test_a_disk_that_is_full_when_mkdocs_writes_is_told_and_the_site_stays(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("yesterday")
    (project / "docs" / "large.png").write_bytes(bytes(2**22))
    building = [*MKDOCS, "build", "--strict", "--quiet", "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(project / "site")]
    command = ["sh", "-c", 'ulimit -f 2048; exec "$0" "$@"', *building]
    result = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "Освободите место на диске" in result.stderr
    assert "Traceback" not in result.stderr
    assert files(project / "site") == {"index.html"}
    assert [path.name for path in project.glob(".site*")] == []


PROSE = {
    "docs/about.md:2:14: файл сохранён в кодировке Windows-1251": lambda text: text.encode("cp1251", "replace"),
    "docs/about.md:1:1: файл сохранён в кодировке UTF-16": lambda text: text.encode("utf-16"),
    "docs/about.md:2:1: строки между чертами «---» не читаются": lambda text: text.replace("description:", "description: О нас:").encode(),
}


@pytest.mark.parametrize("said", PROSE)
def test_prose_that_cannot_be_read_is_told_with_its_place(project: Path, said: str) -> None:
    path = project / "docs" / "about.md"
    path.write_bytes(PROSE[said](path.read_text("utf-8")))
    result = build_project(project)
    assert result.returncode == 1
    assert said in result.stderr
    assert "Traceback" not in result.stderr
