"""The mark of the site as icons of browsers and telephones, all from the one drawing in the page's header."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from io import BytesIO

import resvg_py
from PIL import Image

from site_plugins.outputs.artifact import Remember

GROUND = "#14507a"
SIZES = (192, 512)
"""What Chromium asks of an installable site (https://web.dev/articles/install-criteria)."""
APPLE_SIZE = 180
"""What iOS takes for its home screen; it cuts the corners itself and paints what is transparent black."""
ICO_SIZES = (16, 32, 48)
MARGIN, SAFE_MARGIN = 4, 11
"""Around the mark's 32 units. A maskable icon may be cut to a circle of 80 % of its width (W3C Web App Manifest, 5.3)."""


def make_icons(mark: str, remember: Remember) -> Iterator[tuple[str, bytes]]:
    """Name and content of every icon. `mark` is the drawing as SVG of 32 units, in `currentColor`."""
    rounded, full, safe = (_on_ground(mark, *shape) for shape in ((MARGIN, 9), (MARGIN, 0), (SAFE_MARGIN, 0)))
    yield "mark.svg", rounded.encode()
    for size in SIZES:
        yield f"icon-{size}.png", _png(rounded, size, remember)
        yield f"icon-maskable-{size}.png", _png(safe, size, remember)
    yield "apple-touch-icon.png", _png(full, APPLE_SIZE, remember)


def make_ico(mark: str, remember: Remember) -> bytes:
    """`favicon.ico`, which old programs and feed readers ask for at the root without being told; each size drawn for itself."""
    drawn = [Image.open(BytesIO(_png(_on_ground(mark, MARGIN, 9), size, remember))) for size in ICO_SIZES]
    out = BytesIO()
    drawn[-1].save(out, "ICO", sizes=[image.size for image in drawn], append_images=drawn[:-1])
    return out.getvalue()


def _on_ground(mark: str, margin: int, radius: int) -> str:
    side = 32 + 2 * margin
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" color="#fff">'
        f'<rect width="{side}" height="{side}" rx="{radius}" fill="{GROUND}"/>'
        f'<g transform="translate({margin} {margin})">{mark.strip()}</g></svg>'
    )


def _png(svg: str, size: int, remember: Remember) -> bytes:
    def draw() -> bytes:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True))

    return remember(f"icon {_library()} {size} {svg}", draw)


@cache
def _library() -> str:
    return f"resvg-py {version('resvg-py')}"
