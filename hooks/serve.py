"""When the site is served: let pages be made as they are asked for (site_plugins/mkdocs_site/serving.py)."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from site_plugins.mkdocs_site import build, serving, watching

ROOT = Path(__file__).parent.parent


def on_env(env: Any, *, config: MkDocsConfig, files: Files) -> None:
    build.current.theme = env


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> None:
    watching.tell_of_a_taken_address(server)
    if build.current.serving:  # with --clean every change is a whole build
        desk = serving.Desk(server, config, ROOT / config.extra.get("data", "data"))
        server.builder = desk.rebuild
        server.set_app(desk)
