"""All that a site depends on beside its records and prose: after a change of any of it nothing of an earlier build is believed."""

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from site_plugins import languages
from site_plugins.mkdocs_site.build import Build
from site_plugins.mkdocs_site.materials import ROOT, font_files
from site_plugins.reading import addresses, ledger
from site_plugins.records import RECORD_TYPES

CODE = ("site_plugins", "hooks", "theme", "mkdocs.yml")
OWN_FOLDERS = {record_type.folder for record_type in RECORD_TYPES} | {"pictures"}
"""Folders of data/ whose files outputs ask for one by one."""
LEDGERS = {ledger.NAME, addresses.NAME}


def engine(build: Build) -> str:
    """A hash of our code, templates and words, of Python and what is installed, of the languages, the day and the site's own facts."""
    assert build.catalog
    found = sha256(repr((sys.version, sorted(_installed()), languages.LANGUAGES, build.catalog.today, build.root, build.archive)).encode())
    for path in _files(build):
        found.update(f"\0{path}\0".encode() + path.read_bytes())
    return found.hexdigest()


def _files(build: Build) -> Iterator[Path]:
    """Every file of ours that is no record, in order."""
    for name in CODE:
        path = ROOT / name
        yield from (path,) if path.is_file() else sorted(_below(path))
    yield from sorted(font_files().values())
    for path in sorted(build.data.iterdir()):
        if path.name not in OWN_FOLDERS | LEDGERS:
            yield from (path,) if path.is_file() else sorted(_below(path))


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _installed() -> Iterator[str]:
    """Name and version of every package, as the folders of their metadata are called (PyPA, recording installed projects)."""
    return (package.name for folder in sys.path for package in Path(folder).glob("*.dist-info"))
