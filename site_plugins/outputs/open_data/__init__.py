"""Open data: every type of record as JSON, CSV and GeoJSON, with its schema, and what tells of them all."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.open_data.data_sets import data_sets


def make_open_data(catalog: Catalog) -> Iterator[Artifact]:
    """Every file below open-data/v1/."""
    for data_set in data_sets(catalog):
        yield from data_set.artifacts()
