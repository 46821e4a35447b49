"""What the city reports on one year beyond single events: totals, lists, aims, requests."""

from typing import ClassVar

from pydantic import Field

from site_plugins.records.base import Figure, Model, Record, Statement, Text
from site_plugins.records.ids import CityId, EventId, OrganisationId, Sources
from site_plugins.records.values import Country


class Delegations(Model):
    """Foreign delegations received in the year."""

    count: int = Field(ge=0, title="Сколько")
    countries: list[Country] = Field(title="Откуда", description="Коды стран по порядку отчёта")
    sources: Sources


class Visit(Model):
    """One place that representatives of the city visited; the event where one is known."""

    city: CityId = Field(title="Город")
    event: EventId | None = Field(None, title="Событие")


class MissionPlace(Model):
    """A city a trade mission went to."""

    name: Text = Field(title="Город")
    country: Country | None = Field(None, title="Страна", description="Не пишется у места спорной принадлежности")
    city: CityId | None = Field(None, title="Город-партнёр")


class Missions(Model):
    """Trade missions of the year. Which city belongs to which mission is not said, so it is not written."""

    count: int = Field(ge=0, title="Сколько")
    places: list[MissionPlace] = Field(title="Куда")
    received_from: list[Text] = Field(title="Откуда приезжали")
    sources: Sources


class Experience(Model):
    """Experience of another city worth study."""

    text: Text = Field(title="Какой опыт")
    cities: list[CityId] = Field(min_length=1, title="Чей опыт")
    event: EventId | None = Field(None, title="Событие")
    sources: Sources


class Highlight(Model):
    """A city or a theme that the report gives its own section, with its events in order."""

    title: Text = Field(title="Заголовок")
    cities: list[CityId] = Field(default_factory=list, title="Города")
    statements: list[Statement] = Field(default_factory=list, title="Сведения")
    events: list[EventId] = Field(min_length=1, title="События")


class Report(Record):
    """The report of one year; everything that is an event stays in the event's own record."""

    folder: ClassVar[str] = "reports"
    plural: ClassVar[str] = "Reports"

    year: int = Field(ge=1900, le=2100, title="Год")
    title: Text = Field(title="Название")
    summary: Text = Field(title="Кратко")
    aims: list[Statement] = Field(default_factory=list, title="Цели работы")
    partners: list[Figure] = Field(default_factory=list, title="Партнёры по отчёту")
    main_events: list[EventId] = Field(default_factory=list, title="Главные события")
    relations: list[Highlight] = Field(default_factory=list, title="Связи с городами")
    delegations: Delegations | None = Field(None, title="Принятые делегации")
    visits: list[Visit] = Field(default_factory=list, title="Официальные визиты")
    missions: Missions | None = Field(None, title="Бизнес-миссии")
    associations: list[Highlight] = Field(default_factory=list, title="Международные организации")
    humanitarian: list[Statement] = Field(default_factory=list, title="Гуманитарные связи")
    culture: list[EventId] = Field(default_factory=list, title="Культура")
    education: list[EventId] = Field(default_factory=list, title="Образование")
    sport: list[EventId] = Field(default_factory=list, title="Спорт")
    experience: list[Experience] = Field(default_factory=list, title="Интересный опыт")
    results: list[Statement] = Field(default_factory=list, title="Итоги")
    goals: list[Text] = Field(default_factory=list, title="Задачи на следующий год")
    help_from: OrganisationId | None = Field(None, title="Кто может помочь")
    help_wanted: list[Text] = Field(default_factory=list, title="В чём нужна помощь")
    topic: Text | None = Field(None, title="Тема для обмена опытом")
    training_topic: Text | None = Field(None, title="Тема для обучения служащих")
    tourism: list[Highlight] = Field(default_factory=list, title="Промышленный туризм")
    sources: Sources

    def label(self) -> Text:
        return self.title
