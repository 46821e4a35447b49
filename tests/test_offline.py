"""The archive of the whole site: unpacked and opened from the disk, its pages work, and nothing asks for what is not there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

from site_plugins.outputs.offline import ARCHIVE, make_offline_archive
from site_plugins.records.city import City
from tests import conftest
from tests.test_build import CATALOG, Links

NO_SEARCH = {"ru": "В этой копии поиска нет.", "en": "This copy has no search."}


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked archive of the built site."""
    folder = tmp_path_factory.mktemp("unpacked")
    packed = folder / "site.zip"
    packed.write_bytes(make_offline_archive(contents(site), date(2026, 11, 24)))
    with ZipFile(packed) as archive:
        assert archive.testzip() is None
        archive.extractall(folder)
    return folder / "omsk-and-the-world-site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that notes every complaint and every request that leaves the disk."""
    opened = browser.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lambda request: complaints.append(request.url))
    opened.on("request", lambda request: request.url.startswith("file:") or complaints.append(request.url))
    yield opened
    assert complaints == []
    opened.close()


def test_every_link_of_every_page_leads_to_a_file_of_the_copy(copy: Path, site: Path) -> None:
    files = contents(copy)
    pages = [path for path in files if path.endswith(".html")]
    assert len(pages) == len(list(site.rglob("*.html"))) - 1  # 404.html is a server's
    broken = []
    for here in pages:
        links = Links()
        links.feed(files[here].decode())
        for target in links.targets:
            path = unquote(target.partition("#")[0].partition("?")[0])
            if path and ":" not in path and normpath(join(dirname(here), path)) not in files:
                broken.append(f"{here} -> {target}")
    assert broken == []


def test_every_page_says_in_its_language_that_there_is_no_search(copy: Path) -> None:
    for path in copy.rglob("*.html"):
        html = path.read_text("utf-8")
        language = "en" if path.relative_to(copy).parts[0] == "en" else "ru"
        assert NO_SEARCH[language] in html, path
        assert 'role="search"' not in html
    assert not (copy / "search" / "ru").exists()


def test_a_reader_goes_from_page_to_page_and_sees_the_map(copy: Path, page: Page) -> None:
    page.goto((copy / "index.html").as_uri())
    page.click("nav.bar a >> nth=0")
    assert page.url.endswith("/cities/index.html")
    page.click("main a[href*='kaifeng']")
    assert page.locator("h1").inner_text() == "Кайфын"
    page.click(".languages a")
    assert page.locator("h1").inner_text() == "Kaifeng"
    page.click("nav.bar a[href*='map']")
    page.wait_for_selector("[data-ready]")
    assert page.locator("[data-place]").evaluate_all("all => new Set(all.map((one) => one.dataset.place)).size") == len(
        [city for city in CATALOG.all(City) if city.point]
    )
    assert page.locator(".leaflet-overlay-pane path.land--land, .leaflet-overlay-pane path.land").count() > 0


def test_a_list_is_filtered_in_the_copy_too(copy: Path, page: Page) -> None:
    page.goto((copy / "events" / "index.html").as_uri())
    page.select_option("select[name=category]", "sport")
    assert 0 < page.locator("main [data-item]:visible").count() < page.locator("main [data-item]").count()


def test_equal_sites_and_days_give_equal_archives(site: Path) -> None:
    files = contents(site)
    again = dict(reversed(list(files.items())))
    assert make_offline_archive(files, date(2026, 11, 24)) == make_offline_archive(again, date(2026, 11, 24))


def test_a_build_that_is_asked_for_it_publishes_the_archive_and_offers_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(conftest.ENVIRONMENT, "ARCHIVE", "true")
    built = tmp_path / "site"
    result = conftest.build(built)
    assert result.returncode == 0, result.stderr
    assert 'href="../../open-data/omsk-and-the-world-site.zip"' in (built / "cities" / "kaifeng" / "index.html").read_text("utf-8")
    with ZipFile(built / ARCHIVE) as archive:
        assert archive.testzip() is None
        inside = archive.read("omsk-and-the-world-site/cities/kaifeng/index.html").decode()
    assert "omsk-and-the-world-site.zip" not in inside


def test_a_build_that_is_not_asked_for_it_offers_none(site: Path) -> None:
    assert not (site / ARCHIVE).exists()
    assert "omsk-and-the-world-site" not in (site / "index.html").read_text("utf-8")
