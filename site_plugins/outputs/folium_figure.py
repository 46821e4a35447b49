"""What every map made with Folium has in common: layers with their control, no tiles, no data in the script.

Folium writes names into JavaScript; ours are words of the interface only. Places travel as JSON and reach the page as
text nodes (theme/assets/map.js), so that nothing an editor types can run.
"""

from collections.abc import Iterator
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template
from markupsafe import Markup

from site_plugins.records.base import Point

Bounds = list[list[float]]
"""South-west and north-east corners, in degrees of latitude and longitude."""


class Places(MacroElement):
    """Hands the map and its layers to `fillMap` of theme/assets/map.js."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        fillMap({{ this._parent.get_name() }}, {
            {%- for status, layer in this.layers.items() %}{{ status | tojson }}: {{ layer.get_name() }},{% endfor -%}
        }, {{ this.homes | tojson }});
        {% endmacro %}
    """)

    def __init__(self, layers: dict[str, folium.FeatureGroup], homes: Bounds) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Places"
        self.layers = layers
        self.homes = homes


def make_figure(centre: Point, titles: dict[str, str], homes: Bounds, **options: Any) -> Figure:
    """Folium's figure: a layer for each of `titles` and their control; `homes` is what is shown first, `options` are Leaflet's."""
    world = folium.Map(location=[centre.latitude, centre.longitude], zoom_start=3, tiles=None, zoom_control=False)
    world.default_js, world.default_css = [], []
    world.options |= {"attributionControl": False, "zoomSnap": 0.25, **options}
    layers = {key: folium.FeatureGroup(name=title) for key, title in titles.items()}
    for layer in layers.values():
        layer.add_to(world)
    folium.LayerControl(collapsed=False, position="topright").add_to(world)
    Places(layers, homes).add_to(world)
    figure = world.get_root()
    assert isinstance(figure, Figure)
    _number(figure)
    figure.render()
    return figure


def script_of(figure: Figure) -> str:
    """The map's script, a file of its own."""
    return str(figure.script.render()).strip() + "\n"


def markup_of(figure: Figure) -> Markup:
    """The map's own element in the page: an empty block with an id, and before it what keeps the place of the layers' control."""
    names = [element.layer_name for element in _elements(figure) if isinstance(element, folium.FeatureGroup)]
    kept = Markup().join(KEPT.format(name) for name in names)
    empty = Markup(figure.html.render()).strip()  # noqa: S704 - Folium's own markup, no text of ours in it
    return KEPT_PLACE.format(kept) + empty


KEPT_PLACE = Markup(
    '<div class="leaflet-control-layers map__layers" aria-hidden="true"><div class="leaflet-control-layers-overlays">{}</div></div>\n'
)
KEPT = Markup('<label><span><input type="checkbox" checked disabled><span> {}</span></span></label>')
"""Leaflet's own markup, so that nothing moves when the control takes the place."""


def _elements(root: Element) -> Iterator[Element]:
    """All elements of a figure, level by level."""
    waiting = [root]
    while waiting:
        element = waiting.pop(0)
        yield element
        waiting += [child for child in element._children.values() if isinstance(child, Element)]  # noqa: SLF001 - branca has no public way


def _number(root: Element) -> None:
    """Folium draws its element ids by lot; the same data shall give the same bytes."""
    for number, element in enumerate(_elements(root)):
        element._id = str(number)  # noqa: SLF001 - branca has no public way
