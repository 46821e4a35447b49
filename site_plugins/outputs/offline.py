"""The whole site as an archive whose pages work when it is unpacked and one of them opened from the disk (file://).

There, a folder has no index page of its own, so every link names its file; a page cannot fetch, so what it would fetch comes as
a script; and there is no search, whose index is made to be fetched in pieces: its field gives way to a line that says so.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import date
from html import escape
from pathlib import Path
from posixpath import dirname, join, normpath

from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.open_data.archive import make_zip

ARCHIVE = "open-data/omsk-and-the-world-site.zip"
"""Where the archive itself is published; it is not in itself."""
LEFT_OUT = re.compile(r"search/[a-z]{2}/.*|sitemap.*\.xml|robots\.txt|404\.html|.*\.webmanifest|" + re.escape(ARCHIVE))
"""What serves search, crawlers and a web server alone."""
FETCH = (Path(__file__).parent.parent / "templates" / "offline.js").read_text("utf-8")

_ADDRESS = re.compile(r'(?P<name> (?:href|src|action|data-[a-z-]+))="(?P<address>[^"#?:]*)(?P<rest>[#?][^":]*)?"')
_DRAWING = re.compile(r"url\(([^)\":]+\.svg)\)")
_SEARCH = re.compile(r'<form [^>]*role="search".*?</form>', re.DOTALL)
_ONLINE = re.compile(r'<(?P<tag>\w+)[^>]* data-online[ >].*?</(?P=tag)>|<link rel="(?:manifest|preload)"[^>]*>', re.DOTALL)
_LANGUAGE = re.compile(r'<html lang="([a-z]+)"')
_SCRIPT = re.compile(r"<script (?:defer )?src=")


def make_offline_archive(site: Mapping[str, bytes], day: date) -> bytes:
    """The ZIP of a built site, given as path -> content."""
    return make_zip(make_offline(site), "", ARCHIVE.rpartition("/")[2].replace(".zip", "/"), day)


def make_offline(site: Mapping[str, bytes]) -> Iterator[Artifact]:
    """Every file of the archive."""
    kept = {path: content for path, content in site.items() if not LEFT_OUT.fullmatch(path)}
    fetched: set[str] = set()
    for path, content in kept.items():
        if path.endswith(".html"):
            yield Artifact(path, _page(path, content.decode(), kept, fetched))
        else:
            yield Artifact(path, _style(path, content.decode(), kept) if path.endswith(".css") else content)
    yield Artifact("assets/offline.js", FETCH)
    for path in sorted(fetched):
        name, text = path.rpartition("/")[2], _quoted(kept[path].decode())
        yield Artifact(f"{path}.js", f"keepOnDisk({_quoted(name)}, {text});\n")


def _page(path: str, html: str, kept: Mapping[str, bytes], fetched: set[str]) -> str:
    here = dirname(path)
    wanted: list[str] = []

    def lead(match: re.Match[str]) -> str:
        address, rest = match["address"], match["rest"] or ""
        target = normpath(join(here, address)) if address else ""
        if match["name"].startswith(" data-"):
            if target in kept and target.endswith(".json"):
                wanted.append(address)
                fetched.add(target)
            return match[0]
        index = normpath(join(target, "index.html")) if address else ""
        return f'{match["name"]}="{address.rstrip("/")}/index.html{rest}"' if index in kept else match[0]

    language = found[1] if (found := _LANGUAGE.search(html)) else ""
    absent = escape(words(language).gettext("This copy has no search."))
    html = _SEARCH.sub(f'<p class="find--absent">{absent}</p>', _ONLINE.sub("", html))
    html = _ADDRESS.sub(lead, html)
    root = "../" * path.count("/")
    scripts = [f"{root}assets/offline.js", *(f"{address}.js" for address in wanted)] if wanted else []
    tags = "".join(f'<script defer src="{script}"></script>\n  ' for script in scripts)
    return _SCRIPT.sub(lambda match: tags + match[0], html, count=1)


def _style(path: str, css: str, kept: Mapping[str, bytes]) -> str:
    """A style with its drawings in itself: on a disk another file is a foreign origin, and none of these may mask."""

    def draw(match: re.Match[str]) -> str:
        drawing = kept.get(normpath(join(dirname(path), match[1])))
        return f"url(data:image/svg+xml;base64,{b64encode(drawing).decode()})" if drawing else match[0]

    return _DRAWING.sub(draw, css)


def _quoted(text: str) -> str:
    """Text as a JavaScript string: JSON is one since ECMAScript 2019."""
    return json.dumps(text, ensure_ascii=False)
