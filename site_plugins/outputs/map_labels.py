"""Names beside the points of a picture: as many as find room without touching a point, another name or the edge."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

LETTER, HEIGHT = 9.5, 18.0
"""Pixels of a letter, at most, and of a line; `.place__name` in site.css has the size of the letters."""
GAP = 9.0
"""Pixels from a point to its name."""
POINT = 7.0
"""Half the side of the square that a point keeps free."""


class Box(NamedTuple):
    """A rectangle of the picture in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two rectangles share a pixel."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


class Label(NamedTuple):
    """Where a name is anchored: `x`, `y` of its baseline, and SVG's `text-anchor`."""

    x: float
    y: float
    anchor: str


def place_labels(points: Mapping[str, tuple[float, float]], names: Mapping[str, str], taken: Iterable[Box], edge: Box) -> dict[str, Label]:
    """A place for each name that finds one: right of its point, else left, below, above, aslant. Who comes first chooses first."""
    full = [*taken, *(Box(x - POINT, y - POINT, x + POINT, y + POINT) for x, y in points.values())]
    found = {}
    for key, name in names.items():
        x, y = points[key]
        width = len(name) * LETTER
        beside = [Label(x + GAP, y + 6, "start"), Label(x - GAP, y + 6, "end"), Label(x, y + 23, "middle"), Label(x, y - 11, "middle")]
        aslant = [Label(x + way * POINT, y + down, anchor) for down in (19, -7) for way, anchor in ((1, "start"), (-1, "end"))]
        for label in beside + aslant:
            box = _box(label, width)
            inside = edge.left < box.left and box.right < edge.right and edge.top < box.top and box.bottom < edge.bottom
            if inside and not any(box.meets(other) for other in full):
                found[key] = label
                full.append(box)
                break
    return found


def _box(label: Label, width: float) -> Box:
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return Box(left, label.y - HEIGHT + 3, left + width, label.y + 3)
