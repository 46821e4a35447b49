"""How many texts a language still lacks."""

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.records.base import Model, Text


def count_untranslated(catalog: Catalog) -> dict[str, int]:
    """Language -> the number of texts that have no translation into it."""
    found = dict.fromkeys(LANGUAGES, 0)
    for record in [catalog.site, *(entry.record for entry in catalog.entries)]:
        for text in _texts(record):
            for language in LANGUAGES:
                found[language] += text.get(language) is None
    return found


def _texts(value: object) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, Model):
        return [text for name in type(value).model_fields for text in _texts(getattr(value, name))]
    return []
