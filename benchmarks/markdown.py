"""What a page of ours says, as Markdown: what the peers are given, so that their pages say the same and lead to the same places.

The peers thus find references resolved, dates in words and headings translated, which ours has to do from the records.
"""

import re
from html import escape
from html.parser import HTMLParser

BLOCKS = {
    "article",
    "nav",
    "header",
    "section",
    "div",
    "dl",
    "dt",
    "dd",
    "ol",
    "ul",
    "li",
    "p",
    "h1",
    "h2",
    "h3",
    "details",
    "summary",
    "form",
}
PREFIXES = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}
SILENT = {"script", "style", "svg", "select", "label", "button"}
"""What has no text that a page could be read for."""


class _Writer(HTMLParser):
    """Blocks become paragraphs, headings and items; links and bold stay; the rest is text."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.text, self.prefix, self.silent = "", "", 0
        self.addresses: list[str] = []

    def flush(self) -> None:
        if said := " ".join(self.text.split(" ")).strip(" \n"):
            self.blocks.append(self.prefix + said)
            self.prefix = ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.flush()
            self.prefix = PREFIXES.get(tag, self.prefix if tag in ("p", "div") else "")
        elif tag == "a" and not self.silent:
            self.addresses.append(dict(attrs).get("href") or "")
            self.text += "["

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT
        if tag in BLOCKS:
            self.flush()
        elif tag == "a" and not self.silent:
            self.text += f"]({self.addresses.pop()})"

    def handle_data(self, data: str) -> None:
        if not self.silent:
            plain = escape(re.sub(r"[ \n]+", " ", data), quote=False)
            self.text += re.sub(r"([\\`*_\[\]#])", r"\\\1", plain)


def to_markdown(body: str) -> str:
    """A page's body as Markdown."""
    writer = _Writer()
    writer.feed(body)
    writer.flush()
    return "\n\n".join(re.sub(r"^((?:[-#]+ )?\d+)([.)])", r"\1\\\2", block) for block in writer.blocks) + "\n"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text, self.links, self.silent = "", list[str](), 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if tag == "a" and not self.silent:
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.text += data


def said(html: str) -> tuple[str, list[str]]:
    """The visible text of a piece of HTML without its spaces, and its links in order."""
    reader = _Reader()
    reader.feed(html)
    return re.sub(r"\s+", "", reader.text), reader.links
