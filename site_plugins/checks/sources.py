"""One source, one address; a page has one, a document may go without."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.languages import locales
from site_plugins.problems import Problem
from site_plugins.records.source import Source


def check(catalog: Catalog) -> Iterator[Problem]:
    """Addresses present and unique, languages known."""
    addresses: dict[str, str] = {}
    for entry, source in catalog.typed_entries(Source):
        if source.url is None and source.access != "document":
            yield entry.problem_at_key(("url",), "source-without-address", value=source.access)
        if source.url and (other := addresses.get(source.url)):
            yield entry.problem(("url",), "source-twice", other=other)
        addresses[source.url or ""] = entry.file
        if not locales.is_language(source.language):
            yield entry.problem(("language",), "language-unknown", value=source.language)
