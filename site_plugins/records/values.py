"""The types of single values: texts without markup, dates, addresses, countries. Each says what is wrong by the code of a message."""

import re
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, InstanceOf, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError
from typing_extensions import TypedDict

from site_plugins.records.edtf import Edtf, EdtfError, parse_edtf

MARKUP = re.compile(r"</?[A-Za-z!]")
ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
PICTURE_NAME = re.compile(rf"{ID_PATTERN}\.(?:jpe?g|png|webp|avif)")


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


_URL = re.compile(r"https?://[\w.-]+(?::\d{1,5})?(?:[/?#][^\s<>\"']*)?")


def _web_address(value: Any) -> Any:
    if isinstance(value, str) and not _URL.fullmatch(value):
        raise PydanticCustomError("url-form", "not a web address", {"value": value})
    return value


Url = Annotated[str, BeforeValidator(_web_address)]
Root = Annotated[Url, AfterValidator(lambda url: url.rstrip("/"))]
"""A web address to which `/` and a path are added."""


def _email(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+", value):
        raise PydanticCustomError("email-form", "not an address of mail", {"value": value})
    return value


Email = Annotated[str, BeforeValidator(_email)]

_ADDRESS = re.compile(r"/?[A-Za-z0-9]+(?:[._/-][A-Za-z0-9]+)*/?", re.ASCII)


def _own_address(value: Any) -> Any:
    if isinstance(value, str) and not _ADDRESS.fullmatch(value):
        raise PydanticCustomError("address-form", "no address of this site", {"value": value})
    return value


OwnAddress = Annotated[str, BeforeValidator(_own_address), Field(json_schema_extra={"pattern": f"^{_ADDRESS.pattern}$"})]
"""An address on this site without its language: `events/fair-2019`."""


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
