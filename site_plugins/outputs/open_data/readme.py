"""What lies beside the data for whoever unpacks them: what they are, how to cite them, how to read and to verify them."""

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.languages.words import words
from site_plugins.outputs.open_data.archive import SUMS
from site_plugins.outputs.open_data.layout import VERSION
from site_plugins.outputs.open_data.licence import citation, licence

FOLDERS = {"schemas": "schemas/", "structures": "structures/", "passports": "passports/", "api": "openapi.json"}


def make_readme(catalog: Catalog) -> str:
    """The same in each language, one below the other."""
    return "\n\n".join(_paragraphs(catalog, language) for language in LANGUAGES)


def _paragraphs(catalog: Catalog, language: str) -> str:
    said = words(language).gettext
    site = catalog.site
    told = [
        said("Open data").upper(),
        citation(catalog, language),
        site.description.said(language),
        site.notice.said(language),
        licence(catalog, language),
        said("Version of the format: %(version)s") % {"version": VERSION},
        said("Each type of record is a JSON file and one or more CSV tables; whatever has a location is in GeoJSON as well."),
        said("The JSON of single records is on the site only."),
        said("%(schemas)s describes the JSON, %(structures)s the columns, %(passports)s the data sets, %(api)s the addresses.") % FOLDERS,
        said("To verify the files:") + f" sha256sum --check {SUMS}",
    ]
    return "\n\n".join(told) + "\n"
