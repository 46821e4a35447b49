"""A record as JSON: what its file says, and the record's addresses and history."""

from typing import Any

from pydantic_core import to_json

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.open_data.layout import FOLDER, record_file, way
from site_plugins.records.base import Record

Document = dict[str, Any]


def make_document(catalog: Catalog, record: Record, file: str) -> Document:
    """The record as it stands in `file` (a path below FOLDER): what is not known is left out, what there is none of is an empty list.

    A date is an object of the text in EDTF and its first and last day, a reference one of the id and the address of its JSON.
    """
    revision = catalog.revision(record)
    folder = way(catalog, FOLDER + file, FOLDER)
    base = "" if folder == "./" else folder
    own = record.model_dump(mode="json", exclude_none=True, context=lambda kind, other: base + record_file(kind, other))
    return {
        "id": record.id,
        "json": base + record_file(record.folder, record.id),
        "pages": {language: way(catalog, FOLDER + file, prefix(language) + address(record)) for language in LANGUAGES},
        "revision": {"created": _moment(revision.created), "modified": _moment(revision.modified), "sequence": revision.sequence},
        **own,
    }


def _moment(moment: Any) -> str:
    """RFC 3339, in UTC."""
    return str(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def write_json(value: Any) -> bytes:
    """JSON that a person can read as well: UTF-8, one value a line."""
    return to_json(value, indent=1) + b"\n"
