"""When MkDocs has gathered docs/: check the data and stop a build that has mistakes; add the generated pages; write the rest at the end."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from site_plugins.mkdocs_site import build
from site_plugins.mkdocs_site.files import add_files, without_pages
from site_plugins.mkdocs_site.finishing import finish, give_up
from site_plugins.mkdocs_site.making import make_site
from site_plugins.outputs.pages.mistakes import make_mistakes


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    made = build.current
    if made.problems:
        return without_pages(config, made)
    if not made.serving:
        make_site(made, config)
    return add_files(files, config, made)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    if made := build.current.pages.get(page.file.src_uri):
        page.meta["title"] = made.title
    return markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    return make_mistakes(build.current.problems) if build.current.problems else html


def on_post_build(*, config: MkDocsConfig) -> None:
    config.site_dir = str(finish(build.current, Path(config.site_dir), strict=config.strict))


def on_build_error(*, error: Exception) -> None:
    give_up(build.current, error)
