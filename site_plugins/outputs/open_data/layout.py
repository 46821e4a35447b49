"""Where open data lie. These addresses are a promise: within v1 none of them changes (see the catalogue page)."""

from site_plugins.catalog import Catalog
from site_plugins.outputs.addresses import relative, section
from site_plugins.records.base import Record

FOLDER = "open-data/v1/"


def stem(record_type: type[Record]) -> str:
    """What the files of a type are called: `industrial-sites`."""
    return section(record_type).rstrip("/")


def record_file(folder: str, record_id: str) -> str:
    """The JSON of one record, below FOLDER: `cities/kaifeng.json`."""
    return f"{folder.replace('_', '-')}/{record_id}.json"


def way(catalog: Catalog, start: str, target: str) -> str:
    """The address of one file of the site as another gives it: whole where data/site.yml names the site's, else relative."""
    url = catalog.site.url
    return f"{url.rstrip('/')}/{target}" if url else relative(start, target)
