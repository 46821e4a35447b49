"""One state of the data while the site is served: pages and files as they are asked for."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Lock
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.checks import check
from site_plugins.mkdocs_site.build import add_pages, make_files, source_uri
from site_plugins.mkdocs_site.frame import missing_frame, page_frame
from site_plugins.mkdocs_site.leaf import Leaf
from site_plugins.mkdocs_site.shared import Build
from site_plugins.outputs.addresses import relative
from site_plugins.outputs.artifact import Artifact, language_of, without_language
from site_plugins.outputs.pages.records import find_record_page
from site_plugins.problems import sorted_texts


class State:
    """What has been made of one state of the data so far. Threads may ask at once."""

    def __init__(self, made: Build, docs: Path) -> None:
        self.build = made
        self.written: set[str] = set()
        self.checked = Event()
        self._files: dict[str, Artifact] = {}
        self._rest = self._make_files(made.catalog, docs) if made.catalog and not made.problems else iter(())
        self._lock, self._slow = Lock(), Lock()
        if made.problems:
            self.checked.set()

    def page(self, path: str) -> str | None:
        """The page at `en/cities/kaifeng/`, as a build makes it, or the mistakes in its place; None where nothing stands."""
        if not self.build.problems and self.build.catalog:
            try:
                return self._page(self.build.catalog, path)
            except Exception:
                if not self._explained():
                    raise
        return self._render("404.html", missing_frame(self.build, relative(path, "")))

    def file(self, path: str) -> str | bytes | None:
        """The file at a path, None where there is none; others that the outputs make on the way to it are kept."""
        try:
            with self._lock:
                made = self._files[path] if path in self._files or any(made == path for made in self._rest) else None
                if made is None or not made.takes_seconds:
                    return made.content if made else None
            with self._slow:  # no page waits for it
                return made.content
        except Exception:
            if not self._explained():
                raise
            return None

    def check(self) -> Iterator[None]:
        """Look for all that would stop a build, step by step: also whether an address was lost, for which every file is made."""
        if self.build.catalog and not self.checked.is_set():
            try:
                self.build.mistakes = sorted_texts(check(self.build.catalog))
            finally:
                self.checked.set()
            left = not self.build.problems
            while left:
                yield
                with self._lock:
                    left = next(self._rest, None) is not None

    def _explained(self) -> bool:
        """Whether the checks, once they are through, find a mistake in the data: then what it led to is no defect."""
        self.checked.wait()
        return bool(self.build.problems)

    def _page(self, catalog: Catalog, path: str) -> str | None:
        language = language_of(path)
        made = find_record_page(catalog, language, without_language(path))  # which needs no other page to be known
        if made is None:
            with self._lock:
                add_pages(self.build, catalog)
            made = self.build.pages.get(source_uri(path))
        return self._render("main.html", page_frame(self.build, Leaf.of_made(self.build, source_uri(path), made))) if made else None

    def _make_files(self, catalog: Catalog, docs: Path) -> Iterator[str]:
        add_pages(self.build, catalog)
        for made in make_files(self.build, catalog, docs, serving=True):
            self._files[made.path] = made
            yield made.path

    def _render(self, template: str, frame: dict[str, Any]) -> str:
        return str(self.build.theme.get_template(template).render(frame=frame))
