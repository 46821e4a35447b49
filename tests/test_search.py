"""Search as a reader meets it: each row of search_queries.yml asked of the built site's search page."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Page

from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.prose import prose_addresses, read_prose
from site_plugins.outputs import lexicon, paging
from site_plugins.outputs.lexicon import Lexicon
from site_plugins.outputs.pages import make_pages, make_services
from site_plugins.outputs.pages.lists import make_lists
from site_plugins.outputs.search import BLOCK, make_search
from site_plugins.outputs.search_documents import UNSOUGHT, Prose, make_documents
from site_plugins.outputs.search_words import fold, is_russian, split, stem
from site_plugins.reading.folder import read_folder
from site_plugins.today import today
from tests.conftest import ROOT, serve

QUERIES: list[dict[str, str]] = yaml.safe_load((ROOT / "tests" / "search_queries.yml").read_text("utf-8"))
CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
PREFIX = {"ru": "", "en": "en/"}
MENDED = {"ru": "Искали", "en": "Searched for"}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def told(page: Page) -> str:
    """What the page says of the results, once it does."""
    page.wait_for_function("document.querySelector('.search__state').textContent")
    return page.inner_text(".search__state")


def results(page: Page, site_url: str) -> list[str]:
    """The addresses of the results, from the site's root."""
    return [link.removeprefix(site_url) for link in page.eval_on_selector_all("[data-results] a", "links => links.map(link => link.href)")]


def ask(page: Page, site_url: str, query: str, language: str = "ru") -> tuple[str, list[str]]:
    page.goto(f"{site_url}{PREFIX[language]}search/?q={quote(query)}")
    return told(page), results(page, site_url)


def all_results(page: Page, site_url: str, query: str) -> set[str]:
    """Those shown on request too."""
    ask(page, site_url, query)
    while page.is_visible("[data-more]"):
        shown = len(results(page, site_url))
        page.click("[data-more]")
        page.wait_for_function(f"document.querySelectorAll('[data-results] a').length > {shown}")
    return set(results(page, site_url))


def expected(row: dict[str, str]) -> list[str]:
    return [] if row["expect"] == "nothing" else [f"{PREFIX[row['language']]}{row['expect'].replace('_', '-')}/"]


@pytest.mark.parametrize("row", QUERIES, ids=[f"{row['query']} ({row['language']})" for row in QUERIES])
def test_the_page_looked_for_comes_first(page: Page, site_url: str, row: dict[str, str]) -> None:
    said, found = ask(page, site_url, row["query"], row["language"])
    assert found[:1] == expected(row), found[:5]
    if row["why"] not in ("layout", "misspelling"):
        assert MENDED[row["language"]] not in said


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_that_is_no_records_is_found_first_by_its_title(page: Page, site_url: str, language: str) -> None:
    own = [*make_lists(CATALOG, language), *make_services(CATALOG, language)]
    titles = {made.title: made.path for made in own if made.kind not in UNSOUGHT} | {
        written.title: written.path for written in read_prose(ROOT / "docs", language)
    }
    assert len(titles) > 40
    assert {title: ask(page, site_url, title, language)[1][:1] for title in titles} == {title: [path] for title, path in titles.items()}


def test_of_a_list_in_parts_the_first_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PART", 10)
    assert any("/page-2/" in made.address for made in make_pages(CATALOG, "ru"))
    found = [document.card[3] for document in make_documents(CATALOG, "ru")]
    assert "industrial-sites/" in found
    assert not [address for address in found if "/page-" in address]


def test_a_written_page_is_known_by_its_heading_its_description_and_its_words(tmp_path: Path) -> None:
    (tmp_path / "en" / "help").mkdir(parents=True)
    (tmp_path / "en" / "help" / "index.md").write_text("---\ndescription: How.\n---\n# Help\n\nSee [the map](map/index.md).\n", "utf-8")
    (tmp_path / "terms.md").write_text("# Условия\n", "utf-8")
    assert list(read_prose(tmp_path, "en")) == [Prose("en/help/", "Help", "How.", "# Help\n\nSee [the map].\n")]
    assert list(read_prose(tmp_path, "ru")) == [Prose("terms/", "Условия", "", "# Условия\n")]
    assert sorted(prose_addresses(tmp_path)) == ["/en/help/", "/terms/"]


def test_prose_is_found_by_the_title_that_its_page_has(tmp_path: Path) -> None:
    (tmp_path / "rules.md").write_text("---\ntitle: Правила\n---\n# Как мы пишем\n", "utf-8")
    assert [prose.title for prose in read_prose(tmp_path, "ru")] == ["Правила"]


@pytest.mark.parametrize(
    "forms",
    [
        "медаль медали медалей медалями",
        "дети детей детям детьми ребёнок",
        "музей музея музеи музеев музеями",
        "выставка выставку выставок выставками",
        "поездка поездки поездок",
        "юбилей юбилея юбилеев",
        "открыть открыли откроет",
    ],
)
def test_all_forms_of_a_word_find_the_same(page: Page, site_url: str, forms: str) -> None:
    found = {form: all_results(page, site_url, form) for form in forms.split()}
    first = next(iter(found.values()))
    assert first
    assert {form: those ^ first for form, those in found.items() if those != first} == {}


def test_a_word_may_be_a_form_of_several() -> None:
    assert list(Lexicon().lexemes("туров")) == ["тур", "туров"]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_word_of_the_site_leads_to_what_it_is_found_by(language: str) -> None:
    known = Lexicon()
    said = {word for document in make_documents(CATALOG, language) for _, text in document.names for word in split(fold(text))}
    assert [word for word in said if is_russian(word) and not all(stem(word) in stems for stems in known.lexemes(word).values())] == []


def test_a_word_is_looked_up_once_for_all_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Lexicon, "store", Cache(tmp_path))
    first = Lexicon()
    read = first.lexemes("детьми")
    first.keep()
    monkeypatch.setattr(lexicon, "_dictionary", lambda: pytest.fail("the dictionary was opened"))
    assert Lexicon().lexemes("детьми") == read


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_browser_spells_every_word_as_the_index_does(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + "search/")
    texts = [text for document in make_documents(CATALOG, language) for _, text in document.names + document.texts]
    ours = [[[word, stem(word)] for word in split(fold(text))] for text in texts]
    theirs = page.evaluate("texts => texts.map(spelledForSearch)", texts)
    assert [pair for pair in zip(texts, ours, theirs, strict=True) if pair[1] != pair[2]] == []


@pytest.mark.parametrize(("query", "said"), [("Gfdkjlfh", "Павлодар"), ("Фавлодар", "Павлодар"), ("сотруднечество", "сотрудничеств")])
def test_a_mended_query_is_told(page: Page, site_url: str, query: str, said: str) -> None:
    assert f"{MENDED['ru']}: «{said}" in ask(page, site_url, query)[0]


def test_pages_with_some_of_the_words_are_told_as_such(page: Page, site_url: str) -> None:
    said, found = ask(page, site_url, "brewery ticket", "en")
    assert said.startswith("No page has all of these words.")
    assert found
    assert "No page has all" not in ask(page, site_url, "brewery tour", "en")[0]


def test_typing_searches_and_keeps_the_query_in_the_address(page: Page, site_url: str) -> None:
    page.goto(site_url + "search/")
    page.locator("#q").press_sequentially("кайф")
    told(page)
    assert results(page, site_url)[0] == "cities/kaifeng/"
    assert page.url == f"{site_url}search/?q={quote('кайф')}"
    page.fill("#q", "")
    page.wait_for_function("!document.querySelector('.search__state').textContent")
    assert results(page, site_url) == []
    assert page.url == site_url + "search/"


def test_further_results_are_shown_on_request(page: Page, site_url: str) -> None:
    said, found = ask(page, site_url, "Омск")
    page.click("[data-more]")
    page.wait_for_function(f"document.querySelectorAll('[data-results] a').length > {len(found)}")
    further = results(page, site_url)
    assert further[: len(found)] == found
    assert len(set(further)) == len(further) > len(found) > BLOCK
    assert int(said.split()[-1]) > len(further)
    assert page.evaluate("document.activeElement.href").removeprefix(site_url) == further[len(found)]


def test_it_works_below_a_folder(page: Page, site: Path) -> None:
    for address in serve(site.parent):
        page.goto(f"{address}{site.name}/en/search/?q=Kaifeng")
        told(page)
        assert results(page, address)[0] == f"{site.name}/en/cities/kaifeng/"


def test_a_lost_connection_is_told(browser: Browser, site_url: str) -> None:
    page = browser.new_page()
    page.route("**/terms-*.json", lambda route: route.abort())
    page.goto(site_url + "search/?q=Минск")
    assert told(page) == page.get_attribute("[data-search]", "data-failed")
    page.close()


def test_a_query_is_text_and_never_markup(page: Page, site_url: str) -> None:
    ask(page, site_url, "<img src=x onerror=alert(1)> ${Минск}")
    assert page.locator(".search__state img, [data-results] img").count() == 0


@pytest.mark.parametrize("language", ["ru", "en"])
def test_equal_records_give_equal_files(language: str) -> None:
    assert list(make_search(CATALOG, language)) == list(make_search(CATALOG, language))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_record_is_in_the_index_once_and_by_a_name(language: str) -> None:
    documents = make_documents(CATALOG, language)
    addresses = [document.card[3] for document in documents]
    assert len(set(addresses)) == len(addresses) >= len(CATALOG.entries)
    assert all(document.names for document in documents)
