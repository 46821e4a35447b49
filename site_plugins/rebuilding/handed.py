"""What the maker of a file was handed, as a hash: with the same in hand and the same answers (answers.py) it makes the same file."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from types import FunctionType, MethodType
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.rebuilding.answers import digest, record_said
from site_plugins.records.base import Record


class UnknownThingError(TypeError):
    """Of this kind of thing nobody has said how to tell whether it is the same."""


def handed(catalog: Catalog, *things: Any) -> bytes:
    """The hash; empty where one of the things cannot be told from another, so that the file is made at every build."""
    try:
        return digest(*(said for thing in things for said in _said(catalog, thing)))
    except UnknownThingError:
        return b""


def _said(catalog: Catalog, thing: Any) -> Iterator[str]:
    if thing is None or isinstance(thing, str | bytes | int | float | date):
        yield repr(thing)
    elif isinstance(thing, Record):
        entry = catalog.by_folder[thing.folder].get(thing.id)
        if entry is None or entry.record is not thing:
            raise UnknownThingError  # a record as it was once
        yield record_said(catalog, thing)
    elif isinstance(thing, Catalog):
        yield "catalog"
    elif isinstance(thing, type) or (isinstance(thing, FunctionType) and not thing.__closure__):
        yield f"{thing.__module__}.{thing.__qualname__}"
    elif isinstance(thing, partial):
        yield from _group(catalog, [thing.func, *thing.args, *thing.keywords.items()])
    elif isinstance(thing, Mapping):
        yield from _group(catalog, thing.items())
    elif isinstance(thing, list | tuple):
        yield from _group(catalog, thing)
    elif is_dataclass(thing) and not isinstance(thing, MethodType):
        yield from _group(catalog, [type(thing), *(getattr(thing, field.name) for field in fields(thing))])
    else:
        raise UnknownThingError(type(thing).__name__)


def _group(catalog: Catalog, things: Any) -> Iterator[str]:
    yield "("
    for thing in things:
        yield from _said(catalog, thing)
    yield ")"
