"""Invented records in this project's schema: any number, always the same, of every type, each linked with others.

Of a thousand about seven hundred are events, as a city's relations over decades have it; the body of an event is some thirty lines of
two languages. Nothing in them is true of the world.
"""

from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

SHARES = {"cities": 20, "organisations": 140, "industrial_sites": 60, "routes": 10, "programmes": 4, "sources": 60}
"""Records of each type among a thousand; the rest are events and, one for each year, reports."""
Many = dict[str, int]
"""How many records of each folder there are."""
YEARS = range(2005, 2025)
KINDS = ("visit", "forum", "mission", "culture", "education", "sport")
ZONES = (("CN", "Asia/Shanghai", 34.8, 114.3), ("KZ", "Asia/Almaty", 52.3, 76.9), ("PL", "Europe/Warsaw", 51.8, 19.5),
         ("BY", "Europe/Minsk", 53.9, 27.6), ("DE", "Europe/Berlin", 52.2, 11.5), ("BG", "Europe/Sofia", 42.5, 27.5))  # fmt: skip
"""Country, time zone and a point of it, which the checks compare."""
ACCESS = (("anyone", "everyone"), ("tourist_groups", "groups"), ("anyone_on_open_day", "open_days"), ("students", "pupils"))
"""How a source speaks of visitors, and the state that it amounts to (site_plugins/records/wordings.py)."""
WORDS = {
    "ru": "стороны обсудили дела города завод открыл двери гости посадили деревья школа приняла учеников театр показал вечер",
    "en": "the parties discussed affairs of their cities a works opened its doors guests planted trees and pupils met a theatre",
}


def write_records(data: Path, number: int) -> None:
    """Write `number` records and a site.yml below `data`."""
    many = {folder: max(2, number * share // 1000) for folder, share in SHARES.items()}
    years = YEARS[: max(1, min(len(YEARS), number // 50))]
    many["events"] = max(1, number - sum(many.values()) - len(years))
    for folder, write in WRITERS.items():
        (data / folder).mkdir(parents=True)
        for n in range(many[folder]):
            name = event_id(n) if folder == "events" else f"{folder[:4]}-{n}"
            (data / folder / f"{name}.yml").write_text(write(n, many), "utf-8")
    (data / "reports").mkdir()
    for year in years:
        (data / "reports" / f"{year}.yml").write_text(_report(year, many), "utf-8")
    (data / "site.yml").write_text(SITE, "utf-8")


def event_id(n: int) -> str:
    """The id of the n-th event, which ends in its year as the checks ask."""
    return f"meeting-{n}-{year_of(n)}"


def year_of(n: int) -> int:
    """The year of the n-th event."""
    return YEARS[n * 7 % len(YEARS)]


def _words(language: str, n: int, length: int) -> str:
    words = WORDS[language].split(" ")
    text = " ".join(islice(cycle(words), n % len(words), n % len(words) + length))
    return f"{text[0].upper()}{text[1:]} {n}."


def _text(name: str, n: int, length: int = 12, indent: str = "") -> str:
    return f"{indent}{name}:\n" + "".join(f"{indent}  {language}: {_words(language, n, length)}\n" for language in WORDS)


def _statement(n: int, many: Many, date: str = "") -> str:
    said = _text("text", n, 14, "    ").replace("    text", "  - text", 1)
    return said + (f"    date: {date}\n" if date else "") + f"    {_cited(many, n)}"


def _cited(many: Many, *numbers: int) -> str:
    return f"sources: [{_ids('sources', many, *numbers)}]\n"


def _ids(folder: str, many: Many, *numbers: int) -> str:
    return ", ".join(dict.fromkeys(f"{folder[:4]}-{n % many[folder]}" for n in numbers))


def _city(n: int, many: Many) -> str:
    country, zone, latitude, longitude = ZONES[n % len(ZONES)]
    signed, cited = 1990 + n % 30, _cited(many, n)
    return (
        f"name: {{ru: Город {n}, en: City {n}}}\ngroup: foreign\ncountry: {country}\n"
        f"point:\n  latitude: {latitude + n % 41 / 10:.1f}\n  longitude: {longitude + n % 37 / 10:.1f}\n  {cited}"
        f"time_zone: {zone}\n{_text('summary', n)}"
        f"status:\n  - status: {('twin', 'partner')[n % 2]}\n    as_of: 2024\n    since: {signed}-05\n    {cited}"
        f"agreements:\n  - title: {{ru: Договор {n}, en: Treaty {n}}}\n    kind: cooperation\n    date: {signed}-05-{1 + n % 28:02}\n"
        f"    {_cited(many, n + 1)}cooperation:\n{_statement(n, many, '2019')}{cited}"
    )


def _organisation(n: int, many: Many) -> str:
    return (
        f"name: {{ru: Организация {n}, en: Organisation {n}}}\nkind: {('company', 'culture', 'education', 'sport')[n % 4]}\n"
        f"city: {_ids('cities', many, n)}\n{_text('summary', n)}statements:\n{_statement(n, many)}{_cited(many, n)}"
    )


def _site(n: int, many: Many) -> str:
    wording, state = ACCESS[n % len(ACCESS)]
    return (
        f"name: {{ru: Завод {n}, en: Works {n}}}\noperator: {_ids('organisations', many, n)}\n"
        f"industry: {('food', 'engineering', 'rail')[n % 3]}\nevidence: recent\n{_text('summary', n)}"
        f"wordings: [{wording}]\naccess:\n  state: {state}\n{_text('text', n, 5, '  ')}  {_cited(many, n)}"
        f"sights:\n{_statement(n, many)}"
        f"visit:\n  booking:\n{_text('text', n, 6, '    ')}    days_before: {1 + n % 30}\n    {_cited(many, n)}"
        f"statements:\n{_statement(n + 5, many, '2019')}{_cited(many, n)}"
    )


def _route(n: int, many: Many) -> str:
    stops = (
        f"  - site: {_ids('industrial_sites', many, n * 3 + k)}\n{_text('text', n + k, 6, '    ')}    {_cited(many, n)}" for k in (0, 1)
    )
    return (
        f"name: {{ru: Маршрут {n}, en: Route {n}}}\nstatus: launched\norganisations: [{_ids('organisations', many, n)}]\n"
        f"{_text('summary', n)}stops:\n{''.join(stops)}{_cited(many, n)}"
    )


def _programme(n: int, many: Many) -> str:
    return (
        f"name: {{ru: Программа {n}, en: Programme {n}}}\n{_text('summary', n)}organisations: [{_ids('organisations', many, n)}]\n"
        f"visiting:\n{_statement(n, many)}joined: [{_ids('industrial_sites', many, n)}]\n{_cited(many, n)}"
    )


def _source(n: int, _many: Many) -> str:
    return (
        f"title: {{ru: Источник {n}, en: Source {n}}}\npublisher: {{ru: Издатель {n % 9}, en: Publisher {n % 9}}}\n"
        f"kind: {('official', 'media', 'reference')[n % 3]}\nurl: https://example.org/{n}\ndate: {year_of(n)}-03-01\n"
    )


def _event(n: int, many: Many) -> str:
    """Every sixtieth takes a whole year and has a part, forty events later."""
    year = year_of(n)
    date = str(year) if n % 60 == 0 else f"{year}-{1 + n % 12:02}-{1 + n % 28:02}"
    return (
        f"title: {{ru: Встреча номер {n}, en: Meeting number {n}}}\ncategory: {KINDS[n % len(KINDS)]}\nstatus: held\ndate: {date}\n"
        f"places:\n  - name: {{ru: Омск, en: Omsk}}\n    country: RU\n{_text('summary', n)}"
        + (f"part_of: {event_id(n - 40)}\n" if n % 60 == 40 else "")
        + f"statements:\n{_statement(n, many, date)}{_statement(n + 3, many)}"
        f"cities: [{_ids('cities', many, n, n * 5 + 1)}]\norganisations: [{_ids('organisations', many, n * 3)}]\n"
        f"figures:\n  - label: {{ru: Участники, en: Participants}}\n    value: {10 + n * 37 % 5000}\n    {_cited(many, n)}"
        f"{_cited(many, n, n + 3)}"
    )


def _report(year: int, many: Many) -> str:
    events = range(min(many["events"], 400))
    found = [event_id(n) for n in events if year_of(n) == year and KINDS[n % len(KINDS)] == "culture"][:5]
    return (
        f"year: {year}\ntitle: {{ru: Отчёт за {year} год, en: Report on {year}}}\n{_text('summary', year)}"
        f"culture: [{', '.join(found)}]\nvisits:\n  - city: {_ids('cities', many, year)}\n"
        f"results:\n{_statement(year, many)}{_cited(many, year)}"
    )


WRITERS: dict[str, Callable[[int, Many], str]] = {
    "cities": _city,
    "organisations": _organisation,
    "industrial_sites": _site,
    "routes": _route,
    "programmes": _programme,
    "sources": _source,
    "events": _event,
}
SITE = """title: {ru: Проба, en: Trial}
description: {ru: Проба скорости, en: A trial of speed}
notice: {ru: Вымышленные записи, en: Invented records}
city: {ru: Омск, en: Omsk}
point: {latitude: 54.9924, longitude: 73.3686, sources: [sour-0]}
time_zone: Asia/Omsk
"""
