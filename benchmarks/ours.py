"""A project of ours with invented records, built in one language as the peers are, or in both as the site is."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import run
from benchmarks.records import write_records
from site_plugins.reading import addresses, ledger
from site_plugins.reading.folder import read_folder
from site_plugins.reading.revisions import revise

ROOT = Path(__file__).parent.parent
LAST_CHANGE = datetime(2025, 1, 1, tzinfo=UTC)
"""The day of which the ledger knows all records."""
SECTIONS = {"Города": "cities", "События": "events", "Промышленный туризм": "industrial-sites", "Карта": "map"}
ONE_LANGUAGE = "import site_plugins.languages as l; l.LANGUAGES = ('ru',); from mkdocs.__main__ import cli; cli()"
"""MkDocs' command, after the list of languages is cut to one; everything else takes the list from there."""
PAGES_ALONE = (
    "import site_plugins.languages as l; l.LANGUAGES = ('ru',); import site_plugins.outputs as o; from site_plugins.outputs import pages;"
    "o.OUTPUTS = o.BESIDE = o.WHOLE = o.LAST = (); o.open_data.make_edition = pages.open_data.make_open_data_pages = lambda *_: iter(());"
    "from mkdocs.__main__ import cli; cli()"
)
"""The same without open data and its pages, calendars, feeds and search, which no peer makes; the reports' files stay.

Needs a project that published nothing.
"""


def make_project(folder: Path, number: int, *, published: bool = True) -> None:
    """The records as `make ledger` leaves them, and a configuration that builds them with everything of ours."""
    data = folder / "data"
    write_records(data, number)
    (data / ledger.NAME).write_text(ledger.format_ledger(revise(read_folder(data), LAST_CHANGE)), "utf-8")
    (folder / "docs").mkdir()
    if published:
        run([sys.executable, "-m", "site_plugins", "addresses", "--data", str(data), "--docs", str(folder / "docs")])
        listed = (data / addresses.NAME).read_text("utf-8").splitlines()
        kept = (address for address in listed if not address.startswith("/en/"))  # by a build of one language too
        (data / addresses.NAME).write_text(addresses.format_addresses(kept), "utf-8")
    nav = ", ".join(f"{title}: {section}/index.md" for title, section in SECTIONS.items())
    hooks = ", ".join(f"{ROOT}/hooks/{name}.py" for name in ("catalog", "pages", "templates", "frame", "serve"))
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\nextra: {{data: {folder}/data}}\nwatch: [{folder}/data]\nnav: [{nav}]\n"
        f"theme: {{name: material, custom_dir: {ROOT}/theme}}\nhooks: [{hooks}]\n",
        "utf-8",
    )


def command(folder: Path, site: Path, code: str = "") -> list[str]:
    """What builds the project strictly into `site`: as it is, or by one of the programs above."""
    start = [sys.executable, "-c", code] if code else [sys.executable, "-m", "mkdocs"]
    return [*start, "build", "--strict", "-q", "-f", str(folder / "mkdocs.yml"), "-d", str(site)]


def serve_command(folder: Path) -> list[str]:
    """What serves the project in one language at an address that is added."""
    return [sys.executable, "-c", ONE_LANGUAGE, "serve", "-q", "-f", str(folder / "mkdocs.yml"), "-a"]
