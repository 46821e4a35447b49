"""The layers of an interactive map as a script and its place in the page, drawn by Folium and kept between builds."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from site_plugins.catalog import Catalog

Bounds = list[list[float]]
"""South-west and north-east corners, in degrees of latitude and longitude."""
DRAWN_BY = Path(__file__).parent / "folium_figure.py"


class Layers(NamedTuple):
    """A map without its places."""

    script: str
    """A file of its own."""
    markup: Markup
    """The map's own element in the page, an empty block with an id, and before it what keeps the place of the layers' control."""


def draw_layers(catalog: Catalog, titles: Mapping[str, str], homes: Bounds, **options: Any) -> Layers:
    """A layer for each of `titles` and their control; `homes` is what is shown first, `options` are Leaflet's."""
    centre = (catalog.site.point.latitude, catalog.site.point.longitude)

    def draw() -> bytes:
        from site_plugins.outputs.folium_figure import draw_figure  # noqa: PLC0415 - Folium takes half a second to be imported

        return json.dumps(draw_figure(centre, titles, homes, options)).encode()

    asked = json.dumps([centre, titles, homes, options])
    key = f"map {version('folium')} {version('branca')} {sha256(DRAWN_BY.read_bytes()).hexdigest()} {asked}"
    script, markup = json.loads(catalog.remember(key, draw))
    return Layers(script, Markup(markup))  # noqa: S704 - made by draw_figure
