"""How many texts a language still lacks."""

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.records.texts import texts


def count_untranslated(catalog: Catalog) -> dict[str, int]:
    """Language -> the number of texts that have no translation into it."""
    found = dict.fromkeys(LANGUAGES, 0)
    for record in [catalog.site, *(entry.record for entry in catalog.entries)]:
        said = [text for _, text in texts(record)]
        for language in LANGUAGES:
            found[language] += [text.get(language) for text in said].count(None)
    return found
