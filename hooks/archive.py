"""When the whole site is written: pack it into an archive whose pages open from a disk, if this build is asked for one."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from site_plugins.mkdocs_site import build
from site_plugins.mkdocs_site.archive import write_archive


def on_post_build(*, config: MkDocsConfig) -> None:
    if build.current.archive:
        write_archive(build.current, Path(config.site_dir))
