"""Styles, scripts and fonts under names that change with their content, so that a browser may keep them for ever."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from xstatic.pkg import leaflet

from site_plugins.mkdocs_site.build import Build
from site_plugins.mkdocs_site.stemmers import stemmer_scripts
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.icons import make_ico, make_icons

ROOT = Path(__file__).parent.parent.parent
OWN = ROOT / "theme" / "assets"
MARK = ROOT / "theme" / "partials" / "mark.svg"
FONT = ROOT / "node_modules" / "@fontsource-variable" / "golos-text" / "files"
LEAFLET = Path(leaflet.BASE_DIR)
LEAFLET_FOLDER = f"assets/leaflet-{leaflet.VERSION}"

SUBSETS = {
    "cyrillic": "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
    "cyrillic-ext": "U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215",
    "latin-ext": "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF",
}
"""The character ranges of the font's files, as its package states them in its index.css."""


def make_assets(build: Build) -> Iterator[Artifact]:
    """Every asset as a file; `build.assets` learns the name each was given."""
    fonts = dict(_fonts())
    yield from fonts.values()
    for path in sorted(OWN.iterdir()):
        content = path.read_bytes()
        if path.name == "site.css":
            content = _font_faces(fonts).encode() + content
        if path.name == "stemmers.js":
            content += stemmer_scripts()
        yield _hashed(build, path.name, content)
    mark = MARK.read_text("utf-8")
    for name, content in make_icons(mark):
        yield _hashed(build, name, content)
    yield Artifact("favicon.ico", make_ico(mark))
    for path in sorted(LEAFLET.rglob("*")):
        if path.is_file() and (path.name in ("leaflet.js", "leaflet.css") or path.parent.name == "images"):
            where = f"{LEAFLET_FOLDER}/{path.relative_to(LEAFLET).as_posix()}"
            build.assets[path.name] = where
            yield Artifact(where, path.read_bytes())


def _hashed(build: Build, name: str, content: bytes) -> Artifact:
    stem, _, suffix = name.rpartition(".")
    where = f"assets/{stem}.{sha256(content).hexdigest()[:8]}.{suffix}"
    build.assets[name] = where
    return Artifact(where, content)


def _fonts() -> Iterator[tuple[str, Artifact]]:
    """The font's files, if `make assets` has fetched its package; without it the site uses the reader's own fonts."""
    for subset in SUBSETS:
        path = FONT / f"golos-text-{subset}-wght-normal.woff2"
        if path.exists():
            content = path.read_bytes()
            yield subset, Artifact(f"assets/golos-text-{subset}.{sha256(content).hexdigest()[:8]}.woff2", content)


def _font_faces(fonts: dict[str, Artifact]) -> str:
    return "".join(
        "@font-face{font-family:'Golos Text';font-weight:400 900;font-display:swap;"
        f"src:url({artifact.path.removeprefix('assets/')}) format('woff2');unicode-range:{SUBSETS[subset]}}}\n"
        for subset, artifact in fonts.items()
    )
