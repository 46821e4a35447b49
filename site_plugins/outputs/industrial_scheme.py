"""The map of industrial sites in the city as a plain scheme, a picture with links: what is located, honest about how exactly.

No base map: what is public domain shows the world, and draws the Irtysh eight kilometres beside its bed here.
"""

from math import hypot
from typing import NamedTuple

from markupsafe import Markup

from site_plugins.languages import formats
from site_plugins.languages.words import words
from site_plugins.outputs import paging
from site_plugins.outputs.addresses import section
from site_plugins.outputs.globe import distance, project
from site_plugins.outputs.map_spread import APART
from site_plugins.outputs.templating import View
from site_plugins.records.base import Point
from site_plugins.records.industrial_site import IndustrialSite

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
