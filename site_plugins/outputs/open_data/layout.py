"""Where open data lie. These addresses are a promise: within v1 none of them changes (see the catalogue page)."""

from site_plugins.catalog import Catalog
from site_plugins.outputs.addresses import link_from, section
from site_plugins.records.base import Record

VERSION = "1.0.0"
"""Of the form of the data, by semantic versioning: a new field raises the second number; what would break readers is v2, elsewhere."""
FOLDER = "open-data/v1/"
CATALOGUE_PAGE = "open-data/"
ARCHIVE = "omsk-and-the-world-data.zip"


def stem(record_type: type[Record]) -> str:
    """What the files of a type are called: `industrial-sites`."""
    return section(record_type).rstrip("/")


def record_file(folder: str, record_id: str) -> str:
    """The JSON of one record, below FOLDER: `cities/kaifeng.json`."""
    return f"{folder.replace('_', '-')}/{record_id}.json"


def data_set_page(record_type: type[Record]) -> str:
    """The page of a type's data set: `open-data/cities/`."""
    return f"{CATALOGUE_PAGE}{stem(record_type)}/"


def schema_file(record_type: type[Record]) -> str:
    """The JSON Schema of a type's records, below FOLDER."""
    return f"schemas/{stem(record_type)}.schema.json"


def passport_file(record_type: type[Record]) -> str:
    """The passport of a data set, below FOLDER."""
    return f"passports/{stem(record_type)}.csv"


def structure_file(record_type: type[Record]) -> str:
    """What the columns of a data set's tables are, below FOLDER."""
    return f"structures/{stem(record_type)}.csv"


def way(catalog: Catalog, start: str, target: str) -> str:
    """The address of one file of the site as another gives it: whole where data/site.yml names the site's, else relative."""
    return link_from(start, target, catalog.site.url)
