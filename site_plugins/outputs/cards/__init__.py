"""Social cards: the picture that other programs show beside a shared link."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact, Page, Remember
from site_plugins.outputs.cards.drawing import SIZE, CardMaker
from site_plugins.outputs.cards.typeface import Typeface
from site_plugins.outputs.cards.words import WITHOUT_CARD, card_path, card_words


class Card(NamedTuple):
    """A card as a page refers to it."""

    url: str
    """The whole address, as OpenGraph wants it."""
    alt: str
    """All that is written on it."""
    size: tuple[int, int] = SIZE


def make_cards(
    catalog: Catalog, pages: Iterable[Page], fonts: Sequence[Path], mark: str, remember: Remember
) -> Iterator[tuple[str, Card, Artifact]]:
    """The path of each page that has a card, the card, and its file; none where the site has no address, for og:image has to be whole."""
    site = catalog.site
    if not site.url or not fonts:
        return
    typeface = Typeface(fonts)
    host = site.url.split("://", 1)[1]
    makers: dict[str, CardMaker] = {}
    for page in pages:
        if page.kind in WITHOUT_CARD:
            continue
        if page.language not in makers:
            makers[page.language] = CardMaker(typeface, mark, f"{site.title.said(page.language)} · {host}")
        maker, words = makers[page.language], card_words(catalog, page)
        if content := remember(maker.key(words), partial(maker.draw, words)):
            path = card_path(page)
            yield page.path, Card(f"{site.url}/{path}", ". ".join(filter(None, words))), Artifact(path, content)
