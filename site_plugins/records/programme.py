"""A programme of industrial tourism: its legal act, how an organisation joins, how a visitor gets in, its figures."""

from typing import ClassVar

from pydantic import Field

from site_plugins.records.base import Figure, Model, Record, Statement, Text
from site_plugins.records.ids import IndustrialSiteId, OrganisationId, Sources
from site_plugins.records.industrial_site import Contact


class Expected(Model):
    """Sites expected to join, as announced in a year; whether they did is said in `text`."""

    sites: list[IndustrialSiteId] = Field(min_length=1, title="Площадки")
    statement: Statement = Field(title="Что сказано")


class Programme(Record):
    """One programme; `current` says what is known of it today."""

    folder: ClassVar[str] = "programmes"
    plural: ClassVar[str] = "Programmes"

    name: Text = Field(title="Название")
    summary: Text = Field(title="Кратко")
    legal_act: Statement | None = Field(None, title="Правовой акт")
    aims: list[Statement] = Field(default_factory=list, title="Цели")
    run_by: Statement | None = Field(None, title="Кто ведёт")
    organisations: list[OrganisationId] = Field(default_factory=list, title="Организации")
    eligible: list[Statement] = Field(default_factory=list, title="Кто может вступить")
    joining: list[Statement] = Field(default_factory=list, title="Как вступить", description="Шаги по порядку")
    published: list[Statement] = Field(default_factory=list, title="Что публикует реестр", description="Что публикуют и где")
    visiting: list[Statement] = Field(default_factory=list, title="Как попасть", description="Общее для посетителей")
    figures: list[Figure] = Field(default_factory=list, title="Цифры")
    joined: list[IndustrialSiteId] = Field(default_factory=list, title="Вступили", description="Площадки, вступившие в год отчёта")
    most_active: list[IndustrialSiteId] = Field(default_factory=list, title="Наиболее активные")
    expected: Expected | None = Field(None, title="Ожидались")
    statements: list[Statement] = Field(default_factory=list, title="Сведения")
    current: list[Statement] = Field(default_factory=list, title="Что известно сейчас")
    contacts: list[Contact] = Field(default_factory=list, title="Куда обратиться")
    unknown: list[Text] = Field(default_factory=list, title="Чего мы не знаем")
    sources: Sources

    def label(self) -> Text:
        return self.name
