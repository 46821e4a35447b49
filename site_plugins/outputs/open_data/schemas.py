"""JSON Schema (draft 2020-12) of a record as open data give it, from the model that also checks the file of it."""

from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from site_plugins.languages import LANGUAGES
from site_plugins.records.base import Record
from site_plugins.records.values import ID_PATTERN

Schema = dict[str, Any]


class _Published(GenerateJsonSchema):
    """Of what is written: no null, since what is not known is left out; and all the rest is always there."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_is_required(self, field: Any, total: bool) -> bool:
        inner = field["schema"]
        return bool(inner.get("default", self) is not None) if inner["type"] == "default" else super().field_is_required(field, total)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def _text(title: str, **more: str) -> Schema:
    return {"type": "string", "title": title, **more}


def _object(title: str, **properties: Schema) -> Schema:
    return {"type": "object", "title": title, "properties": properties, "required": list(properties), "additionalProperties": False}


LANGUAGE_TITLES = {"ru": "по-русски", "en": "по-английски"}
ENVELOPE: Schema = {
    "id": _text("Имя записи", pattern=f"^{ID_PATTERN}$"),
    "json": _text("Адрес записи в JSON", format="uri-reference"),
    "pages": _object(
        "Страницы", **{language: _text(LANGUAGE_TITLES.get(language, language), format="uri-reference") for language in LANGUAGES}
    ),
    "revision": _object(
        "История записи",
        created=_text("Появилась", format="date-time"),
        modified=_text("Изменена", format="date-time"),
        sequence={"type": "integer", "title": "Сколько раз менялась", "minimum": 0},
    ),
}
"""What documents.py adds to the fields of a record."""


@cache
def make_schema(record_type: type[Record]) -> Schema:
    """The schema of one record; the file of a whole type is an array of these."""
    schema = record_type.model_json_schema(mode="serialization", schema_generator=_Published)
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        **schema,
        "properties": ENVELOPE | schema["properties"],
        "required": [*ENVELOPE, *schema["required"]],
    }
