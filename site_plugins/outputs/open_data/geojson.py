"""GeoJSON (RFC 7946) of every record that has a place: a feature each, its properties are the row of its table."""

from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from site_plugins.catalog import Catalog
from site_plugins.outputs.open_data.schemas import make_schema
from site_plugins.outputs.open_data.tables import Row, Table
from site_plugins.records.base import Point, Record
from site_plugins.records.city import City
from site_plugins.records.event import EventPlace
from site_plugins.records.walk import Finder, models


def make_features(catalog: Catalog, records: list[Record], table: Table, rows: list[Row]) -> dict[str, Any] | None:
    """The collection of the records that have a place, in the order of the table's rows; None where none has."""
    features = []
    for record, row in zip(records, rows, strict=True):
        positions = [[*position] for position in dict.fromkeys((p.longitude, p.latitude) for p in points(catalog, record))]
        if positions:
            one = len(positions) == 1
            geometry = {"type": "Point", "coordinates": positions[0]} if one else {"type": "MultiPoint", "coordinates": positions}
            known = {column.name: value for column, value in zip(table.columns, row, strict=True) if value not in (None, [])}
            features.append({"type": "Feature", "id": record.id, "geometry": geometry, "properties": known})
    return {"type": "FeatureCollection", "features": features} if features else None


def can_have_place(record_type: type[Record]) -> bool:
    """Whether there is a point anywhere in a type's fields; most types are spared the search for one in each record."""
    return "Point" in make_schema(record_type).get("$defs", {})


def points(catalog: Catalog, record: Record) -> Iterator[Point]:
    """Where a record or a part of it is; an event that names only a partner city is where the city is."""
    for _, _, part in _find(record):
        if isinstance(part, Point):
            yield part
        elif part.point:
            yield part.point
        elif part.city:
            yield from points(catalog, catalog.get(City, part.city))


def _is_place(_name: str, field: FieldInfo) -> bool | None:
    return any(issubclass(model, Point | EventPlace) for model in models(field.annotation)) or None


_find = Finder(_is_place)
