"""What pages say for machines: schema.org as JSON-LD, in the page's language, and nothing that the page does not say as well."""

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.structured.records import describe_record
from site_plugins.outputs.structured.site import breadcrumbs, describe_data, describe_site
from site_plugins.outputs.structured.terms import Speaker, Thing


def describe(catalog: Catalog, page: Page) -> list[Thing]:
    """The page's JSON-LD, one object each."""
    speaker = Speaker(catalog, page)
    found = [describe_site(speaker), describe_record(speaker), describe_data(speaker), breadcrumbs(speaker)]
    return [{"@context": "https://schema.org", **thing} for thing in found if thing]
