"""When MkDocs has its own templates' environment: let it take from an earlier build how they are compiled."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from site_plugins.outputs.environment import Compiled


def on_env(env: Any, *, config: MkDocsConfig, files: Any) -> Any:
    env.bytecode_cache = Compiled("theme")
    return env
