"""The web app manifest of each language: what a telephone calls the site that a reader keeps on the home screen."""

import json
from collections.abc import Mapping

from site_plugins.outputs.artifact import Artifact, prefix
from site_plugins.outputs.icons import SIZES
from site_plugins.records.site import SiteFacts

THEME_COLORS = {"light": "#0e3a5a", "dark": "#0a1218"}
"""The header's colour in both schemes, `--head` of site.css: browsers paint what surrounds the page with it."""
BACKGROUND = "#f6f8fa"
"""`--paper` of site.css, shown until the page is."""


def manifest_path(language: str) -> str:
    """Where the manifest of a language lies, from the site's root."""
    return f"{prefix(language)}manifest.webmanifest"


def make_manifest(site: SiteFacts, language: str, icons: Mapping[str, str]) -> Artifact:
    """The manifest. `icons` says under which path from the site's root each icon lies.

    Its addresses are relative to itself, so that the site works below any folder. The scope is the whole site: who changes
    the language stays within. A bar with «back» is kept (`minimal-ui`), for the site works as pages, not as a program.
    """
    root = "../" * prefix(language).count("/") or "./"
    said = {
        "name": site.title.said(language),
        "description": site.description.said(language),
        "lang": language,
        "dir": "ltr",
        "start_url": "./",
        "scope": root,
        "display": "minimal-ui",
        "background_color": BACKGROUND,
        "theme_color": THEME_COLORS["light"],
        "icons": [
            {"src": root + icons[name], "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
            for size in SIZES
            for name, purpose in ((f"icon-{size}.png", "any"), (f"icon-maskable-{size}.png", "maskable"))
        ],
    }
    return Artifact(manifest_path(language), json.dumps(said, ensure_ascii=False, indent=1) + "\n")
