"""Pages of one frame: MkDocs makes the first of each group, and every page of it is set into what it made.

Each page costs MkDocs 2.3 ms, its template alone 1.1 ms, and being set into a frame 0.05 ms. Which values of the frame differ
within a group is found by comparing them, so that nobody has to list them; tests/test_frames.py proves that no byte differs.
"""

from dataclasses import dataclass, field
from itertools import count
from typing import Any

from site_plugins.mkdocs_site.inner import Inner
from site_plugins.mkdocs_site.slots import Frame, MarkupSlot, cut, fill, with_slots


@dataclass(slots=True)
class Group:
    """Pages of one folder whose own values of the frame have one shape."""

    values: dict[str, Any]
    """The own values of the first page."""
    uris: list[str] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=list)
    """For each page its texts in the order of the shape."""
    frame: Frame | None = None

    def slotted(self) -> dict[str, Any]:
        """The values of the first page with a slot for each text that not all pages share."""
        varying = {number for number, said in enumerate(zip(*self.texts, strict=True)) if len(set(said)) > 1}
        inner = {name: MarkupSlot.of(number) for number, name in enumerate(Inner._fields, len(self.texts[0]))}
        return {**with_slots(self.values, count(), varying), **inner}

    def page(self, number: int, inner: Inner) -> str:
        """One page, once MkDocs has made the frame."""
        assert self.frame is not None
        return fill(self.frame, [*self.texts[number], *inner])

    def take(self, rendered: str) -> None:
        """Keep what MkDocs rendered of the first page."""
        self.frame = cut(rendered)
