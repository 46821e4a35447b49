"""Passports of the data sets, as Russian authorities publish them.

The fields, their names and the columns of the files follow the methodical recommendations on publishing open data of state and
municipal bodies, version 3.0 (`standardversion`): a passport is `property,value`, the registry `property,title,value,format`,
a structure `field name,english description,russian description,format`. What nobody has named yet is said to be so.
"""

from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.labels import N_
from site_plugins.outputs.open_data.data_sets import DataSet
from site_plugins.outputs.open_data.descriptions import description, keywords, title
from site_plugins.outputs.open_data.layout import FOLDER, passport_file, stem, structure_file, way
from site_plugins.outputs.open_data.tables import Column, write_rows
from site_plugins.records.base import Record

STANDARD = "http://opendata.gosmonitor.ru/standard/3.0"
REGISTRY = "list.csv"


class Line(NamedTuple):
    """One field of a passport: its name in the file, its name for readers in English, its value."""

    property: str
    label: str
    value: str | date
    path: str = ""
    """The file of the site whose address the value is."""


def make_passport(catalog: Catalog, data_set: DataSet, language: str) -> list[Line]:
    """All fields of a passport in their standard order."""
    said = words(language).gettext
    site = catalog.site
    officer = site.data_officer
    unnamed = said("not named yet")
    created, modified, changed = history(catalog, data_set)
    file = passport_file(data_set.record_type)

    def address(name: str, label: str, path: str) -> Line:
        return Line(name, label, way(catalog, FOLDER + file, path), path)

    table, structure = data_set.files["csv"].path, FOLDER + structure_file(data_set.record_type)
    edition = f"{modified:%Y%m%d}"
    return [
        Line("standardversion", N_("Version of the recommendations"), STANDARD),
        Line("identifier", N_("Identification number"), stem(data_set.record_type)),
        Line("title", N_("Title of the data set"), title(data_set.record_type, language)),
        Line("description", N_("Description of the data set"), description(data_set.record_type, language)),
        Line("creator", N_("Owner of the data set"), site.publisher.said(language) if site.publisher else unnamed),
        Line("created", N_("Date of first publication"), created),
        Line("modified", N_("Date of the last change"), modified),
        Line("subject", N_("Keywords"), ", ".join(keywords(catalog, data_set.record_type, language))),
        Line("format", N_("Format"), "CSV"),
        Line("provenance", N_("Content of the last change"), said("Records added or changed: %(num)s") % {"num": changed}),
        Line("valid", N_("Date of currency"), max(catalog.today, modified)),
        Line("publishername", N_("Responsible officer"), officer.name.said(language) if officer else unnamed),
        Line("publisherphone", N_("Officer’s telephone"), (officer and officer.phone) or unnamed),
        Line("publishermbox", N_("Officer’s e-mail"), (officer and officer.email) or site.contact or unnamed),
        address(f"data-{edition}-structure-{edition}", N_("Address of the data"), table),
        address(f"structure-{edition}", N_("Address of the structure"), structure),
    ]


def history(catalog: Catalog, data_set: DataSet) -> tuple[date, date, int]:
    """The day in Omsk on which the first record came, the one on which any last changed, and how many did so on it."""
    return catalog.once(("history", data_set.record_type), lambda: _history(catalog, data_set.record_type))


def _history(catalog: Catalog, record_type: type[Record]) -> tuple[date, date, int]:
    zone = ZoneInfo(catalog.site.time_zone)
    revisions = [catalog.revision(record) for record in catalog.all(record_type)]
    changed = [revision.modified.astimezone(zone).date() for revision in revisions]
    return min(revision.created for revision in revisions).astimezone(zone).date(), max(changed), changed.count(max(changed))


def write_passport(lines: list[Line]) -> bytes:
    """The passport as a file, its dates in the eight digits of the standard."""
    told = [(line.property, f"{line.value:%Y%m%d}" if isinstance(line.value, date) else line.value) for line in lines]
    return write_rows([("property", "value"), *told])


def write_registry(catalog: Catalog, data_sets: list[DataSet]) -> bytes:
    """The list of all data sets, each with the address of its passport."""
    rows = [("property", "title", "value", "format"), ("standardversion", "Версия методических рекомендаций", STANDARD, "")]
    for data_set in data_sets:
        passport = way(catalog, FOLDER + REGISTRY, FOLDER + passport_file(data_set.record_type))
        rows.append((stem(data_set.record_type), title(data_set.record_type, "ru"), passport, "csv"))
    return write_rows(rows)


def write_structure(data_set: DataSet) -> bytes:
    """What each column of each table of the set holds; the table's name stands last, after the columns of the standard."""
    rows = [("field name", "english description", "russian description", "format", "table")]
    rows += [
        (column.name, column_title(column, "en"), column_title(column, "ru"), column_format(column), table.name)
        for table in data_set.tables
        for column in table.columns
    ]
    return write_rows(rows)


def column_title(column: Column, language: str) -> str:
    """What a column is, from the record down to the value: «Координаты: Широта»."""
    return ": ".join(words(language).gettext(part) for part in column.titles)


def column_format(column: Column) -> str:
    """The column's type, in the names of JSON Schema; `list` for ids or codes joined in one cell."""
    return "list" if column.is_list else column.type
