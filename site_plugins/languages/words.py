"""The words of the interface: gettext catalogues, `<language>.po` in this folder; English is what the code says."""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

Words = NullTranslations


@cache
def words(language: str) -> NullTranslations:
    """Translations into a language: `gettext`, `ngettext`, `pgettext`, `npgettext`."""
    path = Path(__file__).parent / f"{language}.po"
    if not path.exists():
        return NullTranslations()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)
