"""Open data: every type of record as JSON, CSV and GeoJSON, with its schema, and what tells of them all."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.open_data.edition import edition


def make_open_data(catalog: Catalog) -> Iterator[Artifact]:
    """Every file below open-data/v1/."""
    made = edition(catalog)
    for data_set in made.data_sets:
        yield from data_set.whole()
        yield from data_set.records
    yield from made.others.values()
