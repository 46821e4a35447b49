"""What the site says of itself holds as well: its sources are there, its clock exists, its city is on land."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.checks.places import unknown_zone, zones
from site_plugins.checks.references import unknown_reference
from site_plugins.problems import Problem
from site_plugins.reading.fields import problem_at
from site_plugins.reading.yaml_subset import Path
from site_plugins.records.references import references
from site_plugins.records.site import SiteFacts


def check(catalog: Catalog) -> Iterator[Problem]:
    """`site.yml` is no record, so the rules for all records pass it by."""
    if catalog.site_place is None:
        return
    (file, document), facts = catalog.site_place, catalog.site
    found: list[tuple[Path, tuple[str, dict[str, str]]]] = []
    found += [(r.path, problem) for r in references(facts) if (problem := unknown_reference(catalog, r))]
    if facts.time_zone not in zones():
        found.append((("time_zone",), unknown_zone(facts.time_zone)))
    if facts.point.latitude == 0 and facts.point.longitude == 0:
        found.append((("point",), ("point-zero", {})))
    for path, (code, values) in found:
        yield problem_at(file, document, SiteFacts, path, code, **values)
