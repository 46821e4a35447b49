"""MkDocs knows one navigation; ours has one for each language, below the section that bears its code."""

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from site_plugins.languages import LANGUAGES


def by_language(nav: Navigation) -> dict[str, list[MkDocsPage]]:
    """Language -> the pages of its bar; Russian is what stands in no language's section."""
    found: dict[str, list[MkDocsPage]] = {language: [] for language in LANGUAGES}
    for item in nav.items:
        if isinstance(item, Section) and item.title in LANGUAGES:
            found[item.title] = [page for page in item.children if isinstance(page, MkDocsPage)]
        elif isinstance(item, MkDocsPage):
            found["ru"].append(item)
    return found
