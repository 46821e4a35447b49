"""GeoJSON (RFC 7946) of every record that has a place: a feature each, its properties are the row of its table."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from site_plugins.catalog import Catalog
from site_plugins.outputs.open_data.schemas import make_schema
from site_plugins.outputs.open_data.tables import Table
from site_plugins.records.base import Point, Record
from site_plugins.records.city import City
from site_plugins.records.event import EventPlace


def make_features(catalog: Catalog, records: list[Record], table: Table) -> dict[str, Any] | None:
    """The collection of the records that have a place, in the order of the table's rows; None where none has."""
    features = []
    for record, row in zip(records, table.rows, strict=True):
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


def points(catalog: Catalog, part: BaseModel) -> Iterator[Point]:
    """Where a record or a part of it is; an event that names only a partner city is where the city is."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for item in value if isinstance(value, list) else (value,):
            if isinstance(item, Point):
                yield item
            elif isinstance(item, BaseModel):
                yield from points(catalog, item)
    if isinstance(part, EventPlace) and part.city and not part.point:
        yield from points(catalog, catalog.get(City, part.city))
