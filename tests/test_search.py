"""Search as a reader meets it: each row of search_queries.yml typed into the built site's search page."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from site_plugins.catalog import Catalog
from site_plugins.outputs.search import make_search
from site_plugins.outputs.search_words import fold, split, stem
from site_plugins.reading.folder import read_folder
from site_plugins.today import today
from tests.conftest import ROOT, serve

QUERIES: list[dict[str, str]] = yaml.safe_load((ROOT / "tests" / "search_queries.yml").read_text("utf-8"))
CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
PREFIX = {"ru": "", "en": "en/"}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def ask(page: Page, site_url: str, query: str, language: str = "ru") -> list[str]:
    """The addresses of the results, from the site's root."""
    page.goto(f"{site_url}{PREFIX[language]}search/")
    page.evaluate("query => location.search = new URLSearchParams({q: query})", query)
    page.wait_for_url("**?q=*")
    page.wait_for_function("document.querySelector('.search__state').textContent")
    return [link.removeprefix(site_url) for link in page.eval_on_selector_all("[data-results] a", "links => links.map(link => link.href)")]


def expected(row: dict[str, str]) -> str:
    folder, _, record = row["expect"].partition("/")
    return f"{PREFIX[row['language']]}{folder.replace('_', '-')}/{record}/"


@pytest.mark.parametrize("row", QUERIES, ids=[f"{row['query']} ({row['language']})" for row in QUERIES])
def test_the_page_looked_for_comes_first(page: Page, site_url: str, row: dict[str, str]) -> None:
    found = ask(page, site_url, row["query"], row["language"])
    if row["expect"] == "nothing":
        assert found == []
    else:
        assert found[:1] == [expected(row)], found[:5]
    read_as = "Искали" in page.inner_text(".search__state") or "Searched for" in page.inner_text(".search__state")
    assert read_as == (row["why"] in ("layout", "misspelling")) or row["why"] in ("layout", "misspelling")
