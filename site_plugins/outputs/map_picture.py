"""The map as a picture with links: SVG, azimuthal equidistant around Omsk, so that rays and rings tell true distances."""

import json
from itertools import combinations, pairwise
from math import asin, atan2, cos, hypot, radians, sin
from typing import Any

from markupsafe import Markup

from site_plugins.languages.words import words
from site_plugins.outputs.land import LAND
from site_plugins.outputs.map_labels import Box, Label, place_labels
from site_plugins.outputs.templating import View
from site_plugins.records.base import Point
from site_plugins.records.city import City

EARTH_RADIUS = 6371.0088
"""Mean radius in km (IUGG)."""
WIDTH, HEIGHT = 960, 560
CENTRE = (500.0, 215.0)
SCALE = 0.0915
"""Pixels for a kilometre."""
APART = 25.0
"""Pixels between two markers: each is a target of 24 (WCAG 2.2, 2.5.8) at the picture's own size."""
RINGS = (1000, 2000, 3000, 4000, 5000)


def project(
    latitude: float, longitude: float, centre: Point, at: tuple[float, float] = CENTRE, scale: float = SCALE
) -> tuple[float, float]:
    """A place's pixel: its true distance and direction from `centre`, which is drawn `at`, with `scale` pixels for a kilometre.

    Snyder 1987, azimuthal equidistant, sphere.
    """
    lat, lon = radians(latitude), radians(longitude - centre.longitude)
    lat0 = radians(centre.latitude)
    away = asin(min(1.0, (sin((lat - lat0) / 2) ** 2 + cos(lat0) * cos(lat) * sin(lon / 2) ** 2) ** 0.5)) * 2
    bearing = atan2(sin(lon) * cos(lat), cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(lon))
    length = EARTH_RADIUS * away * scale
    return at[0] + length * sin(bearing), at[1] - length * cos(bearing)


def make_picture(view: View) -> Markup:
    """The SVG: land, rings, rays, and a link for each city with coordinates."""
    site, said = view.catalog.site, words(view.language).gettext
    cities = sorted((city for city in view.catalog.all(City) if city.point), key=lambda city: city.id)
    true = {city.id: project(city.point.latitude, city.point.longitude, site.point) for city in cities if city.point}
    shown = view.catalog.once("map_picture", lambda: spread(true))
    order = sorted(cities, key=lambda city: (city.group != "foreign", city.status[0].status == "former", city.id))
    omsk = Box(CENTRE[0] - 12, CENTRE[1] - 16, CENTRE[0] + 70, CENTRE[1] + 14)
    names = {city.id: view.name(city) for city in order}
    labels = place_labels(shown, names, [omsk], Box(4, 4, WIDTH - 4, HEIGHT - 4))
    rays = (RAY.format(city.status[0].status, *CENTRE, *true[city.id]) for city in cities)
    return PICTURE.format(
        width=WIDTH,
        height=HEIGHT,
        title=said("Map: Omsk and its partner cities"),
        land=view.catalog.once("map_land", lambda: land(site.point)),
        rings=Markup("").join(RING.format(*CENTRE, km * SCALE) for km in RINGS),
        rays=Markup("").join(rays),
        markers=Markup("").join(_marker(view, city, shown[city.id], labels.get(city.id)) for city in cities),
        x=CENTRE[0],
        y=CENTRE[1],
        name=view.plain(site.city),
    )


PICTURE = Markup(
    '<svg class="map-picture" viewBox="0 0 {width} {height}" role="group" aria-label="{title}">'
    '<g class="ground" aria-hidden="true"><rect class="sea" width="{width}" height="{height}"/>{land}{rings}{rays}</g>{markers}'
    '<g aria-hidden="true"><circle class="omsk" cx="{x}" cy="{y}" r="7"/>'
    '<text class="omsk-name" x="{x}" y="{y}" dx="12" dy="5">{name}</text></g></svg>'
)
RING = Markup('<circle class="ring" cx="{}" cy="{}" r="{:.1f}"/>')
RAY = Markup('<path class="ray ray--{}" d="M{} {}L{:.1f} {:.1f}"/>')
MARKER = Markup(
    '<a href="{href}" class="place place--{status}"><title>{label}</title>'
    '<circle class="target" cx="{x:.1f}" cy="{y:.1f}" r="12"/><circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="5.5"/>{name}</a>'
)
NAME = Markup('<text class="place__name" x="{:.0f}" y="{:.0f}" text-anchor="{}">{}</text>')


def _marker(view: View, city: City, at: tuple[float, float], label: Label | None) -> Markup:
    assert city.point is not None
    status = city.status[0].status
    title = f"{view.name(city)}, {view.label('status', status)}, {view.kilometres(city.point)}"
    name = NAME.format(label.x, label.y, label.anchor, view.name(city)) if label else ""
    return MARKER.format(href=view.href(city), status=status, label=title, x=at[0], y=at[1], name=name)


def spread(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The places moved apart until each is a target of its own; the rays go on telling where they truly are."""
    spots = {key: list(at) for key, at in places.items()}
    for _ in range(200):
        for one, other in combinations(spots.values(), 2):
            gap_x, gap_y = other[0] - one[0], other[1] - one[1]
            lack = APART - max(abs(gap_x), abs(gap_y))
            push = max(0.0, lack) / 2 / (hypot(gap_x, gap_y) or 1.0)
            one[0], one[1] = one[0] - gap_x * push, one[1] - gap_y * push
            other[0], other[1] = other[0] + gap_x * push, other[1] + gap_y * push
    return {key: (at[0], at[1]) for key, at in spots.items()}


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
    """In steps from point to point: half the bytes of places, compressed as well."""
    points = [project(lat, lon, centre) for lon, lat in line]
    if all(not (-60 < x < WIDTH + 60 and -60 < y < HEIGHT + 60) for x, y in points):
        return ""
    kept = [(round(x), round(y)) for x, y in points]
    steps = [(there[0] - here[0], there[1] - here[1]) for here, there in pairwise(kept) if there != here]
    drawn = "".join(f"{x: d}{y: d}".replace(" -", "-") for x, y in steps)
    return f"M{kept[0][0]} {kept[0][1]}l{drawn.lstrip()}{close}" if steps else ""
