"""The map as a picture with links: SVG, azimuthal equidistant around Omsk, so that rays and rings tell true distances."""

from typing import NamedTuple

from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import section
from site_plugins.outputs.globe import project
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.map_labels import Box, Label, place_labels
from site_plugins.outputs.map_land import CENTRE, HEIGHT, SCALE, WIDTH, kept_land
from site_plugins.outputs.map_spread import spread
from site_plugins.outputs.templating import View
from site_plugins.records.city import City

MOST_MARKERS = 100
"""With more cities the picture is a heap of points and the page of it grows for ever (half a kilobyte each): neighbours share one."""
SHARED, NAMED = 60, 5
"""The side of the square whose cities share a marker, in pixels, and how many of them its title names."""
RINGS = (1000, 2000, 3000, 4000, 5000)


class Spot(NamedTuple):
    """A marker and where it truly belongs: a city, or the middle of several that share it."""

    cities: list[City]
    place: tuple[float, float]

    @property
    def id(self) -> str:
        """The id of its first city."""
        return self.cities[0].id


def make_picture(view: View) -> Markup:
    """The SVG: land, rings, rays, and a link for each city with coordinates; below it what its signs mean."""
    site, said = view.catalog.site, words(view.language).gettext
    spots = view.catalog.once("map_spots", lambda: spots_of(view.catalog))
    shown = view.catalog.once("map_picture", lambda: spread({spot.id: spot.place for spot in spots}))
    alone = [spot.cities[0] for spot in spots if len(spot.cities) == 1]
    order = sorted(alone, key=lambda city: (city.group != "foreign", city.current_status == "former", city.id))
    x, y = CENTRE
    omsk = [Box(x - 9, y - 9, x + 9, y + 9), Box(x - 40, y + 8, x + 12, y + 30)]
    names = {city.id: view.name(city) for city in order}
    labels = place_labels(shown, names, omsk, Box(4, 4, WIDTH - 4, HEIGHT - 4))
    rays = (RAY.format(spot.cities[0].current_status, *CENTRE, *spot.place) for spot in spots)
    statuses = [status for status in LABELS["status"] if any(city.current_status == status for spot in spots for city in spot.cities)]
    keys = [KEY.format(status, view.label("status_group", status)) for status in statuses]
    if len(labels) < len(names):
        keys.append(UNNAMED.format(said("Not every city is named.")))
    return PICTURE.format(
        width=WIDTH,
        height=HEIGHT,
        title=said("Map: Omsk and its partner cities"),
        land=view.catalog.once("map_land", lambda: kept_land(view.catalog)),
        rings=Markup("").join(RING.format(*CENTRE, km * SCALE) for km in RINGS),
        rays=Markup("").join(rays),
        markers=Markup("").join(
            _marker(view, spot, shown[spot.id], labels.get(spot.id)) for spot in sorted(spots, key=lambda spot: view.name(spot.cities[0]))
        ),
        x=x,
        y=y,
        name=view.plain(site.city),
        keys=Markup("").join(keys),
    )


def spots_of(catalog: Catalog) -> list[Spot]:
    """A marker for each city with coordinates; beyond MOST_MARKERS, one for all cities of a square of SHARED pixels."""
    cities = sorted((city for city in catalog.all(City) if city.point), key=lambda city: city.id)
    places = [project(city.point.latitude, city.point.longitude, catalog.site.point, CENTRE, SCALE) for city in cities if city.point]
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
    '<text class="omsk-name" x="{x}" y="{y}" dx="10" dy="25" text-anchor="end">{name}</text></g></svg>'
    '<ul class="keys">{keys}</ul>'
)
KEY = Markup('<li><span class="key key--{}"></span> {}</li>')
UNNAMED = Markup("<li>{}</li>")
RING = Markup('<circle class="ring" cx="{}" cy="{}" r="{:.1f}"/>')
RAY = Markup('<path class="ray ray--{}" d="M{} {}L{:.1f} {:.1f}"/>')
MARKER = Markup(
    '<a href="{href}" class="place place--{status}"><title>{label}</title>'
    '<circle class="target" cx="{x:.1f}" cy="{y:.1f}" r="12"/>{dot}{name}</a>'
)
ROUND = Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="{}"/>')
SQUARE = Markup('<rect class="dot" x="{:.1f}" y="{:.1f}" width="10" height="10"/>')
NUMBER = Markup('<text aria-hidden="true" x="{x:.1f}" y="{y:.1f}" dy="4.5" text-anchor="middle">{number}</text>')
NAME = Markup('<text class="place__name" x="{:.0f}" y="{:.0f}" text-anchor="{}">{}</text>')


def _marker(view: View, spot: Spot, at: tuple[float, float], label: Label | None) -> Markup:
    first, number = spot.cities[0], len(spot.cities)
    if number > 1:
        names = [view.name(city) for city in spot.cities[:NAMED]]
        if more := number - len(names):
            names.append(words(view.language).ngettext("and %(num)s more", "and %(num)s more", more) % {"num": more})
        count = NUMBER.format(x=at[0], y=at[1], number=number)
        return MARKER.format(
            href=view.href(section(City)), status="shared", label=", ".join(names), x=at[0], y=at[1], dot=ROUND.format(*at, 11), name=count
        )
    assert first.point is not None
    status = first.current_status
    title = f"{view.name(first)}, {view.label('status', status)}, {view.kilometres(first.point)}"
    name = NAME.format(label.x, label.y, label.anchor, view.name(first)) if label else ""
    dot = SQUARE.format(at[0] - 5, at[1] - 5) if status in ("partner", "former") else ROUND.format(*at, 5.5)
    return MARKER.format(href=view.href(first), status=status, label=title, x=at[0], y=at[1], dot=dot, name=name)
