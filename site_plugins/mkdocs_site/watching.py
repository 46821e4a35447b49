"""How a server learns that a file was written."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer

WRITTEN = [FileCreatedEvent, FileModifiedEvent, FileMovedEvent, FileDeletedEvent]
"""A file that is only read is no change, as one is for MkDocs."""


class Watcher(Observer):  # type: ignore[misc, valid-type]
    """Told by the system, where MkDocs looks at each of ten thousand files twice a second and so never lets a core idle."""

    def schedule(self, *arguments: Any, **options: Any) -> Any:
        """As MkDocs' server calls it."""
        return super().schedule(*arguments, **options, event_filter=WRITTEN)


def watch_quietly(server: LiveReloadServer, paths: Iterable[Path]) -> None:
    """Let the server be told of what is written at these paths, which it watches already in its own way."""
    for path in paths:
        server.unwatch(str(path))
    server.observer = Watcher()
    for path in paths:
        server.watch(str(path))


def reload_browsers(server: LiveReloadServer) -> None:
    """Have open pages load again though no file changed; MkDocs' server has no public way to say so."""
    with server._epoch_cond:  # noqa: SLF001
        server._wanted_epoch = server._visible_epoch = server._visible_epoch + 1  # noqa: SLF001
        server._epoch_cond.notify_all()  # noqa: SLF001


def stamp(paths: Iterable[Path]) -> list[tuple[str, int]]:
    """The files at these paths and when each was last written: equal as long as none changed. What Python compiles is left out."""
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))]
    return sorted((str(file), file.stat().st_mtime_ns) for file in files if file.is_file() and "__pycache__" not in file.parts)


def tell_of_a_taken_address(server: LiveReloadServer) -> None:
    """Have the server say in one sentence that another program, mostly an earlier server, has its address."""
    bind = server.server_bind

    def bind_or_tell() -> None:
        try:
            bind()
        except OSError as error:
            where = "{}:{}".format(*server.server_address[:2])
            said = f"Адрес {where} занят или недоступен ({error.strerror}): возможно, сайт уже показан в другом окне."
            raise PluginError(f"{said} Закройте его или назовите другой порт: mkdocs serve -a 127.0.0.1:8001") from error

    server.server_bind = bind_or_tell  # type: ignore[method-assign]
