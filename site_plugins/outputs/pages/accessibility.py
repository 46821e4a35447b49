"""The accessibility statement: what the site was tested against, by which run of the tests, and what is known to fall short."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.languages import formats
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Page, language_of, without_language
from site_plugins.outputs.speech import ABBREVIATIONS
from site_plugins.outputs.templating import View


def make_accessibility(catalog: Catalog, language: str) -> Iterator[Page]:
    """`/accessibility/`."""
    view = View(catalog, language, "accessibility/")
    title = words(language).gettext("Accessibility statement")
    tested = catalog.tested
    long = tested.long.items() if tested else ()
    body = view.render(
        "accessibility.html",
        tested=tested,
        tested_on=formats.day(tested.date, language) if tested else "",
        long=[(without_language(address), page) for address, page in long if language_of(address) == language],
        abbreviations=sorted(ABBREVIATIONS[language].items()),
        contact=catalog.site.contact,
    )
    yield Page("accessibility/", language, title, title, body, kind="statement")
