"""The pages that ours has built, as the peers are given them, and the frame around them as their layout."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from benchmarks.markdown import to_markdown

ARTICLE = re.compile(r'(?s)<article class="content">(.*?)</article>')

EXTRAS = re.compile(r'(?s)<nav class="(?:contents|foot__offers)".*?</nav>|<a [^>]*href="#contents">[^<]*</a>')
"""What ours has beyond the peers' pages: the list of a page's headings and the way to it, and its links to the same facts as files."""


@dataclass(frozen=True)
class BuiltPage:
    """One page: its address, and what a peer's front matter says of it."""

    path: str
    """`events/meeting-1-2012/`; empty for the home page."""
    title: str
    description: str
    data_file: str
    """The file that the foot names."""
    markdown: str

    @property
    def layout(self) -> str:
        """Pages of one folder share a layout; what lies in no folder has its own, for its links differ."""
        folder, _, name = self.path.rstrip("/").rpartition("/")
        return re.sub("[^a-z0-9]", "-", folder or f"of {name}")


def built_pages(site: Path) -> Iterator[BuiltPage]:
    """Every page below `site` but the one for missing addresses."""
    for file in sorted(site.rglob("index.html")):
        html = file.read_text("utf-8")
        path = "" if file.parent == site else file.parent.relative_to(site).as_posix() + "/"
        yield BuiltPage(path, _title(html), _description(html), _data_file(html), to_markdown(article(html)))


def article(html: str) -> str:
    """The page's own part, within the frame."""
    found = ARTICLE.search(html)
    assert found, "the page has no article"
    return found[1]


def layout(site: Path, path: str, places: dict[str, str]) -> str:
    """The frame of one built page as a template: `places` says what stands for title, description, address, file and content."""
    html = (site / path / "index.html").read_text("utf-8")
    html = html.replace(article(html), places["content"])
    html = without_extras(html)
    if file := _data_file(html):
        html = html.replace(file, places["data_file"])
    html = html.replace(escape(_title(html)), places["title"])
    if described := _description(html):
        html = html.replace(escape(described, quote=False), places["description"])
    return html.replace(path.rstrip("/"), places["path"]) if "/" in path.rstrip("/") else html


def without_extras(html: str) -> str:
    """The page as the peers make it."""
    return EXTRAS.sub("", html)


def _data_file(html: str) -> str:
    found = re.search(r"<code>((?:data|docs)/[^<]*)</code>", html)
    return found[1] if found else ""


def _title(html: str) -> str:
    found = re.search(r"<title>(.*?)</title>", html)
    assert found
    return unescape(found[1])


def _description(html: str) -> str:
    found = re.search(r'<meta name="description" content="(.*?)">', html)
    return unescape(found[1]) if found else ""
