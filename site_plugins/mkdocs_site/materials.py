"""What the site is made of beside its data and templates: the drawing of its mark, and the typeface if it was fetched."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
OWN = ROOT / "theme" / "assets"
MARK = ROOT / "theme" / "partials" / "mark.svg"
FONT = ROOT / "node_modules" / "@fontsource-variable" / "golos-text" / "files"
WORDS = ROOT / "site_plugins" / "languages"

SUBSETS = {
    "cyrillic": "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
    "cyrillic-ext": "U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215",
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF",
}
"""The character ranges of the font's files, as its package states them in its index.css."""


def font_files() -> dict[str, Path]:
    """Subset -> its file, if `make assets` has fetched the font's package; empty where it has not."""
    paths = {subset: FONT / f"golos-text-{subset}-wght-normal.woff2" for subset in SUBSETS}
    return {subset: path for subset, path in paths.items() if path.exists()}
