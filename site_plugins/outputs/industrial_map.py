"""The interactive map of industrial sites in the city, made with Folium: its layers, and its places as data."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import Artifact, named_after
from site_plugins.outputs.industrial_scheme import Spot, located, point_of, spots
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.map_layers import Bounds, Layers, draw_layers
from site_plugins.outputs.templating import View
from site_plugins.records.base import Point
from site_plugins.records.industrial_site import IndustrialSite

ADDRESS = "industrial-map/"


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
