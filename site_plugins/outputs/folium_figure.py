"""What every map made with Folium has in common: layers with their control, no tiles, no data in the script.

Folium writes names into JavaScript; ours are words of the interface only. Places travel as JSON and reach the page as
text nodes (theme/assets/map.js), so that nothing an editor types can run.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template
from markupsafe import Markup

from site_plugins.outputs.map_layers import Bounds


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


def draw_figure(centre: tuple[float, float], titles: Mapping[str, str], homes: Bounds, options: dict[str, Any]) -> tuple[str, str]:
    """The map's script, and its element in the page (map_layers.py)."""
    world = folium.Map(location=centre, zoom_start=3, tiles=None, zoom_control=False)
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
    kept = Markup().join(KEPT.format(title) for title in titles.values())
    empty = Markup(figure.html.render()).strip()  # noqa: S704 - Folium's own markup, no text of ours in it
    return str(figure.script.render()).strip() + "\n", KEPT_PLACE.format(kept) + empty


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
