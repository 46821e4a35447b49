"""When what a page shows last changed: for the sitemap."""

import re
from datetime import datetime
from posixpath import normpath

from site_plugins.catalog import Catalog
from site_plugins.outputs.addresses import address
from site_plugins.outputs.artifact import Page, prefix
from site_plugins.records.base import Record

_LINK = re.compile(r'href="([^":?]+)"')


def last_changed(catalog: Catalog, page: Page) -> datetime | None:
    """The newest change of the page's record and those that refer to it, else of the records that it links to; None without any."""
    if page.record:
        shown = [page.record, *(other for other, _ in catalog.citations.get((page.record.folder, page.record.id), []))]
    else:
        shown = _linked(catalog, page)
    return max((catalog.revision(record).modified for record in shown), default=None)


def _linked(catalog: Catalog, page: Page) -> list[Record]:
    known = {prefix(page.language) + address(entry.record): entry.record for entry in catalog.entries}
    found = {_absolute(page.path, target) for target in _LINK.findall(page.body)}
    return [record for path, record in known.items() if path in found]


def _absolute(here: str, target: str) -> str:
    """A link from a page as a path from the site's root, with its anchor."""
    path, hash_, anchor = target.partition("#")
    whole = normpath(here + path) + "/" if path else here
    return f"{whole}{hash_}{anchor}"
