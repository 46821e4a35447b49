"""When a page is about to be set into its template: give theme/main.html the frame of the page's language."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from site_plugins.mkdocs_site import build
from site_plugins.mkdocs_site.frame import Leaf, missing_frame, page_frame
from site_plugins.mkdocs_site.navigation import by_language

bars: dict[str, list[Page]] = {}


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Any) -> Navigation:
    bars.clear()
    bars.update(by_language(nav))
    return nav


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    made = build.current
    frame = page_frame(made, Leaf.of(made, page), bars)
    if group := made.groups.get(page.file.src_uri):
        frame |= group.slotted()
        page.content = group.body()
    return context | {"frame": frame}


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    uri = page.file.src_uri
    if group := build.current.groups.get(uri):
        group.take(output)
        return group.page(0, build.current.pages[uri].body)
    return output


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    return context | {"frame": missing_frame(build.current, context["base_url"], bars)}
