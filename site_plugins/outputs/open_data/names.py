"""Which files the open data have, known before any of them is made: making them takes seconds, naming them none."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.open_data.archive import SUMS
from site_plugins.outputs.open_data.dcat import CATALOG
from site_plugins.outputs.open_data.geojson import can_have_place, points
from site_plugins.outputs.open_data.layout import (
    ARCHIVE,
    CATALOGUE_PAGE,
    FOLDER,
    data_set_page,
    passport_file,
    schema_file,
    stem,
    structure_file,
)
from site_plugins.outputs.open_data.passports import REGISTRY
from site_plugins.outputs.open_data.schemas import make_schema
from site_plugins.outputs.open_data.tables import make_plan, names_of
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record

OTHERS = ("README.txt", "openapi.json", REGISTRY, ARCHIVE, CATALOG, SUMS)


def types_of(catalog: Catalog) -> list[type[Record]]:
    """The types that have records, each with a data set."""
    return [record_type for record_type in RECORD_TYPES if catalog.all(record_type)]


def whole_files(catalog: Catalog, record_type: type[Record]) -> dict[str, str]:
    """The files of a whole type: format (FORMATS) -> path below FOLDER."""
    name = stem(record_type)
    found = {"json": f"{name}.json", "csv": f"{name}.csv"}
    if can_have_place(record_type) and any(any(points(catalog, record)) for record in catalog.all(record_type)):
        found["geojson"] = f"{name}.geojson"
    return found | {"schema": schema_file(record_type)}


def whole_set(catalog: Catalog) -> Iterator[str]:
    """Every file but those of single records, below FOLDER."""
    for record_type in types_of(catalog):
        yield from (path for kind, path in whole_files(catalog, record_type).items() if kind != "csv")
        yield from (f"{name}.csv" for name in names_of(make_plan(make_schema(record_type), stem(record_type))))
        yield from (passport_file(record_type), structure_file(record_type))
    yield from OTHERS


def of_edition(catalog: Catalog) -> set[str]:
    """The paths of all pages and files that are made of one edition, from the site's root."""
    pages = [CATALOGUE_PAGE, *map(data_set_page, types_of(catalog))]
    return {
        *(FOLDER + path for path in whole_set(catalog)),
        *(f"{prefix(language)}{page}index.html" for language in LANGUAGES for page in pages),
    }
