"""Land, lakes and rivers around a place as paths of an SVG, kept between builds."""

import json
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.outputs import globe
from site_plugins.outputs.land import LAND
from site_plugins.records.base import Point

WIDTH, HEIGHT = 960, 560
CENTRE = (500.0, 215.0)
SCALE = 0.0915
"""Pixels for a kilometre."""
STEP = 2
"""Pixels of the shortest step of a coast or a river: what is finer costs every page with the map 1.3 kB and shows nothing."""


def kept_land(catalog: Catalog) -> Markup:
    """`land` around the city's point: its eight thousand places are projected where it, its drawing or the point is another than before."""
    made_of = sha256(LAND.read_bytes() + Path(__file__).read_bytes() + Path(globe.__file__).read_bytes()).hexdigest()
    centre = catalog.site.point
    kept = catalog.remember(f"land {made_of} {centre.latitude} {centre.longitude}", lambda: land(centre).encode())
    return Markup(kept.decode())  # noqa: S704 - made by `land`


def land(centre: Point) -> Markup:
    """The land, lakes and rivers as three paths."""
    features: list[Any] = json.loads(LAND.read_text("utf-8"))["features"]
    return Markup("").join(_layer(feature, centre) for feature in features)


def _layer(feature: Any, centre: Point) -> Markup:
    shape, name = feature["geometry"], feature["properties"]["layer"]
    lines = shape["coordinates"] if name == "rivers" else [ring for polygon in shape["coordinates"] for ring in polygon]
    close = "" if name == "rivers" else "Z"
    drawn = "".join(_path(line, centre, close) for line in lines)
    return Markup('<path class="{}" d="{}"/>').format(name, drawn)


def _path(line: list[list[float]], centre: Point, close: str) -> str:
    """In steps from point to point: half the bytes of places, compressed as well; no step is shorter than STEP."""
    points = [globe.project(lat, lon, centre, CENTRE, SCALE) for lon, lat in line]
    if all(not (-60 < x < WIDTH + 60 and -60 < y < HEIGHT + 60) for x, y in points):
        return ""
    kept = [(round(x), round(y)) for x, y in points[:1]]
    for x, y in points[1:]:
        if max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) >= STEP:
            kept.append((round(x), round(y)))
    steps = [(there[0] - here[0], there[1] - here[1]) for here, there in pairwise(kept) if there != here]
    drawn = "".join(f"{x: d}{y: d}".replace(" -", "-") for x, y in steps)
    return f"M{kept[0][0]} {kept[0][1]}l{drawn.lstrip()}{close}" if steps else ""
