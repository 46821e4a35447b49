"""robots.txt (RFC 9309): everyone may read everything; where the sitemap is."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact


def make_robots(catalog: Catalog) -> Iterator[Artifact]:
    """A crawler asks for it at its host's root alone, so below a folder it is for whoever copies it there."""
    lines = ["User-agent: *", "Allow: /"]
    if catalog.site.url:
        lines += ["", f"Sitemap: {catalog.site.url}/sitemap.xml"]
    yield Artifact("robots.txt", "\n".join([*lines, ""]))
