"""Feeds: a reader's program and each format's schema are the judges; what they hold is what the pages hold."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from urllib.parse import urljoin
from uuid import UUID
from xml.etree.ElementTree import Element, fromstring

import feedparser
import pytest
from jsonschema import Draft7Validator

from site_plugins.catalog import Catalog
from site_plugins.outputs.feeds.atom import write_atom
from site_plugins.outputs.feeds.feed import NEWEST, Entry, Feed
from site_plugins.outputs.feeds.json_feed import write_json_feed
from site_plugins.outputs.feeds.lists import List, list_feed, lists, make_feeds
from site_plugins.outputs.identity import record_uuid
from site_plugins.outputs.kinds import KINDS, kind_of
from site_plugins.reading.folder import read_folder
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.revision import Revision
from site_plugins.today import today
from tests.conftest import ROOT

CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
WITH_ADDRESS = replace(CATALOG, site=CATALOG.site.model_copy(update={"url": "https://example.org/omsk"}))
LANGUAGES = pytest.mark.parametrize("language", ["ru", "en"])
EVERY_LIST = [made.name for made in lists(CATALOG, "ru")]
SCHEMA = json.loads((ROOT / "node_modules" / "jsonfeed-schema" / "schema-v1.1.json").read_text("utf-8"))
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = datetime(2026, 11, 26, 12, 30, tzinfo=UTC)


def files(catalog: Catalog, language: str) -> dict[str, str | bytes]:
    return {artifact.path: artifact.content for artifact in make_feeds(catalog, language)}


def prefix(language: str) -> str:
    return "" if language == "ru" else "en/"


def feed_of(*entries: Entry) -> Feed:
    return Feed(UUID(int=1), "Лента", "О чём", "Кто", "ru", "https://example.org/", "https://example.org/a.atom", MOMENT, entries)


def entry(number: int, updated: datetime = MOMENT, title: str = "Запись") -> Entry:
    return Entry(UUID(int=number), title, "Кратко", f"https://example.org/{number}/", MOMENT, updated)


@LANGUAGES
@pytest.mark.parametrize("name", EVERY_LIST)
def test_a_reader_program_reads_every_atom_feed_without_a_complaint(site: Path, language: str, name: str) -> None:
    told = feedparser.parse((site / prefix(language) / "feeds" / f"{name}.atom").read_bytes())
    assert not told.bozo, told.get("bozo_exception")
    assert told.version == "atom10"
    assert told.feed.language == language
    assert told.entries


@LANGUAGES
def test_every_atom_feed_keeps_the_rules_of_rfc_4287(language: str) -> None:
    for path, content in files(WITH_ADDRESS, language).items():
        if path.endswith(".atom"):
            check_atom(fromstring(content), f"https://example.org/omsk/{path}")


def check_atom(feed: Element, address: str) -> None:
    """Sections 4.1.1, 4.1.2 and 4.2 on what must be there and how often."""
    assert feed.tag == f"{ATOM}feed"
    once(feed, "id", "title", "subtitle", "updated", "author")
    assert [link.get("href") for link in feed.iterfind(f"{ATOM}link[@rel='self']")] == [address]
    entries = feed.findall(f"{ATOM}entry")
    assert len({element.findtext(f"{ATOM}id") for element in entries}) == len(entries)
    for element in entries:
        once(element, "id", "title", "updated", "published", "summary")
        assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert all(category.get("term") for category in element.iterfind(f"{ATOM}category"))
    for element in feed.iter():
        if element.tag in (f"{ATOM}updated", f"{ATOM}published"):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.text or "")
        if element.tag == f"{ATOM}id":
            UUID((element.text or "").removeprefix("urn:uuid:"))
        if element.tag == f"{ATOM}link":
            assert (element.get("href") or "").startswith("https://example.org/omsk/")


def once(parent: Element, *names: str) -> None:
    for name in names:
        assert len(parent.findall(f"{ATOM}{name}")) == 1, name


@pytest.mark.parametrize("record_type", KINDS)
def test_an_entry_says_of_which_kind_its_record_is(record_type: type[Record]) -> None:
    made = next(made for made in lists(CATALOG, "en") if made.types == (record_type,))
    told = {category.get("term") for category in fromstring(files(CATALOG, "en")[made.path("en", "atom")]).iter(f"{ATOM}category")}
    kinds = {kind_of(record) for record in CATALOG.all(record_type)} - {None}
    assert record_type.folder in told
    assert told & kinds


@LANGUAGES
@pytest.mark.parametrize("catalog", [CATALOG, WITH_ADDRESS], ids=["no-address", "address"])
def test_every_json_feed_is_valid_by_its_schema(catalog: Catalog, language: str) -> None:
    Draft7Validator.check_schema(SCHEMA)
    validator = Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER)
    for path, content in files(catalog, language).items():
        if path.endswith(".json"):
            assert [error.message for error in validator.iter_errors(json.loads(content))] == [], path


@LANGUAGES
@pytest.mark.parametrize("made", lists(CATALOG, "ru"), ids=lambda made: made.name)
def test_both_files_of_a_list_hold_the_same_entries(site: Path, language: str, made: List) -> None:
    atom = feedparser.parse((site / made.path(language, "atom")).read_bytes())
    told = json.loads((site / made.path(language, "json")).read_text("utf-8"))
    assert [(e.id, e.title, e.summary, e.updated) for e in atom.entries] == [
        (item["id"], item["title"], item["content_text"], item["date_modified"]) for item in told["items"]
    ]
    assert atom.feed.title == told["title"]


@LANGUAGES
@pytest.mark.parametrize("name", EVERY_LIST)
def test_an_entry_leads_to_a_page_that_says_what_the_entry_says(site: Path, language: str, name: str) -> None:
    path = f"{prefix(language)}feeds/{name}.atom"
    for told in feedparser.parse((site / path).read_bytes()).entries:
        there, _, anchor = urljoin(f"/{path}", told.link).partition("#")
        html = re.sub(r"</?(?:abbr|span)\b[^>]*>", "", (site / there.lstrip("/") / "index.html").read_text("utf-8"))
        page = re.sub(r"\s+", " ", unescape(html))
        state = next((f" ({c.label})" for c in told.tags if c.term in ("unconfirmed", "announced", "planned", "cancelled")), "")
        assert told.title.removesuffix(state) in page
        assert told.summary in page
        assert not anchor or f'id="{anchor}"' in page


@LANGUAGES
@pytest.mark.parametrize("made", lists(CATALOG, "ru"), ids=lambda made: made.name)
def test_a_feed_holds_its_whole_list_or_the_newest_fifty(language: str, made: List) -> None:
    known = {record_uuid(record, language): CATALOG.revision(record).modified for kind in made.types for record in CATALOG.all(kind)}
    held = {e.id: e.updated for e in list_feed(CATALOG, language, made, made.path(language, "atom")).newest()}
    assert held.items() <= known.items()
    assert len(held) == min(len(known), NEWEST)
    assert all(known[left] <= min(held.values()) for left in known.keys() - held.keys())


def test_the_entry_changed_last_comes_first_and_dates_the_feed() -> None:
    later = MOMENT.replace(hour=13)
    feed = feed_of(entry(1), entry(2, later), entry(3))
    assert [e.id.int for e in feed.newest()] == [2, 1, 3]
    assert feedparser.parse(write_atom(feed)).feed.updated == "2026-11-26T13:30:00Z"


def test_of_more_than_fifty_entries_the_oldest_changes_fall_out() -> None:
    feed = feed_of(*(entry(number, MOMENT.replace(minute=number)) for number in range(NEWEST + 5)))
    numbers = list(range(NEWEST + 4, 4, -1))
    assert [UUID(e.id.removeprefix("urn:uuid:")).int for e in feedparser.parse(write_atom(feed)).entries] == numbers
    assert [UUID(item["id"].removeprefix("urn:uuid:")).int for item in json.loads(write_json_feed(feed))["items"]] == numbers


def test_a_feed_without_entries_is_a_feed() -> None:
    told = feedparser.parse(write_atom(feed_of()))
    assert not told.bozo
    assert told.feed.updated == "2026-11-26T12:30:00Z"
    assert json.loads(write_json_feed(feed_of()))["items"] == []


def test_marks_of_xml_in_a_text_stay_text() -> None:
    title = 'Завод «А & Б» <5 "кавычки" ]]>'
    feed = feed_of(entry(1, title=title))
    assert fromstring(write_atom(feed)).findtext(f"{ATOM}entry/{ATOM}title") == title
    assert json.loads(write_json_feed(feed))["items"][0]["title"] == title


def test_moments_are_those_of_the_records_history() -> None:
    created, modified = datetime(2026, 2, 5, 4, 3, 2, tzinfo=UTC), datetime(2026, 3, 1, 10, 20, 30, tzinfo=UTC)
    catalog = Catalog(CATALOG.entries, CATALOG.site, CATALOG.today, revisions={("cities", "perm"): Revision(1, created, modified)})
    told = feedparser.parse(files(catalog, "ru")["feeds/cities.atom"]).entries
    perm = next(e for e in told if e.link.endswith("cities/perm/"))
    assert (perm.published, perm.updated) == ("2026-02-05T04:03:02Z", "2026-03-01T10:20:30Z")
    assert told[-1] == perm, "the others are new today"


def test_a_renamed_record_keeps_its_entry_and_another_domain_changes_none() -> None:
    perm = CATALOG.get(City, "perm")
    once_renamed = perm.model_copy(update={"id": "perm-city", "former_ids": ["perm"]})
    twice_renamed = perm.model_copy(update={"id": "perm-on-kama", "former_ids": ["perm", "perm-city"]})
    assert record_uuid(perm, "ru") == record_uuid(once_renamed, "ru") == record_uuid(twice_renamed, "ru")

    def ids(catalog: Catalog) -> list[str]:
        return [e.id for content in files(catalog, "en").values() for e in feedparser.parse(content).entries]

    assert ids(CATALOG) == ids(WITH_ADDRESS)


def test_the_ids_of_today_are_those_of_the_first_day() -> None:
    assert str(record_uuid(CATALOG.get(City, "vitebsk"), "ru")) == "9856ee33-7522-589d-a9be-33763431dcb2"
    assert str(record_uuid(CATALOG.get(Event, "flora-2019"), "en")) == "1c8ca7a2-0722-52ee-b8cd-672d7f3627e8"


def test_a_text_without_translation_is_marked_as_russian() -> None:
    old = CATALOG.by_folder["cities"]["vitebsk"]
    summary = old.record.summary.model_copy(update={"en": None})
    new = replace(old, record=old.record.model_copy(update={"summary": summary}))
    catalog = Catalog(tuple(new if one is old else one for one in CATALOG.entries), CATALOG.site, CATALOG.today)
    made = files(catalog, "en")
    item = next(item for item in json.loads(made["en/feeds/cities.json"])["items"] if item["title"] == "Vitebsk")
    assert (item["language"], item["content_text"]) == ("ru", summary.ru)
    entries = fromstring(made["en/feeds/cities.atom"]).findall(f"{ATOM}entry")
    spoken = {e.findtext(f"{ATOM}title"): e.get("{http://www.w3.org/XML/1998/namespace}lang") for e in entries}
    assert [title for title, language in spoken.items() if language] == ["Vitebsk"]


@LANGUAGES
def test_the_page_of_a_list_offers_its_feeds_and_the_home_page_those_of_everything(site: Path, language: str) -> None:
    for made in lists(CATALOG, language):
        here = prefix(language) + made.page
        page = (site / here / "index.html").read_text("utf-8")
        offered = re.findall(r'<link rel="alternate" type="application/(?:atom\+xml|feed\+json)" title="[^"]+" href="([^"]+)">', page)
        assert [urljoin(f"/{here}", href) for href in offered] == [f"/{made.path(language, suffix)}" for suffix in ("atom", "json")]
