"""What a page has of its own and its frame only prints: the body, its table of contents, what it says for machines.

Made when the page is written, not before: of ten thousand pages only one is in memory at a time.
"""

import json
import re
from typing import Any, NamedTuple

from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.environment import html
from site_plugins.outputs.structured import describe

SHORTEST_CONTENTS = 4
"""Headings from which on a page has a table of contents; a shorter one can be looked over."""
WITHOUT_CONTENTS = ("home", "list", "map", "search")
"""Kinds of pages that are a table of contents themselves."""


class Inner(NamedTuple):
    """Markup by the names under which theme/main.html prints it."""

    body: Markup
    structured: Markup
    """JSON-LD scripts for the head."""
    skip: Markup
    """A way to the table of contents for the keyboard."""
    columns: Markup
    """The attribute that makes room for the table of contents."""
    folded: Markup
    """The table of contents above the text, for a window with no room beside it; site.css shows one of the two."""
    contents: Markup


NOTHING = Inner(*[Markup("")] * len(Inner._fields))


def make_inner(catalog: Catalog, page: Page) -> Inner:
    """Of a page that an output made."""
    body = page.body
    structured = Markup("\n  ").join(script(thing) for thing in describe(catalog, page))
    return Inner(Markup(body), structured, *_contents(body, page))  # noqa: S704 - bodies are made by our own templates


def script(thing: dict[str, Any]) -> Markup:
    """JSON-LD in its element: no `<` in it, so that no text can end the element (HTML, 4.12.1.3)."""
    said = json.dumps(thing, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")
    return Markup(f'<script type="application/ld+json">{said}</script>')  # noqa: S704 - see above


def _contents(body: str, page: Page) -> tuple[Markup, Markup, Markup, Markup]:
    found = re.findall(r'<h2 id="([^"]+)">(.*?)</h2>', body)
    if len(found) < SHORTEST_CONTENTS or page.kind in WITHOUT_CONTENTS:
        return NOTHING[2:]
    said = words(page.language).gettext("On this page")
    titles = [(anchor, Markup(re.sub(r"<[^>]+>", "", title))) for anchor, title in found]  # noqa: S704 - text of our own templates
    links = html("<ul>%s</ul>", Markup("").join(html('<li><a href="#%s">%s</a></li>', anchor, title) for anchor, title in titles))
    return (
        html('<a class="skip skip--contents" href="#contents">%s</a>', said),
        Markup(' class="with-contents"'),
        html('<nav class="folded-contents" aria-label="%s"><details><summary>%s</summary>%s</details></nav>', said, said, links),
        html('<nav class="contents" aria-labelledby="contents"><p id="contents">%s</p>%s</nav>', said, links),
    )
