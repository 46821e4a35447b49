"""What takes long to make is kept in .cache/ between builds. It may be deleted, damaged or read-only: the site is the same."""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

LOCK = ".lock"


class Cache:
    """A folder of files, each named after its key and begun with the hash of what follows."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What `make` gives, from the folder where it lies there whole."""
        content = self.kept(key)
        if content is None:
            content = make()
            self.keep(key, content)
        return content

    def kept(self, key: str) -> bytes | None:
        """What lies under the key, if it is whole."""
        try:
            found = self._path(key).read_bytes()
        except OSError:
            return None
        digest, content = found[:32], found[32:]
        return content if found and digest == sha256(content).digest() else None

    def has(self, key: str) -> bool:
        """Whether it lies there whole."""
        return self.kept(key) is not None

    def keep(self, key: str, content: bytes) -> None:
        """Whole or not at all; two builds may write the same file at once."""
        path = self._path(key)
        part = path.with_suffix(f".{os.getpid()}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(sha256(content).digest() + content)
            part.replace(path)
        except OSError:
            with suppress(OSError):
                part.unlink()

    def forget(self, most: int) -> None:
        """Leave no more than the `most` that were written last. Locks stay: somebody may be waiting for one."""
        with suppress(OSError):  # another build may forget at the same time
            kept = [path for path in self.folder.iterdir() if path.suffix != LOCK]
            for path in sorted(kept, key=lambda path: path.stat().st_mtime_ns)[:-most]:
                path.unlink()

    def alone(self, key: str) -> FileLock | None:
        """Wait until nobody else is at work for the key; whoever gets the lock releases it. None where no file can be written."""
        lock = FileLock(self._path(key).with_suffix(LOCK))
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except OSError:
            return None
        return lock

    def _path(self, key: str) -> Path:
        return self.folder / sha256(key.encode()).hexdigest()
