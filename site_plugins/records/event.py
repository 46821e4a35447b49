"""Something that happened, was planned or was announced, and has a date of its own."""

import datetime as dt
from typing import ClassVar, Literal

from pydantic import Field

from site_plugins.records.base import Figure, Model, Point, Record, Statement, Text
from site_plugins.records.ids import CityId, EventId, IndustrialSiteId, OrganisationId, SourceId, Sources
from site_plugins.records.values import Basis, Country, Date, Line, LocalTime

Category = Literal["forum", "visit", "mission", "agreement", "culture", "education", "sport", "award"]
EventStatus = Literal["held", "planned", "announced", "cancelled"]
EXPECTED = ("planned", "announced")


class EventPlace(Model):
    """Where it was: a city, and the hall or park where known. `point` is the city's, not the hall's."""

    name: Text = Field(title="Город")
    country: Country | None = Field(None, title="Страна", description="Не пишется у места спорной принадлежности")
    city: CityId | None = Field(None, title="Город-партнёр", description="Если место — город-партнёр Омска")
    venue: Text | None = Field(None, title="Площадка")
    point: Point | None = Field(None, title="Координаты")


class TimedPart(Model):
    """A part of the event whose hour is known, such as its opening."""

    title: Text = Field(title="Что это")
    starts: LocalTime = Field(title="Начало", description="День и час по местным часам, например 2019-08-02T16:00")
    ends: LocalTime | None = Field(None, title="Конец", description="Пишется так же; без него — неизвестно")
    time_zone: Line | None = Field(None, title="Часовой пояс", description="Имя IANA, например Europe/Berlin; без него — пояс Омска")
    announced: bool = Field(False, title="Только анонсировано", description="true, если источник писал до события")
    sources: Sources


class Person(Model):
    """An official in office, a published author or artist, an athlete in a published result; never a private person."""

    name: Text = Field(title="Имя")
    role: Text = Field(title="Кто это")


class Medals(Model):
    """Medals of a competition, counted by kind."""

    gold: int = Field(0, ge=0, title="Золото")
    silver: int = Field(0, ge=0, title="Серебро")
    bronze: int = Field(0, ge=0, title="Бронза")
    note: Text | None = Field(None, title="Чьи")
    sources: Sources


class Nominations(Model):
    """Nominations won at a festival: not medals, and never added to them."""

    total: int = Field(ge=1, title="Всего номинаций")
    gold: int = Field(0, ge=0, title="Из них золото")
    silver: int = Field(0, ge=0, title="Из них серебро")
    sources: Sources


class Correction(Model):
    """What the site says otherwise than the report, and why."""

    reported: Text = Field(title="Как в отчёте")
    corrected: Text = Field(title="Как на сайте")
    reason: Text = Field(title="Почему")
    sources: Sources


class Event(Record):
    """An event; who took part, what came of it, and what is not known."""

    folder: ClassVar[str] = "events"
    plural: ClassVar[str] = "Events"

    title: Text = Field(title="Название")
    category: Category = Field(title="Вид события")
    status: EventStatus = Field(title="Состояние", description="held, planned, announced или cancelled")
    date: Date = Field(title="Дата", description="День, месяц, год или промежуток (EDTF)")
    date_basis: Basis = Field("stated", title="Основание даты")
    date_note: Text | None = Field(None, title="Примечание к дате")
    date_sources: list[SourceId] = Field(default_factory=list, title="Источники даты")
    times: list[TimedPart] = Field(default_factory=list, title="Часы", description="Только если час назвал источник")
    places: list[EventPlace] = Field(default_factory=list, title="Место")
    theme: Text | None = Field(None, title="Тема")
    summary: Text = Field(title="Кратко")
    statements: list[Statement] = Field(default_factory=list, title="Подробности")
    cities: list[CityId] = Field(default_factory=list, title="Города-партнёры")
    organisations: list[OrganisationId] = Field(default_factory=list, title="Организации")
    industrial_sites: list[IndustrialSiteId] = Field(default_factory=list, title="Промышленные площадки")
    countries: list[Country] = Field(default_factory=list, title="Страны-участницы")
    people: list[Person] = Field(default_factory=list, title="Люди")
    part_of: EventId | None = Field(None, title="Часть события")
    figures: list[Figure] = Field(default_factory=list, title="Цифры")
    medals: Medals | None = Field(None, title="Медали")
    nominations: Nominations | None = Field(None, title="Номинации")
    awards: list[Statement] = Field(default_factory=list, title="Награды")
    outcomes: list[Statement] = Field(default_factory=list, title="Договорённости")
    corrections: list[Correction] = Field(default_factory=list, title="Исправлено против отчёта")
    unknown: list[Text] = Field(default_factory=list, title="Чего мы не знаем")
    sources: Sources

    def label(self) -> Text:
        return self.title

    def is_coming(self, today: dt.date) -> bool:
        """Whether it is planned or announced, and its day has not passed."""
        return self.status in EXPECTED and self.date.last >= today

    def is_unconfirmed(self, today: dt.date) -> bool:
        """Whether it was only planned or announced, and its day has passed without a source for the outcome."""
        return self.status in EXPECTED and self.date.last < today

    def state(self, today: dt.date) -> str:
        """Its status, or `unconfirmed`: which of `event_status` (outputs/labels.py) its page says."""
        return "unconfirmed" if self.is_unconfirmed(today) else self.status
