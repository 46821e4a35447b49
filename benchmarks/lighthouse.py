"""Lighthouse's mobile profile over pages of the built site: slow phone, slow network, a server that compresses. Medians of runs.

Accessibility, best practices and SEO must be 100; performance depends on the machine and is only told.
"""

import functools
import gzip
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = {"home": "", "list": "events/", "record": "cities/kaifeng/", "map": "map/", "catalogue": "industrial-sites/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MUST_BE_FULL = CATEGORIES[1:]
FLAGS = "--headless=new --no-sandbox --disable-gpu"


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a web server set up for it would: text with gzip, hashed assets to be kept for ever."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class's name
        pass

    def handle(self) -> None:
        """A browser that has seen enough goes away in the middle of an answer."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        packed = path.suffix in (".html", ".css", ".js", ".json", ".svg", ".txt", ".xml")
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        if packed:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def scores(url: str) -> dict[str, float]:
    """One run over one page: category -> 0 to 100."""
    chromium = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    command = [ROOT / "node_modules" / ".bin" / "lighthouse", url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    environment = os.environ | {"CHROME_PATH": chromium}
    told = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    report = json.loads(told.stdout)
    return {name: report["categories"][name]["score"] * 100 for name in CATEGORIES}


def measure(url: str, runs: int) -> bool:
    """Print the medians of every page in both languages; whether all that must be 100 is."""
    full = True
    print(f"Lighthouse, mobile, medians of {runs}: {', '.join(CATEGORIES)}")
    for language in ("", "en/"):
        for name, address in PAGES.items():
            found = [scores(f"{url}{language}{address}") for _ in range(runs)]
            medians = {category: statistics.median(run[category] for run in found) for category in CATEGORIES}
            full &= all(medians[category] == 100 for category in MUST_BE_FULL)
            print(f"  {language or 'ru/'} {name:10}" + "".join(f"{value:6.0f}" for value in medians.values()), flush=True)
    return full


@contextmanager
def served_site() -> Iterator[str]:
    """The site as it is now, built and served: its address."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", f"{place}/site"]
        subprocess.run(command, cwd=ROOT, check=True)
        handler = functools.partial(Compressing, directory=f"{place}/site")
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()


def judge(runs: int) -> bool:
    """Build the site and judge it; whether all that must be 100 is."""
    with served_site() as url:
        return measure(url, runs)
