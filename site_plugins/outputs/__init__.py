"""What the records become. Each output returns pages or files; equal data give equal bytes."""

from collections.abc import Callable, Iterator

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.map_interactive import make_land, make_map_files


def _land(catalog: Catalog, language: str) -> Iterator[Artifact]:
    if language == "ru":
        yield make_land()


OUTPUTS: tuple[Callable[[Catalog, str], Iterator[Artifact]], ...] = (make_map_files, _land)
"""Every output beside the pages, called once for each language."""
