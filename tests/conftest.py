"""The built site and a browser, once for the whole run."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
MKDOCS = [sys.executable, "-m", "mkdocs"]
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"}


def build(target: Path, *options: str, engine: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    """Build the site as `make build` does, with a fixed day."""
    command = [sys.executable, "-m", engine, "build", "--strict", "--quiet", "--site-dir", str(target), *options]
    return subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, as a plain web server would, and says nothing."""

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the base class's name
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        return self.wfile.write(page.read_bytes()) and None


def serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real data's site, built strictly, once for all workers: who comes first builds, the others wait."""
    base = tmp_path_factory.getbasetemp()
    target = (base if worker_id == "master" else base.parent) / "site"
    with FileLock(f"{target}.lock"):
        if not target.exists():
            result = build(target.with_suffix(".making"))
            assert result.returncode == 0, result.stderr
            target.with_suffix(".making").rename(target)
    return target


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the data to change and build."""
    return make_project(tmp_path)


def make_project(folder: Path) -> Path:
    """A copy of the data in an empty folder, and a configuration that builds it with everything else of ours."""
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "docs", folder / "docs")
    write_config(folder)
    return folder


def write_config(folder: Path) -> None:
    """The configuration that builds the data/ and docs/ of a folder with everything else of ours."""
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\ndocs_dir: {folder}/docs\nextra: {{data: {folder}/data}}\nwatch: []\n"
        f"theme: {{name: material, custom_dir: {ROOT}/theme}}\n"
        f"hooks: [{ROOT}/hooks/catalog.py, {ROOT}/hooks/pages.py, {ROOT}/hooks/frame.py]\n"
    )


def build_project(project: Path) -> subprocess.CompletedProcess[str]:
    return build(project / "site", "--config-file", str(project / "mkdocs.yml"))


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """The address the built site is served at; ends in a slash."""
    yield from serve(site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, the one that the machine has."""
    path = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    assert path, "no browser: run `make browser`"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()
