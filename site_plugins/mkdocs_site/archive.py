"""The archive of the built site, beside the open data that it can be downloaded with."""

from pathlib import Path

from site_plugins.mkdocs_site.build import Build
from site_plugins.outputs.offline import ARCHIVE, make_offline_archive


def write_archive(build: Build, folder: Path) -> None:
    """Pack every file of a built site; nothing without a catalog, which tells the day that the files bear."""
    if build.catalog:
        site = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
        (folder / ARCHIVE).write_bytes(make_offline_archive(site, build.catalog.today))
