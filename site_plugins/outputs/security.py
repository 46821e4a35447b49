"""/.well-known/security.txt (RFC 9116): whom to tell of a weakness of the site."""

from collections.abc import Iterator
from datetime import timedelta

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.artifact import Artifact

PATH = ".well-known/security.txt"
GOOD_FOR = timedelta(days=330)
"""RFC 9116, 2.5.5, recommends less than a year; a site that nobody builds any more does not promise answers."""


def make_security(catalog: Catalog) -> Iterator[Artifact]:
    """Nothing where data/site.yml names no contact."""
    if contact := catalog.site.contact:
        lines = [f"Contact: mailto:{contact}"]
        lines += [f"Expires: {(catalog.today + GOOD_FOR).isoformat()}T00:00:00Z", f"Preferred-Languages: {', '.join(LANGUAGES)}"]
        if catalog.site.url:
            lines.append(f"Canonical: {catalog.site.url}/{PATH}")
        yield Artifact(PATH, "\n".join([*lines, ""]))
