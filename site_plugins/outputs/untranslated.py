"""How many texts a language still lacks."""

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.outputs.open_data.archive import as_bytes
from site_plugins.outputs.open_data.edition import edition
from site_plugins.records.texts import texts


def count_untranslated(catalog: Catalog) -> dict[str, int]:
    """Language -> the number of texts that have no translation into it.

    Counted in the open data, which leave out what is not there: no text can look like one of their keys, for its own quotes are escaped.
    """
    files = [as_bytes(data_set.files["json"]) for data_set in edition(catalog).data_sets]
    said = {language: sum(file.count(b'"%s": "' % language.encode()) for file in files) for language in LANGUAGES}
    site = [text for _, text in texts(catalog.site)]
    return {language: said["ru"] - said[language] + sum(text.get(language) is None for text in site) for language in LANGUAGES}
