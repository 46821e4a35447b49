"""The pictures of data/pictures/: each is opened, and read to its end, before anything is made of it."""

import warnings
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from PIL import ExifTags, Image, ImageFile, UnidentifiedImageError

from site_plugins.records.values import PICTURE_NAME

FOLDER = "pictures"
FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}
"""The end of a file's name -> what has to be in it."""
SAME = {"MPO": "JPEG"}
"""A telephone's JPEG that carries a second picture behind the first, which is left out."""
MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 80_000_000
"""More than any camera's; such a picture needs a quarter of a gigabyte of memory once it is unpacked."""
MIN_WIDTH = 640
TURNED = (5, 6, 7, 8)
"""Values of EXIF's orientation that say that height and width change places (CIPA DC-008, 4.6.5)."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that is fit to be shown, as wide and high as it is looked at, in pixels."""

    path: Path
    width: int
    height: int
    digest: str
    """SHA-256 of the file."""


class Unfit(NamedTuple):
    """Why a file is not shown: the code of the message, and its values."""

    code: str
    values: dict[str, str]


def read_pictures(folder: Path) -> dict[str, PictureFile | Unfit]:
    """Each file's name -> the picture, or what is wrong with it; hidden files are not ours. OSError where the folder is unreadable."""
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    return {name: read_picture(folder / name) for name in names}


def read_picture(path: Path) -> PictureFile | Unfit:
    """One file. Nothing in it is believed: not its name, not its size, not that it goes on to its end."""
    try:
        return _unopened(path) or _opened(path)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _too_many_pixels()
    except UnidentifiedImageError:
        return Unfit("picture-none", {})
    except Exception:  # noqa: BLE001 - a broken file leads Pillow's decoders to raise whatever there is
        return Unfit("picture-broken", {})


def _unopened(path: Path) -> Unfit | None:
    if not PICTURE_NAME.fullmatch(path.name):
        return Unfit("picture-name", {"value": path.name})
    if path.is_symlink() or not path.is_file():
        return Unfit("picture-not-regular", {})
    if (size := path.stat().st_size) > MAX_BYTES:
        return Unfit("picture-too-large", {"size": str(size // 1024**2), "limit": str(MAX_BYTES // 1024**2)})
    return None


def _opened(path: Path) -> PictureFile | Unfit:
    expected = FORMATS[path.suffix.removeprefix(".")]
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, sets it for everybody
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(path, formats=sorted(set(FORMATS.values()))) as image:
            kind = SAME.get(image.format or "", image.format or "")
            if kind != expected:
                return Unfit("picture-suffix", {"value": path.name, "format": kind})
            if image.width * image.height > MAX_PIXELS:
                return _too_many_pixels()
            if image.format not in SAME and getattr(image, "n_frames", 1) > 1:
                return Unfit("picture-moves", {})
            width, height = image.size
            if image.getexif().get(ExifTags.Base.Orientation) in TURNED:
                width, height = height, width
            if width < MIN_WIDTH:
                return Unfit("picture-too-small", {"size": str(width), "limit": str(MIN_WIDTH)})
            image.draft("RGB", (width // 8, height // 8))  # a JPEG is read to its end all the same, eight times as quick
            image.load()
    return PictureFile(path, width, height, sha256(path.read_bytes()).hexdigest())


def _too_many_pixels() -> Unfit:
    return Unfit("picture-too-many-pixels", {"limit": str(MAX_PIXELS // 10**6)})
