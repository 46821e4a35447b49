"""When MkDocs has its configuration: read data/, and stop a build where that cannot be read."""

import logging
import sys
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # MkDocs puts only this folder on the path, and `pip install -e .` is not asked of anyone

from site_plugins.mkdocs_site import build, live, publishing  # noqa: E402

log = logging.getLogger("mkdocs.omsk")
serving = False


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global serving
    serving = live.makes_pages_when_asked(command)


def on_config(config: MkDocsConfig) -> None:
    made = build.begin(ROOT / config.extra.get("data", "data"), serving=serving)
    if made.problems and not serving:
        raise PluginError("\n" + "\n".join(made.problems))
    config.theme.static_templates.discard("sitemap.xml")  # MkDocs' own bears the day of the build and knows no languages
    if made.catalog and made.catalog.site.url and not serving:
        config.site_url = f"{made.catalog.site.url}/"
    made.root = config.site_url or ""
    if not serving:
        made.site = Path(config.site_dir).resolve()  # where it is a link the site lies, and the room beside it
        config.site_dir = str(publishing.room_beside(made.site))
    made.archive = bool(config.extra.get("archive")) and not serving
    if made.problems:
        config.nav = None  # none of its pages is made, and MkDocs would warn of each
    for problem in made.problems:
        log.info(problem)
