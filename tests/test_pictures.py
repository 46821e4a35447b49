"""Pictures of records: refused unless they are fit to be shown, and shown without what a camera wrote into them."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms, ImageDraw, ImageFile
from playwright.sync_api import Browser, Page

from site_plugins.catalog import Catalog
from site_plugins.outputs.pages.records import make_record_page
from site_plugins.outputs.pictures import make_picture_files, renditions
from site_plugins.reading import pictures
from site_plugins.reading.folder import read_folder
from site_plugins.reading.pictures import PictureFile, Unfit, read_picture
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Picture
from site_plugins.records.source import Source
from tests.conftest import ROOT, build_project, make_project, serve
from tests.mistakes import BASE, TODAY, problems_of, write_data

CAMERA = "Kamera 3000"
RED, BLUE = (200, 30, 30), (30, 30, 200)
SAID = """pictures:
  - file: embankment.jpg
    description: {ru: 'Набережная «у моста» & мост', en: "An embankment \\"by\\" the bridge"}
    author: {ru: Иван Петров, en: Ivan Petrov}
    licence: CC-BY-SA-4.0
    source: geonames
    date: 2014-05
"""


def halves(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """A picture whose upper half is red and whose lower half is blue."""
    image = Image.new("RGB", (width, height), BLUE)
    ImageDraw.Draw(image).rectangle((0, 0, width, height // 2 - 1), fill=RED)
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photograph() -> bytes:
    """As a telephone makes it: lying on its side, with its maker, its place and a thumbnail written into it."""
    exif = Image.Exif()
    exif[0x010F] = CAMERA
    exif[0x0112] = 6  # the camera was turned: to be shown a quarter of a turn clockwise
    exif[0x8825] = {1: "N", 2: (54.0, 59.0, 33.0), 3: "E", 4: (73.0, 22.0, 7.0)}
    lying = halves(1000, 1600).transpose(Image.Transpose.ROTATE_90)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(lying, "JPEG", quality=95, exif=exif, icc_profile=profile, comment=CAMERA)


JPEG = photograph()
GOOD: dict[str, Callable[[], bytes]] = {
    "photograph.jpg": lambda: JPEG,
    "photograph.jpeg": lambda: saved(halves(700, 500), "JPEG", progressive=True),
    "print.jpg": lambda: saved(halves(700, 500, "CMYK"), "JPEG"),
    "grey.jpg": lambda: saved(halves(700, 500, "L"), "JPEG"),
    "scan.png": lambda: saved(halves(700, 500, "L").convert("I;16").point(lambda level: level * 256), "PNG"),
    "drawing.png": lambda: saved(halves(700, 500).quantize(4), "PNG"),
    "clear.png": lambda: saved(halves(700, 500, "RGBA"), "PNG"),
    "new.webp": lambda: saved(halves(700, 500), "WEBP"),
    "newest.avif": lambda: saved(halves(700, 500), "AVIF", speed=10),
    "two-in-one.jpg": lambda: saved(halves(700, 500), "MPO", save_all=True, append_images=[halves(350, 250)]),
}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'
BAD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a program": ("a.jpg", lambda: b"MZ" + bytes(4096), "picture-none"),
    "a drawing with a script called JPEG": ("a.jpg", lambda: SVG, "picture-none"),
    "a page called PNG": ("a.png", lambda: b"<!doctype html><script>alert(1)</script>", "picture-none"),
    "nothing": ("a.jpg", lambda: b"", "picture-none"),
    "a drawing with a script": ("a.svg", lambda: SVG, "picture-name"),
    "a format for documents": ("a.tiff", lambda: saved(halves(700, 500), "TIFF"), "picture-name"),
    "a GIF called JPEG": ("a.jpg", lambda: saved(halves(700, 500), "GIF"), "picture-none"),
    "a PostScript called JPEG": ("a.jpg", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 700 500\n", "picture-none"),
    "a name with a space": ("a b.jpg", lambda: JPEG, "picture-name"),
    "a name in Russian": ("снимок.jpg", lambda: JPEG, "picture-name"),
    "capital letters": ("A.JPG", lambda: JPEG, "picture-name"),
    "a PNG called JPEG": ("a.jpg", lambda: saved(halves(700, 500), "PNG"), "picture-suffix"),
    "a JPEG called AVIF": ("a.avif", lambda: JPEG, "picture-suffix"),
    "a JPEG without its end": ("a.jpg", lambda: JPEG[: len(JPEG) // 2], "picture-broken"),
    "a PNG without its end": ("a.png", lambda: saved(halves(700, 500), "PNG")[:-200], "picture-broken"),
    "a WebP without its end": ("a.webp", lambda: saved(halves(700, 500), "WEBP")[:-60], "picture-broken"),
    "an AVIF without its end": ("a.avif", lambda: saved(halves(700, 500), "AVIF", speed=10)[:-60], "picture-broken"),
    "a PNG with a wrong byte": ("a.png", lambda: changed(saved(halves(700, 500), "PNG"), 900), "picture-broken"),
    "a moving PNG": ("a.png", lambda: moving("PNG"), "picture-moves"),
    "a moving WebP": ("a.webp", lambda: moving("WEBP"), "picture-moves"),
    "a moving AVIF": ("a.avif", lambda: moving("AVIF"), "picture-moves"),
    "a stamp": ("a.jpg", lambda: saved(halves(300, 200), "JPEG"), "picture-too-small"),
    "a bomb of 400 million pixels": ("a.png", lambda: saved(Image.new("1", (20_000, 20_000)), "PNG"), "picture-too-many-pixels"),
    "a bomb of 100 million pixels": ("a.png", lambda: saved(Image.new("1", (10_000, 10_000)), "PNG"), "picture-too-many-pixels"),
    "a picture of 84 million pixels": ("a.png", lambda: saved(Image.new("1", (12_000, 7_000)), "PNG"), "picture-too-many-pixels"),
}  # fmt: skip


def moving(kind: str) -> bytes:
    return saved(halves(700, 500), kind, save_all=True, append_images=[Image.new("RGB", (700, 500), RED)])


def changed(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 255]) + content[at + 1 :]


@pytest.mark.parametrize("name", GOOD)
def test_a_picture_in_every_usual_form_is_taken(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(GOOD[name]())
    found = read_picture(tmp_path / name)
    assert isinstance(found, PictureFile), found
    assert (found.width, found.height) == ((1000, 1600) if name == "photograph.jpg" else (700, 500))


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_fit_picture_is_refused_with_its_reason(what: str, tmp_path: Path) -> None:
    name, make, code = BAD[what]
    (tmp_path / name).write_bytes(make())
    found = read_picture(tmp_path / name)
    assert isinstance(found, Unfit)
    assert found.code == code


def test_a_file_without_its_end_is_refused_even_where_another_library_told_pillow_to_forgive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    (tmp_path / "a.jpg").write_bytes(JPEG[:-200])
    assert isinstance(read_picture(tmp_path / "a.jpg"), Unfit)


def test_a_file_beyond_the_limit_is_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_BYTES", 4096)
    (tmp_path / "a.jpg").write_bytes(JPEG)
    assert isinstance(found := read_picture(tmp_path / "a.jpg"), Unfit)
    assert found.code == "picture-too-large"


@pytest.mark.parametrize("what", ["link", "folder"])
def test_a_link_or_a_folder_is_no_picture(what: str, tmp_path: Path) -> None:
    (tmp_path / "real.jpg").write_bytes(JPEG)
    (tmp_path / "a.jpg").symlink_to(tmp_path / "real.jpg") if what == "link" else (tmp_path / "a.jpg").mkdir()
    assert read_picture(tmp_path / "a.jpg") == Unfit("picture-not-regular", {})


@pytest.mark.parametrize("what", [what for what, (name, _, code) in BAD.items() if code != "picture-name"])
def test_an_editor_is_told_at_the_line_that_names_the_picture(what: str, tmp_path: Path) -> None:
    name, make, code = BAD[what]
    data = with_picture(tmp_path, name, make())
    assert [(problem.file, problem.line, problem.code) for problem in problems_of(data)] == [("data/organisations/omsu.yml", 8, code)]


def with_picture(folder: Path, name: str, content: bytes) -> Path:
    """The small data with a picture of the university."""
    data = write_data(folder, {"folders": ["pictures"]})
    (data / "pictures" / name).write_bytes(content)
    with (data / "organisations" / "omsu.yml").open("a", encoding="utf-8") as file:
        file.write(SAID.replace("embankment.jpg", name))
    return data


def files_of(folder: Path, name: str, content: bytes) -> dict[str, bytes]:
    """What a build makes of a picture: path -> content."""
    catalog = Catalog.of(read_folder(with_picture(folder, name, content)), TODAY)
    return {artifact.path: bytes(artifact.content) for artifact in make_picture_files(catalog, lambda _, make: make())}  # type: ignore[arg-type]


@pytest.mark.parametrize("name", GOOD)
def test_every_form_becomes_avif_webp_and_jpeg_in_colours_that_browsers_agree_on(name: str, tmp_path: Path) -> None:
    made = files_of(tmp_path, name, GOOD[name]())
    shown = sorted((path.rpartition(".")[2], Image.open(BytesIO(content)).width) for path, content in made.items())
    widths = [480, 960, 1000] if name == "photograph.jpg" else [480, 700]
    assert shown == sorted([*((kind, width) for kind in ("avif", "webp") for width in widths), ("jpeg", min(960, widths[-1]))])
    for path, content in made.items():
        image = Image.open(BytesIO(content))
        assert image.mode == "RGB"
        if name.startswith(("grey", "scan")):
            assert image.getpixel((10, 10))[0] == pytest.approx(halves(9, 9, "L").getpixel((0, 0)), abs=6), path
        elif name != "print.jpg":
            for height, colour in ((0.1, RED), (0.9, BLUE)):
                seen = image.getpixel((image.width // 2, int(image.height * height)))
                assert all(abs(a - b) < 16 for a, b in zip(seen, colour, strict=True)), f"{path}: {seen}"


def test_place_camera_and_colour_profile_are_gone_from_every_file(tmp_path: Path) -> None:
    assert CAMERA.encode() in JPEG
    assert Image.open(BytesIO(JPEG)).getexif().get_ifd(0x8825)
    for path, content in files_of(tmp_path, "photograph.jpg", JPEG).items():
        image = Image.open(BytesIO(content))
        image.load()
        assert dict(image.getexif()) == {}, path
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(image.info), path
        assert CAMERA.encode() not in content, path
        assert b"Exif" not in content, path


def test_what_was_transparent_becomes_white(tmp_path: Path) -> None:
    made = files_of(tmp_path, "clear.png", saved(Image.new("RGBA", (700, 500), (0, 0, 0, 0)), "PNG"))
    for content in made.values():
        assert min(Image.open(BytesIO(content)).getpixel((300, 200))) > 250


def test_equal_pictures_make_equal_files_and_other_bytes_have_other_names(tmp_path: Path) -> None:
    first, again = (files_of(tmp_path / part, "photograph.jpg", JPEG) for part in ("first", "again"))
    other = files_of(tmp_path / "other", "photograph.jpg", saved(halves(1000, 1600), "JPEG"))
    assert first == again
    assert not first.keys() & other.keys()


def test_a_picture_is_unpacked_only_where_something_of_it_is_not_kept_from_before(tmp_path: Path) -> None:
    data = with_picture(tmp_path, "photograph.jpg", JPEG)
    catalog = Catalog.of(read_folder(data), TODAY)
    found = catalog.pictures["photograph.jpg"]
    assert isinstance(found, PictureFile)
    kept = {rendition.key: rendition.path.encode() for rendition in renditions(found)}
    found.path.unlink()
    made = list(make_picture_files(catalog, lambda key, _: kept[key]))
    assert [(artifact.path, artifact.content) for artifact in made] == [(path.decode(), path) for path in kept.values()]


@pytest.mark.parametrize("record_type", [kind for kind in RECORD_TYPES if kind is not Source], ids=lambda kind: kind.folder)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_record_of_any_type_shows_its_picture_with_author_licence_and_source(record_type, language: str, tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(JPEG)
    catalog = Catalog.of(read_folder(BASE), TODAY)
    said = {"description": {"ru": "Вид", "en": "A view"}, "author": {"ru": "Пётр", "en": "Peter"}}
    picture = Picture.model_validate({"file": "a.jpg", "licence": "CC-BY-4.0", "source": "geonames"} | said)
    entry = next(iter(catalog.by_folder[record_type.folder].values()))
    shown = replace(entry, record=entry.record.model_copy(update={"pictures": [picture]}))
    body = make_record_page(replace(catalog, pictures={"a.jpg": read_picture(tmp_path / "a.jpg")}), language, shown).body
    figure = body[body.index("<figure") : body.index("</figure>")]
    assert f'alt="{"Вид" if language == "ru" else "A view"}"' in figure
    assert ("Автор: Пётр" if language == "ru" else "Author: Peter") in figure
    assert '<a href="https://creativecommons.org/licenses/by/4.0/" rel="license external">CC BY 4.0</a>' in figure
    assert '<a href="https://example.org/geonames" rel="external">GeoNames</a>' in figure


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site with a picture on one page of a city and one of a factory."""
    project = make_project(tmp_path_factory.mktemp("pictured"))
    data = project / "data"
    (data / "pictures").mkdir()
    (data / "pictures" / "embankment.jpg").write_bytes(saved(halves(1600, 1000), "JPEG"))
    for record in ("cities/kaifeng.yml", "industrial_sites/poliom.yml"):
        with (data / record).open("a", encoding="utf-8") as file:
            file.write(SAID)
    result = build_project(project)
    assert result.returncode == 0, result.stderr
    return project / "site"


@pytest.fixture(scope="module")
def pictured_url(pictured: Path) -> Iterator[str]:
    yield from serve(pictured)


PICTURED = pytest.mark.parametrize("path", ["cities/kaifeng/", "en/industrial-sites/poliom/"])


@PICTURED
def test_the_html_around_a_picture_is_valid(pictured: Path, path: str) -> None:
    tool, config = ROOT / "node_modules" / ".bin" / "html-validate", ROOT / "tests" / "html-validate.json"
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or "node"
    page = pictured / path / "index.html"
    result = subprocess.run([node, tool, "--config", config, "--formatter", "json", page], capture_output=True, text=True, check=False)
    assert [message for told in json.loads(result.stdout or "[]") for message in told["messages"]] == []
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(("width", "pixels", "chosen"), [(390, 1, 480), (390, 2, 960), (1280, 1, 960), (1280, 2, 1440)])
def test_a_browser_takes_the_avif_that_is_wide_enough(browser: Browser, pictured_url: str, width: int, pixels: int, chosen: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, device_scale_factor=pixels)
    page.goto(pictured_url + "cities/kaifeng/")
    source = loaded(page)
    page.close()
    assert source.startswith(f"{pictured_url}assets/pictures/embankment-{chosen}.")
    assert source.endswith(".avif")


@pytest.mark.parametrize(("lacks", "kind"), [(["avif"], "webp"), (["avif", "webp"], "jpeg")])
def test_a_browser_without_avif_takes_webp_and_without_both_jpeg(browser: Browser, pictured_url: str, lacks: list[str], kind: str) -> None:
    page = browser.new_page()
    page.goto(pictured_url + "cities/kaifeng/")
    for lacked in lacks:
        page.eval_on_selector(f"source[type='image/{lacked}']", "(source) => source.remove()")
    source = loaded(page)
    page.close()
    assert source.endswith(f".{kind}")


@pytest.mark.parametrize("width", [1280, 390])
@PICTURED
def test_nothing_moves_when_a_picture_comes(browser: Browser, pictured_url: str, path: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    held: list[Any] = []
    page.route("**/assets/pictures/**", lambda route: held.append(route))  # noqa: PLW0108 - Playwright looks into what it calls
    page.goto(pictured_url + path, wait_until="domcontentloaded")
    page.locator(".picture").scroll_into_view_if_needed()
    page.wait_for_function("document.fonts.status === 'loaded'")
    before = box(page)
    assert before["height"] > 100
    while not held:
        page.wait_for_timeout(20)
    for route in held:
        route.continue_()
    loaded(page)
    assert box(page) == before
    page.close()


@PICTURED
def test_with_pictures_hidden_the_description_can_be_read_and_nothing_is_fetched(browser: Browser, pictured_url: str, path: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{pictured_url}{path}?view=nopictures")
    page.locator(".picture").scroll_into_view_if_needed()
    told = page.eval_on_selector(".picture picture", "(picture) => getComputedStyle(picture, '::before').content")
    alt = page.get_attribute(".picture img", "alt")
    assert not page.is_visible(".picture img")
    page.close()
    assert json.loads(told) == alt == unescape(alt or "")
    assert alt in ("Набережная «у моста» & мост", 'An embankment "by" the bridge')
    assert not [url for url in asked if "/assets/pictures/" in url]


def loaded(page: Page) -> str:
    """The address that the browser chose for the picture, once it is shown."""
    page.locator(".picture").scroll_into_view_if_needed()
    page.wait_for_function("(({complete, naturalWidth}) => complete && naturalWidth > 0)(document.querySelector('.picture img'))")
    return str(page.evaluate("document.querySelector('.picture img').currentSrc"))


def box(page: Page) -> dict[str, float]:
    found = page.locator(".picture img").bounding_box()
    assert found
    return {"width": found["width"], "height": found["height"]}
