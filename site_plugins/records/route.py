"""A route of industrial tourism: stops, who runs it, how far it has come."""

from typing import ClassVar, Literal

from pydantic import Field

from site_plugins.records.base import Model, Record, Statement, Text
from site_plugins.records.ids import IndustrialSiteId, OrganisationId, Sources
from site_plugins.records.values import Date


class Stop(Model):
    """One stop: a site of ours, or only what the source calls it."""

    site: IndustrialSiteId | None = Field(None, title="Площадка")
    text: Text = Field(title="Что там")
    sources: Sources


class Route(Record):
    """A route; `status` is what the newest source says of it."""

    folder: ClassVar[str] = "routes"
    plural: ClassVar[str] = "Routes"

    name: Text = Field(title="Название")
    status: Literal["launched", "in_design", "self_guided", "unknown"] = Field(title="Состояние")
    date: Date | None = Field(None, title="Дата")
    organisations: list[OrganisationId] = Field(default_factory=list, title="Кто ведёт")
    summary: Text = Field(title="Кратко")
    stops: list[Stop] = Field(default_factory=list, title="Остановки")
    statements: list[Statement] = Field(default_factory=list, title="Сведения")
    unknown: list[Text] = Field(default_factory=list, title="Чего мы не знаем")
    sources: Sources

    def label(self) -> Text:
        return self.name
