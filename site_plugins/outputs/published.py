"""The addresses of a build, and those that it would lose: pages, and the files that others keep the address of."""

import re
from collections.abc import Iterable, Iterator

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact, Page, without_language
from site_plugins.records.site import withdrawn_as

STABLE = ("open-data/", "feeds/", "calendars/")
"""Where files stand that people subscribe to and cite, in any language. Scripts, styles, pictures and the search's pieces may move."""

ONCE = ("calendars/events/",)
"""What is imported once and not subscribed to: a single event's calendar goes when its day turns out not to be known."""


def published(pages: Iterable[Page], artifacts: Iterable[Artifact]) -> Iterator[str]:
    """Every address that is to answer for ever, from the site's root: `/cities/kaifeng/`, `/open-data/v1/cities.json`."""
    for page in pages:
        yield f"/{page.path}"
    for artifact in artifacts:
        if artifact.path.endswith("/index.html"):
            yield f"/{artifact.path.removesuffix('index.html')}"
        elif (path := without_language(artifact.path)).startswith(STABLE) and not path.startswith(ONCE):
            yield f"/{artifact.path}"


def lost(catalog: Catalog, addresses: set[str]) -> list[str]:
    """Published addresses that do not answer, and that nobody withdrew."""
    gone = [address for address in catalog.published if address not in addresses]
    return [address for address in gone if not any(covers(entry, address) for entry in catalog.site.withdrawn)]


def covers(entry: str, address: str) -> bool:
    """Whether `events/fair-2019` in `withdrawn` means an address: its page in any language, or a file of that name."""
    name = re.escape(withdrawn_as(entry))
    return bool(re.search(rf"(?:^|/){name}(?:/|\.[a-z.]+)?$", withdrawn_as(without_language(address.strip("/")))))
