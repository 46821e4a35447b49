"""What the records become. Each output returns pages or files; equal data give equal bytes."""

from collections.abc import Callable, Iterator, Sequence

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact, Page
from site_plugins.outputs.calendars.files import make_calendars
from site_plugins.outputs.feeds.changes import make_changes_feed
from site_plugins.outputs.feeds.lists import make_feeds
from site_plugins.outputs.industrial_map import make_industrial_map_files
from site_plugins.outputs.llms import make_llms
from site_plugins.outputs.map_interactive import make_map_files
from site_plugins.outputs.old_addresses import make_old_addresses
from site_plugins.outputs.open_data import make_open_data
from site_plugins.outputs.pages.grouped_lists import make_source_places
from site_plugins.outputs.robots import make_robots
from site_plugins.outputs.search import make_search
from site_plugins.outputs.search_documents import Prose
from site_plugins.outputs.security import make_security

OUTPUTS: tuple[Callable[[Catalog, str], Iterator[Artifact]], ...] = (
    make_map_files,
    make_industrial_map_files,
    make_feeds,
    make_changes_feed,
    make_calendars,
)
"""Every output beside the pages, called once for each language."""

BESIDE: tuple[Callable[[Catalog, str, Sequence[Prose]], Iterator[Artifact]], ...] = (make_search,)
"""The same of files that no page and no other output names; they are told what lies in docs/ in the language."""

WHOLE: tuple[Callable[[Catalog], Iterator[Artifact]], ...] = (make_open_data, make_source_places, make_robots, make_security)
"""Every output that is made once for all languages."""

LAST: tuple[Callable[[Catalog, Sequence[Page], Sequence[Artifact]], Iterator[Artifact]], ...] = (make_old_addresses, make_llms)
"""Every output that is made of the pages and files that the others made."""
