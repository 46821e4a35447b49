"""A record as JSON: what its file says, and the record's addresses and history."""

from datetime import datetime
from functools import cache
from hashlib import sha256
from typing import Any, NamedTuple

from pydantic_core import to_json

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.open_data.layout import FOLDER, record_file, way
from site_plugins.records.base import Record


class Document(NamedTuple):
    """A record's JSON as it stands in the file of its type; in its own file relative links lead one folder further."""

    in_list: bytes
    sum: str
    """SHA-256 of the record's own file."""


def write_record(catalog: Catalog, record: Record) -> bytes:
    """The record's own file."""
    return _alone(catalog, record, _own(catalog, record, record_file(record.folder, record.id)))


def make_document(catalog: Catalog, record: Record, list_file: str) -> Document:
    """The record as it stands in `list_file` (a path below FOLDER), from which the sum of its own file follows.

    What is not known is left out, what there is none of is an empty list. A date is an object of the text in EDTF and its first
    and last day, a reference one of the id and the address of its JSON.
    """
    file = record_file(record.folder, record.id)
    base, own_base = (_to_folder(catalog, FOLDER + place) for place in (list_file, file))
    own = _own(catalog, record, list_file)
    link = b'"json": "'  # nowhere but before an address: a text's own quotes are escaped
    alone = own if base == own_base else own.replace(link + base.encode(), link + own_base.encode())
    return Document(_joined(_head(catalog, record, list_file, base), own), sha256(_alone(catalog, record, alone)).hexdigest())


def write_list(documents: list[Document]) -> bytes:
    """The file of a whole type: an array."""
    out = bytearray(b"[\n")
    for number, document in enumerate(documents):
        out += (b",\n " if number else b" ") + document.in_list.replace(b"\n", b"\n ")
    return bytes(out + b"\n]\n")


def write_json(value: Any) -> bytes:
    """JSON that a person can read as well: UTF-8, one value a line."""
    return to_json(value, indent=1) + b"\n"


def _head(catalog: Catalog, record: Record, file: str, base: str) -> bytes:
    """What is added to the fields of a record."""
    revision = catalog.revision(record)
    said = {
        "id": record.id,
        "json": base + record_file(record.folder, record.id),
        "pages": {language: way(catalog, FOLDER + file, prefix(language) + address(record)) for language in LANGUAGES},
        "revision": {"created": _moment(revision.created), "modified": _moment(revision.modified), "sequence": revision.sequence},
    }
    return to_json(said, indent=1)


def _own(catalog: Catalog, record: Record, file: str) -> bytes:
    """What the record's file says, with links that lead on from `file`."""
    base = _to_folder(catalog, FOLDER + file)
    return record.model_dump_json(indent=1, exclude_none=True, context=lambda kind, other: base + record_file(kind, other)).encode()


def _alone(catalog: Catalog, record: Record, own: bytes) -> bytes:
    file = record_file(record.folder, record.id)
    return _joined(_head(catalog, record, file, _to_folder(catalog, FOLDER + file)), own) + b"\n"


def _joined(head: bytes, own: bytes) -> bytes:
    """One object of two, each a value a line."""
    return head.removesuffix(b"\n}") + b"," + own.removeprefix(b"{")


def _to_folder(catalog: Catalog, file: str) -> str:
    """The way from a file to FOLDER, that file names below it can follow."""
    folder = way(catalog, file, FOLDER)
    return "" if folder == "./" else folder


@cache
def _moment(moment: datetime) -> str:
    """RFC 3339, in UTC."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
