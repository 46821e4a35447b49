"""Points of industrial sites: published by the host itself, no finer than its address, and in the city."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.reading.entry import Entry
from site_plugins.records.base import Point
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.source import Source

FARTHEST = 1.0
"""Degrees of latitude or longitude that a site may lie from the city's own point: some 110 and 60 km."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Works and plants are shown where they say they are: a stranger's pin is no source, whatever its decimals."""
    for entry, site in catalog.typed_entries(IndustrialSite):
        if (point := site.location.point) is not None:
            yield from _point(catalog, entry, site, point)


def _point(catalog: Catalog, entry: Entry, site: IndustrialSite, point: Point) -> Iterator[Problem]:
    path, home = ("location", "point"), catalog.site.point
    if abs(point.latitude - home.latitude) > FARTHEST or abs(point.longitude - home.longitude) > FARTHEST:
        value = f"{point.latitude:g}, {point.longitude:g}"
        yield entry.problem((*path, "latitude"), "site-outside-city", value=value, other=f"{home.latitude:g}, {home.longitude:g}")
    if point.precision != "settlement" and site.location.address is None:
        yield entry.problem(path, "point-finer-than-address", value=point.precision)
    operator = catalog.by_folder["organisations"].get(site.operator)
    sources = [found.record for name in point.sources if (found := catalog.by_folder["sources"].get(name))]
    if operator and len(sources) == len(point.sources):
        host = operator.record
        assert isinstance(host, Organisation)
        if not any(isinstance(source, Source) and is_word_of(host, source) for source in sources):
            yield entry.problem((*path, "sources"), "point-not-of-host", value=host.name.ru)


def is_word_of(organisation: Organisation, source: Source) -> bool:
    """Whether a source is the organisation's own: official or of a company, and published by it or on its site."""
    if source.kind not in ("official", "company"):
        return False
    names = {organisation.name.ru, organisation.legal_name, *organisation.aliases}
    return source.publisher.ru in names or bool(_site(source.url) and _site(source.url) == _site(organisation.website))


def _site(url: str | None) -> str:
    return urlsplit(url).netloc.removeprefix("www.") if url else ""
