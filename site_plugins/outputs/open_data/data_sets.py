"""The data sets: all files of each type of record."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from pydantic_core import from_json

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.labels import N_
from site_plugins.outputs.open_data.documents import make_document, write_json, write_list
from site_plugins.outputs.open_data.geojson import can_have_place, make_features
from site_plugins.outputs.open_data.layout import FOLDER, record_file, schema_file, stem
from site_plugins.outputs.open_data.schemas import make_schema
from site_plugins.outputs.open_data.tables import Table, fill, make_plan, write_csv
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record

T = TypeVar("T")


class Format(NamedTuple):
    """A format of a whole type: what it is called in English, its media type."""

    title: str
    media_type: str


FORMATS = {
    "json": Format(N_("Data (JSON)"), "application/json"),
    "csv": Format(N_("Table (CSV)"), "text/csv"),
    "geojson": Format(N_("Places (GeoJSON)"), "application/geo+json"),
    "schema": Format(N_("Schema of the data (JSON)"), "application/schema+json"),
}


@dataclass(frozen=True, slots=True)
class DataSet:
    """One type of record with the files of the whole type, by format."""

    record_type: type[Record]
    count: int
    files: dict[str, Artifact]
    tables: list[Table]
    table_files: list[Artifact]
    """The CSV of each of `tables`; the first is also files["csv"]."""
    sums: dict[str, str]
    """Path of each record's own JSON, below FOLDER -> its SHA-256; the file itself is made anew when it is written."""

    def whole(self) -> list[Artifact]:
        """Every file that is of more than one record, each once."""
        return [*(file for kind, file in self.files.items() if kind != "csv"), *self.table_files]


def make_data_sets(catalog: Catalog) -> list[DataSet]:
    """A data set for each type that has records."""
    return [_data_set(catalog, record_type) for record_type in RECORD_TYPES if catalog.all(record_type)]


def _data_set(catalog: Catalog, record_type: type[Record]) -> DataSet:
    name, records = stem(record_type), catalog.all(record_type)
    documents = [make_document(catalog, record, f"{name}.json") for record in records]
    whole = Artifact(f"{FOLDER}{name}.json", write_list(documents))
    sums = {record_file(record.folder, record.id): document.sum for record, document in zip(records, documents, strict=True)}
    filled = fill(make_plan(make_schema(record_type), name), (from_json(document.in_list) for document in _let_go(documents)))
    features = make_features(catalog, records, *filled[0]) if can_have_place(record_type) else None
    tables, table_files = [table for table, _ in filled], []
    for table, rows in _let_go(filled):
        table_files.append(Artifact(f"{FOLDER}{table.name}.csv", write_csv(table, rows)))
    files = {"json": whole, "csv": table_files[0]}
    if features:
        files["geojson"] = Artifact(f"{FOLDER}{name}.geojson", write_json(features))
    files["schema"] = Artifact(FOLDER + schema_file(record_type), write_json(make_schema(record_type)))
    return DataSet(record_type, len(records), files, tables, table_files, sums)


def _let_go(items: list[T]) -> Iterator[T]:
    """Each item once; with ten thousand records there is no memory to keep what is done."""
    items.reverse()
    while items:
        yield items.pop()
