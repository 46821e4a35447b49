"""The interactive map, made with Folium: its layers and their control. The places themselves are data, not script.

Folium writes names into JavaScript; ours are words of the interface only. Cities travel as JSON and reach the page as
text nodes (theme/assets/map.js), so that nothing an editor types can run.
"""

import json
from collections.abc import Iterator
from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template
from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.land import LAND
from site_plugins.outputs.templating import View
from site_plugins.records.base import Point
from site_plugins.records.city import City

BOUNDS = [[12.0, -22.0], [76.0, 168.0]]
"""South-west and north-east corners the map may be moved within, in degrees."""
HOMES = [[27.0, 2.0], [62.0, 132.0]]
"""What is shown first: every partner."""


class Places(MacroElement):
    """Hands the map and its layers to `fillMap` of theme/assets/map.js."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        fillMap({{ this._parent.get_name() }}, {
            {%- for status, layer in this.layers.items() %}{{ status | tojson }}: {{ layer.get_name() }},{% endfor -%}
        }, {{ this.homes | tojson }});
        {% endmacro %}
    """)

    def __init__(self, layers: dict[str, folium.FeatureGroup], homes: list[list[float]]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Places"
        self.layers = layers
        self.homes = homes


def build_figure(view: View) -> Figure:
    """Folium's figure: one layer for each group and status, with its count, and the control that shows them."""
    cities = [city for city in view.catalog.all(City) if city.point]
    centre = view.catalog.site.point
    world = folium.Map(location=[centre.latitude, centre.longitude], zoom_start=3, tiles=None, zoom_control=False)
    world.default_js, world.default_css = [], []
    world.options |= {"minZoom": 1, "maxZoom": 7, "maxBounds": BOUNDS, "attributionControl": False, "zoomSnap": 0.25}
    layers: dict[str, folium.FeatureGroup] = {}
    for group in LABELS["group"]:
        for status in LABELS["status"]:
            members = [city for city in cities if (city.group, city.status[0].status) == (group, status)]
            if members:
                title = f"{view.label('status_group', status)} · {view.label('group', group)}: {len(members)}"
                layer = folium.FeatureGroup(name=title)
                layer.add_to(world)
                layers[layer_of(members[0])] = layer
    folium.LayerControl(collapsed=False, position="topright").add_to(world)
    Places(layers, HOMES).add_to(world)
    figure = world.get_root()
    assert isinstance(figure, Figure)
    _number(figure)
    figure.render()
    return figure


def layer_of(city: City) -> str:
    """The layer that shows a city."""
    return f"{city.group}-{city.status[0].status}"


def _number(root: Element) -> None:
    """Folium draws its element ids by lot; the same data shall give the same bytes."""
    waiting, number = [root], 0
    while waiting:
        element = waiting.pop(0)
        element._id = str(number)  # noqa: SLF001 - branca has no public way
        number += 1
        waiting += [child for child in element._children.values() if isinstance(child, Element)]  # noqa: SLF001


def make_markup(view: View) -> Markup:
    """The map's own element in the page: an empty block with an id."""
    return Markup(build_figure(view).html.render()).strip()  # noqa: S704 - Folium's own markup, no text of ours in it


def make_map_files(catalog: Catalog, language: str) -> Iterator[Artifact]:
    """The map's script and places in one language; the land, once for all."""
    view = View(catalog, language, "map/")
    yield Artifact(f"map/twin-cities.{language}.js", str(build_figure(view).script.render()).strip() + "\n")
    places = [_place(view, city) for city in catalog.all(City) if city.point]
    if language == LANGUAGES[0]:
        yield Artifact("map/land.json", LAND.read_text("utf-8"))
    yield Artifact(f"map/places.{language}.json", json.dumps(places, ensure_ascii=False, separators=(",", ":")) + "\n")


def _place(view: View, city: City) -> dict[str, Any]:
    """What the map knows of a city: the few facts of its popup, where it is, the way there from Omsk."""
    assert city.point is not None
    facts = [view.label("status", city.status[0].status)]
    if city.country and city.group == "foreign":
        facts.append(view.country(city.country))
    facts.append(view.kilometres(city.point))
    return {
        "id": city.id,
        "name": view.name(city),
        "layer": layer_of(city),
        "status": city.status[0].status,
        "facts": facts,
        "href": view.href(address(city)),
        "at": [city.point.latitude, city.point.longitude],
        "arc": great_circle(view.catalog.site.point, city.point),
    }


def great_circle(start: Point, end: Point, steps: int = 24) -> list[list[float]]:
    """Points along the shortest way on the globe, in degrees (spherical interpolation, Williams' Aviation Formulary)."""
    lat1, lon1, lat2, lon2 = map(radians, (start.latitude, start.longitude, end.latitude, end.longitude))
    away = 2 * asin(sqrt(sin((lat1 - lat2) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon1 - lon2) / 2) ** 2))
    line = []
    for step in range(steps + 1):
        a, b = sin((1 - step / steps) * away) / sin(away), sin(step / steps * away) / sin(away)
        x = a * cos(lat1) * cos(lon1) + b * cos(lat2) * cos(lon2)
        y = a * cos(lat1) * sin(lon1) + b * cos(lat2) * sin(lon2)
        z = a * sin(lat1) + b * sin(lat2)
        line.append([round(degrees(atan2(z, sqrt(x * x + y * y))), 2), round(degrees(atan2(y, x)), 2)])
    return line
