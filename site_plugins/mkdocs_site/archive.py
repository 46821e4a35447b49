"""The archive of the whole site, beside the open data that it can be downloaded with."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from site_plugins.mkdocs_site.publishing import files_in
from site_plugins.outputs.offline import ARCHIVE, make_offline_archive


def write_archive(room: Path, site: Path, same: Iterable[str], day: date) -> None:
    """Pack what was made in `room` and what stays the same of `site`; the files bear the day."""
    found = {path: (site / path).read_bytes() for path in same} | {path: (room / path).read_bytes() for path in files_in(room)}
    (room / ARCHIVE).parent.mkdir(parents=True, exist_ok=True)
    (room / ARCHIVE).write_bytes(make_offline_archive(dict(sorted(found.items())), day))
