"""Pictures of records as browsers get them: turned upright, without what a camera wrote into them, in sizes and formats to choose from."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import PIL
from PIL import Image, ImageCms, ImageOps

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact, Remember
from site_plugins.reading.pictures import PictureFile

WIDTHS = (480, 960, 1440)
"""In pixels: a telephone's column, a desktop's (46rem), and that of a screen with two pixels to one of CSS."""
FALLBACK_WIDTH = 960
BOX = (736, 576)
"""No picture is shown wider than the column of text or higher than a laptop's window, in CSS pixels."""
FORMATS: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 58, "speed": 6, "max_threads": 1},  # one thread: the same bytes on every machine
    "WEBP": {"quality": 76, "method": 5},
    "JPEG": {"quality": 80, "optimize": True, "progressive": True},
}
"""Pillow's names and settings; JPEG is for browsers that know neither of the others, in one size."""
MAKING = sha256(Path(__file__).read_bytes()).hexdigest()
"""Changes with every line that could make other files of the same picture."""
CHOICES = {"AVIF": "image/avif", "WEBP": "image/webp"}
"""The formats that a browser may choose from, the best first, and their media types."""


class Rendition(NamedTuple):
    """One file made of a picture."""

    format: str
    width: int
    height: int
    key: str
    """All that its bytes depend on."""
    path: str
    """From the site's root; changes with the key, so that a browser may keep the file for ever."""


def renditions(picture: PictureFile) -> list[Rendition]:
    """Every file that is made of a picture, none wider than it is."""
    widths = sorted({min(width, picture.width) for width in WIDTHS})
    return [_rendition(picture, kind, width) for kind in CHOICES for width in widths] + [fallback(picture)]


def fallback(picture: PictureFile) -> Rendition:
    """The file for a browser that knows neither AVIF nor WebP."""
    return _rendition(picture, "JPEG", min(FALLBACK_WIDTH, picture.width))


class Shown(NamedTuple):
    """What a page says of a picture's files; `width` and `height`, in CSS pixels, keep its place free until it is there."""

    sources: list[tuple[str, str]]
    """Media type and `srcset`, the best type first."""
    src: str
    width: int
    height: int


def shown(picture: PictureFile, way: Callable[[str], str]) -> Shown:
    """A picture for a page; `way` leads from there to a path from the site's root."""
    made = renditions(picture)
    sets = [(kind, ", ".join(f"{way(one.path)} {one.width}w" for one in made if one.format == kind)) for kind in CHOICES]
    scale = min(1, BOX[0] / picture.width, BOX[1] / picture.height)
    width, height = round(picture.width * scale), round(picture.height * scale)
    return Shown([(CHOICES[kind], files) for kind, files in sets], way(fallback(picture).path), width, height)


def make_picture_files(catalog: Catalog, remember: Remember) -> Iterator[Artifact]:
    """The files of all pictures that records show."""
    for name in sorted({picture.file for entry in catalog.entries for picture in entry.record.pictures}):
        original = catalog.picture(name)
        upright = cache(partial(_upright, original))
        for rendition in renditions(original):
            yield Artifact(rendition.path, remember(rendition.key, partial(_encoded, upright, rendition)))


def _rendition(picture: PictureFile, kind: str, width: int) -> Rendition:
    height = round(picture.height * width / picture.width)
    key = repr((MAKING, PIL.__version__, picture.digest, kind, FORMATS[kind], width, height))
    name = f"{picture.path.stem}-{width}.{sha256(key.encode()).hexdigest()[:8]}.{kind.lower()}"
    return Rendition(kind, width, height, key, f"assets/pictures/{name}")


def _upright(picture: PictureFile) -> Image.Image:
    """The picture's colours alone: turned as the camera was held, in sRGB, on white where it was transparent."""
    with Image.open(picture.path) as opened:
        image = ImageOps.exif_transpose(opened)
        profile = image.info.get("icc_profile")
    if image.mode.startswith("I;16"):
        image = image.point(lambda level: level / 256).convert("L")
    if image.mode in ("RGB", "CMYK") and profile:
        try:
            srgb = ImageCms.createProfile("sRGB")
            image = ImageCms.profileToProfile(image, ImageCms.getOpenProfile(BytesIO(profile)), srgb, outputMode="RGB") or image
        except ImageCms.PyCMSError:
            pass  # a broken profile: the colours as they are
    if image.has_transparency_data:
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image.convert("RGBA"))
    image = image.convert("RGB")
    image.info.clear()
    return image


def _encoded(upright: Any, rendition: Rendition) -> bytes:
    image = upright().resize((rendition.width, rendition.height), Image.Resampling.LANCZOS, reducing_gap=3.0)
    image.info.clear()
    out = BytesIO()
    image.save(out, rendition.format, **FORMATS[rendition.format])
    return out.getvalue()
