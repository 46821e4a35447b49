"""What takes long to make is kept in .cache/ between builds. It may be deleted, damaged or read-only: the site is the same."""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path


class Cache:
    """A folder of files, each named after its key and begun with the hash of what follows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, from the folder where it lies there whole."""
        path = self.folder / sha256(key.encode()).hexdigest()
        try:
            kept = path.read_bytes()
        except OSError:
            kept = b""
        digest, content = kept[:32], kept[32:]
        if kept and digest == sha256(content).digest():
            return content
        content = make()
        self._write(path, sha256(content).digest() + content)
        return content

    def _write(self, path: Path, content: bytes) -> None:
        """Whole or not at all; two builds may write the same file at once."""
        part = path.with_suffix(f".{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()
