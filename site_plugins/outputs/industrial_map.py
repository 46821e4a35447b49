"""The map of industrial sites in the city: a plain scheme of what is located, honest about how exactly.

No base map: what is public domain shows the world, and draws the Irtysh eight kilometres beside its bed here.
"""

import json
from collections import Counter
from collections.abc import Iterator
from math import hypot
from typing import Any, NamedTuple

from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.languages import formats
from site_plugins.languages.words import words
from site_plugins.outputs import paging
from site_plugins.outputs.addresses import address, section
from site_plugins.outputs.artifact import Artifact, named_after
from site_plugins.outputs.globe import distance, project
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.map_layers import Bounds, Layers, draw_layers
from site_plugins.outputs.map_spread import APART
from site_plugins.outputs.templating import View
from site_plugins.records.base import Point
from site_plugins.records.industrial_site import IndustrialSite

ADDRESS = "industrial-map/"
LEAST = 3
"""So many places make a map; fewer are told by their addresses."""
WIDTH, HEIGHT, MARGIN = 960, 600, 40
RINGS = (1, 2, 5, 10, 20, 50)
"""Kilometres from the city's own point; the longest that still helps is drawn, and the two before it."""


class Spot(NamedTuple):
    """A marker: the sites that share it, in the order of the list, with their numbers there."""

    sites: list[IndustrialSite]
    numbers: list[int]
    point: Point

    @property
    def number(self) -> str:
        """What stands in the marker."""
        return ", ".join(map(str, self.numbers))


def located(view: View) -> list[IndustrialSite]:
    """The sites with coordinates, by name; none while they are too few for a map."""
    found = sorted((site for site in view.catalog.all(IndustrialSite) if site.location.point), key=view.name)
    return found if len(found) >= LEAST else []


def spots(view: View, sites: list[IndustrialSite]) -> list[Spot]:
    """The markers: sites of one precision whose markers would overlap on the picture share one."""
    home, scale = view.catalog.site.point, scale_of(view.catalog.site.point, sites)
    found: list[Spot] = []
    for number, site in enumerate(sites, 1):
        point = point_of(site)
        x, y = project(point.latitude, point.longitude, home, (0, 0), scale)
        for spot in found:
            other_x, other_y = project(spot.point.latitude, spot.point.longitude, home, (0, 0), scale)
            if spot.point.precision == point.precision and hypot(x - other_x, y - other_y) < APART:
                spot.sites.append(site)
                spot.numbers.append(number)
                break
        else:
            found.append(Spot([site], [number], point))
    return found


def point_of(site: IndustrialSite) -> Point:
    """The coordinates of a located site."""
    assert site.location.point is not None
    return site.location.point


def scale_of(home: Point, sites: list[IndustrialSite]) -> float:
    """Pixels for a kilometre, with the city's point in the middle and every site within the margins."""
    away = [project(point_of(site).latitude, point_of(site).longitude, home, (0, 0), 1) for site in sites]
    room = [((WIDTH / 2 - MARGIN) / max(abs(x), 0.5), (HEIGHT / 2 - MARGIN) / max(abs(y), 0.5)) for x, y in away]
    return min(min(pair) for pair in room)


def rings_of(home: Point, sites: list[IndustrialSite]) -> list[int]:
    """The rings that help to judge distances, in km: the first that holds every site, and the two before it."""
    farthest = max(distance(home, point_of(site)) for site in sites)
    number = next((number for number, ring in enumerate(RINGS) if ring >= farthest), len(RINGS) - 1)
    return list(RINGS[max(0, number - 2) : number + 1])


PICTURE = Markup(
    '<svg class="map-picture" viewBox="0 0 {width} {height}" role="group" aria-label="{title}">'
    '<g aria-hidden="true"><rect class="land" width="{width}" height="{height}"/>{rings}'
    '<circle class="omsk" cx="{x}" cy="{y}" r="7"/></g>{markers}</svg>'
)
RING = Markup(
    '<circle class="ring" cx="{0}" cy="{1}" r="{2:.1f}"/><text class="ring-name" x="{0}" y="{3:.1f}" text-anchor="middle">{4}</text>'
)
MARKER = Markup(
    '<a href="{href}" class="place place--{precision}"><title>{label}</title>'
    '<circle class="target" cx="{x:.1f}" cy="{y:.1f}" r="14"/><circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="12"/>'
    '<text aria-hidden="true" x="{x:.1f}" y="{y:.1f}" dy="4.5" text-anchor="middle">{number}</text></a>'
)


def make_picture(view: View, sites: list[IndustrialSite]) -> Markup:
    """The scheme as SVG: rings of distance around the city's point, a numbered link for each marker."""
    home, centre, scale = view.catalog.site.point, (WIDTH / 2, HEIGHT / 2), scale_of(view.catalog.site.point, sites)
    said = {km: formats.whole_kilometres(km, view.language) for km in rings_of(home, sites)}
    rings = [RING.format(*centre, km * scale, centre[1] - km * scale - 4, name) for km, name in said.items()]
    markers = []
    for spot in spots(view, sites):
        x, y = project(spot.point.latitude, spot.point.longitude, home, centre, scale)
        told = f"#place-{spot.numbers[0]}" if spot.numbers[0] <= paging.PART else view.href(section(IndustrialSite))
        href = view.href(spot.sites[0]) if len(spot.sites) == 1 else told
        label = "; ".join(f"{view.name(site)}, {view.label('precision', spot.point.precision)}" for site in spot.sites)
        markers.append(MARKER.format(href=href, precision=spot.point.precision, label=label, x=x, y=y, number=spot.number))
    return PICTURE.format(
        width=WIDTH,
        height=HEIGHT,
        title=words(view.language).gettext("Diagram: industrial tourism sites in the city"),
        rings=Markup("").join(rings),
        x=centre[0],
        y=centre[1],
        markers=Markup("").join(markers),
    )


def layers(view: View, sites: list[IndustrialSite]) -> Layers:
    """The map itself: a layer for each precision, with its count."""
    found = Counter[str](point_of(site).precision for site in sites)
    titles = {name: f"{view.label('precision', name)}: {found[name]}" for name in LABELS["precision"] if name in found}
    return draw_layers(view.catalog, titles, bounds(view.catalog.site.point, sites), minZoom=8, maxZoom=16)


def bounds(home: Point, sites: list[IndustrialSite]) -> Bounds:
    """The corners of what is shown: the city's point and every site, with a tenth of room around them."""
    points = [home, *(point_of(site) for site in sites)]
    ends = [(min(values), max(values)) for values in ([p.latitude for p in points], [p.longitude for p in points])]
    rooms = [(high - low) / 10 for low, high in ends]
    return [[end[0] - room for end, room in zip(ends, rooms, strict=True)], [end[1] + room for end, room in zip(ends, rooms, strict=True)]]


def make_markup(view: View, sites: list[IndustrialSite]) -> Markup:
    """The interactive map's own element in the page."""
    return layers(view, sites).markup


def make_industrial_map_files(catalog: Catalog, language: str) -> Iterator[Artifact]:
    """The map's script and places in one language, where there is a map at all."""
    view = View(catalog, language, ADDRESS)
    if sites := located(view):
        yield from map_files(view, sites)


def map_files(view: View, sites: list[IndustrialSite]) -> tuple[Artifact, Artifact]:
    """The script and the places that the map's page loads, each named after its content."""
    places = [_place(view, spot) for spot in spots(view, sites)]
    return (
        named_after(f"industrial-map/sites.{view.language}.js", layers(view, sites).script),
        named_after(f"industrial-map/places.{view.language}.json", json.dumps(places, ensure_ascii=False, separators=(",", ":")) + "\n"),
    )


def _place(view: View, spot: Spot) -> dict[str, Any]:
    """What the map knows of a marker: its sites, each with its few facts, and where it is."""
    first, *others = (_facts(view, site) for site in spot.sites)
    at = [spot.point.latitude, spot.point.longitude]
    return {**first, "layer": spot.point.precision, "mark": spot.point.precision, "number": spot.number, "at": at, "others": others}


def _facts(view: View, site: IndustrialSite) -> dict[str, Any]:
    where = [view.plain(site.location.address.text)] if site.location.address else []
    state = view.label("access", site.access.state if site.access else "unknown")
    facts = [state, *where, view.label("precision", point_of(site).precision)]
    return {"id": site.id, "name": view.name(site), "facts": facts, "href": view.href(address(site))}
