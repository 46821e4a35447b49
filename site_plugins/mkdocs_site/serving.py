"""`mkdocs serve` from the data as they are now: a page or file is made when it is asked for, into the folder that MkDocs serves.

A change of a record so costs the reading of its file, not a build; what would stop a build is looked for once the page is there.
A change of anything else (site.yml, theme, templates, prose, configuration) is left to MkDocs' own way, a whole build.
"""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from site_plugins.mkdocs_site import build
from site_plugins.mkdocs_site.prose import prose_addresses
from site_plugins.mkdocs_site.shared import Build
from site_plugins.mkdocs_site.state import State
from site_plugins.mkdocs_site.watching import reload_browsers, stamp, watch_quietly
from site_plugins.mkdocs_site.writing import write_all
from site_plugins.problems import sorted_texts

DELAY = 0.02
"""Seconds without a further change before the data are read again; MkDocs waits 0.1 before its builds."""
PATIENCE = 0.3
"""Seconds before a new state is checked, so that whoever waits for the page has it first."""
QUIET = 5.0
"""Seconds without a change before every file is made to see whether an address was lost: at 10,000 records that is a core's work of 8 s."""


class Desk:
    """The WSGI application of the server."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig, data: Path) -> None:
        self.server, self.data, self.docs = server, data.resolve(), Path(config.docs_dir)
        self.site = Path(server.root)
        self.whole = server.builder
        server.build_delay = DELAY
        self.engine = [Path(config.docs_dir), Path(config.config_file_path or "mkdocs.yml")]
        watch_quietly(server, self.engine)
        self.engine += [Path(path) for path in config.watch if Path(path).resolve() != self.data]
        self.engine.append(self.data / "site.yml")  # MkDocs' own pages tell of it as well
        self.stamp = stamp(self.engine)
        self.lock = Lock()
        self.put: set[str] = set()
        self._open_whole()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Put the answer where the server looks for it, and let it answer."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith(self.server.mount_path) and not path.startswith("/livereload/"):
            self._put(path.removeprefix(self.server.mount_path))
        return self.server.serve_request(environ, start_response)

    def rebuild(self) -> None:
        """What the server calls after a change."""
        now = stamp(self.engine)
        if now != self.stamp or not self.by_mkdocs:
            self.whole()
            self._open_whole()
            self.stamp = now  # of a build that failed nothing is there, and the next change has it tried again
            return
        made, problems = build.read(self.data)
        before = build.current
        self._open(build.use(replace(before, catalog=made.catalog, mistakes=sorted_texts(problems), misplaced=[], pages={}, artifacts=[])))

    def _open_whole(self) -> None:
        """After MkDocs has built: what it wrote stays, but for the pages that are made here."""
        made = build.current
        prose = {f"{address}index.html".removeprefix("/") for address in prose_addresses(self.docs)}
        wrote = {path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file()}
        self.by_mkdocs = set() if made.problems else {path for path in wrote if path in prose or not path.endswith("index.html")}
        self._open(made)

    def _open(self, made: Build) -> None:
        gc.freeze()  # the records stay: looking for garbage among 10,000 of them held up a page for half a second
        self.state = State(made, self.docs)
        Thread(target=self._check, args=(self.state,), daemon=True).start()

    def _put(self, path: str) -> None:
        """Have the page or file at a path lie in the site's folder as it is now."""
        state = self.state
        name = path.removesuffix("index.html")
        is_page = "." not in name
        folder = name and f"{name.rstrip('/')}/"
        target = f"{folder}index.html" if is_page else path
        if target in state.written or target in self.by_mkdocs:
            return
        content = state.page(folder) if is_page else state.file(path)
        with self.lock:
            if state is not self.state:  # the data changed meanwhile, and browsers will ask again
                return
            state.written.add(target)
            if content is not None:
                self.put.add(target)
                write_all(self.site, [(target, content)])
            elif target in self.put:  # never what somebody asked for at an address like /../../
                (self.site / target).unlink(missing_ok=True)

    def _check(self, state: State) -> None:
        """Look for what would stop a build while pages are already there, and show it."""
        time.sleep(PATIENCE)
        for number, _ in enumerate(state.check()):
            if number == 0:
                time.sleep(QUIET)
            if state is not self.state:
                return
        if state.build.problems and state is self.state:
            state.written.clear()
            reload_browsers(self.server)
