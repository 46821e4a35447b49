"""What all records share: strict fields, texts by language, sourced statements, pictures."""

from abc import abstractmethod
from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from site_plugins.records.ids import SourceId, Sources
from site_plugins.records.values import Basis, Date, FormerId, Latitude, Line, Longitude, PictureName

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

    def said(self, language: str) -> str:
        """The text in one language, or in Russian where it has not been translated."""
        return self.get(language) or self.ru


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
