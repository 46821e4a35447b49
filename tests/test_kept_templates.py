"""Compiled templates and drawn maps that an earlier build kept are those that this build would make, or are not believed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.outputs.environment import Compiled, environment
from site_plugins.outputs.map_layers import draw_layers
from site_plugins.reading.folder import read_folder
from site_plugins.today import today
from tests.conftest import ROOT

TEXT = "{% for n in range(3) %}<b>{{ n }}</b>{% endfor %}"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cache]:
    cache = Cache(tmp_path / "kept")
    monkeypatch.setattr(Compiled, "store", cache)
    return cache


def rendered(text: str, whose: str = "test") -> str:
    """A template of a new process, as it were."""
    return (
        Environment(loader=DictLoader({"page.html": text}), bytecode_cache=Compiled(whose), autoescape=True)
        .get_template("page.html")
        .render()
    )


def files(store: Cache) -> list[Path]:
    return sorted(store.folder.iterdir()) if store.folder.exists() else []


def test_a_template_is_compiled_once_for_all_builds(store: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    first = rendered(TEXT)
    monkeypatch.setattr(Environment, "compile", None)  # whoever compiles now falls over
    assert rendered(TEXT) == first == "<b>0</b><b>1</b><b>2</b>"


def test_a_changed_template_is_compiled_anew(store: Cache) -> None:
    rendered(TEXT)
    assert rendered(TEXT.replace("b>", "i>")) == "<i>0</i><i>1</i><i>2</i>"
    assert len(files(store)) == 2


def test_environments_that_compile_differently_share_nothing(store: Cache) -> None:
    rendered(TEXT)
    rendered(TEXT, "another")
    assert len(files(store)) == 2


@pytest.mark.parametrize("damage", [lambda kept: kept[:-7], lambda kept: kept[:40] + b"\0" + kept[41:], lambda _: b""])
def test_a_damaged_template_is_compiled_anew_and_kept_whole(store: Cache, damage: Callable[[bytes], bytes]) -> None:
    first = rendered(TEXT)
    (path,) = files(store)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert rendered(TEXT) == first
    assert path.read_bytes() == whole


def test_without_a_store_every_template_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Compiled, "store", None)
    environment.cache_clear()
    assert environment("ru").get_template("mistakes.html").render(problems=["x"]).count("x")
    environment.cache_clear()


def test_a_map_that_was_kept_is_the_map_that_is_drawn(tmp_path: Path) -> None:
    reading = read_folder(ROOT / "tests" / "base_data")
    catalog = Catalog.of(reading, today(ROOT / "data"))
    asked = {"homes": [[27.0, 2.0], [62.0, 132.0]], "titles": {"a": "Побратимы: 2", "b": "R&D <1>"}}
    drawn = draw_layers(catalog, minZoom=1, **asked)
    keeping = replace(catalog, remember=Cache(tmp_path).remember)
    first, again = (draw_layers(keeping, minZoom=1, **asked) for _ in range(2))
    assert drawn == first == again
    assert "&lt;1&gt;" in again.markup
    assert draw_layers(keeping, minZoom=2, **asked) != drawn
