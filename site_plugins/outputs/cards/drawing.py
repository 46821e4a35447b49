"""How a card looks: white and tints of white on the river's blue, with the mark's warm dot; a PNG of sixteen colours.

All but the dot is a mixture of one ground with white. So a card is drawn as grey levels, where text blends with what lies
beneath it, and the levels then become the palette: nothing is searched for the best colours, and a card costs milliseconds.
"""

import zlib
from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import PIL
import resvg_py
from PIL import Image, ImageDraw

from site_plugins.outputs.cards.typeface import Typeface
from site_plugins.outputs.cards.words import CardWords

SIZE = (1200, 630)
"""What networks show whole (https://developers.facebook.com/docs/sharing/best-practices)."""
DESIGN = sha256(b"".join(Path(__file__).with_name(name).read_bytes() for name in ("drawing.py", "typeface.py"))).hexdigest()
"""Changes with every line that could make a card of the same words look otherwise."""
GROUND, WARM = (14, 58, 90), (255, 122, 107)
TINTS, DOT_TINTS = 13, 3
LEFT, WIDTH = 80, 1040
TITLES = ((112, 1), (88, 2), (70, 3), (58, 4), (48, 5))
"""Sizes to try for the title, and how many lines of each have room."""
FACTS_SIZES, FACTS_WIDTH = (38, 32), 860
"""Narrower than the title: the mark stands beside."""
KIND_SIZES, FOOT_SIZES = ((34, 1), (26, 1)), ((32, 1), (24, 1))
LONGEST = 300
"""Letters of a text that are looked at: more has no room in any size."""
KIND_BASELINE, TITLE_TOP, GAP, FOOT_BASELINE = 104, 140, 38, 566
TITLE_LEADING, FACTS_LEADING, ROOM = 1.16, 1.3, 370
"""ROOM is the height in pixels that the title and the facts below it share."""
WHITE, PALE = 255, 200


class CardMaker:
    """Draws the cards of one site: the background once, the words on each."""

    def __init__(self, typeface: Typeface, mark: str, footer: str) -> None:
        """`mark` is the site's mark as SVG in `currentColor`, `footer` what stands at the foot of each card."""
        self.typeface = typeface
        self.mark = mark
        self.footer = typeface.drawable(footer)

    def key(self, words: CardWords) -> str:
        """What the card's bytes depend on."""
        return repr((DESIGN, PIL.__version__, self.typeface.version, self.mark, self.footer, tuple(words)))

    def draw(self, words: CardWords) -> bytes:
        """The card as PNG; empty where the typeface has no letter of the title."""
        kind, title, facts = (self.typeface.drawable(text) for text in words)
        if not any(character.isalnum() for character in title):
            return b""
        levels, dot, dot_mask = self._background
        image = levels.copy()
        canvas = ImageDraw.Draw(image)
        lines, size = self.fitted(title, TITLES, 700, WIDTH)
        left = ROOM - GAP - len(lines) * size * TITLE_LEADING
        rooms = [(size, int((left - size * 0.3) / size / FACTS_LEADING)) for size in FACTS_SIZES]
        baseline = TITLE_TOP + size * 0.78
        for line in lines:
            self.typeface.draw(canvas, (LEFT, baseline), line, size, 700, WHITE)
            baseline += size * TITLE_LEADING
        baseline += GAP - size * 0.2
        facts_lines, small = self.fitted(facts, rooms, 400, FACTS_WIDTH)
        for line in facts_lines:
            self.typeface.draw(canvas, (LEFT, baseline), line.removesuffix(" ·"), small, 400, PALE)
            baseline += small * FACTS_LEADING
        for text, sizes, baseline, level in ((kind, KIND_SIZES, KIND_BASELINE, PALE), (self.footer, FOOT_SIZES, FOOT_BASELINE, WHITE)):
            (line,), size = self.fitted(text, sizes, 500, FACTS_WIDTH)
            self.typeface.draw(canvas, (LEFT, baseline), line, size, 500, level)
        indexed = image.point(TINT_OF_LEVEL)
        indexed.paste(dot, mask=dot_mask)
        indexed.putpalette(PALETTE)
        out = BytesIO()
        indexed.save(out, "PNG", bits=4, compress_type=zlib.Z_RLE)
        return out.getvalue()

    def fitted(self, text: str, sizes: Sequence[tuple[int, int]], weight: int, width: int) -> tuple[list[str], int]:
        """A text in lines at the first size that gives it room; what is too long even for the last one ends in «…»."""
        for size, most in sizes:
            lines = self.typeface.lines(text, size, weight, width)
            if lines and len(lines) <= most:
                return lines, size
        size, most = sizes[-1]
        text = text[:LONGEST]
        while not ((lines := self.typeface.lines(text + "…", size, weight, width)) and len(lines) <= most):
            text = text[:-1].rstrip(" ,.;:–—«(")
        return lines, size

    @cached_property
    def _background(self) -> tuple[Image.Image, Image.Image, Image.Image]:
        """Grey levels of ground, river and rays; the warm dot in numbers of the palette; and where it covers them."""
        drawn = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=self._svg(), skip_system_fonts=True)))).convert("RGB")
        red, _, blue = drawn.split()
        return blue, red.point(TINT_OF_DOT), red.point(WHERE_DOT)

    def _svg(self) -> str:
        """The background for two channels: blue holds the levels of white, red how much of the dot there is."""
        width, height = SIZE
        rays = self.mark.strip().replace("currentColor", "#00f").replace('fill="#ff7a6b"', 'fill="#f00"')
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
            f'<rect width="{width}" height="{height}" fill="#000"/>'
            '<path d="M-40 520C160 430 330 440 560 520s440 90 700-30v200H-40z" fill="#000018"/>'
            '<path d="M-40 590c220-70 420-60 640 0s420 60 640-40v140H-40z" fill="#00002c"/>'
            f'<rect y="{height - 10}" width="{width}" height="10" fill="#f00"/>'
            f'<g transform="translate(950 424) scale(5.4)">{rays}</g></svg>'
        )


def _mixed(ground: tuple[int, int, int], colour: tuple[int, int, int], share: float) -> list[int]:
    return [round(g + (c - g) * share) for g, c in zip(ground, colour, strict=True)]


PALETTE = [
    *(value for step in range(TINTS) for value in _mixed(GROUND, (255, 255, 255), step / (TINTS - 1))),
    *(value for step in range(DOT_TINTS) for value in _mixed(GROUND, WARM, (step + 1) / DOT_TINTS)),
]
"""From the ground to white, then from near the ground to the dot's own colour."""
TINT_OF_LEVEL = [round(level * (TINTS - 1) / 255) for level in range(256)]
TINT_OF_DOT = [TINTS - 1 + max(1, round(level * DOT_TINTS / 255)) for level in range(256)]
WHERE_DOT = [255 * (level >= 64) for level in range(256)]
