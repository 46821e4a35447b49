"""«What changed»: edits of data/ in git become sentences; what is a trifle or was taken out is not repeated."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_plugins.__main__ import main
from site_plugins.catalog import Catalog
from site_plugins.history.past import read_past
from site_plugins.outputs.changes import tell
from site_plugins.outputs.changes.table import MUTED, SILENT, TOLD
from site_plugins.outputs.pages.gatherings import make_gatherings
from site_plugins.outputs.templating import View
from site_plugins.reading.folder import read_folder
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from tests.repository import Repository

KAIFENG, BRYANSK, LODZ = "cities/kaifeng.yml", "cities/bryansk.yml", "cities/lodz.yml"
VISIT, CUP, BAKERY = "events/kaifeng-visit-2019.yml", "events/karate-cup-2019.yml", "industrial_sites/bakery.yml"
PROGRAMME, ROUTE = "programmes/industrial-tourism.yml", "routes/bread.yml"
MINSK = """\
name: {ru: Минск, en: Minsk}
group: foreign
country: BY
time_zone: Europe/Minsk
summary: {ru: Партнёр Омска., en: A partner of Omsk.}
status:
  - {status: partner, as_of: 2023, sources: [report-2019]}
sources: [report-2019]
"""
PAPER = """\
agreements:
  - title: {{ru: Соглашение {0}, en: Agreement {0}}}
    kind: {1}
    date: {2}
    sources: [report-2019]
"""

Edit = Callable[[Repository], None]


def change(path: str, old: str, new: str) -> Edit:
    return lambda repository: repository.change(path, old, new)


def add(path: str, text: str) -> Edit:
    """Put fields at the end of a file, or a new file."""

    def edit(repository: Repository) -> None:
        file = repository.data / path
        file.write_text((file.read_text("utf-8") if file.exists() else "") + text, "utf-8")

    return edit


def statement(text: str, english: str = "In English.") -> str:
    return f"  - text: {{ru: {text}, en: {english}}}\n    sources: [report-2019]\n"


SERIES: list[tuple[str, Edit, list[str], list[str]]] = [
    ("a new city", add("cities/minsk.yml", MINSK), ["Новый город: Минск"], ["New city: Minsk"]),
    (
        "a paper signed lately",
        add(BRYANSK, PAPER.format("с Брянском", "twin_city", "2025-11-06")),
        ["Брянск: подписано соглашение о побратимстве (6 ноября 2025 г.)"],
        ["Bryansk: a twin-city agreement was signed (6 November 2025)"],
    ),
    (
        "an old paper that was found",
        add(LODZ, PAPER.format("с Лодзью", "protocol", "1994")),
        ["Лодзь: соглашения — добавлено: Соглашение с Лодзью (1994 г.)"],
        ["Łódź: agreements — added: Agreement с Лодзью (1994)"],
    ),
    (
        "another status",
        change(BRYANSK, "status: partner", "status: twin"),
        ["Брянск: статус — город-побратим (раньше — город-партнёр)"],
        ["Bryansk: status — twin city (was partner city)"],
    ),
    ("a newer word for the same status", change(BRYANSK, "as_of: 2019", "as_of: 2025"), [], []),
    (
        "a figure corrected",
        change(KAIFENG, "value: 4824016", "value: 4900000"),
        ["Кайфын: население: городской округ — 4 900 000 (раньше — 4 824 016)"],
        ["Kaifeng: population: prefecture — 4,900,000 (was 4,824,016)"],
    ),
    (
        "a figure with a label",
        change(PROGRAMME, "value: 15000", "value: 16000"),
        ["Промышленный туризм: экскурсантов — около 16 000 (раньше — около 15 000)"],
        ["Industrial tourism: visitors — about 16,000 (was about 15,000)"],
    ),
    (
        "a new event, announced",
        add("events/fair-2026.yml", "title: {ru: Ярмарка, en: A fair}\ncategory: culture\nstatus: announced\ndate: 2026-01-02\n"
            "summary: {ru: Ярмарка., en: A fair.}\nsources: [report-2019]\n"),
        ["Новое событие: Ярмарка"],
        ["New event: A fair"],
    ),
    (
        "an event that took place",
        change("events/fair-2026.yml", "status: announced", "status: held"),
        ["Ярмарка: событие состоялось"],
        ["A fair: the event took place"],
    ),
    (
        "another date",
        change(VISIT, "2019-11-06/2019-11-07", "2019-11-07"),
        ["Делегация Кайфына в Омске: дата — 7 ноября 2019 г. (раньше — 6–7 ноября 2019 г.)"],
        ["A delegation of Kaifeng in Omsk: date — 7 November 2019 (was 6–7 November 2019)"],
    ),
    (
        "references that came and went",
        change(VISIT, "cities: [kaifeng]", "cities: [minsk, lodz]"),
        ["Делегация Кайфына в Омске: города-партнёры — добавлено: Минск и Лодзь; города-партнёры — убрано: Кайфын"],
        ["A delegation of Kaifeng in Omsk: cities — added: Minsk and Łódź; cities — removed: Kaifeng"],
    ),
    (
        "an hour",
        add(VISIT, "times:\n  - {title: {ru: Открытие, en: The opening}, starts: 2019-11-07T16:00, sources: [report-2019]}\n"),
        ["Делегация Кайфына в Омске: часы — добавлено: Открытие, 16:00"],
        ["A delegation of Kaifeng in Omsk: times — added: The opening, 16:00"],
    ),
    (
        "another hour",
        change(VISIT, "T16:00", "T17:30"),
        ["Делегация Кайфына в Омске: часы — исправлено: Открытие, 17:30"],
        ["A delegation of Kaifeng in Omsk: times — corrected: The opening, 17:30"],
    ),
    ("medals", change(CUP, "gold: 2", "gold: 3"), ["Кубок по каратэ: медали — 3 золотые и 1 бронзовая (раньше — 2 золотые и 1 бронзовая)"],
     ["A karate cup: medals — 3 gold and 1 bronze (was 2 gold and 1 bronze)"]),
    (
        "a new sentence",
        add(KAIFENG, "cooperation:\n" + statement("Открыт сад на 12 деревьев.", "A garden of 12 trees was opened.")),
        ["Кайфын: сотрудничество — добавлено: Открыли сад на 15 деревьев."],
        ["Kaifeng: cooperation — added: They opened a garden of 12 trees."],
    ),
    ("a typing error in prose", change(KAIFENG, "ru: Открыт сад", "ru: Открыли сад"), [], []),
    ("a translation", change(KAIFENG, "A garden of 12 trees was opened.", "They opened a garden of 12 trees."), [], []),
    (
        "another number in prose",
        change(KAIFENG, "на 12 деревьев", "на 15 деревьев"),
        ["Кайфын: сотрудничество — исправлено: Открыли сад на 15 деревьев."],
        ["Kaifeng: cooperation — corrected: They opened a garden of 12 trees."],
    ),
    ("another source for it", change(KAIFENG, "trees.}\n    sources: [report-2019]", "trees.}\n    sources: [geonames]"), [], []),
    ("another point", change(KAIFENG, "longitude: 114.307", "longitude: 114.308"), [], []),
    ("a comment and another layout", change(KAIFENG, "name: {ru: Кайфын, en: Kaifeng}", "# x\nname:\n  ru: Кайфын\n  en: Kaifeng"), [], []),
    (
        "a visitor's price and phone",
        add(BAKERY, "visit:\n  price:\n    text: {ru: Вход стоит 500 рублей., en: Entry costs 500 roubles.}\n    sources: [report-2019]\n"),
        ["Хлебозавод: цена — добавлено: Вход стоит 500 рублей."],
        ["A bakery: price — added: Entry costs 500 roubles."],
    ),
    (
        "who is let in",
        change(BAKERY, "state: groups", "state: everyone"),
        ["Хлебозавод: кого пускают — открыто для всех (раньше — группы по заявке)"],
        ["A bakery: access — open to everyone (was groups by request)"],
    ),
    ("a person", add(CUP, "people:\n  - name: {ru: Иван Тайный, en: Ivan Secret}\n    role: {ru: мастер, en: master}\n"), [], []),
    ("another name", change(ROUTE, "name: {ru: Хлебный маршрут", "name: {ru: Хлебная дорога"),
     ["Хлебная дорога: название — Хлебная дорога"], []),
]  # fmt: skip


def catalog_of(data: Path) -> Catalog:
    return replace(Catalog.of(read_folder(data), date(2026, 3, 1)), read_past=lambda: read_past(data))


def told(data: Path, language: str) -> dict[date, list[str]]:
    """Day -> what it tells, without markup."""
    days = tell(View(catalog_of(data), language, "changes/"))
    return {day.day: [*(sum_.striptags() for sum_ in day.sums), *(item.plain for item in day.items)] for day in days}


def page(data: Path, language: str = "ru") -> str:
    return next(made.body for made in make_gatherings(catalog_of(data), language) if made.address == "changes/")


def text(data: Path, language: str = "ru") -> str:
    return re.sub("<[^>]+>", "", page(data, language)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The base data on the first day, then each edit of the series on a day of its own."""
    repository = Repository(tmp_path_factory.mktemp("series") / "origin")
    repository.commit()
    for _, edit, _, _ in SERIES:
        edit(repository)
        repository.commit()
    assert read_folder(repository.data).problems == []
    return repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "origin")
    made.commit()
    return made


@pytest.fixture(scope="module")
def sentences(series: Repository) -> dict[str, dict[date, list[str]]]:
    return {language: told(series.data, language) for language in ("ru", "en")}


@pytest.mark.parametrize("number", range(len(SERIES)), ids=[name.replace(" ", "-") for name, *_ in SERIES])
def test_an_edit_tells(number: int, sentences: dict[str, dict[date, list[str]]]) -> None:
    """Names, and texts that were edited again, stand there as they are today."""
    _, _, russian, english = SERIES[number]
    day = date(2026, 1, number + 2)
    assert [sentences["ru"].get(day, []), sentences["en"].get(day, [])] == [russian, english]


def test_the_first_day_is_one_sentence_of_sums(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "x")
    repository.commit()
    for number in range(13):
        add(
            f"events/fair-{number}-2026.yml",
            "title: {ru: Ярмарка, en: A fair}\ncategory: culture\nstatus: planned\ndate: 2026\n"
            "summary: {ru: Ярмарка., en: A fair.}\nsources: [report-2019]\n",
        )(repository)
    add("cities/minsk.yml", MINSK)(repository)
    repository.commit()
    assert told(repository.data, "ru")[date(2026, 1, 2)] == ["Добавлено на сайт: 1 город и 13 событий"]
    assert told(repository.data, "en")[date(2026, 1, 2)] == ["Added to the site: 1 city and 13 events"]


def test_what_a_day_added_and_took_away_again_is_not_told(repository: Repository) -> None:
    add("cities/minsk.yml", MINSK)(repository)
    repository.commit()
    repository.day -= 1
    (repository.data / "cities" / "minsk.yml").unlink()
    repository.commit()
    assert list(told(repository.data, "ru")) == [date(2026, 1, 1)]


def test_a_removed_city_is_named_and_a_removed_event_is_not(repository: Repository) -> None:
    add("cities/minsk.yml", MINSK)(repository)
    cup = (repository.data / CUP).read_text("utf-8").replace("Кубок по каратэ", "Вечер Ивана Тайного").replace("2019-05", "2026")
    add("events/fair-2026.yml", cup)(repository)
    repository.commit()
    (repository.data / "cities" / "minsk.yml").unlink()
    (repository.data / "events" / "fair-2026.yml").unlink()
    repository.commit()
    assert main(["ledger", "--data", str(repository.data)]) == 0
    assert told(repository.data, "ru")[date(2026, 1, 3)] == ["Убран с сайта город Минск", "Убрано с сайта событие"]
    assert "Тайн" not in page(repository.data)


def test_a_sentence_that_was_taken_out_is_quoted_nowhere(repository: Repository) -> None:
    before = (repository.data / KAIFENG).read_text("utf-8")
    add(KAIFENG, "cooperation:\n" + statement("Здесь жил Иван Тайный."))(repository)
    repository.commit()
    assert "Тайный" in page(repository.data)
    (repository.data / KAIFENG).write_text(before, "utf-8")
    repository.commit()
    assert told(repository.data, "ru")[date(2026, 1, 3)] == ["Кайфын: сотрудничество — убрано сведений: 1"]
    for language in ("ru", "en"):
        assert "Тайный" not in page(repository.data, language)


def test_a_renamed_record_is_neither_new_nor_removed_and_tells_what_changed_about_it(repository: Repository) -> None:
    text = (repository.data / CUP).read_text("utf-8").replace("gold: 2", "gold: 4")
    (repository.data / CUP).unlink()
    add("events/karate-2019.yml", f"former_ids: [karate-cup-2019]\n{text}")(repository)
    repository.commit()
    sentence = "Кубок по каратэ: медали — 4 золотые и 1 бронзовая (раньше — 2 золотые и 1 бронзовая)"
    assert told(repository.data, "ru")[date(2026, 1, 2)] == [sentence]


def test_authors_and_messages_of_commits_are_on_no_page(series: Repository) -> None:
    assert "Secret" in series.git("log", "--format=%an %s")
    for language in ("ru", "en"):
        assert "Secret" not in page(series.data, language).replace("Ivan Secret", "")


def test_a_shallow_clone_tells_what_it_can_see_and_says_since_when(series: Repository, tmp_path: Path) -> None:
    clone = series.clone(tmp_path / "shallow", "--depth", "4")
    whole = told(series.data, "ru")
    seen = {day: lines for day, lines in whole.items() if day > date(2026, 1, len(SERIES) - 2)}
    assert told(clone, "ru") == seen
    assert seen
    assert "История в этой копии неполна, она начинается 23 января 2026 г.\n" in text(clone)
    assert "The history in this copy is not complete: it begins on 23 January 2026.\n" in text(clone, "en")
    assert "неполна" not in page(series.data)


def test_a_clone_of_one_commit_tells_nothing_and_says_so(series: Repository, tmp_path: Path) -> None:
    clone = series.clone(tmp_path / "shallow", "--depth", "1")
    assert told(clone, "ru") == {}
    assert "неполна" in page(clone)


def test_without_git_the_page_says_so(tmp_path: Path) -> None:
    made = Repository(tmp_path / "x")
    assert told(made.data, "ru") == {}
    assert "собрана без истории данных" in page(made.data)
    assert "without the history of its data" in page(made.data, "en")


def test_a_version_that_todays_reader_cannot_read_is_counted_and_not_told(repository: Repository) -> None:
    good = (repository.data / KAIFENG).read_text("utf-8")
    (repository.data / KAIFENG).write_text(f"old_field: 1\n{good}", "utf-8")
    repository.commit()
    (repository.data / LODZ).write_bytes(b"\xff\xfe\x00")
    repository.commit()
    (repository.data / KAIFENG).write_text(good, "utf-8")
    (repository.data / LODZ).write_text((repository.data / BRYANSK).read_text("utf-8").replace("briansk", "lods"), "utf-8")
    repository.commit()
    assert read_past(repository.data).unreadable == 4
    assert "4 правки файлов в прежнем виде не читаются" in page(repository.data)


def test_a_merge_tells_what_it_brought_to_the_main_line_once(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    add("cities/minsk.yml", MINSK)(repository)
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    change(PROGRAMME, "value: 15000", "value: 16000")(repository)
    repository.commit()
    repository.day += 1
    repository.git("merge", "--quiet", "--no-ff", "--message", "Secret", "side")
    lines = told(repository.data, "ru")
    assert lines[date(2026, 1, 4)] == ["Новый город: Минск"]
    assert lines[date(2026, 1, 3)] == ["Промышленный туризм: экскурсантов — около 16 000 (раньше — около 15 000)"]
    assert date(2026, 1, 2) not in lines


def test_a_day_of_very_many_changes_tells_the_first_and_counts_the_rest(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_plugins.history.past.MOST_CHANGES", 1)
    for path, old in ((PROGRAMME, "value: 15000"), (KAIFENG, "value: 4824016")):
        change(path, old, "value: 7")(repository)
    repository.commit()
    past = read_past(repository.data)
    assert [(len(day.changed), day.more) for day in past.days] == [(1, 1)]
    assert past.earlier
    assert "Исправлена ещё 1 запись." in page(repository.data)
    assert "Более ранние изменения не показаны." in page(repository.data)


def test_two_readings_of_one_commit_give_the_same_page(series: Repository) -> None:
    assert page(series.data) == page(series.data)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.__name__)
def test_every_field_either_tells_its_changes_or_is_known_to_be_silent(record_type: type[Record]) -> None:
    fields = set(record_type.model_fields)
    told_fields, muted = set(TOLD[record_type]), MUTED[record_type] | SILENT
    assert told_fields | muted == fields | (muted - fields)
    assert not told_fields & muted
