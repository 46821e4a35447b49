"""The map as a picture with links: SVG, azimuthal equidistant around Omsk, so that rays and rings tell true distances."""

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import chain, pairwise
from math import asin, atan2, cos, hypot, radians, sin
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import section
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
STILL = 0.01
"""Pixels that no eye sees: who moves less stands still."""
MOST_MARKERS = 100
"""With more cities the picture is a heap of points and the page of it grows for ever (half a kilobyte each): neighbours share one."""
SHARED, NAMED = 60, 5
"""The side of the square whose cities share a marker, in pixels, and how many of them its title names."""
STEP = 2
"""Pixels of the shortest step of a coast or a river: what is finer costs every page with the map 1.3 kB and shows nothing."""
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


class Spot(NamedTuple):
    """A marker and where it truly belongs: a city, or the middle of several that share it."""

    cities: list[City]
    place: tuple[float, float]

    @property
    def id(self) -> str:
        """The id of its first city."""
        return self.cities[0].id


def make_picture(view: View) -> Markup:
    """The SVG: land, rings, rays, and a link for each city with coordinates."""
    site, said = view.catalog.site, words(view.language).gettext
    spots = view.catalog.once("map_spots", lambda: spots_of(view.catalog))
    shown = view.catalog.once("map_picture", lambda: spread({spot.id: spot.place for spot in spots}))
    alone = [spot.cities[0] for spot in spots if len(spot.cities) == 1]
    order = sorted(alone, key=lambda city: (city.group != "foreign", city.status[0].status == "former", city.id))
    omsk = Box(CENTRE[0] - 12, CENTRE[1] - 16, CENTRE[0] + 70, CENTRE[1] + 14)
    names = {city.id: view.name(city) for city in order}
    labels = place_labels(shown, names, [omsk], Box(4, 4, WIDTH - 4, HEIGHT - 4))
    rays = (RAY.format(spot.cities[0].status[0].status, *CENTRE, *spot.place) for spot in spots)
    return PICTURE.format(
        width=WIDTH,
        height=HEIGHT,
        title=said("Map: Omsk and its partner cities"),
        land=view.catalog.once("map_land", lambda: _kept_land(view.catalog)),
        rings=Markup("").join(RING.format(*CENTRE, km * SCALE) for km in RINGS),
        rays=Markup("").join(rays),
        markers=Markup("").join(_marker(view, spot, shown[spot.id], labels.get(spot.id)) for spot in spots),
        x=CENTRE[0],
        y=CENTRE[1],
        name=view.plain(site.city),
    )


def spots_of(catalog: Catalog) -> list[Spot]:
    """A marker for each city with coordinates; beyond MOST_MARKERS, one for all cities of a square of SHARED pixels."""
    cities = sorted((city for city in catalog.all(City) if city.point), key=lambda city: city.id)
    places = [project(city.point.latitude, city.point.longitude, catalog.site.point) for city in cities if city.point]
    if len(cities) <= MOST_MARKERS:
        return [Spot([city], place) for city, place in zip(cities, places, strict=True)]
    squares: dict[tuple[int, int], list[int]] = {}
    for number, (x, y) in enumerate(places):
        squares.setdefault((int(x // SHARED), int(y // SHARED)), []).append(number)
    return [Spot([cities[n] for n in found], _middle([places[n] for n in found])) for found in squares.values()]


def _middle(places: list[tuple[float, float]]) -> tuple[float, float]:
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


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
    '<circle class="target" cx="{x:.1f}" cy="{y:.1f}" r="12"/><circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="{r}"/>{name}</a>'
)
NUMBER = Markup('<text aria-hidden="true" x="{x:.1f}" y="{y:.1f}" dy="4.5" text-anchor="middle">{number}</text>')
NAME = Markup('<text class="place__name" x="{:.0f}" y="{:.0f}" text-anchor="{}">{}</text>')


def _marker(view: View, spot: Spot, at: tuple[float, float], label: Label | None) -> Markup:
    first, number = spot.cities[0], len(spot.cities)
    if number > 1:
        names = [view.name(city) for city in spot.cities[:NAMED]]
        if more := number - len(names):
            names.append(words(view.language).ngettext("and %(num)s more", "and %(num)s more", more) % {"num": more})
        count = NUMBER.format(x=at[0], y=at[1], number=number)
        return MARKER.format(href=view.href(section(City)), status="shared", label=", ".join(names), x=at[0], y=at[1], r=11, name=count)
    assert first.point is not None
    status = first.status[0].status
    title = f"{view.name(first)}, {view.label('status', status)}, {view.kilometres(first.point)}"
    name = NAME.format(label.x, label.y, label.anchor, view.name(first)) if label else ""
    return MARKER.format(href=view.href(first), status=status, label=title, x=at[0], y=at[1], r=5.5, name=name)


def spread(places: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The places moved apart until each is a target of its own; the rays go on telling where they truly are.

    Compared are places of neighbouring squares alone, and no longer than somebody moves: 200 places took 3.4 s, now 0.1 s.
    """
    spots = [list(at) for at in places.values()]
    for _ in range(200):
        moved = 0.0
        for one, other in _neighbours(spots):
            gap_x, gap_y = other[0] - one[0], other[1] - one[1]
            lack = APART - max(abs(gap_x), abs(gap_y))
            if lack > 0:
                moved = max(moved, lack)
                push = lack / 2 / (hypot(gap_x, gap_y) or 1.0)
                one[0], one[1] = one[0] - gap_x * push, one[1] - gap_y * push
                other[0], other[1] = other[0] + gap_x * push, other[1] + gap_y * push
        if moved < STILL:
            break
    return {key: (at[0], at[1]) for key, at in zip(places, spots, strict=True)}


def _neighbours(spots: list[list[float]]) -> Iterator[tuple[list[float], list[float]]]:
    """Pairs of places of one square or two that touch; who is farther away than APART may be left out, nobody else."""
    squares: dict[tuple[int, int], list[int]] = {}
    where = [(int(x // APART), int(y // APART)) for x, y in spots]
    for number, square in enumerate(where):
        squares.setdefault(square, []).append(number)
    for number, (column, row) in enumerate(where):
        around = (squares.get((column + x, row + y), ()) for x in (-1, 0, 1) for y in (-1, 0, 1))
        yield from ((spots[number], spots[other]) for other in sorted(chain(*around)) if other > number)


def _kept_land(catalog: Catalog) -> Markup:
    """Eight thousand places are projected where the land, this drawing or the centre is another than in an earlier build."""
    made_of = sha256(LAND.read_bytes() + Path(__file__).read_bytes()).hexdigest()
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
    points = [project(lat, lon, centre) for lon, lat in line]
    if all(not (-60 < x < WIDTH + 60 and -60 < y < HEIGHT + 60) for x, y in points):
        return ""
    kept = [(round(x), round(y)) for x, y in points[:1]]
    for x, y in points[1:]:
        if max(abs(x - kept[-1][0]), abs(y - kept[-1][1])) >= STEP:
            kept.append((round(x), round(y)))
    steps = [(there[0] - here[0], there[1] - here[1]) for here, there in pairwise(kept) if there != here]
    drawn = "".join(f"{x: d}{y: d}".replace(" -", "-") for x, y in steps)
    return f"M{kept[0][0]} {kept[0][1]}l{drawn.lstrip()}{close}" if steps else ""
