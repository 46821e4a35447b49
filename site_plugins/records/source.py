"""A document or page that facts come from: one address, one record."""

from typing import ClassVar, Literal

from pydantic import Field

from site_plugins.records.base import Picture, Record, Text
from site_plugins.records.values import Date, Line, Url


class Source(Record):
    """A source; `title` is what it calls itself, or what it is, where its own title was not kept."""

    folder: ClassVar[str] = "sources"
    plural: ClassVar[str] = "Sources"
    pictures: ClassVar[list[Picture]] = []  # type: ignore[misc]
    """A source has no page of its own to show any on, so the field is taken away."""

    title: Text = Field(title="Заглавие")
    title_is_description: bool = Field(False, title="Заглавие — наше описание", description="true, если точного заглавия нет")
    language: Line = Field("ru", title="Язык источника")
    publisher: Text = Field(title="Издатель")
    date: Date | None = Field(None, title="Дата публикации")
    kind: Literal["official", "media", "company", "reference", "other"] = Field(title="Вид источника")
    url: Url | None = Field(None, title="Адрес")
    access: Literal["page", "mirror", "document"] = Field(
        "page",
        title="Доступ",
        description="page — страница самого издателя (даётся ссылкой); mirror — перепечатка, прокси (только текстом); document",
    )
    checked: Date | None = Field(None, title="Когда адрес открывали")
    note: Text | None = Field(None, title="Примечание")

    def label(self) -> Text:
        return self.title
