"""What the maker of a file was handed, as a hash: with the same in hand and the same answers (answers.py) it makes the same file."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from types import FunctionType
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.rebuilding.answers import digest, record_said
from site_plugins.records.base import Record


class UnknownThingError(TypeError):
    """Of this kind of thing nobody has said how to tell whether it is the same."""


def handed(catalog: Catalog, *things: Any) -> bytes:
    """The hash; empty where one of the things cannot be told from another, so that the file is made at every build."""
    said: list[str] = []
    try:
        for thing in things:
            _say(catalog, thing, said)
    except UnknownThingError:
        return b""
    return digest(*said)


def _say(catalog: Catalog, thing: Any, said: list[str]) -> None:
    if type(thing) is str:
        said.append(thing)
    elif token := _token(catalog, thing):
        said.append(token)
    else:
        said.append("\x01")  # no text of ours holds one of these two
        for inner in _inner(thing):
            _say(catalog, inner, said)
        said.append("\x02")


def _token(catalog: Catalog, thing: Any) -> str:
    """What says all of a thing that is made of no others; nothing for one that is."""
    if thing is None or isinstance(thing, str | bytes | int | float | date):
        return f"{type(thing).__name__} {thing!r}"
    if isinstance(thing, Record):
        entry = catalog.by_folder[thing.folder].get(thing.id)
        if entry is None or entry.record is not thing:
            raise UnknownThingError  # a record as it was once
        return record_said(entry)
    if isinstance(thing, Catalog):
        return "catalog"
    if isinstance(thing, type) or (isinstance(thing, FunctionType) and not thing.__closure__):
        return f"{thing.__module__}.{thing.__qualname__}"
    return ""


def _inner(thing: Any) -> Iterable[Any]:
    """What a thing is made of."""
    if isinstance(thing, partial):
        return (thing.func, *thing.args, *thing.keywords.items())
    if isinstance(thing, list | tuple):
        return thing
    if isinstance(thing, Mapping):
        return thing.items()
    if is_dataclass(thing):
        return [type(thing), *(getattr(thing, field.name) for field in fields(thing))]
    raise UnknownThingError(type(thing).__name__)
