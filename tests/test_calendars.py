"""Calendars: two independent programs read them; what they hold is what the pages hold, and to import one twice changes nothing."""

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from site_plugins.catalog import Catalog
from site_plugins.languages.formats import date_words
from site_plugins.languages.words import words
from site_plugins.outputs.anniversaries import next_anniversary
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.calendars.collections import collections
from site_plugins.outputs.calendars.files import make_calendars, offer_calendars
from site_plugins.outputs.calendars.time_zone import time_zone
from site_plugins.outputs.identity import record_uuid
from site_plugins.outputs.old_addresses import make_old_addresses
from site_plugins.outputs.pages.lists import make_lists
from site_plugins.outputs.pages.records import make_record_page
from site_plugins.outputs.pages.subscribe import make_subscribe
from site_plugins.outputs.templating import View
from site_plugins.reading.folder import read_folder
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.edtf import parse_edtf
from site_plugins.records.event import Event, TimedPart
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.revision import Revision
from site_plugins.today import today
from tests.conftest import ROOT

CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
EVENTS = CATALOG.all(Event)
LANGUAGES = pytest.mark.parametrize("language", ["ru", "en"])
DAY = timedelta(days=1)


def with_changes(record: Record, catalog: Catalog = CATALOG, **changes: object) -> Catalog:
    """The catalog with one record changed."""
    old = catalog.by_folder[record.folder][record.id]
    new = replace(old, record=old.record.model_copy(update=changes))
    return replace(catalog, entries=tuple(new if one is old else one for one in catalog.entries))


def with_address(catalog: Catalog) -> Catalog:
    return replace(catalog, site=catalog.site.model_copy(update={"url": "https://example.org/omsk"}))


def files(catalog: Catalog, language: str = "ru") -> dict[str, bytes]:
    """Name below calendars/ -> the file."""
    folder = f"{prefix(language)}calendars/"
    return {made.path.removeprefix(folder): made.content for made in make_calendars(catalog, language)}


def by_ical_js(tmp_path: Path, content: bytes) -> list[dict[str, object]]:
    """What ical.js sees in a calendar."""
    path = tmp_path / "calendar.ics"
    path.write_bytes(content)
    return seen_by_ical_js(path)[0]


def seen_by_ical_js(*paths: Path) -> list[list[dict[str, object]]]:
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
    command = [node, str(ROOT / "tests" / "read_calendars.mjs"), *map(str, paths)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


def read(content: bytes) -> dict[str, icalendar.Event]:
    """UID -> entry."""
    found = {str(event["UID"]): event for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}
    assert len(found) == content.count(b"BEGIN:VEVENT")
    return found


def entry_of(record: Record, catalog: Catalog, name: str = "events.ics", language: str = "ru") -> icalendar.Event:
    return read(files(catalog, language)[name])[str(record_uuid(record))]


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", page.replace("</dt>", " "))))


@pytest.fixture(scope="module")
def built(site: Path) -> dict[Path, bytes]:
    """Every calendar of the built site."""
    return {path: path.read_bytes() for folder in ("calendars", "en/calendars") for path in sorted((site / folder).rglob("*.ics"))}


def test_a_calendar_program_reads_every_calendar_and_sees_what_the_library_wrote(built: dict[Path, bytes]) -> None:
    for content, events in zip(built.values(), seen_by_ical_js(*built), strict=True):
        expected = [
            (str(e["UID"]), e["SEQUENCE"], str(e["SUMMARY"]), str(e["STATUS"]), as_told(e, "DTSTART"), as_told(e, "DTEND"))
            for e in read(content).values()
        ]
        assert [(e["uid"], e["sequence"], e["title"], e["status"], e["start"], e["end"]) for e in events] == expected


def as_told(entry: icalendar.Event, name: str) -> str:
    """A day or a moment of an entry as ical.js names it; what has no end ends when it begins (RFC 5545, 3.6.1)."""
    value = entry.decoded(name if name in entry else "DTSTART")
    return value.strftime("%Y-%m-%dT%H:%M:%S") if isinstance(value, datetime) else str(value)


def test_every_calendar_keeps_the_rules_of_rfc_5545(built: dict[Path, bytes]) -> None:
    assert len(built) > 100
    for path, content in built.items():
        lines = content.split(b"\r\n")
        assert b"\n" not in b"".join(lines), path
        assert max(len(line) for line in lines) <= 75, path
        content.decode()
        calendar = icalendar.Calendar.from_ical(content)
        assert calendar["VERSION"] == "2.0"
        assert calendar["PRODID"]
        assert "METHOD" not in calendar, "a published calendar is no invitation"
        assert not calendar.errors
        entries = calendar.walk("VEVENT")
        assert entries, "RFC 5545 knows no empty calendar"
        for entry in entries:
            assert not entry.errors
            assert {"UID", "DTSTAMP", "SEQUENCE", "LAST-MODIFIED", "CREATED", "SUMMARY", "STATUS"} <= set(entry)
            if "TZID" in entry["DTSTART"].params:
                zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
                assert entry["DTSTART"].params["TZID"] in zones
            else:
                assert entry["DTSTART"].params["VALUE"] == entry["DTEND"].params["VALUE"] == "DATE"
            assert "DTEND" not in entry or entry.decoded("DTEND") > entry.decoded("DTSTART")
            assert entry.decoded("CREATED") <= entry.decoded("LAST-MODIFIED") == entry.decoded("DTSTAMP")
            assert entry.decoded("DTSTAMP").utcoffset() == timedelta()


def test_a_calendar_survives_being_read_and_written_again(built: dict[Path, bytes]) -> None:
    for path, content in built.items():
        assert icalendar.Calendar.from_ical(content).to_ical() == content, path


@LANGUAGES
def test_the_calendar_holds_every_event_with_days_and_no_other(site: Path, language: str) -> None:
    held = read((site / prefix(language) / "calendars" / "events.ics").read_bytes())
    parts = {str(record_uuid(event, "times", str(number))) for event in EVENTS for number in range(len(event.times))}
    assert set(held) == {str(record_uuid(event)) for event in EVENTS if event.date.in_days} | parts
    page = (site / prefix(language) / "events" / "index.html").read_text("utf-8")
    assert len(re.findall("<li data-item", page)) == len(EVENTS)


@LANGUAGES
def test_an_entry_says_what_the_page_of_its_event_says(site: Path, language: str) -> None:
    held = read((site / prefix(language) / "calendars" / "events.ics").read_bytes())
    for event in EVENTS:
        if (entry := held.get(str(record_uuid(event)))) is None:
            continue
        page = text_of((site / prefix(language) / "events" / event.id / "index.html").read_text("utf-8"))
        first, last = entry.decoded("DTSTART"), entry.decoded("DTEND") - DAY
        days = parse_edtf(f"{first}" if first == last else f"{first}/{last}")
        assert f"{words(language).gettext('When')} {date_words(days, language)}".replace("\xa0", " ") in page
        badge = re.search(r" \(([^()]+)\)$", entry["SUMMARY"]) if event.status != "held" else None
        assert not badge or badge[1] in page
        assert entry["SUMMARY"].removesuffix(badge[0] if badge else "") in page
        for told in (*entry["DESCRIPTION"].split("\n"), *entry.get("LOCATION", "").split("; "), *entry["CATEGORIES"].cats):
            assert told in page, told


def test_the_day_after_the_last_is_where_an_entry_ends() -> None:
    held = read(files(CATALOG)["events.ics"])
    flora, vitebsk = (held[str(record_uuid(CATALOG.get(Event, name)))] for name in ("flora-2019", "vitebsk-twinning-2025"))
    assert (flora.decoded("DTSTART"), flora.decoded("DTEND")) == (date(2019, 8, 2), date(2019, 8, 6))
    assert (vitebsk.decoded("DTSTART"), vitebsk.decoded("DTEND")) == (date(2025, 6, 19), date(2025, 6, 20))


@pytest.mark.parametrize("text", ["2019", "2019-08", "2023-21", "2019-08-02?", "2019-08-02~", "2019-08/2019-09-01", "2019-08-02/2019-09"])
def test_a_month_a_season_a_year_or_a_doubtful_day_makes_no_entry(text: str) -> None:
    event = CATALOG.get(Event, "flora-2019")
    made = files(with_changes(event, date=parse_edtf(text), times=[]))
    assert str(record_uuid(event)) not in read(made["events.ics"])
    assert "events/flora-2019.ics" not in made
    assert "Ещё 40 дат сюда не вошли" in icalendar.Calendar.from_ical(made["events.ics"])["DESCRIPTION"]


@LANGUAGES
def test_the_page_tells_how_much_each_calendar_holds_and_leaves_out(language: str) -> None:
    page = make_subscribe(CATALOG, language).body
    row = r'<a href="([^"]+)" type="text/calendar">.+?<td class="count"[^>]*>(\d+)</td><td class="count"[^>]*>(\d+)</td>'
    told = re.findall(row, page, re.DOTALL)
    found = {href.partition("calendars/")[2]: (int(held), int(out)) for href, held, out in told}
    made = files(CATALOG, language)
    assert set(found) == {name for name in made if not name.startswith("events/")}
    for name, (held, _) in found.items():
        assert len(read(made[name])) == held
    parts = sum(len(event.times) for event in EVENTS)
    assert found["events.ics"] == (len([e for e in EVENTS if e.date.in_days]) + parts, len([e for e in EVENTS if not e.date.in_days]))
    by_kind = [value for name, value in found.items() if name.startswith("categories/")]
    assert tuple(map(sum, zip(*by_kind, strict=True))) == found["events.ics"]


def part_of(event: Event, **changes: object) -> TimedPart:
    return TimedPart.model_validate({"title": {"ru": "Открытие"}, "sources": event.sources} | changes)


@pytest.mark.parametrize(
    ("starts", "ends", "zone", "begins"),
    [
        ("2019-08-02T16:00", None, None, "2019-08-02T10:00:00.000Z"),
        ("2019-08-02T16:00", "2019-08-02T18:30", "Asia/Omsk", "2019-08-02T10:00:00.000Z"),
        ("2019-08-02T16:00", None, "Europe/Berlin", "2019-08-02T14:00:00.000Z"),  # summer time
        ("2019-08-05T09:00", None, "Asia/Shanghai", "2019-08-05T01:00:00.000Z"),
    ],
)
def test_an_hour_is_told_by_the_clocks_of_its_place(tmp_path: Path, starts: str, ends: str | None, zone: str | None, begins: str) -> None:
    event = CATALOG.get(Event, "flora-2019")
    part = part_of(event, starts=starts, ends=ends, time_zone=zone)
    content = files(with_changes(event, times=[part]))["events/flora-2019.ics"]
    whole, opening = by_ical_js(tmp_path, content)
    assert (whole["start"], whole["end"], whole["utc"]) == ("2019-08-02", "2019-08-06", None)
    assert (opening["start"], opening["utc"]) == (f"{starts}:00", begins)
    assert opening["end"] == f"{ends or starts}:00"
    assert opening["title"] == "Открытие: Городская выставка «Флора-2019»"
    assert f"TZID={zone or 'Asia/Omsk'}".encode() in content


@pytest.mark.parametrize("name", ["Asia/Omsk", "Europe/Berlin", "Europe/Minsk", "Asia/Tehran", "America/Sao_Paulo", "Australia/Lord_Howe"])
@pytest.mark.parametrize("year", [2010, 2014, 2016, 2026])
def test_the_clocks_of_a_zone_are_those_of_its_database_at_every_hour_of_a_year(name: str, year: int) -> None:
    zone = ZoneInfo(name)
    told = icalendar.Timezone.from_ical(time_zone(zone, year, year).to_ical()).to_tz(lookup_tzid=False)
    hour = datetime(year, 1, 1)  # noqa: DTZ001 - as clocks show it
    while hour.year == year:
        local = hour.replace(tzinfo=UTC).astimezone(zone)
        assert local.replace(tzinfo=told).utcoffset() == local.utcoffset() or local.fold, local
        hour += timedelta(hours=1)


@pytest.mark.parametrize(
    ("status", "announced", "told"),
    [("held", False, "CONFIRMED"), ("held", True, "TENTATIVE"), ("announced", False, "TENTATIVE"), ("cancelled", True, "CANCELLED")],
)
def test_an_hour_that_was_only_announced_is_tentative(status: str, announced: bool, told: str) -> None:
    event = CATALOG.get(Event, "flora-2019")
    part = part_of(event, starts="2019-08-02T16:00", announced=announced)
    held = read(files(with_changes(event, status=status, times=[part]))["events.ics"])
    entry = held[str(record_uuid(event, "times", "0"))]
    assert entry["STATUS"] == told
    assert entry["SUMMARY"].endswith("(только анонс)") == (told == "TENTATIVE" and status == "held")


def test_the_page_of_an_event_tells_its_hours() -> None:
    event = CATALOG.get(Event, "flora-2019")
    parts = [
        part_of(event, starts="2019-08-02T16:00", ends="2019-08-02T18:30"),
        part_of(event, starts="2019-08-02T16:00", ends="2019-08-05T12:00", time_zone="Asia/Shanghai"),
    ]
    catalog = with_changes(event, times=parts)
    page = make_record_page(catalog, "ru", catalog.by_folder["events"]["flora-2019"]).body
    assert '<time datetime="2019-08-02T16:00+06:00">2\xa0августа 2019\xa0г., 16:00–18:30 по времени Омска</time>' in page
    assert "2\xa0августа 2019\xa0г., 16:00 — 5\xa0августа 2019\xa0г., 12:00 по местному времени</time>" in page


def test_a_cancelled_event_stays_as_cancelled() -> None:
    entry = entry_of(event := CATALOG.get(Event, "federal-sabantuy-2026"), with_changes(event, status="cancelled"))
    assert entry["STATUS"] == "CANCELLED"
    assert entry["SUMMARY"].endswith("(отменено)")
    assert entry.decoded("DTSTART") == date(2026, 7, 18)


@pytest.mark.parametrize("status", ["planned", "announced"])
def test_an_event_that_was_only_announced_is_tentative_and_says_so_when_its_day_has_passed(status: str) -> None:
    event = CATALOG.get(Event, "federal-sabantuy-2026")
    old = {("events", event.id): Revision(2, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC))}
    for day, name, modified in (
        (date(2026, 7, 18), CATALOG_WORDS[status], datetime(2026, 2, 1, tzinfo=UTC)),
        (date(2026, 7, 19), "(анонсировалось, подтверждения нет)", datetime(2026, 7, 18, 18, tzinfo=UTC)),  # midnight in Omsk
    ):
        entry = entry_of(event, replace(with_changes(event, status=status), today=day, revisions=old))
        assert entry["STATUS"] == "TENTATIVE"
        assert entry["SUMMARY"].endswith(name)
        assert (entry["SEQUENCE"], entry.decoded("DTSTAMP")) == (2, modified)


CATALOG_WORDS = {"planned": "(планируется)", "announced": "(анонсировано)"}


def test_what_took_place_is_confirmed_and_bears_its_name_alone() -> None:
    entry = entry_of(event := CATALOG.get(Event, "flora-2019"), CATALOG)
    assert entry["STATUS"] == "CONFIRMED"
    assert entry["SUMMARY"] == event.title.ru


def test_sequence_and_moments_are_those_of_the_records_history() -> None:
    created, modified = datetime(2026, 2, 5, 4, 3, 2, tzinfo=UTC), datetime(2026, 3, 1, 10, 20, 30, tzinfo=UTC)
    revisions = {("events", "flora-2019"): Revision(7, created, modified), ("cities", "vitebsk"): Revision(3, created, modified)}
    catalog = replace(CATALOG, revisions=revisions)
    flora = entry_of(CATALOG.get(Event, "flora-2019"), catalog)
    vitebsk = next(iter(e for e in read(files(catalog)["anniversaries.ics"]).values() if e["SUMMARY"].startswith("Витебск")))
    for entry, sequence in ((flora, 7), (vitebsk, 3)):
        assert entry["SEQUENCE"] == sequence
        assert entry.decoded("CREATED") == created
        assert entry.decoded("LAST-MODIFIED") == entry.decoded("DTSTAMP") == modified


def take_in(own: dict[str, icalendar.Event], content: bytes) -> dict[str, icalendar.Event]:
    """What a calendar program has after an import: of one UID the higher SEQUENCE stays, then the later DTSTAMP (RFC 5546, 2.1.5)."""

    def age(entry: icalendar.Event) -> tuple[int, datetime]:
        return entry["SEQUENCE"], entry.decoded("DTSTAMP")

    return own | {uid: entry for uid, entry in read(content).items() if uid not in own or age(own[uid]) < age(entry)}


def test_to_import_every_calendar_twice_changes_nothing() -> None:
    once = take_in({}, files(CATALOG)["events.ics"])
    twice = once
    for content in (*files(CATALOG).values(), *files(CATALOG).values()):
        twice = take_in(twice, content)
    whole = {uid: entry for name in ("events.ics", "anniversaries.ics") for uid, entry in read(files(CATALOG)[name]).items()}
    assert {uid: entry.to_ical() for uid, entry in twice.items()} == {uid: entry.to_ical() for uid, entry in whole.items()}
    assert all(twice[uid] is once[uid] for uid in once)


def test_an_event_that_is_in_several_calendars_is_the_same_in_each() -> None:
    seen: dict[str, bytes] = {}
    for content in files(CATALOG).values():
        for uid, entry in read(content).items():
            assert seen.setdefault(uid, entry.to_ical()) == entry.to_ical()


def test_a_corrected_date_replaces_the_old_one_in_a_readers_calendar() -> None:
    event = CATALOG.get(Event, "flora-2019")
    old = CATALOG.revision(event)
    later = Revision(old.sequence + 1, old.created, old.modified + DAY)
    changed = replace(with_changes(event, date=parse_edtf("2019-08-03"), times=[]), revisions={("events", event.id): later})
    own = take_in(take_in({}, files(CATALOG)["events.ics"]), files(changed)["events/flora-2019.ics"])
    assert own[str(record_uuid(event))].decoded("DTSTART") == date(2019, 8, 3)
    assert take_in(own, files(CATALOG)["events.ics"]) == own, "an old copy does not bring the old date back"


def test_a_renamed_record_keeps_its_uids_and_its_calendar_answers_at_the_old_address() -> None:
    vitebsk, flora = CATALOG.get(City, "vitebsk"), CATALOG.get(Event, "flora-2019")
    before = files(CATALOG)
    renamed = with_changes(vitebsk, id="vitebsk-by", former_ids=["vitebsk", "vitsebsk"])
    renamed = with_changes(flora, renamed, id="flora-show-2019", former_ids=["flora-2019"])
    renamed = with_references(renamed, {"vitebsk": "vitebsk-by"})
    made = list(make_calendars(renamed, "ru"))
    old_ones = {old.path.removeprefix("calendars/"): old.content for old in make_old_addresses(renamed, [], made)}
    after = files(renamed) | old_ones
    for new, *old in (
        ("cities/vitebsk-by.ics", "cities/vitebsk.ics", "cities/vitsebsk.ics"),
        ("events/flora-show-2019.ics", "events/flora-2019.ics"),
    ):
        assert all(after[name] == after[new] for name in old)
        assert set(read(after[new])) == set(read(before[old[0]]))
        assert icalendar.Calendar.from_ical(after[new])["UID"] == icalendar.Calendar.from_ical(before[old[0]])["UID"]


def with_references(catalog: Catalog, renamed: dict[str, str]) -> Catalog:
    """The catalog with the cities of its events under their new names."""
    for event in catalog.all(Event):
        places = [place.model_copy(update={"city": renamed.get(place.city or "", place.city)}) for place in event.places]
        catalog = with_changes(event, catalog, cities=[renamed.get(city, city) for city in event.cities], places=places)
    return catalog


def test_the_uids_of_today_are_those_of_the_first_day() -> None:
    assert str(record_uuid(CATALOG.get(Event, "flora-2019"))) == "85ad6292-1b5d-504b-a6ee-82cd7ffd5dfc"
    minsk = read(files(CATALOG)["cities/minsk.ics"])
    assert minsk["a7c3cb6c-4c6a-5b5d-9ea9-68cd5cea67ec"]["SUMMARY"] == "Минск: 5 лет побратимству"


def test_uids_know_neither_domain_nor_language() -> None:
    assert set(read(files(CATALOG, "ru")["events.ics"])) == set(read(files(with_address(CATALOG), "en")["events.ics"]))


@LANGUAGES
def test_texts_are_marked_with_their_language(language: str) -> None:
    for entry in read(files(CATALOG, language)["events.ics"]).values():
        for name in ("SUMMARY", "DESCRIPTION", "CATEGORIES"):
            assert entry[name].params["LANGUAGE"] == language
    flora = CATALOG.get(Event, "flora-2019")
    untranslated = with_changes(flora, summary=flora.summary.model_copy(update={"en": None}))
    entry = entry_of(flora, untranslated, language="en")
    assert (entry["DESCRIPTION"].params["LANGUAGE"], entry["SUMMARY"].params["LANGUAGE"]) == ("ru", "en")


def test_the_anniversaries_are_those_of_the_city_pages() -> None:
    held = read(files(CATALOG)["anniversaries.ics"]).values()
    for city in CATALOG.all(City):
        own = [entry for entry in held if entry["SUMMARY"].startswith(f"{city.name.ru}: ")]
        coming = [entry.decoded("DTSTART") for entry in own if entry.decoded("DTSTART") >= CATALOG.today]
        found = next_anniversary(city, CATALOG.today)
        assert coming == ([found.date.first] if found and found.date.in_days else []), city.id
        years = [int(entry["SUMMARY"].split(": ")[1].split()[0]) for entry in own]
        assert years == [5 * (number + 1) for number in range(len(own))]


def test_the_29th_of_february_has_an_anniversary_in_the_calendar_in_leap_years_alone() -> None:
    city = CATALOG.get(City, "perm")
    paper = city.agreements[0].model_copy(update={"date": parse_edtf("2004-02-29")})
    held = read(files(with_changes(city, agreements=[paper]))["cities/perm.ics"]).values()
    assert [entry.decoded("DTSTART") for entry in held if "с подписания" in entry["SUMMARY"]] == [date(2024, 2, 29)]


def test_a_citys_calendar_holds_what_its_page_tells(site: Path) -> None:
    for city in CATALOG.all(City):
        path = site / "calendars" / "cities" / f"{city.id}.ics"
        own = [event for event in EVENTS if city.id in (*event.cities, *(place.city for place in event.places))]
        known = {str(record_uuid(event)) for event in own if event.date.in_days}
        known |= {str(record_uuid(event, "times", str(number))) for event in own for number in range(len(event.times))}
        held = read(path.read_bytes()) if path.exists() else {}
        assert {uid for uid, entry in held.items() if str(entry["CATEGORIES"].cats[0]) != "юбилей"} == known


def test_an_industrial_site_has_a_calendar_as_soon_as_one_of_its_events_has_a_day() -> None:
    assert not [name for name in files(CATALOG) if name.startswith("industrial-sites/")]
    event = next(event for event in EVENTS if event.industrial_sites)
    made = files(with_changes(event, date=parse_edtf(f"{event.date.year}-10-17")))
    assert [name for name in made if name.startswith("industrial-sites/")] == [f"industrial-sites/{event.industrial_sites[0]}.ics"]
    found = collections(View(with_changes(event, date=parse_edtf(f"{event.date.year}-10-17")), "ru", ""))["industrial_sites"]
    assert [each.subject.title for each in found] == [CATALOG.get(IndustrialSite, event.industrial_sites[0]).name.ru]


def test_a_point_is_given_where_the_event_has_one_place() -> None:
    held = read(files(CATALOG)["events.ics"])
    for event in EVENTS:
        if (entry := held.get(str(record_uuid(event)))) is None:
            continue
        point = event.places[0].point if len(event.places) == 1 else None
        assert (entry.get("GEO") and entry["GEO"].to_ical()) == (f"{point.latitude};{point.longitude}" if point else None)


def test_a_disputed_place_is_named_without_a_state() -> None:
    disputed = {city.id for city in CATALOG.all(City) if city.disputed}
    held = read(files(CATALOG, "en")["events.ics"])
    found = [held[str(record_uuid(e))] for e in EVENTS if e.date.in_days and any(place.city in disputed for place in e.places)]
    assert all("(" not in entry["LOCATION"] for entry in found)


def test_with_an_address_calendars_lead_to_their_pages_and_can_be_subscribed_to_by_one_click() -> None:
    catalog = with_address(CATALOG)
    entry = entry_of(CATALOG.get(Event, "flora-2019"), catalog, language="en")
    assert entry["URL"] == "https://example.org/omsk/en/events/flora-2019/"
    calendar = icalendar.Calendar.from_ical(files(catalog, "en")["cities/kaifeng.ics"])
    assert (calendar["URL"], calendar["SOURCE"]) == (
        "https://example.org/omsk/en/cities/kaifeng/",
        "https://example.org/omsk/en/calendars/cities/kaifeng.ics",
    )
    assert 'href="webcal://example.org/omsk/en/calendars/cities/kaifeng.ics"' in make_subscribe(catalog, "en").body


def test_without_an_address_no_calendar_names_one() -> None:
    for content in files(CATALOG).values():
        assert b"\nURL" not in content
        assert b"\nSOURCE" not in content
    assert "webcal:" not in make_subscribe(CATALOG, "ru").body


def test_pages_offer_their_calendar_and_an_event_its_own_file() -> None:
    def offered(page: object) -> list[tuple[str, str]]:
        return [(offer.title, offer.path) for offer in offer_calendars(CATALOG, page)]

    def of_record(language: str, folder: str, name: str) -> list[tuple[str, str]]:
        return offered(make_record_page(CATALOG, language, CATALOG.by_folder[folder][name]))

    assert of_record("ru", "events", "flora-2019") == [("Добавить в календарь", "calendars/events/flora-2019.ics")]
    assert of_record("en", "cities", "kaifeng") == [("Calendar: Kaifeng", "en/calendars/cities/kaifeng.ics")]
    assert of_record("ru", "events", "omskpromtur-centre-2025") == []
    lists = {page.address: offered(page) for page in make_lists(CATALOG, "ru")}
    assert lists["events/"] == [("Календарь: Все события", "calendars/events.ics")]
    assert lists["cities/"] == [("Календарь: Юбилеи отношений", "calendars/anniversaries.ics")]
    assert lists["organisations/"] == []


def test_beside_the_date_of_a_coming_event_stands_its_file() -> None:
    event = CATALOG.get(Event, "federal-sabantuy-2026")
    for day, shown in ((date(2026, 7, 18), True), (date(2026, 7, 19), False)):
        catalog = replace(CATALOG, today=day)
        card = make_record_page(catalog, "en", catalog.by_folder["events"][event.id]).body.partition("</dl>")[0]
        link = '<a href="../../calendars/events/federal-sabantuy-2026.ics" type="text/calendar">Add to a calendar</a>'
        assert (link in card) == shown


def test_every_calendar_is_offered_at_its_page_or_listed(site: Path, built: dict[Path, bytes]) -> None:
    linked = set()
    for page in site.rglob("index.html"):
        linked |= {(page.parent / href).resolve() for href in re.findall(r'href="([^"]+\.ics)"', page.read_text("utf-8"))}
    assert linked == {path.resolve() for path in built}
