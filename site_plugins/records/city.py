"""A twin or partner city of Omsk, of today or of the past."""

from typing import ClassVar, Literal

from pydantic import Field

from site_plugins.records.base import Disagreement, Model, Point, Record, Statement, Text
from site_plugins.records.ids import Sources
from site_plugins.records.values import Basis, Country, Date, Line, Url

CityStatus = Literal["twin", "partner", "partner_suspended", "former"]
AgreementKind = Literal["twin_city", "partnership", "cooperation", "friendship", "protocol", "memorandum", "letter_of_intent"]


class Attestation(Model):
    """What the tie was, as of when, and who says so."""

    status: CityStatus = Field(title="Статус", description="twin, partner, partner_suspended или former")
    as_of: Date = Field(title="По состоянию на")
    since: Date | None = Field(None, title="С какого времени", description="Только если начало назвал источник")
    basis: Basis = Field("stated", title="Основание")
    note: Text | None = Field(None, title="Примечание")
    sources: Sources


class Agreement(Model):
    """A paper between Omsk and the city."""

    title: Text = Field(title="Название документа")
    kind: AgreementKind = Field(title="Вид документа")
    date: Date | None = Field(None, title="Дата подписания")
    announced: bool = Field(False, title="Только анонсировано", description="true, если источник писал до подписания")
    signatories: Text | None = Field(None, title="Кто подписал")
    place: Text | None = Field(None, title="Где подписано")
    note: Text | None = Field(None, title="Примечание")
    sources: Sources


class Population(Model):
    """Inhabitants, of what, and when."""

    value: int = Field(ge=1, title="Число жителей")
    date: Date | None = Field(None, title="На дату", description="Без даты — справочная величина")
    of: Text = Field(title="Чего именно")
    note: Text | None = Field(None, title="Примечание")
    sources: Sources


class OwnName(Model):
    """The city's name in its own script and language."""

    language: Line = Field(title="Язык", description="Код BCP 47, например be или zh-Hans")
    text: Line = Field(title="Название")


class Website(Model):
    """The city's official site."""

    url: Url = Field(title="Адрес")
    sources: Sources


class Listing(Model):
    """For a place whose state is disputed: who lists it among the partners, and when. The site adds nothing to it."""

    text: Text = Field(title="Кто и когда числит")
    sources: Sources


class City(Record):
    """A partner of Omsk; the first attestation of `status` is the newest."""

    folder: ClassVar[str] = "cities"
    plural: ClassVar[str] = "Cities"

    name: Text = Field(title="Название")
    own_names: list[OwnName] = Field(default_factory=list, title="Название на языке города")
    kind: Literal["city", "town", "municipality", "municipality_and_district"] = Field("city", title="Вид")
    group: Literal["foreign", "russian"] = Field(title="Группа", description="Как числит город Омск: foreign или russian")
    country: Country | None = Field(None, title="Страна", description="Две заглавные буквы ISO 3166-1, например CN")
    disputed: Listing | None = Field(None, title="Спорная принадлежность")
    region: Text | None = Field(None, title="Регион")
    point: Point | None = Field(None, title="Координаты")
    time_zone: Line | None = Field(None, title="Часовой пояс", description="Имя IANA, например Asia/Shanghai")
    time_note: Text | None = Field(
        None, title="Примечание о времени", description="Если учреждения могут жить по другим часам; общие рабочие часы тогда не считаются"
    )
    wikidata: Line | None = Field(None, title="Wikidata")
    population: list[Population] = Field(default_factory=list, title="Население")
    website: Website | None = Field(None, title="Официальный сайт")
    summary: Text = Field(title="Кратко")
    status: list[Attestation] = Field(min_length=1, title="Статус")
    agreements: list[Agreement] = Field(default_factory=list, title="Соглашения")
    cooperation: list[Statement] = Field(default_factory=list, title="Сотрудничество")
    disagreements: list[Disagreement] = Field(default_factory=list, title="Разночтения")
    unknown: list[Text] = Field(default_factory=list, title="Чего мы не знаем")
    sources: Sources

    def label(self) -> Text:
        return self.name

    @property
    def current_status(self) -> CityStatus:
        """What the newest attestation says the tie is."""
        return self.status[0].status

    def dated_agreements(self) -> list[Agreement]:
        """Signed agreements whose date is known, oldest first."""
        dated = [(paper.date.first, number) for number, paper in enumerate(self.agreements) if paper.date and not paper.announced]
        return [self.agreements[number] for _, number in sorted(dated)]

    def oldest_agreement(self) -> Agreement | None:
        """The oldest signed agreement whose date is known."""
        return next(iter(self.dated_agreements()), None)
