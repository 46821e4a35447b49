"""What was asked of the catalog while a file was made: as long as every answer is the same, so is the file."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

Question = tuple[str, ...]
"""What is asked and of whom: `("get", "cities", "kaifeng")`."""
EVERYTHING: Question = ("everything",)
"""Stands for more questions about records than are worth noting one by one."""
PAST: Question = ("past",)
"""What git tells, which no answer is kept of: whoever asks for it is made at every build."""
MANY = 200


class Asked:
    """The questions since the last `apart`; None where nobody wants to know them, as while the site is served."""

    __slots__ = ("now",)

    def __init__(self) -> None:
        self.now: set[Question] | None = None

    @contextmanager
    def apart(self) -> Iterator[set[Question]]:
        """The questions asked within, which are then also those of whoever asked for this."""
        before, within = self.now, set[Question]()
        self.now = within if before is not None else None
        try:
            yield within
        finally:
            self.now = before
            if len(within) > MANY:
                within &= {PAST}
                within.add(EVERYTHING)
            self.also(within)

    def also(self, questions: Iterable[Question]) -> None:
        """Questions whose answers were kept from the first time."""
        if self.now is not None:
            self.now.update(questions)
