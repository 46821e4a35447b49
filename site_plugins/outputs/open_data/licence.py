"""On what terms the data may be used, and how to name them."""

from site_plugins.catalog import Catalog
from site_plugins.languages.formats import day
from site_plugins.languages.words import words
from site_plugins.outputs.labels import N_

NO_LICENCE = N_("No licence for the data has been named yet.")


def licence(catalog: Catalog, language: str) -> str:
    """A sentence: the licence that data/site.yml names, or that there is none."""
    said = words(language).gettext
    named = catalog.site.data_licence
    return said("Licence: %(name)s.") % {"name": named.said(language)} if named else said(NO_LICENCE)


def citation(catalog: Catalog, language: str) -> str:
    """The edition as a list of sources would name it; its address, where the site has one."""
    site = catalog.site
    said = words(language).gettext("%(site)s. Open data, edition of %(day)s.")
    named = said % {"site": site.title.said(language), "day": day(catalog.today, language)}
    return f"{named} {site.url}" if site.url else named
