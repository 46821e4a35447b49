"""The map as a picture with links: SVG, azimuthal equidistant around Omsk, so that rays and rings tell true distances."""

import json
from math import asin, atan2, cos, radians, sin
from typing import Any

from markupsafe import Markup, escape

from site_plugins.languages.words import words
from site_plugins.outputs.land import LAND
from site_plugins.outputs.templating import View
from site_plugins.records.base import Point
from site_plugins.records.city import City

EARTH_RADIUS = 6371.0088
"""Mean radius in km (IUGG)."""
WIDTH, HEIGHT = 960, 560
CENTRE = (500.0, 215.0)
SCALE = 0.0915
"""Pixels for a kilometre."""
RINGS = (1000, 2000, 3000, 4000, 5000)


def project(latitude: float, longitude: float, centre: Point) -> tuple[float, float]:
    """A place's pixel: its true distance and direction from `centre` (Snyder 1987, azimuthal equidistant, sphere)."""
    lat, lon = radians(latitude), radians(longitude - centre.longitude)
    lat0 = radians(centre.latitude)
    away = asin(min(1.0, (sin((lat - lat0) / 2) ** 2 + cos(lat0) * cos(lat) * sin(lon / 2) ** 2) ** 0.5)) * 2
    bearing = atan2(sin(lon) * cos(lat), cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(lon))
    length = EARTH_RADIUS * away * SCALE
    return CENTRE[0] + length * sin(bearing), CENTRE[1] - length * cos(bearing)


def make_picture(view: View) -> str:
    """The SVG: land, rings, rays, and a link for each city with coordinates."""
    site, said = view.catalog.site, words(view.language).gettext
    cities = sorted((city for city in view.catalog.all(City) if city.point), key=lambda city: city.id)
    title = escape(said("Map: Omsk and its partner cities"))
    parts = [
        f'<svg class="map-picture" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" aria-label="{title}">',
        f'<g aria-hidden="true"><rect class="sea" width="{WIDTH}" height="{HEIGHT}"/>{land(site.point)}',
        "".join(f'<circle class="ring" cx="{CENTRE[0]}" cy="{CENTRE[1]}" r="{km * SCALE:.1f}"/>' for km in RINGS),
    ]
    points = {city.id: project(city.point.latitude, city.point.longitude, site.point) for city in cities if city.point}
    for city in cities:
        x, y = points[city.id]
        parts.append(f'<path class="ray ray--{city.status[0].status}" d="M{CENTRE[0]:.0f} {CENTRE[1]:.0f}L{x:.1f} {y:.1f}"/>')
    parts.append("</g>")
    for city in cities:
        parts.append(_marker(view, city, points[city.id]))
    home = escape(view.plain(site.city))
    parts.append(f'<g aria-hidden="true"><circle class="omsk" cx="{CENTRE[0]}" cy="{CENTRE[1]}" r="7"/>')
    parts.append(f'<text class="omsk-name" x="{CENTRE[0] + 12}" y="{CENTRE[1] + 5}">{home}</text></g></svg>')
    return "".join(parts)


def _marker(view: View, city: City, at: tuple[float, float]) -> str:
    assert city.point is not None
    name, status = view.name(city), view.label("status", city.status[0].status)
    away = view.kilometres(city.point)
    label = escape(f"{name}, {status}, {away}")
    x, y = at
    return str(
        Markup('<a href="{}" class="place place--{}"><title>{}</title>').format(view.href(city), city.status[0].status, label)
        + Markup('<circle class="target" cx="{0:.1f}" cy="{1:.1f}" r="13"/><circle class="dot" cx="{0:.1f}" cy="{1:.1f}" r="5"/></a>').format(x, y)
    )


def land(centre: Point) -> str:
    """The land, lakes and rivers as three paths."""
    features: list[Any] = json.loads(LAND.read_text("utf-8"))["features"]
    return "".join(_layer(feature, centre) for feature in features)


def _layer(feature: Any, centre: Point) -> str:
    shape, name = feature["geometry"], feature["properties"]["layer"]
    lines = shape["coordinates"] if name == "rivers" else [ring for polygon in shape["coordinates"] for ring in polygon]
    close = "" if name == "rivers" else "Z"
    drawn = (_path(line, centre, close) for line in lines)
    return f'<path class="{name}" d="{"".join(drawn)}"/>'


def _path(line: list[list[float]], centre: Point, close: str) -> str:
    points = [project(lat, lon, centre) for lon, lat in line]
    if all(not (-60 < x < WIDTH + 60 and -60 < y < HEIGHT + 60) for x, y in points):
        return ""
    kept = [f"{round(x)} {round(y)}" for x, y in points]
    steps = [kept[0]] + [step for before, step in zip(kept, kept[1:], strict=False) if step != before]
    return f"M{'L'.join(steps)}{close}" if len(steps) > 1 else ""


