"""llms.txt (llmstxt.org): what the site is, its lists in both languages and the addresses of its data, for language models."""

from collections.abc import Iterator, Sequence

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact, Page
from site_plugins.outputs.offers import offers
from site_plugins.records.base import Text

ABOUT = (
    "Every fact has a source and a date. What no source tells is listed as unknown, not guessed. "
    "Each record has one page in Russian and one in English."
)
SILENT = ("search/",)
"""Pages that say nothing by themselves."""


def make_llms(catalog: Catalog, pages: Sequence[Page], artifacts: Sequence[Artifact]) -> Iterator[Artifact]:
    """One file for the whole site, in English with the Russian lists beside: made of the pages there are and what they offer."""
    site = catalog.site
    root = f"{site.url or ''}/"
    main = [page for page in pages if page.record is None and page.address.count("/") <= 1 and page.address not in SILENT]
    parts = [f"# {_both(site.title)}", f"> {_english(site.description)}", _english(site.notice)]
    parts.append(ABOUT)
    for title, language in (("Pages", "en"), ("Страницы по-русски", "ru")):
        parts.append("\n".join([f"## {title}", "", *(_link(root, page) for page in main if page.language == language)]))
    if data := _data(catalog, root, main, {artifact.path for artifact in artifacts}):
        parts.append("\n".join(["## Data", "", "The same facts for programs:", "", *data]))
    yield Artifact("llms.txt", "\n\n".join(parts) + "\n")


def _data(catalog: Catalog, root: str, pages: Sequence[Page], files: set[str]) -> list[str]:
    """What the lists offer beside their pages, each file that there is once: data, feeds, calendars."""
    found: dict[str, str] = {}
    for page in pages:
        for offer in offers(catalog, page) if page.language == "en" else ():
            title = offer.title if page.title in offer.title or page.address == "" else f"{page.title}: {offer.title}"
            if offer.path in files:
                found.setdefault(offer.path, f"- [{title}]({root}{offer.path}): {offer.media_type}")
    return list(found.values())


def _link(root: str, page: Page) -> str:
    said = "" if page.description == page.title else f": {page.description}"
    return f"- [{page.title}]({root}{page.path}){said}"


def _english(text: Text) -> str:
    return text.get("en") or text.ru


def _both(text: Text) -> str:
    return " / ".join(dict.fromkeys((text.ru, _english(text))))
