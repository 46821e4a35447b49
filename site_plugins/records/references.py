"""Every reference a record makes, found from the types of its fields, also of types not yet invented."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from site_plugins.records.base import RefersTo


class Reference(NamedTuple):
    """A field's place in the record, the folder it refers to, and the id that stands there."""

    path: tuple[str | int, ...]
    folder: str
    id: str


def references(record: BaseModel) -> Iterator[Reference]:
    """All references of a record, in the order of its fields."""
    return _walk(record, ())


def _walk(model: BaseModel, path: tuple[str | int, ...]) -> Iterator[Reference]:
    for name, folder in _fields(type(model)):
        value = getattr(model, name)
        items: list[tuple[tuple[str | int, ...], Any]]
        items = [((*path, name, i), item) for i, item in enumerate(value)] if isinstance(value, list) else [((*path, name), value)]
        for where, item in items:
            if isinstance(item, BaseModel):
                yield from _walk(item, where)
            elif folder and isinstance(item, str):
                yield Reference(where, folder, item)


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str | None], ...]:
    """The fields that refer or may hold something that does: (name, folder or None)."""
    found = []
    for name, field in model.model_fields.items():
        folder = next((mark.folder for mark in field.metadata if isinstance(mark, RefersTo)), None) or _folder(field.annotation)
        if folder or _holds_model(field.annotation):
            found.append((name, folder))
    return tuple(found)


def _folder(annotation: Any) -> str | None:
    marks = getattr(annotation, "__metadata__", ())
    own = next((mark.folder for mark in marks if isinstance(mark, RefersTo)), None)
    return own or next((found for part in get_args(annotation) if (found := _folder(part))), None)


def _holds_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_model(part) for part in get_args(annotation))
