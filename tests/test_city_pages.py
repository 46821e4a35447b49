"""What the pages of a city, a country and a year work out from records."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.anniversaries import next_anniversary
from site_plugins.outputs.pages.city import timeline
from site_plugins.outputs.pages.city_answers import anniversary_words, shared_hours
from site_plugins.outputs.pages.countries import countries_of, make_countries
from site_plugins.outputs.pages.records import make_record_page
from site_plugins.outputs.pages.tallies import delegations_received, visits_paid
from site_plugins.outputs.pages.years import make_years
from site_plugins.outputs.templating import View
from site_plugins.reading.folder import read_folder
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.today import today
from tests.conftest import ROOT

BASE = read_folder(ROOT / "tests" / "base_data")
REAL = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
TODAY = date(2026, 11, 24)
SOURCE = ["report-2019"]


def status(value: str) -> dict:
    return {"status": value, "as_of": "2020", "sources": SOURCE}


def paper(kind: str, day: str | None, **more) -> dict:
    return {"title": {"ru": "Документ", "en": "A paper"}, "kind": kind, "date": day, "sources": SOURCE, **more}


def city(*papers: dict, tie: str = "twin", **more) -> City:
    plain = {"name": {"ru": "Город", "en": "City"}, "group": "foreign", "country": "CN", "summary": {"ru": "Город.", "en": "A city."}}
    found = City.model_validate({**plain, "status": [status(tie)], "agreements": list(papers), "sources": SOURCE, **more})
    return found.model_copy(update={"id": "kaifeng"})


def event(name: str, day: str, **more) -> Event:
    plain = {"title": {"ru": name, "en": name}, "category": "culture", "status": "held", "summary": {"ru": "Было.", "en": "It was."}}
    found = Event.model_validate({**plain, "date": day, "cities": ["kaifeng"], "sources": SOURCE, **more})
    return found.model_copy(update={"id": name})


def catalog(*records: City | Event, day: date = TODAY, reports: bool = False) -> Catalog:
    """The base data, with these records in place of its cities' and events' own."""
    new = {(it.folder, it.id): replace(BASE.entries[0], record=it, file=f"{it.folder}/{it.id}.yml") for it in records}
    old = [e for e in BASE.entries if e.record.folder != "events" and (reports or e.record.folder != "reports")]
    kept = [entry for entry in old if (entry.record.folder, entry.record.id) not in new]
    assert BASE.site is not None
    return Catalog((*kept, *new.values()), BASE.site, day)


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


def page(found: Catalog, language: str = "ru") -> str:
    return make_record_page(found, language, found.by_folder["cities"]["kaifeng"]).body


def jubilee(of: City, day: date = TODAY, language: str = "ru") -> str | None:
    found = next_anniversary(of, day)
    return anniversary_words(found, language).replace("\u00a0", " ") if found else None


PLACE_OMSK = {"name": {"ru": "Омск"}, "country": "RU"}
PLACE_THERE = {"name": {"ru": "Кайфын"}, "country": "CN", "city": "kaifeng"}


@pytest.mark.parametrize(
    ("day", "russian", "english"),
    [
        ("2009-08", "в августе 2029 года — 20 лет побратимству", "20 years of twinning in August 2029"),
        ("2010", "в 2030 году — 20 лет побратимству", "20 years of twinning in 2030"),
        ("2023-09-11", "11 сентября 2028 года — 5 лет побратимству", "5 years of twinning on 11 September 2028"),
        ("2023-21", "весной 2028 года — 5 лет побратимству", "5 years of twinning in spring 2028"),
        ("2020-24", "зимой 2030/31 года — 10 лет побратимству", "10 years of twinning in winter 2030/31"),
        ("2022?", "предположительно в 2027 году — 5 лет побратимству", "5 years of twinning presumably in 2027"),
        ("2006~", "примерно в 2026 году — 20 лет побратимству", "20 years of twinning about in 2026"),
        ("2009-08-03/2009-08-04", "в августе 2029 года — 20 лет побратимству", "20 years of twinning in August 2029"),
        ("2009-08/2009-10", "в 2029 году — 20 лет побратимству", "20 years of twinning in 2029"),
    ],
)
def test_the_next_round_anniversary_is_told_to_the_precision_of_the_agreement(day: str, russian: str, english: str) -> None:
    of = city(paper("twin_city", day))
    assert jubilee(of) == russian
    assert jubilee(of, language="en") == english


@pytest.mark.parametrize(
    ("today", "words_"),
    [
        (date(2028, 9, 10), "11 сентября 2028 года — 5 лет побратимству"),
        (date(2028, 9, 11), "11 сентября 2028 года — 5 лет побратимству"),
        (date(2028, 9, 12), "11 сентября 2033 года — 10 лет побратимству"),
    ],
)
def test_an_anniversary_that_falls_today_is_still_the_next_one(today: date, words_: str) -> None:
    assert jubilee(city(paper("twin_city", "2023-09-11")), today) == words_


def test_a_month_or_a_year_is_the_next_anniversary_until_it_has_passed() -> None:
    assert jubilee(city(paper("twin_city", "2009-08")), date(2029, 8, 31)) == "в августе 2029 года — 20 лет побратимству"
    assert jubilee(city(paper("twin_city", "2009-08")), date(2029, 9, 1)) == "в августе 2034 года — 25 лет побратимству"
    assert jubilee(city(paper("twin_city", "2016")), date(2026, 12, 31)) == "в 2026 году — 10 лет побратимству"


def test_a_leap_day_falls_on_itself_where_the_year_has_one_and_else_in_its_month() -> None:
    of = city(paper("twin_city", "2004-02-29"))
    assert jubilee(of, date(2023, 1, 1)) == "29 февраля 2024 года — 20 лет побратимству"
    assert jubilee(of, date(2024, 3, 1)) == "в феврале 2029 года — 25 лет побратимству"


def test_a_twin_counts_from_its_oldest_twin_city_agreement_and_not_from_what_came_before() -> None:
    of = city(paper("twin_city", "2023"), paper("protocol", "2007-08-04"), paper("twin_city", "2009-08"))
    assert jubilee(of) == "в августе 2029 года — 20 лет побратимству"


def test_a_twin_without_twin_city_agreement_and_a_partner_count_from_the_oldest_paper() -> None:
    assert (
        jubilee(city(paper("friendship", "2013-08-13"), paper("protocol", "2012-08-07")))
        == "7 августа 2027 года — 15 лет с подписания протокола"
    )
    assert jubilee(city(paper("cooperation", "2017"), tie="partner")) == "в 2027 году — 10 лет с подписания соглашения о сотрудничестве"
    assert jubilee(city(paper("cooperation", "2017"), tie="partner"), language="en") == "10 years since the cooperation agreement, in 2027"


@pytest.mark.parametrize(
    "of",
    [
        city(),
        city(paper("twin_city", None)),
        city(paper("twin_city", "2009", announced=True)),
        city(paper("twin_city", "2009-12/2010-01")),
        city(paper("twin_city", "2009"), tie="former"),
    ],
    ids=["no paper", "no date", "only announced", "over New Year", "former partner"],
)
def test_no_anniversary_is_told_without_a_dated_signed_paper_nor_of_a_former_partner(of: City) -> None:
    assert jubilee(of) is None
    assert "Ближайший юбилей" not in page(catalog(of))


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 год"), (2, "2 года"), (5, "5 лет"), (11, "11 лет"), (21, "21 год"), (104, "104 года"), (115, "115 лет")]
)
def test_years_are_counted_as_russian_counts_them(number: int, said: str) -> None:
    assert (words("ru").ngettext("%(num)s year", "%(num)s years", number) % {"num": number}).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("ahead", "hours"),
    [
        (0, (9, 18)),
        (2, (9, 16)),
        (-3, (12, 18)),
        (-5, (14, 18)),
        (-2.5, (11.5, 18)),
        (-9, None),
        (9, None),
        (-10, None),
        (-16, (9, 10)),
        (8.5, (9, 9.5)),
    ],
)
def test_shared_office_hours_are_those_of_omsk_in_which_the_other_city_works_too(ahead: float, hours: tuple | None) -> None:
    assert shared_hours(ahead) == hours


@pytest.mark.parametrize(
    ("zone", "day", "said"),
    [
        ("Asia/Shanghai", TODAY, "9:00–16:00 по Омску"),
        ("Asia/Omsk", TODAY, "9:00–18:00 по Омску"),
        ("Europe/Berlin", TODAY, "14:00–18:00 по Омску"),
        ("Europe/Berlin", date(2026, 7, 1), "13:00–18:00 по Омску"),
        ("Asia/Kolkata", TODAY, "9:30–18:00 по Омску"),
        ("America/New_York", TODAY, "Общие рабочие часынет"),
    ],
)
def test_a_city_page_tells_the_shared_hours_of_its_day(zone: str, day: date, said: str) -> None:
    assert said in plain(page(catalog(city(time_zone=zone), day=day)))


def test_the_condition_of_shared_hours_is_a_clause_of_its_own() -> None:
    body = page(catalog(city(time_zone="Asia/Shanghai")))
    assert "9:00–16:00 по Омску, если в обоих городах работают с 9:00 до 18:00" in plain(body)


def test_whoever_may_know_of_the_next_event_is_a_link_away() -> None:
    bodies = [make_record_page(REAL, "ru", REAL.by_folder["cities"][found.id]).body for found in REAL.all(City)]
    named = [line for body in bodies for line in re.findall(r"могут знать о следующем: (.+?)</li>", body, re.DOTALL)]
    assert named
    assert [line for line in named if re.sub(r"<a [^>]+>.+?</a>", "", line, flags=re.DOTALL).strip(", \n")] == []


def test_a_city_without_time_zone_has_no_shared_hours() -> None:
    assert "Общие рабочие часы" not in page(catalog(city()))


def test_every_number_of_a_city_leads_to_the_list_of_what_was_counted() -> None:
    events = [
        event("a", "2019-01"),
        event("b", "2019-02"),
        event("c", "2019-03", category="sport"),
        event("d", "2019-04", category="forum", status="announced"),
        event("e", "2019-05", status="cancelled"),
    ]
    body = page(catalog(city(paper("twin_city", "2009"), paper("protocol", None), paper("protocol", "2008", announced=True)), *events))
    assert '<a href="#agreements">2 подписанных документа</a>' in body
    assert '<a href="../../events/?city=kaifeng&amp;status=held">Состоялись 3 события</a>' in body
    assert '<a href="../../events/?city=kaifeng&amp;category=culture&amp;status=held">культура — 2</a>' in body
    assert '<a href="../../events/?city=kaifeng&amp;status=unconfirmed">1 событие анонсировалось, подтверждения нет</a>' in body
    assert "форум — 1" not in body


def test_a_city_of_which_nothing_can_be_counted_has_no_figures() -> None:
    body = page(catalog(city()))
    assert "Связь в цифрах" not in body
    assert "История связи" not in body
    assert "Кого ещё соединяет" not in body


def test_delegations_and_visits_are_counted_by_where_they_took_place_and_parts_of_a_visit_not_again() -> None:
    there = city()
    events = [
        event("came", "2019-08", category="visit", places=[PLACE_OMSK]),
        event("planted", "2019-08", category="visit", places=[PLACE_OMSK], part_of="came"),
        event("went", "2018-10", category="visit", places=[PLACE_THERE]),
        event("elsewhere", "2018-10", category="visit", places=[{"name": {"ru": "Москва"}}]),
        event("intended", "2018-11", category="visit", places=[PLACE_THERE], status="announced"),
        event("sang", "2018-12", places=[PLACE_THERE]),
    ]
    found = catalog(there, *events)
    view = View(found, "ru", "cities/kaifeng/")
    assert [visit.id for visit in delegations_received(view, events)] == ["came"]
    assert visits_paid(view, there, events) == 1


def test_a_visit_that_only_the_report_names_is_counted_once() -> None:
    real = {name: REAL.get(City, name) for name in ("kaifeng", "fuzhou", "krasnoyarsk")}
    view = View(REAL, "ru", "cities/")
    paid = {name: visits_paid(view, of, REAL.referring(of, Event)) for name, of in real.items()}
    assert paid == {"kaifeng": 1, "fuzhou": 2, "krasnoyarsk": 1}


def test_medals_are_those_won_in_the_city_itself() -> None:
    won = {"gold": 2, "sources": SOURCE}
    there, elsewhere = event("there", "2019", medals=won, places=[PLACE_THERE]), event("elsewhere", "2020", medals=won, places=[PLACE_OMSK])
    assert "Медали омичей в этом городе: 2 золотые" in plain(page(catalog(city(), there)))
    assert "Медали омичей" not in page(catalog(city(), elsewhere))


def test_cities_and_organisations_of_the_same_events_are_linked_those_of_most_events_first() -> None:
    body = page(
        catalog(
            city(),
            event("a", "2019", cities=["kaifeng", "bryansk", "lodz"], organisations=["omsu"]),
            event("b", "2020", cities=["kaifeng", "lodz"]),
        )
    )
    together = body[body.index('id="together"') :]
    assert re.findall(r'href="([^"#]+)"', together)[:3] == ["../lodz/", "../bryansk/", "../../organisations/omsu/"]


@pytest.mark.parametrize(
    ("days", "silences"),
    [
        (["2010", "2019-05"], ["2011–2018"]),
        (["2010-12-31", "2014-01-01"], ["2011–2013"]),
        (["2010-06-15", "2013-06-15"], []),
        (["2010-06-15", "2013-06-16"], ["2011–2012"]),
        (["2013", "2016"], []),
        (["2009/2018", "2010", "2019"], []),
        (["2001", "2010", "2019"], ["2002–2009", "2011–2018"]),
        (["2010"], []),
    ],
)
def test_a_timeline_says_where_our_records_lack_more_than_three_years(days: list[str], silences: list[str]) -> None:
    body = page(catalog(city(), *(event(f"e{number}", day) for number, day in enumerate(days))))
    assert re.findall(r'silence">([^:]+): записей нет', body) == silences


def test_years_of_which_the_page_tells_elsewhere_are_not_called_silent() -> None:
    said = {"text": {"ru": "Встреча."}, "date": "2015-08", "sources": SOURCE}
    body = page(catalog(city(cooperation=[said]), event("a", "2013-08"), event("b", "2025-08")))
    assert re.findall(r'silence">([^:]+): записей нет', body) == ["2016–2024"]


def test_the_years_after_the_last_entry_are_not_called_silent() -> None:
    said = {"text": {"ru": "Встреча."}, "date": "2025-08", "sources": SOURCE}
    assert "записей нет" not in page(catalog(city(cooperation=[said]), event("a", "2013-08")))


def test_what_is_still_to_come_stands_first_and_not_among_what_happened() -> None:
    coming, passed = event("coming", "2026-12", status="planned"), event("passed", "2026-10", status="planned")
    found = catalog(city(), coming, passed, event("cancelled", "2026-12", status="cancelled"))
    body = page(found)
    ahead = body[body.index('id="coming"') : body.index('id="timeline"')]
    assert "coming" in re.findall(r"events/(\w+)/", ahead)
    assert "passed" not in re.findall(r"events/(\w+)/", ahead)
    assert [moment.event.id for moment in timeline(found, found.get(City, "kaifeng")) if moment.event] == ["passed", "cancelled"]


def test_an_event_of_today_is_still_to_come_and_nothing_is_shown_where_none_is() -> None:
    assert 'id="coming"' in page(catalog(city(), event("a", "2026-11-24", status="announced")))
    assert 'id="coming"' not in page(catalog(city(), event("a", "2026-11-23", status="announced")))


def test_a_tie_reads_as_a_story_how_it_began_what_came_in_order_and_the_last_of_it() -> None:
    papers = (paper("protocol", "2007-08-04"), paper("twin_city", "2009-08"))
    of = city(*papers, status=[status("twin") | {"since": "2009-08"}])
    body = page(catalog(of, event("b", "2019-10"), event("a", "2009-08", category="agreement"), event("c", "2025-10", status="announced")))
    story = plain(body[body.index('id="timeline"') : body.index('id="agreements"')]).replace("\u00a0", " ")
    assert "Первый известный нам документ подписан 4 августа 2007 года: «Документ»." in story
    assert "Омск и Город стали побратимами в августе 2009 года." in story
    assert "Здесь записано 2 состоявшихся события, последнее: октябрь 2019 г." in story
    assert "г.." not in story
    assert re.findall(r"events/(\w+)/", body[body.index('id="timeline"') : body.index('id="agreements"')]) == ["a", "b", "c"]
    assert body.count("Было.") == 3


def test_what_one_line_of_the_timeline_tells_is_not_told_before_it() -> None:
    of = city(paper("twin_city", "2016-09"), status=[status("twin") | {"since": "2016-09"}])
    story = re.findall(r'<p class="story">(.+?)</p>', page(catalog(of, event("a", "2016-09", category="agreement"))), re.DOTALL)
    assert [plain(said).strip().rstrip("0123456789 ") for said in story] == ["Омск и Город стали побратимами в сентябре 2016 года."]
    assert 'class="story"' not in page(catalog(city(), event("a", "2016-09")))


def test_a_partner_of_the_past_is_told_no_way_to_take_part_and_one_of_today_always_whom_to_ask() -> None:
    hall = re.compile(r"Связи городов ведёт.+organisations/omsk-administration/", re.DOTALL)
    for found in REAL.all(City):
        body = make_record_page(REAL, "ru", REAL.by_folder["cities"][found.id]).body
        assert bool(hall.search(body)) == (found.status[0].status != "former")


def test_where_offices_may_keep_another_clock_no_shared_hours_are_told() -> None:
    noted = city(time_zone="Asia/Urumqi", time_note={"ru": "По каким часам работают, мы не нашли.", "en": "Not found."})
    body = page(catalog(noted))
    assert "По каким часам работают, мы не нашли." in body
    assert "Общие рабочие часы" not in body
    assert REAL.get(City, "urumqi").time_note is not None


def test_a_country_page_counts_its_cities_agreements_and_events() -> None:
    found = catalog(
        city(paper("twin_city", "2009"), paper("protocol", None)),
        event("a", "2019"),
        event("b", "2020", cities=[], places=[{"name": {"ru": "Пекин"}, "country": "CN"}]),
    )
    body = next(page.body for page in make_countries(found, "ru") if page.address == "countries/cn/")
    assert re.findall(r'<h2 id="(\w+)">\w+ <span class="number">(\d+)', body) == [("cities", "1"), ("agreements", "2"), ("events", "2")]
    said = plain(body).replace("\u00a0", " ")
    assert "Здесь 1 побратим Омска: Город. Самый ранний документ с датой: 2009 г., Город." in said
    assert "Здесь записано 2 состоявшихся события, последнее: 2020 г." in said
    assert "дата неизвестна" in body


def test_a_year_page_tells_kinds_medals_countries_agreements_and_its_neighbours() -> None:
    medals = {"gold": 1, "bronze": 2, "sources": SOURCE}
    cup = event("cup", "2019", category="sport", cities=["lodz"], countries=["RU", "DE"], medals=medals)
    found = catalog(city(paper("twin_city", "2019")), event("a", "2016"), cup, event("b", "2020"))
    body = next(page.body for page in make_years(found, "ru") if page.address == "years/2019/")
    assert '<a href="../../events/?year=2019&amp;category=sport&amp;status=held">спорт — 1</a>' in body
    assert "3 страны, кроме России: Германия, Китай, Польша" in plain(body)
    assert '<a href="../../countries/pl/">Польша</a>' in body
    assert "countries/de/" not in body
    assert "1 золотая и 2 бронзовые" in plain(body)
    assert "1 подписанный документ" in body
    assert "Здесь записано 1 состоявшееся событие. Год связал Омск с 3 странами, кроме России." in plain(body)
    assert re.findall(r'<h2 id="(culture|sport)">', body) == ["sport"]
    assert re.findall(r'rel="(\w+)" href="\.\./(\d+)/"', body) == [("prev", "2016"), ("next", "2020")]


def test_a_year_says_first_what_is_still_to_come_in_it() -> None:
    found = catalog(
        city(), event("Was", "2026-02"), event("Will be", "2026-12", status="planned"), event("Was to be", "2026-03", status="planned")
    )
    summary = next(page.body for page in make_years(found, "en") if page.address == "years/2026/").split("<h2")[0]
    assert plain(summary).endswith("Coming up: Will be, December 2026")


def test_a_country_page_says_of_how_many_events_in_its_list_nobody_knows_whether_they_took_place() -> None:
    events = [event("a", "2019"), event("b", "2020", status="announced"), event("c", "2021", status="cancelled")]
    body = next(page.body for page in make_countries(catalog(city(), *events), "ru") if page.address == "countries/cn/")
    assert re.findall(r'<h2 id="events">\w+ <span class="number">(\d+)', body) == ["3"]
    said = plain(body).replace("\u00a0", " ")
    assert "Здесь записано 1 состоявшееся событие: 2019 г. В списке ниже есть ещё 2 события: о том, что они состоялись" in said


def test_a_year_of_which_only_an_agreement_is_known_has_its_page_between_its_neighbours() -> None:
    found = catalog(city(paper("twin_city", "2017"), paper("protocol", None)), event("a", "2016"), event("b", "2019"))
    pages = {page.address: page.body for page in make_years(found, "ru")}
    assert list(pages) == ["years/2016/", "years/2017/", "years/2019/"]
    body = pages["years/2017/"]
    assert "Здесь записан 1 подписанный документ, событий нет. Год связал Омск с 1 страной, кроме России." in plain(body)
    assert re.findall(r'rel="(\w+)" href="\.\./(\d+)/"', body) == [("prev", "2016"), ("next", "2019")]
    assert 'href="../2017/"' in pages["years/2016/"]


def test_a_year_counts_the_countries_of_its_papers_and_says_which_signings_are_no_event() -> None:
    signed = event("a", "2013-08-13", category="agreement", cities=["lodz"])
    of = city(paper("protocol", "2013"), paper("protocol", "2013-09-30", announced=True))
    body = next(page.body for page in make_years(catalog(of, signed), "ru") if page.address == "years/2013/")
    assert "1 подписанный документ: о подписании 1 из них отдельного события здесь нет" in plain(body)
    assert "2 страны, кроме России: Китай, Польша" in plain(body)
    by_month = city(paper("protocol", "2013-08-13"))
    inexact = event("b", "2013-08", category="agreement", cities=[by_month.id])
    body = next(page.body for page in make_years(catalog(by_month, inexact), "ru") if page.address == "years/2013/")
    assert "отдельного события" not in body
    alone = next(page.body for page in make_years(catalog(of), "ru") if page.address == "years/2013/")
    assert "отдельного события" not in alone
    announced = city(paper("protocol", "2013-09-30", announced=True))
    assert "страны, кроме России" not in next(page.body for page in make_years(catalog(announced, signed), "ru"))


def test_a_year_leads_to_no_country_by_an_event_that_nobody_confirmed() -> None:
    events = [event("a", "2019", status="announced", countries=["DE"]), event("b", "2019", countries=["RU"])]
    assert countries_of(catalog(city(), *events), events) == {"CN"}


def test_every_number_of_a_city_or_a_year_is_what_the_filtered_list_shows(site: Path) -> None:
    items = re.findall(r"<li data-item ([^>]+)>", (site / "events" / "index.html").read_text("utf-8"))
    rows = [dict(re.findall(r'data-(\w+)="([^"]*)"', item)) for item in items]
    links = set()
    for path in [*site.glob("cities/*/index.html"), *site.glob("years/*/index.html")]:
        links |= set(re.findall(r'events/\?([^"]+)">([^<]+)</a>', path.read_text("utf-8")))
    assert links
    for query, said in links:
        asked = dict(part.split("=") for part in unescape(query).split("&"))
        shown = [row for row in rows if all(value in row[name].split() for name, value in asked.items())]
        assert int(re.findall(r"\d+", said)[0]) == len(shown), query
