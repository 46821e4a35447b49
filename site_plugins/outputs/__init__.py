"""What the records become. Each output returns pages or files; equal data give equal bytes."""

from collections.abc import Callable, Iterator

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.industrial_map import make_industrial_map_files
from site_plugins.outputs.map_interactive import make_map_files
from site_plugins.outputs.open_data import make_open_data
from site_plugins.outputs.search import make_search

OUTPUTS: tuple[Callable[[Catalog, str], Iterator[Artifact]], ...] = (make_map_files, make_industrial_map_files, make_search)
"""Every output beside the pages, called once for each language."""

WHOLE: tuple[Callable[[Catalog], Iterator[Artifact]], ...] = (make_open_data,)
"""Every output that is made once for all languages."""
