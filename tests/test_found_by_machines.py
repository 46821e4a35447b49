"""What machines look for at known places: sitemap.xml, robots.txt, llms.txt, security.txt, canonical addresses."""

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree
from playwright.sync_api import Browser
from sectxt import Parser

from site_plugins.__main__ import main
from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.build import begin, make
from site_plugins.mkdocs_site.shared import Build
from site_plugins.outputs.addresses import address
from site_plugins.reading.folder import read_folder
from site_plugins.records.source import Source
from tests.conftest import ROOT, build_project, serve, write_config
from tests.repository import Repository

URL = "https://example.org/omsk/"
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
WITH_LINKS = """\
<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:x="http://www.w3.org/1999/xhtml" targetNamespace="http://www.w3.org/1999/xhtml">
  <element name="link"><complexType>
    <attribute name="rel" use="required"/><attribute name="hreflang" use="required"/><attribute name="href" type="anyURI" use="required"/>
  </complexType></element>
</schema>"""
"""The one element of XHTML in a sitemap of several languages; sitemap.xsd wants a schema for whatever is not its own."""
BOTH = """\
<schema xmlns="http://www.w3.org/2001/XMLSchema">
  <import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{}"/>
  <import namespace="http://www.w3.org/1999/xhtml" schemaLocation="{}"/>
</schema>"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The base data and the real prose on the first day, a later edit of one city, and the site's address and contact."""
    made = Repository(tmp_path_factory.mktemp("project"))
    shutil.copytree(ROOT / "docs", made.folder / "docs")
    made.commit()
    made.change("cities/bryansk.yml", "as_of: 2019", "as_of: 2024")
    with (made.data / "site.yml").open("a", encoding="utf-8") as file:
        file.write(f"url: {URL}\ncontact: editor@example.org\nwithdrawn: [countries/fr]\n")
    made.commit()
    assert main(["ledger", "--data", str(made.data)]) == 0
    return made


@pytest.fixture(scope="module")
def built(repository: Repository) -> Path:
    """The site of it."""
    write_config(repository.folder)
    result = build_project(repository.folder)
    assert result.returncode == 0, result.stderr
    return repository.folder / "site"


@pytest.fixture(scope="module")
def unset(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The same without address and contact."""
    made = Repository(tmp_path_factory.mktemp("unset"))
    return make(begin(made.data))


def file(made: Build, path: str) -> str | None:
    return next((str(artifact.content) for artifact in made.artifacts if artifact.path == path), None)


@pytest.fixture(scope="module")
def urls(built: Path) -> dict[str, etree._Element]:
    """Location -> its entry in the sitemap."""
    root = etree.fromstring((built / "sitemap.xml").read_bytes())
    return {entry.findtext("s:loc", namespaces=SITEMAP): entry for entry in root}


def test_the_sitemap_fits_its_schema(built: Path, tmp_path: Path) -> None:
    (tmp_path / "xhtml.xsd").write_text(WITH_LINKS)
    own = ROOT / "node_modules" / "sitemap" / "schema" / "sitemap.xsd"
    schema = etree.XMLSchema(etree.fromstring(BOTH.format(own.as_uri(), (tmp_path / "xhtml.xsd").as_uri()).encode()))
    schema.assertValid(etree.fromstring((built / "sitemap.xml").read_bytes()))
    broken = (built / "sitemap.xml").read_bytes().replace(b"<lastmod>2026", b"<lastmod>once", 1)
    assert not schema.validate(etree.fromstring(broken))


def changed(urls: dict[str, etree._Element], path: str) -> str | None:
    return urls[URL + path].findtext("s:lastmod", namespaces=SITEMAP)


def test_a_page_of_a_record_has_the_date_of_its_record_and_of_those_that_refer_to_it(
    urls: dict[str, etree._Element], repository: Repository
) -> None:
    catalog = Catalog.of(read_folder(repository.data), date(2026, 2, 1))
    for entry in catalog.entries:
        if not isinstance(entry.record, Source):
            shown = [entry.record, *(other for other, _ in catalog.citations.get((entry.record.folder, entry.record.id), []))]
            newest = max(catalog.revision(record).modified for record in shown).strftime("%Y-%m-%dT%H:%M:%SZ")
            assert changed(urls, address(entry.record)) == changed(urls, f"en/{address(entry.record)}") == newest
    assert changed(urls, "cities/bryansk/") == "2026-01-02T12:00:00Z"
    assert changed(urls, "cities/lodz/") == "2026-01-01T12:00:00Z"


def test_a_list_has_the_date_of_the_newest_record_it_shows(urls: dict[str, etree._Element]) -> None:
    assert changed(urls, "cities/") == changed(urls, "en/cities/") == "2026-01-02T12:00:00Z"
    assert changed(urls, "events/") == changed(urls, "industrial-sites/") == "2026-01-01T12:00:00Z"


def test_prose_has_the_date_of_its_newest_commit(urls: dict[str, etree._Element]) -> None:
    assert changed(urls, "about/") == changed(urls, "en/about/") == "2026-01-01T12:00:00Z"


def test_every_page_names_its_languages_and_russian_for_everyone_else(urls: dict[str, etree._Element]) -> None:
    for location, entry in urls.items():
        links = {link.get("hreflang"): link.get("href") for link in entry.iterfind("x:link", SITEMAP)}
        assert set(links) == {"ru", "en", "x-default"}
        assert links["x-default"] == links["ru"]
        assert location in links.values()


def test_the_page_of_a_former_address_is_not_in_the_sitemap_and_leads_on(built: Path, urls: dict[str, etree._Element]) -> None:
    assert (built / "cities" / "briansk" / "index.html").exists()
    assert f"{URL}cities/briansk/" not in urls


def test_a_browser_at_a_former_address_comes_to_the_new_one(built: Path, browser: Browser) -> None:
    for server in serve(built):
        page = browser.new_page()
        page.goto(f"{server}en/cities/briansk/")
        page.wait_for_url(f"{server}en/cities/bryansk/")
        assert page.inner_text("h1") == "Bryansk"
        page.close()


def test_every_page_names_its_whole_address_where_the_site_has_one(built: Path, urls: dict[str, etree._Element]) -> None:
    for location in urls:
        page = (built / location.removeprefix(URL) / "index.html").read_text("utf-8")
        assert re.findall('<link rel="canonical" href="([^"]+)">', page) == [location]


def test_without_an_address_no_page_names_one(site: Path) -> None:
    pages = [path for path in site.rglob("index.html") if 'content="noindex"' not in path.read_text("utf-8")]
    assert not [path for path in pages if 'rel="canonical"' in path.read_text("utf-8")]


def test_robots_txt_lets_everyone_in_and_names_the_sitemap(built: Path, unset: Build) -> None:
    with_address = RobotFileParser()
    with_address.parse((built / "robots.txt").read_text("utf-8").splitlines())
    assert with_address.can_fetch("GPTBot", f"{URL}cities/kaifeng/")
    assert with_address.site_maps() == [f"{URL}sitemap.xml"]
    without = RobotFileParser()
    without.parse((file(unset, "robots.txt") or "").splitlines())
    assert without.can_fetch("*", "/")
    assert without.site_maps() is None


def test_security_txt_is_valid_names_the_contact_and_runs_out_within_a_year(built: Path) -> None:
    text = (built / ".well-known" / "security.txt").read_bytes()
    parser = Parser(text, is_local=True)
    assert parser.errors == []
    assert parser.is_valid()
    assert b"Contact: mailto:editor@example.org\n" in text
    assert b"Canonical: https://example.org/omsk/.well-known/security.txt\n" in text
    expires = datetime.fromisoformat(re.search("Expires: (.+)", text.decode())[1])
    built_on = datetime.fromtimestamp(1795392000, UTC)  # the day of tests.conftest.build
    assert 300 < (expires - built_on).days < 365


def test_without_a_contact_there_is_no_security_txt(unset: Build) -> None:
    assert file(unset, ".well-known/security.txt") is None


def test_llms_txt_has_the_form_of_its_proposal_and_every_link_leads_somewhere(built: Path) -> None:
    text = (built / "llms.txt").read_text("utf-8")
    head, *sections = re.split("^## ", text, flags=re.MULTILINE)
    assert re.fullmatch(r"# .+\n\n> .+\n\n(?:[^#\n-].*\n\n)+", head)
    links = re.findall(r"^- \[[^\]]+\]\(([^)]+)\)(?:: .+)?$", text, re.MULTILINE)
    assert len(links) == sum(line.startswith("-") for line in text.splitlines()) > 20
    assert all(section.split("\n")[0] for section in sections)
    for link in links:
        path = built / link.removeprefix(URL)
        assert (path / "index.html" if link.endswith("/") else path).is_file(), link
    for path in ("en/cities/", "en/industrial-sites/", "cities/", "en/agreements/"):
        assert URL + path in links


def test_llms_txt_names_every_file_that_the_lists_offer(built: Path, repository: Repository) -> None:
    text = (built / "llms.txt").read_text("utf-8")
    for page in ("en/cities", "en/events", "en"):
        html = (built / page / "index.html").read_text("utf-8")
        for href in re.findall(r'<link rel="alternate" type="[^"]+" title="[^"]+" href="([^"]+)">', html):
            file = (built / page / href).resolve()
            assert f"({URL}{file.relative_to(built.resolve())})" in text or not file.exists()


def test_without_an_address_the_links_of_llms_txt_begin_at_the_root(unset: Build) -> None:
    assert "- [Cities](/en/cities/)" in (file(unset, "llms.txt") or "")


def test_a_withdrawn_page_asks_to_be_forgotten_and_is_not_in_the_sitemap(built: Path, urls: dict[str, etree._Element]) -> None:
    for path in ("countries/fr/", "en/countries/fr/"):
        assert '<meta name="robots" content="noindex">' in (built / path / "index.html").read_text("utf-8")
        assert URL + path not in urls
    assert 'content="noindex"' not in (built / "cities" / "kaifeng" / "index.html").read_text("utf-8")
