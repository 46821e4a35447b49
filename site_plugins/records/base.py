"""What all records share: strict fields, typed references, texts by language, sourced statements."""

import re
from abc import abstractmethod
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    InstanceOf,
    PlainSerializer,
    SerializationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema
from typing_extensions import TypedDict

from site_plugins.records.edtf import Edtf, EdtfError, parse_edtf

MARKUP = re.compile(r"</?[A-Za-z!]")
ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PICTURE_NAME = re.compile(rf"{ID_PATTERN}\.(?:jpe?g|png|webp|avif)")


class Link(TypedDict):
    """A reference as JSON gives it."""

    id: Annotated[str, Field(title="Имя записи")]
    json: Annotated[str, Field(title="Адрес записи в JSON", json_schema_extra={"format": "uri-reference"})]


class RefersTo(NamedTuple):
    """Marks a field whose value is the id of a record in the folder `data/<folder>/`.

    As JSON it is a Link; the serializer's context tells its address: a function of the folder and the id.
    """

    folder: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        as_link = core_schema.plain_serializer_function_ser_schema(
            self._link, info_arg=True, return_schema=handler.generate_schema(Link), when_used="json"
        )
        return cast("CoreSchema", {**handler(source), "serialization": as_link})

    def _link(self, record_id: str, info: SerializationInfo) -> Link:
        return {"id": record_id, "json": info.context(self.folder, record_id) if info.context else record_id}


SourceId = Annotated[str, RefersTo("sources")]
CityId = Annotated[str, RefersTo("cities")]
EventId = Annotated[str, RefersTo("events")]
OrganisationId = Annotated[str, RefersTo("organisations")]
IndustrialSiteId = Annotated[str, RefersTo("industrial_sites")]


_ODD = re.compile(r"[<\n{$]")
"""One of these is in whatever a text may not be; few texts have any, and the others are read at a third of the time."""


def _plain_line(value: Any) -> Any:
    """Refuse what would reach a reader as markup or a script: our texts are plain."""
    if not isinstance(value, str):
        return value
    if not value or value.isspace():
        raise PydanticCustomError("text-empty", "empty text")
    if _ODD.search(value):
        if MARKUP.search(value):
            raise PydanticCustomError("text-html", "markup in a text")
        if "${" in value or "{{" in value or "{%" in value:
            raise PydanticCustomError("text-template", "template code in a text")
        if "\n" in value.strip():
            raise PydanticCustomError("text-newline", "a line break in a text")
    return value.strip()


Line = Annotated[str, BeforeValidator(_plain_line)]


def _edtf(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return parse_edtf(value)
    except EdtfError as error:
        raise PydanticCustomError(error.code, "not an EDTF date", {"value": value}) from None


class Days(TypedDict):
    """A date as JSON gives it: as written, and the days between which it lies."""

    edtf: Annotated[str, Field(title="Дата в EDTF")]
    first: Annotated[str, Field(title="Первый возможный день", json_schema_extra={"format": "date"})]
    last: Annotated[str, Field(title="Последний возможный день", json_schema_extra={"format": "date"})]


def _days(value: Edtf) -> Days:
    return {"edtf": value.text, "first": value.first.isoformat(), "last": value.last.isoformat()}


Date = Annotated[
    InstanceOf[Edtf],
    BeforeValidator(_edtf),
    WithJsonSchema({"type": "string", "description": "EDTF"}, mode="validation"),
    PlainSerializer(_days, when_used="json"),
]


def _local_time(value: Any) -> Any:
    if isinstance(value, str):
        try:
            known = re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d", value, re.ASCII) and datetime.fromisoformat(value)
        except ValueError:
            known = None
        if not known:
            raise PydanticCustomError("time-form", "not a day and an hour", {"value": value})
    return value


LocalTime = Annotated[str, BeforeValidator(_local_time)]
"""A day and an hour by the clocks of the place, as `2019-08-02T16:00`."""


def _web_address(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"https?://[^\s<>\"']+", value):
        raise PydanticCustomError("url-form", "not a web address", {"value": value})
    return value


Url = Annotated[str, BeforeValidator(_web_address)]


def _country(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch("[A-Z]{2}", value):
        raise PydanticCustomError("country-form", "not a country code", {"value": value})
    return value


Country = Annotated[str, BeforeValidator(_country), Field(json_schema_extra={"pattern": "^[A-Z]{2}$"})]
FormerId = Annotated[str, Field(json_schema_extra={"pattern": f"^{ID_PATTERN}$"})]


def _picture_name(value: Any) -> Any:
    if isinstance(value, str) and not PICTURE_NAME.fullmatch(value):
        raise PydanticCustomError("picture-name", "not a name of a picture", {"value": value})
    return value


PictureName = Annotated[str, BeforeValidator(_picture_name), Field(json_schema_extra={"pattern": f"^{PICTURE_NAME.pattern}$"})]
Latitude = Annotated[float, Field(ge=-90, le=90, title="Широта")]
Longitude = Annotated[float, Field(ge=-180, le=180, title="Долгота")]
Basis = Literal["stated", "inferred"]


_NOT_ASKED = set[str]()


class Model(BaseModel):
    """A part of a record: unknown fields are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    def model_post_init(self, _context: Any) -> None:
        """One set for all: which fields a file names nobody asks, and sets were a quarter of the records' memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_ASKED)


class Text(Model):
    """One text in the languages of the site; Russian is always there."""

    ru: Line = Field(title="по-русски")
    en: Line | None = Field(None, title="по-английски")
    de: Line | None = Field(None, title="по-немецки")
    zh: Line | None = Field(None, title="по-китайски")
    kk: Line | None = Field(None, title="по-казахски")

    def get(self, language: str) -> str | None:
        """The text in one language, or None where it has not been translated."""
        value: str | None = getattr(self, language, None)
        return value


Sources = Annotated[list[SourceId], Field(min_length=1, title="Источники")]


class Statement(Model):
    """One claim a reader could doubt: what is said, when it was true, who says so."""

    text: Text = Field(title="Что сказано")
    date: Date | None = Field(None, title="Дата", description="К какому времени относятся сведения (EDTF)")
    basis: Basis = Field("stated", title="Основание", description="stated — прямо сказано, inferred — вывод из источников")
    sources: Sources


class Figure(Model):
    """A number as its source gives it; a number that can be counted from records is never written here."""

    label: Text = Field(title="Что сосчитано")
    value: int = Field(ge=0, title="Число")
    qualifier: Literal["exact", "about", "more_than"] = Field("exact", title="Точность", description="exact, about или more_than")
    date: Date | None = Field(None, title="На дату")
    note: Text | None = Field(None, title="Примечание")
    sources: Sources


class Version(Model):
    """What one side of a disagreement says."""

    text: Text = Field(title="Что сказано")
    sources: Sources


class Disagreement(Model):
    """Sources that contradict each other, and what the site makes of it."""

    topic: Text = Field(title="О чём спор")
    versions: list[Version] = Field(min_length=2, title="Версии")
    conclusion: Text | None = Field(None, title="Что принято на сайте")


class Point(Model):
    """A place on the map in WGS 84 degrees; never finer than the source or the operator publishes."""

    latitude: Latitude
    longitude: Longitude
    precision: Literal["building", "street", "settlement"] = Field("settlement", title="Точность")
    sources: Sources


class FullText(Text):
    """A text that stands where no remark fits that it is not translated."""

    en: Line = Field(title="по-английски")


Licence = Literal[
    "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-3.0", "CC-BY-SA-3.0", "CC-BY-2.0", "CC-BY-SA-2.0", "public-domain", "permission"
]  # fmt: skip
"""The licences of Creative Commons that allow what we do, by their SPDX identifiers; and what needs none."""


class Picture(Model):
    """A picture of what the record is about. Without any of these it is not shown."""

    file: PictureName = Field(title="Файл картинки", description="Имя файла в data/pictures/, например kaifeng.jpg")
    description: FullText = Field(title="Что на картинке", description="Для тех, кто её не видит: одно предложение")
    author: FullText = Field(title="Автор картинки")
    licence: Licence = Field(title="Лицензия", description="permission — по разрешению автора")
    source: SourceId = Field(title="Откуда картинка")
    date: Date | None = Field(None, title="Когда сделана")

    @property
    def licence_url(self) -> str | None:
        """Where a licence of Creative Commons can be read."""
        if self.licence == "CC0-1.0":
            return "https://creativecommons.org/publicdomain/zero/1.0/"
        kind, _, version = self.licence.removeprefix("CC-").lower().rpartition("-")
        return f"https://creativecommons.org/licenses/{kind}/{version}/" if self.licence.startswith("CC-") else None


class Record(Model):
    """One file of data/. Its name without `.yml` is the record's id and its address."""

    folder: ClassVar[str]
    """The folder below data/ and the first part of the page's address (with `-` for `_`)."""
    plural: ClassVar[str]
    """What a list of them is called, in English; the catalogues translate it."""

    id: str = Field("", exclude=True, title="Имя файла")
    aliases: list[Line] = Field(default_factory=list, title="Другие названия", description="Как ещё это называют: для поиска")
    former_ids: list[FormerId] = Field(
        default_factory=list, title="Прежние имена файла", description="Старые адреса страницы, самый первый — в начале списка"
    )
    pictures: list[Picture] = Field(default_factory=list, title="Картинки")

    @abstractmethod
    def label(self) -> Text:
        """What the record is called in headings, lists and links."""
