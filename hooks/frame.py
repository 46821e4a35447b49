"""When a page is about to be set into its template: give theme/main.html the frame of the page's language."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from site_plugins.mkdocs_site import build
from site_plugins.mkdocs_site.frame import missing_frame, page_frame
from site_plugins.mkdocs_site.leaf import Leaf
from site_plugins.mkdocs_site.navigation import by_language


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Any) -> Navigation:
    build.current.bars = by_language(nav)
    return nav


def on_page_context(context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    made = build.current
    if made.serving and page.file.generated_by and not made.problems:  # not shown: serving.py makes it when it is asked for
        return context | {"frame": missing_frame(made, context["base_url"])}
    return context | {"frame": page_frame(made, Leaf.of(made, page))}


def on_post_page(output: str, *, page: Page, config: MkDocsConfig) -> str:
    if group := build.current.groups.get(page.file.src_uri):
        group.take(output)  # what MkDocs writes of it now gives way to the page itself, which is made with the others (finishing.py)
    return output


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    return context | {"frame": missing_frame(build.current, context["base_url"])}
