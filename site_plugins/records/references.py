"""Every reference a record makes, found from the types of its fields, also of types not yet invented."""

from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_plugins.records.ids import RefersTo
from site_plugins.records.walk import Finder


class Reference(NamedTuple):
    """A field's place in the record, the folder it refers to, and the id that stands there."""

    path: tuple[str | int, ...]
    folder: str
    id: str


def references(record: BaseModel) -> list[Reference]:
    """All references of a record, in the order of its fields."""
    return [Reference(*found) for found in _find(record)]


def _referring(_name: str, field: FieldInfo) -> str | None:
    """The folder that a field refers to."""
    return next((mark.folder for mark in field.metadata if isinstance(mark, RefersTo)), None) or _folder(field.annotation)


def _folder(annotation: Any) -> str | None:
    marks = getattr(annotation, "__metadata__", ())
    own = next((mark.folder for mark in marks if isinstance(mark, RefersTo)), None)
    return own or next((found for part in get_args(annotation) if (found := _folder(part))), None)


_find = Finder(_referring)
