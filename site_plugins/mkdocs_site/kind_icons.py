"""Material's icons for kinds of events and industries, in one file that site.css shows as a mask: one request, any colour."""

import re
from pathlib import Path

import material

FOLDER = Path(material.__file__).parent / "templates" / ".icons" / "material"
SIDE = 24
"""Material draws each icon on a square of 24."""

ICONS = {
    "forum": "forum-outline",
    "visit": "handshake-outline",
    "mission": "briefcase-outline",
    "agreement": "file-sign",
    "culture": "drama-masks",
    "education": "school-outline",
    "sport": "trophy-outline",
    "award": "medal-outline",
    "food": "bread-slice-outline",
    "beverage": "bottle-soda-outline",
    "engineering": "cog-outline",
    "electronics": "chip",
    "aerospace": "airplane",
    "chemistry": "flask-outline",
    "construction_materials": "wall",
    "cartography": "map-outline",
    "rail": "train",
    "science": "atom",
    "crafts": "hammer-wrench",
    "energy": "lightning-bolt-outline",
    "water_utility": "water-outline",
    "creative": "palette-outline",
}
"""What the icon stands for, by the name that a record has for it -> Material's name of it."""


def sprite() -> str:
    """All icons below one another, as SVG."""
    drawn = (f'<g transform="translate(0 {SIDE * row})">{_shapes(name)}</g>' for row, name in enumerate(ICONS.values()))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE * len(ICONS)}">{"".join(drawn)}</svg>'


def rules(address: str) -> str:
    """The style that cuts each icon out of the sprite at `address`; `.icon` itself has its size and colour in site.css."""
    steps = len(ICONS) - 1
    rows = (f".icon--{kind}{{mask-position:0 {100 * row / steps:.4g}%}}" for row, kind in enumerate(ICONS))
    return f".icon{{mask:url({address}) 0 0/100% auto no-repeat}}\n{''.join(rows)}\n"


def _shapes(name: str) -> str:
    return re.sub(r"</?svg[^>]*>", "", (FOLDER / f"{name}.svg").read_text("utf-8")).strip()
