"""The feed of «What changed» says what the page says, under names that stay."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest

from site_plugins.catalog import Catalog
from site_plugins.history.past import read_past
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.changes import tell
from site_plugins.outputs.feeds.changes import make_changes_feed
from site_plugins.outputs.templating import View
from site_plugins.reading.folder import read_folder
from tests.repository import Repository

LANGUAGES = pytest.mark.parametrize("language", ["ru", "en"])


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Two figures corrected on the second day, one of them again on the third."""
    made = Repository(tmp_path_factory.mktemp("feed") / "origin")
    made.commit()
    made.change("cities/kaifeng.yml", "value: 4824016", "value: 4900000")
    made.change("programmes/industrial-tourism.yml", "value: 15000", "value: 16000")
    made.commit()
    made.change("cities/kaifeng.yml", "value: 4900000", "value: 5000000")
    made.commit()
    return made


def catalog_of(data: Path) -> Catalog:
    catalog = Catalog.of(read_folder(data), date(2026, 3, 1))
    return replace(catalog, read_past=lambda: read_past(data), site=catalog.site.model_copy(update={"url": "https://example.org/omsk"}))


def feeds(data: Path, language: str) -> tuple[Any, dict[str, Any]]:
    """The Atom feed as a reader's program has it, and the JSON Feed."""
    made: dict[str, Artifact] = {artifact.path.rpartition(".")[2]: artifact for artifact in make_changes_feed(catalog_of(data), language)}
    atom = feedparser.parse(made["atom"].content)
    assert not atom.bozo
    return atom, json.loads(made["json"].content)


@LANGUAGES
def test_both_feeds_say_what_the_page_says(repository: Repository, language: str) -> None:
    page = [item for day in tell(View(catalog_of(repository.data), language, "changes/")) for item in day.items]
    atom, data = feeds(repository.data, language)
    told = {entry.title for entry in atom.entries}
    assert told == {item.plain for item in page} == {item["title"] for item in data["items"]}
    corrected = {"ru": "4 900 000 (раньше — 4 824 016)", "en": "4,900,000 (was 4,824,016)"}[language]
    assert any(corrected in title.replace("\N{NO-BREAK SPACE}", " ") for title in told)


@LANGUAGES
def test_an_entry_leads_to_the_record_and_is_of_the_moment_of_its_last_edit(repository: Repository, language: str) -> None:
    entry = feeds(repository.data, language)[0].entries[0]
    assert entry.link == f"https://example.org/omsk/{'' if language == 'ru' else 'en/'}cities/kaifeng/"
    assert entry.updated == entry.published == "2026-01-03T12:00:00Z"


def test_an_entry_keeps_its_name_when_later_days_come_and_in_a_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    names = {entry.title: entry.id for entry in feeds(repository.data, "ru")[0].entries}
    seen = {entry.title: entry.id for entry in feeds(repository.clone(tmp_path / "shallow", "--depth", "2"), "ru")[0].entries}
    assert len(names) > len(seen) > 0
    assert seen.items() <= names.items()
    assert len(set(names.values())) == len(names)


def test_no_feed_names_an_author_or_a_message_of_a_commit(repository: Repository) -> None:
    for artifact in make_changes_feed(catalog_of(repository.data), "ru"):
        assert "Secret" not in str(artifact.content)


def test_without_history_the_feed_is_empty_and_still_valid(tmp_path: Path) -> None:
    atom, data = feeds(Repository(tmp_path).data, "ru")
    assert atom.entries == []
    assert atom.feed.id
    assert data["items"] == []
