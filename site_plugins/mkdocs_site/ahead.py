"""Work that another process does while this one goes on, which alone would leave the other cores idle."""

import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from tempfile import TemporaryFile
from typing import Generic, TypeVar

T = TypeVar("T")


class Ahead(Generic[T]):
    """Begins at once, in a copy of this process as it is now. Where that cannot be, or the copy fails, `result` does the work."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.work = work
        self.process = -1
        with suppress(OSError, AttributeError):  # no room for a file or a process, or a system that copies none
            self.told = TemporaryFile()  # noqa: SIM115 - read by `result`
            self.process = os.fork()
        if self.process == 0:
            code = 1
            try:
                pickle.dump(work(), self.told)
                self.told.flush()
                code = 0
            finally:
                os._exit(code)  # what this process has registered for its end is none of the copy's

    def result(self) -> T:
        """What the work gives; whatever stops it is raised here."""
        if self.process > 0 and self._ended() == 0:
            with self.told:
                self.told.seek(0)
                found: T = pickle.load(self.told)  # noqa: S301 - written by the copy
                return found
        return self.work()

    def stop(self) -> None:
        """Nobody will ask for the result."""
        if self.process > 0:
            os.kill(self.process, signal.SIGKILL)
            self._ended()

    def _ended(self) -> int:
        _, status = os.waitpid(self.process, 0)
        self.process = -1
        return os.waitstatus_to_exitcode(status)
