"""How many texts a language still lacks."""

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.records.texts import texts


def count_untranslated(catalog: Catalog) -> dict[str, int]:
    """Language -> the number of texts that have no translation into it."""
    said = [text for told in (*(entry.record for entry in catalog.entries), catalog.site) for _, text in texts(told)]
    return {language: sum(text.get(language) is None for text in said) for language in LANGUAGES}
