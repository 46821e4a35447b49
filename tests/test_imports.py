"""The direction of imports: no room reaches up, and each foreign package is let in by one door."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {
    "problems": 0, "today": 0, "asking": 0,
    "records": 1, "languages": 1,
    "reading": 2,
    "catalog": 3, "counts": 3,
    "checks": 4, "history": 4, "rebuilding": 4,
    "outputs": 5, "editors": 5,
    "mkdocs_site": 6,
    "hooks": 7, "__main__": 7,
}  # fmt: skip
NEIGHBOURS = {("counts", "catalog")}
"""Rooms of one floor that may see each other."""
BY_WAY_OF_EXCEPTION = {("languages/formats.py", "site_plugins.records.edtf")}
"""Words for dates are made of dates."""
DOORS = {
    "yaml": {"reading"},
    "babel": {"languages"},
    "jinja2": {"outputs"},
    "weasyprint": {"outputs"},
    "docx": {"outputs"},
    "lxml": {"outputs"},
    "folium": {"outputs"},
    "icalendar": {"outputs"},
    "PIL": {"reading", "outputs"},
    "resvg_py": {"outputs"},
    "pymorphy3": {"outputs"},
    "mkdocs": {"mkdocs_site", "hooks"},
    "properdocs": set(),
    "random": set(),
    "requests": set(),
    "socket": set(),
    "urllib.request": set(),
    "subprocess": {"today", "history"},
}
"""Package -> the rooms that may import it."""
HOOK_LINES = 40

MODULES = {path.relative_to(ROOT).as_posix(): path for room in ("site_plugins", "hooks") for path in sorted((ROOT / room).rglob("*.py"))}


def imports(path: Path) -> set[str]:
    """Full names of all that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room_of(module: str) -> str:
    """`reading` of `site_plugins/reading/text.py`, `catalog` of `site_plugins/catalog.py`, `hooks` of `hooks/pages.py`."""
    parts = Path(module).with_suffix("").parts
    return "hooks" if parts[0] == "hooks" else parts[1]


@pytest.mark.parametrize("module", [module for module in MODULES if module != "site_plugins/__init__.py"])
def test_no_room_reaches_up(module: str) -> None:
    room = room_of(module)
    for name in imports(MODULES[module]):
        if not name.startswith("site_plugins."):
            continue
        other = name.split(".")[1]
        if other == room or (room, other) in NEIGHBOURS:
            continue
        if any(module == f"site_plugins/{file}" and name.startswith(allowed) for file, allowed in BY_WAY_OF_EXCEPTION):
            continue
        assert FLOORS[other] < FLOORS[room], f"{module} imports {name}"


@pytest.mark.parametrize("package", DOORS)
def test_a_foreign_package_comes_in_by_its_own_door(package: str) -> None:
    users = {room_of(module) for module, path in MODULES.items() if any(is_within(name, package) for name in imports(path))}
    assert users <= DOORS[package]


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(module) for module in MODULES} - {"__init__"}
    assert rooms == set(FLOORS)


def test_every_exception_is_still_needed() -> None:
    for file, allowed in BY_WAY_OF_EXCEPTION:
        assert any(name.startswith(allowed) for name in imports(ROOT / "site_plugins" / file)), file


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("hooks/")])
def test_a_hook_is_short_and_says_its_moment(module: str) -> None:
    text = MODULES[module].read_text("utf-8")
    assert len(text.splitlines()) <= HOOK_LINES
    assert (ast.get_docstring(ast.parse(text)) or "").startswith("When ")


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")
