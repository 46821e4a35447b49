"""A factory, museum or workshop of Omsk that takes visitors, took them, or was named among those that do."""

from typing import ClassVar, Literal

from pydantic import Field

from site_plugins.records.base import Disagreement, Model, Point, Record, Statement, Text
from site_plugins.records.ids import OrganisationId, Sources
from site_plugins.records.values import Date, Line
from site_plugins.records.wordings import Access, Wording

Industry = Literal[
    "food", "beverage", "engineering", "electronics", "aerospace", "chemistry", "construction_materials",
    "cartography", "rail", "science", "crafts", "energy", "water_utility", "creative",
]  # fmt: skip
PartKind = Literal[
    "registry", "planned", "regional_route", "open_doors", "school_programme", "support", "planned_route",
    "around_the_site", "workshop", "mentioned", "closed",
]  # fmt: skip
Audience = Literal["individuals", "tourist_groups", "families", "pupils", "students", "delegations", "press", "employees"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Language = Literal["ru", "en", "de", "zh", "kk", "fr", "es", "it", "pl", "tr", "ar", "ja", "ko", "uz"]


class AccessState(Model):
    """Whom the operator lets in, in one word; the field is absent where no source tells."""

    state: Access = Field(title="Кого пускают", description="everyone, groups, pupils, open_days, from_street или closed")
    audiences: list[Audience] = Field(default_factory=list, title="Кто может прийти")
    text: Text = Field(title="Пояснение")
    date: Date | None = Field(None, title="Дата")
    sources: Sources


class ProjectPart(Model):
    """How the site stands to the city's registry, a route or a programme, and when."""

    kind: PartKind = Field(title="Вид участия")
    date: Date | None = Field(None, title="Дата")
    text: Text = Field(title="Пояснение")
    basis: Literal["stated", "inferred"] = Field("stated", title="Основание")
    sources: Sources


class Booking(Statement):
    """How one books. The number beside the sentence, as below too, stands only where the sentence says it; filters go by it."""

    days_before: int | None = Field(None, ge=1, le=365, title="Не позднее чем за сколько дней")


class TourLanguages(Statement):
    """In which languages a tour is given."""

    codes: list[Language] = Field(default_factory=list, title="Коды языков")


class Age(Statement):
    """From what age one may come."""

    minimum: int | None = Field(None, ge=0, le=120, title="С какого возраста, лет")


class Price(Statement):
    """What a visit costs one adult."""

    free: bool | None = Field(None, title="Бесплатно", description="true или false; если часть показывают бесплатно, здесь — сам осмотр")
    amount: int | None = Field(None, ge=1, title="Цена для взрослого, рублей")


class Schedule(Statement):
    """When visits take place."""

    weekdays: list[Weekday] = Field(default_factory=list, title="Дни недели")


class Visit(Model):
    """What a visitor asks; each line only with a source. What is absent is asked for in «Что спросить»."""

    booking: Booking | None = Field(None, title="Как записаться")
    languages: TourLanguages | None = Field(None, title="Языки экскурсии")
    duration: Statement | None = Field(None, title="Продолжительность")
    group: Statement | None = Field(None, title="Размер группы")
    age: Age | None = Field(None, title="Возраст")
    price: Price | None = Field(None, title="Цена")
    schedule: Schedule | None = Field(None, title="Дни и часы")
    papers: Statement | None = Field(None, title="Документы")
    safety: Statement | None = Field(None, title="Одежда и безопасность")
    photography: Statement | None = Field(None, title="Фотосъёмка")
    accessibility: Statement | None = Field(None, title="Доступная среда")
    meeting_point: Statement | None = Field(None, title="Место встречи")


class Location(Model):
    """Where the site is, no finer than its operator publishes."""

    address: Statement | None = Field(None, title="Адрес")
    district: Statement | None = Field(None, title="Округ")
    landmark: Statement | None = Field(None, title="Ориентир")
    transport: Statement | None = Field(None, title="Как добраться")
    point: Point | None = Field(None, title="Координаты")


class Contact(Model):
    """A public contact of an organisation; no person's own."""

    kind: Literal["site", "phone", "email", "social"] = Field(title="Вид связи")
    value: Line = Field(title="Адрес или номер")
    whose: Text = Field(title="Чей контакт")
    date: Date | None = Field(None, title="Дата")
    sources: Sources


class IndustrialSite(Record):
    """A site of industrial tourism."""

    folder: ClassVar[str] = "industrial_sites"
    plural: ClassVar[str] = "Industrial tourism"

    name: Text = Field(title="Название")
    operator: OrganisationId = Field(title="Кто принимает")
    industry: Industry | None = Field(None, title="Отрасль")
    evidence: Literal["recent", "older_or_undated", "membership_only", "plan_only", "closed"] = Field(title="Насколько известно посещение")
    summary: Text = Field(title="Кратко")
    access: AccessState | None = Field(None, title="Кого пускают")
    wordings: list[Wording] = Field(
        default_factory=list,
        title="Как источники говорят о посетителях",
        description="Слова источников по таблице site_plugins/records/wordings.py; из них следует access.state",
    )
    participation: list[ProjectPart] = Field(default_factory=list, title="Участие в проекте")
    products: list[Statement] = Field(default_factory=list, title="Что выпускают")
    sights: list[Statement] = Field(default_factory=list, title="Что покажут")
    visit: Visit = Field(default_factory=Visit, title="Посещение")
    location: Location = Field(default_factory=Location, title="Где это")
    contacts: list[Contact] = Field(default_factory=list, title="Куда обратиться")
    statements: list[Statement] = Field(default_factory=list, title="История и сведения")
    disagreements: list[Disagreement] = Field(default_factory=list, title="Разночтения")
    unknown: list[Text] = Field(default_factory=list, title="Чего мы не знаем")
    sources: Sources

    def label(self) -> Text:
        return self.name
