"""Styles, scripts and fonts under names that change with their content, so that a browser may keep them for ever."""

from collections.abc import Iterator
from pathlib import Path

from rcssmin import cssmin
from xstatic.pkg import leaflet

from site_plugins.mkdocs_site.build import MADE
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.fonts import font_parts, others
from site_plugins.mkdocs_site.kind_icons import rules, sprite
from site_plugins.mkdocs_site.materials import MARK, OWN, ROOT, SUBSETS, WORDS
from site_plugins.mkdocs_site.shared import Build
from site_plugins.mkdocs_site.stemmers import stemmer_scripts
from site_plugins.outputs.artifact import Artifact, named_after
from site_plugins.outputs.environment import TEMPLATES
from site_plugins.outputs.icons import make_ico, make_icons
from site_plugins.reading.entry import Entry

LEAFLET = Path(leaflet.BASE_DIR)
MAP_STYLE = OWN / "map.css"
FONTS = Cache(ROOT / ".cache" / "fonts")
LEAFLET_FOLDER = f"assets/leaflet-{leaflet.VERSION}"


def make_assets(build: Build) -> Iterator[Artifact]:
    """Every asset as a file; `build.assets` learns the name each was given."""
    fonts = dict(_fonts(build))
    build.assets |= {f"{subset}-{weight}.woff2": artifact.path for (subset, weight), artifact in fonts.items()}
    yield from fonts.values()
    icons = _hashed(build, "icons.svg", sprite().encode())
    yield icons
    for path in sorted(set(OWN.iterdir()) - {MAP_STYLE}):
        content = path.read_bytes()
        if path.name == "site.css":
            content = cssmin((_font_faces(fonts) + rules(icons.path.removeprefix("assets/"))).encode() + content)
        if path.name == "stemmers.js":
            content += stemmer_scripts()
        yield _hashed(build, path.name, content)
    mark = MARK.read_text("utf-8")
    for name, content in make_icons(mark, MADE.remember):
        yield _hashed(build, name, content)
    yield Artifact("favicon.ico", make_ico(mark, MADE.remember))
    for path in sorted(LEAFLET.rglob("*")):
        if path.is_file() and (path.name in ("leaflet.js", "leaflet.css") or path.parent.name == "images"):
            yield from _leaflet(build, path)


def _leaflet(build: Build, path: Path) -> Iterator[Artifact]:
    """The library's script, and its style with ours; it names pictures beside it, which the version in the folder's name tells apart."""
    where, content = f"{LEAFLET_FOLDER}/{path.relative_to(LEAFLET).as_posix()}", path.read_bytes()
    if path.parent.name == "images":
        yield Artifact(where, content)
    else:
        made = named_after(where, cssmin(content + MAP_STYLE.read_bytes()) if path.suffix == ".css" else content)
        build.assets[path.name] = made.path
        yield made


def _hashed(build: Build, name: str, content: bytes) -> Artifact:
    made = named_after(f"assets/{name}", content)
    build.assets[name] = made.path
    return made


def _fonts(build: Build) -> Iterator[tuple[tuple[str, int], Artifact]]:
    """The font's files as browsers get them; without them the site uses the reader's own fonts."""
    for subset, weight, content in font_parts(others(_written(build)), FONTS):
        yield (subset, weight), named_after(f"assets/golos-text-{subset}-{weight}.woff2", content)


def _written(build: Build) -> Iterator[bytes]:
    """What pages are set from, since they are not written yet: their words and signs, the records, names of countries in titles."""
    for folder, kinds in ((OWN, (".css", ".js")), (TEMPLATES, (".html",)), (WORDS, (".po", ".toml"))):
        yield from (path.read_bytes() for path in sorted(folder.rglob("*")) if path.suffix in kinds)
    yield from (page.title.encode() for page in build.pages.values())
    yield from (_says(entry) for entry in (build.catalog.entries if build.catalog else ()))


def _says(entry: Entry) -> bytes:
    """A record's file, whose letters are those of its texts, unless it writes some of them as numbers."""
    try:
        content = entry.path.read_bytes()
    except OSError:
        content = b"\\"  # gone since
    return entry.record.model_dump_json().encode() if b"\\" in content else content


def _font_faces(fonts: dict[tuple[str, int], Artifact]) -> str:
    return "".join(
        f"@font-face{{font-family:'Golos Text';font-weight:{weight};font-display:swap;"
        f"src:url({artifact.path.removeprefix('assets/')}) format('woff2');unicode-range:{SUBSETS[subset]}}}\n"
        for (subset, weight), artifact in fonts.items()
    )
