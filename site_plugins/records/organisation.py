"""A body that events and sites refer to: an association, a theatre, a school, a federation, a company."""

from typing import ClassVar, Literal

from pydantic import Field

from site_plugins.records.base import Record, Statement, Text
from site_plugins.records.ids import CityId, Sources
from site_plugins.records.values import Country, Line, Url


class Organisation(Record):
    """An organisation; its events, sites and routes are found by reference, not listed here."""

    folder: ClassVar[str] = "organisations"
    plural: ClassVar[str] = "Organisations"

    name: Text = Field(title="Название")
    legal_name: Line | None = Field(None, title="Юридическое название", description="Как в источнике, по-русски")
    kind: Literal["government", "association", "company", "culture", "education", "sport", "science", "chamber", "public"] = Field(
        title="Вид организации"
    )
    country: Country | None = Field(None, title="Страна", description="Не пишется у международных организаций")
    city: CityId | None = Field(None, title="Город-партнёр", description="Если организация в городе-партнёре")
    website: Url | None = Field(None, title="Сайт")
    summary: Text = Field(title="Кратко")
    statements: list[Statement] = Field(default_factory=list, title="Сведения")
    sources: Sources

    def label(self) -> Text:
        return self.name
