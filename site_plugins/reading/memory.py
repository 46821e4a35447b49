"""Python looks for garbage each time that many objects came to be; among records, which all stay, it looks in vain."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_is_garbage() -> Iterator[None]:
    """No search for garbage while many objects are made that stay: of 10,000 records half the time of their reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
