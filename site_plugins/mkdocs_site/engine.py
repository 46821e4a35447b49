"""All that a site depends on beside its records and prose: after a change of any of it nothing of an earlier build is believed."""

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from site_plugins import languages
from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.materials import ROOT, font_files
from site_plugins.reading import addresses, ledger
from site_plugins.records import RECORD_TYPES

CODE = ("site_plugins", "hooks", "theme", "mkdocs.yml")
OWN_FOLDERS = {record_type.folder for record_type in RECORD_TYPES} | {"pictures"}
"""Folders of data/ whose files outputs ask for one by one."""
LEDGERS = {ledger.NAME, addresses.NAME}


def engine(catalog: Catalog, data: Path, *settings: object) -> str:
    """A hash of the program, the languages, the day, the site's own facts in `data`, and settings."""
    found = sha256(repr((program(), languages.LANGUAGES, catalog.today, settings)).encode())
    own = (path for path in sorted(data.iterdir()) if path.name not in OWN_FOLDERS | LEDGERS)
    _add(found, [*font_files().values(), *(path for name in own for path in _below(name))])
    return found.hexdigest()


@cache
def program() -> str:
    """A hash of our code, templates and words, of Python and of what is installed."""
    found = sha256(repr((sys.version, sorted(_installed()))).encode())
    _add(found, (path for name in CODE for path in _below(ROOT / name)))
    return found.hexdigest()


def _add(found: Any, paths: Iterable[Path]) -> None:
    for path in paths:
        found.update(f"\0{path}\0".encode() + path.read_bytes())


def _below(path: Path) -> list[Path]:
    """A file, or those below a folder, in order."""
    files = [path] if path.is_file() else path.rglob("*")
    return sorted(file for file in files if file.is_file() and "__pycache__" not in file.parts)


def _installed() -> Iterator[str]:
    """Name and version of every package, as the folders of their metadata are called (PyPA, recording installed projects)."""
    return (package.name for folder in sys.path for package in Path(folder).glob("*.dist-info"))
