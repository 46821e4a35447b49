"""Charts as PNG, for a format whose older readers know no SVG."""

from pathlib import Path
from tempfile import TemporaryDirectory

import resvg_py
from fontTools.ttLib import woff2
from lxml import etree
from lxml.html import HtmlElement

from site_plugins.outputs.report.fonts import FAMILIES, faces

SCALE = 3
"""Pixels for a unit of the drawing: 250 to the inch at the width that the DOCX gives it."""


def make_png(picture: HtmlElement) -> bytes:
    """An inline SVG of the paper as PNG on white."""
    picture.set("viewBox", picture.get("viewbox"))  # an HTML parser writes all names small
    picture.set("font-family", f"{next(iter(FAMILIES.values()))}, sans-serif")
    drawing = etree.tostring(picture, encoding="unicode", with_tail=False)
    with TemporaryDirectory() as folder:
        files = []
        for number, face in enumerate(faces(drawing)):
            files.append(str(Path(folder) / f"{number}.ttf"))
            woff2.decompress(str(face.path), files[-1])
        return resvg_py.svg_to_bytes(drawing, background="white", zoom=SCALE, skip_system_fonts=bool(files), font_files=files)
