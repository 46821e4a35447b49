"""The interactive map of partner cities, made with Folium: its layers, and its places as data."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import Artifact, named_after
from site_plugins.outputs.globe import great_circle
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.land import LAND
from site_plugins.outputs.map_layers import Layers, draw_layers
from site_plugins.outputs.templating import View
from site_plugins.records.city import City

BOUNDS = [[12.0, -22.0], [76.0, 168.0]]
"""South-west and north-east corners the map may be moved within, in degrees."""
HOMES = [[27.0, 2.0], [62.0, 132.0]]
"""What is shown first: every partner."""
KEYED = Markup('<span class="key key--{}"></span> {}')
"""A layer's title, which Leaflet takes for markup, after the sign of its markers."""


def layers(view: View) -> Layers:
    """The map itself: one layer for each group and status, with its count."""
    cities = [city for city in view.catalog.all(City) if city.point]
    titles = {}
    for group in LABELS["group"]:
        for status in LABELS["status"]:
            members = [city for city in cities if (city.group, city.current_status) == (group, status)]
            if members:
                title = f"{view.label('status_group', status)}\u00a0· {view.label('group', group)}: {len(members)}"
                titles[layer_of(members[0])] = KEYED.format(status, title)
    return draw_layers(view.catalog, titles, HOMES, minZoom=1, maxZoom=7, maxBounds=BOUNDS)


def layer_of(city: City) -> str:
    """The layer that shows a city."""
    return f"{city.group}-{city.current_status}"


def make_markup(view: View) -> Markup:
    """The map's own element in the page."""
    return layers(view).markup


def make_map_files(catalog: Catalog, language: str) -> Iterator[Artifact]:
    """The map's script and places in one language; the land, once for all."""
    files = map_files(View(catalog, language, "map/"))
    yield from (files.script, files.places, *([files.land] if language == LANGUAGES[0] else []))


class MapFiles(NamedTuple):
    """What the map's page loads."""

    script: Artifact
    places: Artifact
    land: Artifact


def map_files(view: View) -> MapFiles:
    """The files of the map in the view's language, each named after its content."""

    def make() -> MapFiles:
        here = View(view.catalog, view.language, "map/")
        places = [_place(here, city) for city in view.catalog.all(City) if city.point]
        return MapFiles(
            named_after(f"map/twin-cities.{view.language}.js", layers(here).script),
            named_after(f"map/places.{view.language}.json", json.dumps(places, ensure_ascii=False, separators=(",", ":")) + "\n"),
            named_after("map/land.json", LAND.read_text("utf-8")),
        )

    return view.catalog.once(("map_files", view.language), make)


def _place(view: View, city: City) -> dict[str, Any]:
    """What the map knows of a city: the few facts of its popup, where it is, the way there from Omsk."""
    assert city.point is not None
    facts = [view.label("status", city.current_status)]
    if city.country and city.group == "foreign":
        facts.append(view.country(city.country))
    facts.append(view.kilometres(city.point))
    return {
        "id": city.id,
        "name": view.name(city),
        "layer": layer_of(city),
        "mark": city.current_status,
        "facts": facts,
        "href": view.href(address(city)),
        "at": [city.point.latitude, city.point.longitude],
        "arc": great_circle(view.catalog.site.point, city.point),
    }
