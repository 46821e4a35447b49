"""The catalogue of open data, and a page for each data set: its files, its passport, its columns."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.languages.formats import day, file_size
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Artifact, Page
from site_plugins.outputs.open_data.archive import SUMS, as_bytes
from site_plugins.outputs.open_data.dcat import CATALOG
from site_plugins.outputs.open_data.descriptions import description, title
from site_plugins.outputs.open_data.edition import edition
from site_plugins.outputs.open_data.examples import make_examples
from site_plugins.outputs.open_data.layout import ARCHIVE, CATALOGUE_PAGE, FOLDER, VERSION, data_set_page, passport_file, structure_file
from site_plugins.outputs.open_data.licence import citation, licence
from site_plugins.outputs.open_data.names import types_of
from site_plugins.outputs.open_data.passports import REGISTRY, column_format, column_title, make_passport
from site_plugins.outputs.open_data.tables import SEPARATOR, Table
from site_plugins.outputs.templating import View
from site_plugins.records.base import Record

NAMES = {"json": "JSON", "csv": "CSV", "geojson": "GeoJSON", "schema": "JSON Schema"}


def make_open_data_pages(catalog: Catalog, language: str) -> Iterator[Page]:
    """The catalogue and the page of each of its data sets."""
    yield _catalogue(catalog, language)
    for record_type in types_of(catalog):
        name = f"{words(language).gettext('Data set')}: {title(record_type, language)}"
        address, body = data_set_page(record_type), partial(_data_set_body, catalog, language, record_type, name)
        yield Page(address, language, name, description(record_type, language), body, section=CATALOGUE_PAGE, kind="data-set")


def _catalogue(catalog: Catalog, language: str) -> Page:
    said = words(language).gettext
    summary = said(
        "Download everything on the site as files for programs and spreadsheets (CSV, JSON), with dates, sources and each record’s history."
    )
    return Page(CATALOGUE_PAGE, language, said("Open data"), summary, partial(_catalogue_body, catalog, language), kind="open-data")


def _catalogue_body(catalog: Catalog, language: str) -> str:
    made = edition(catalog)
    view = View(catalog, language, CATALOGUE_PAGE)
    return view.render(
        "open_data.html",
        sets=[
            {
                "title": title(data_set.record_type, language),
                "description": description(data_set.record_type, language),
                "address": data_set_page(data_set.record_type),
                "count": data_set.count,
                "files": [_file(view, NAMES[kind], file) for kind, file in data_set.files.items() if kind != "schema"],
            }
            for data_set in made.data_sets
        ],
        archive=_file(view, ARCHIVE, made.others[ARCHIVE]),
        others={name: _file(view, name, made.others[name]) for name in (SUMS, "openapi.json", CATALOG, REGISTRY)},
        examples=make_examples(catalog, language),
        licence=licence(catalog, language),
        citation=citation(catalog, language),
        version=VERSION,
        folder=FOLDER,
        separator=SEPARATOR,
        sums=SUMS,
    )


def _data_set_body(catalog: Catalog, language: str, record_type: type[Record], name: str) -> str:
    made = edition(catalog)
    data_set = next(each for each in made.data_sets if each.record_type is record_type)
    view = View(catalog, language, data_set_page(record_type))
    said = words(language).gettext
    schema, others = data_set.files["schema"], made.others
    files = [_file(view, NAMES[kind], file) for kind, file in data_set.files.items() if kind != "schema"]
    described = [
        _file(view, NAMES["schema"], schema),
        _file(view, said("Structure of the tables (CSV)"), others[structure_file(record_type)]),
        _file(view, said("Passport (CSV)"), others[passport_file(record_type)]),
    ]
    return view.render(
        "data_set.html",
        title=name,
        description=description(record_type, language),
        files=files,
        described=described,
        passport=[(said(line.label), line) for line in make_passport(catalog, data_set, language)],
        day=lambda value: day(value, language),
        tables=[_table(view, table, file) for table, file in zip(data_set.tables, data_set.table_files, strict=True)],
    )


def _file(view: View, name: str, file: Artifact) -> dict[str, str]:
    """A file as a page names it: what it is called, where it is, how large."""
    return {"name": name, "href": view.file(file.path), "size": file_size(len(as_bytes(file)), view.language)}


def _table(view: View, table: Table, file: Artifact) -> dict[str, Any]:
    columns = [(column.name, column_title(column, view.language), column_format(column)) for column in table.columns]
    titles = ": ".join(words(view.language).gettext(part) for part in table.titles)
    return {**_file(view, f"{table.name}.csv", file), "titles": titles, "rows": table.count, "columns": columns}
