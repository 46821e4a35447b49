"""What a shared link shows of a page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

from PIL import Image

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.cards import Card
from site_plugins.outputs.open_graph import Heading, open_graph
from site_plugins.outputs.pages.records import make_record_page
from site_plugins.reading.folder import read_folder
from site_plugins.records.revision import Revision
from tests.conftest import build_project
from tests.mistakes import BASE, TODAY

CATALOG = Catalog.of(read_folder(BASE), TODAY)
ADDRESS = "https://example.org/omsk/"
KAIFENG = make_record_page(CATALOG, "en", CATALOG.by_folder["cities"]["kaifeng"])


class Tags(HTMLParser):
    """The `<meta>` of a page that a name or a property tells apart."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            assert name == "theme-color" or name not in self.said, f"{name} twice"
            self.said[name] = given["content"] or ""


def said(page: Page, url: str = "", catalog: Catalog = CATALOG, card: Card | None = None) -> dict[str, str]:
    heading = Heading(url, page.language, ["ru", "en"], page.title, page.description)
    return {name: content for _, name, content in open_graph(catalog, heading, page, card)}


def test_a_record_tells_what_it_is_called_and_in_which_languages() -> None:
    told = said(KAIFENG)
    assert told["og:type"] == "article"
    assert told["og:title"] == "Kaifeng"
    assert told["og:description"] == KAIFENG.description
    assert (told["og:locale"], told["og:locale:alternate"]) == ("en_GB", "ru_RU")


def test_a_card_is_told_with_its_size_and_what_is_written_on_it() -> None:
    told = said(KAIFENG, ADDRESS, card=Card(f"{ADDRESS}cards/en/cities/kaifeng.png", "Twin city. Kaifeng"))
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:image"] == f"{ADDRESS}cards/en/cities/kaifeng.png"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image:alt"] == "Twin city. Kaifeng"


def test_without_an_address_no_tag_pretends_to_one() -> None:
    assert said(KAIFENG)["twitter:card"] == "summary"
    assert not [content for content in said(KAIFENG).values() if "://" in content]


def test_an_article_has_the_dates_of_its_text_and_never_those_of_an_event() -> None:
    page = make_record_page(CATALOG, "en", CATALOG.by_folder["events"]["kaifeng-visit-2019"])
    moments = [datetime(2026, 11, day, tzinfo=UTC) for day in (2, 20)]
    told = said(page, catalog=replace(CATALOG, revisions={("events", "kaifeng-visit-2019"): Revision(1, *moments)}))
    assert told["article:published_time"] == "2026-11-02T00:00:00+00:00"
    assert told["article:modified_time"] == "2026-11-20T00:00:00+00:00"
    assert not [content for content in told.values() if content.startswith("2019")]


def pages(site: Path) -> Iterator[tuple[str, dict[str, str]]]:
    for path in sorted(site.rglob("index.html")):
        yield path.relative_to(site).as_posix(), Tags(path.read_text("utf-8")).said


def test_every_page_has_its_tags_in_its_own_language(site: Path) -> None:
    for where, told in pages(site):
        assert told["og:title"], where
        assert told["og:site_name"] == ("Omsk and the World" if where.startswith("en/") else "Омск и мир"), where
        assert told["og:locale"] == ("en_GB" if where.startswith("en/") else "ru_RU"), where
        assert told.get("og:description") == told.get("description"), where


def test_with_an_address_every_page_has_a_card_that_is_there(project: Path) -> None:
    with (project / "data" / "site.yml").open("a", encoding="utf-8") as file:
        file.write(f"url: {ADDRESS}\n")
    assert build_project(project).returncode == 0
    site = project / "site"
    images = set()
    for where, told in pages(site):
        assert told["og:url"] == ADDRESS + where.removesuffix("index.html")
        assert told["og:image"].startswith(f"{ADDRESS}cards/{'en' if where.startswith('en/') else 'ru'}/"), where
        with Image.open(site / told["og:image"].removeprefix(ADDRESS)) as image:
            assert (str(image.width), str(image.height)) == (told["og:image:width"], told["og:image:height"])
        images.add(told["og:image"].removeprefix(ADDRESS))
    assert images == {path.relative_to(site).as_posix() for path in site.glob("cards/**/*.png")}
