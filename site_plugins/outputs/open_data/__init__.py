"""Open data: every type of record as JSON, CSV and GeoJSON, with its schema, and what tells of them all."""

from collections.abc import Iterator
from functools import partial

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.open_data.documents import write_record
from site_plugins.outputs.open_data.edition import edition
from site_plugins.outputs.open_data.layout import FOLDER, record_file
from site_plugins.outputs.open_data.names import whole_set
from site_plugins.records import RECORD_TYPES


def make_open_data(catalog: Catalog) -> Iterator[Artifact]:
    """Every file below open-data/v1/."""
    yield from make_edition(catalog)
    for record_type in RECORD_TYPES:
        for record in catalog.all(record_type):
            yield Artifact(FOLDER + record_file(record.folder, record.id), partial(write_record, catalog, record))


def make_edition(catalog: Catalog) -> Iterator[Artifact]:
    """Every file of more than one record; the first that is asked what it says has all of them made."""
    for path in whole_set(catalog):
        yield Artifact(FOLDER + path, partial(_content, catalog, path))


def _content(catalog: Catalog, path: str) -> str | bytes:
    return edition(catalog).contents[FOLDER + path]
