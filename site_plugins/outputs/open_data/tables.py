"""Records as tables: one row a record, and a table of its own for each field that is a list of more than ids or codes.

The columns follow the schema, so a new field or a new type of record needs nothing here. A part of a record gives its columns
the part's name (`point_latitude`), a text one column for each language (`name_ru`), a date three (`date`, `date_first`,
`date_last`), a reference its id.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, NamedTuple

from site_plugins.languages import LANGUAGES
from site_plugins.outputs.open_data.schemas import Schema

SEPARATOR = ";"
"""Between the ids or codes in one cell; none of them can hold it."""
BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the machine."""
KEYS = {"record": "Запись", "parent": "Номер строки в таблице выше", "number": "Номер по порядку", "text": "Текст"}
"""The titles of columns that no field gives one: those that lead to the row, and the values of a list of bare texts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the Russian titles that lead to it from the record, its JSON type, the way to its value."""

    name: str
    titles: tuple[str, ...]
    type: str
    path: tuple[str, ...]
    is_translation: bool = False
    """Whether it is a text in a language that the site has not; left out where no record has it."""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table will look like; `inner` are the lists that become tables of their own, by the way to them."""

    name: str
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    inner: tuple[tuple[tuple[str, ...], "Plan"], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table without its rows, of which there are `count`."""

    name: str
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    count: int


Row = list[Any]
"""Values as JSON has them, None where nothing is known."""


class Leaf(NamedTuple):
    """What a part of the schema comes to: a column, or the items of a list that becomes a table of its own."""

    path: tuple[str, ...]
    titles: tuple[str, ...]
    found: Column | Schema


def make_plan(schema: Schema, name: str) -> Plan:
    """The tables of a type of records. `name` is that of the first; an inner one's is `cities-agreements`."""
    return _plan(schema, schema, name, (), ())


def names_of(plan: Plan) -> Iterator[str]:
    """The name of the first table and of all inner ones."""
    yield plan.name
    for _, inner in plan.inner:
        yield from names_of(inner)


def fill(plan: Plan, documents: Iterable[dict[str, Any]]) -> list[tuple[Table, list[Row]]]:
    """The first table and all inner ones, in the order of the fields, each with its rows."""
    filling = _Filling(plan)
    for document in documents:
        filling.add((), document)
    return list(filling.tables())


def write_csv(table: Table, rows: list[Row]) -> bytes:
    """The table as a file, the names of its columns first."""
    names = [column.name for column in table.columns]
    return write_rows([names, *([value if value is None or type(value) is str else _cell(value) for value in row] for row in rows)])


def write_rows(rows: Iterable[Iterable[Any]]) -> bytes:
    """CSV by RFC 4180 in UTF-8 with a byte order mark."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return (BOM + out.getvalue()).encode()


def _plan(schema: Schema, node: Schema, name: str, titles: tuple[str, ...], keys: tuple[str, ...]) -> Plan:
    columns = [Column(key, (KEYS[key],), "string" if key == "record" else "integer", ()) for key in keys]
    inner: list[tuple[tuple[str, ...], Plan]] = []
    for leaf in _leaves(schema, node, (), ()):
        if isinstance(leaf.found, Column):
            columns.append(leaf.found)
        else:
            inner_name = "-".join((name, *leaf.path)).replace("_", "-")
            inner.append((leaf.path, _plan(schema, leaf.found, inner_name, (*titles, *leaf.titles), _keys_below(keys))))
    return Plan(name, titles, tuple(columns), tuple(inner))


def _leaves(schema: Schema, node: Schema, path: tuple[str, ...], titles: tuple[str, ...]) -> Iterator[Leaf]:
    """The columns below a part of the schema, and the lists that cannot be one."""
    kind, node = _resolve(schema, node)
    name = "_".join(path)
    if kind == "Link":
        yield Leaf(path, titles, Column(name, titles, "string", (*path, "id")))
    elif kind == "Days":
        yield Leaf(path, titles, Column(name, titles, "string", (*path, "edtf")))
        for end in ("first", "last"):
            yield Leaf(path, titles, Column(f"{name}_{end}", (*titles, node["properties"][end]["title"]), "date", (*path, end)))
    elif kind in ("Text", "FullText"):
        for language, part in node["properties"].items():
            there = (*path, language)
            yield Leaf(there, titles, Column("_".join(there), (*titles, part["title"]), "string", there, language not in LANGUAGES))
    elif node["type"] == "object":
        for key, part in node["properties"].items():
            yield from _leaves(schema, part, (*path, key), (*titles, part["title"]))
    elif node["type"] == "array":
        item_kind, item = _resolve(schema, node["items"])
        if item_kind == "Link" or "enum" in item or "pattern" in item:
            yield Leaf(path, titles, Column(name, titles, "string", path, is_list=True))
        else:
            yield Leaf(path, titles, node["items"])
    else:
        yield Leaf(path, titles, Column(name or "text", titles or (KEYS["text"],), str(node.get("format", node["type"])), path))


def _resolve(schema: Schema, node: Schema) -> tuple[str, Schema]:
    """A part of the schema behind its `$ref`, and the name it has there."""
    kind = node.get("$ref", "").rpartition("/")[2]
    return kind, schema["$defs"][kind] if kind else node


class _Filling:
    """A table that is being filled, and those inside of it. A record is gone through once, for all of them."""

    def __init__(self, plan: Plan, keys: int = 0) -> None:
        self.plan = plan
        self.rows: list[Row] = []
        self.inner = [_Filling(inner, len(_keys_below(plan.columns[:keys]))) for _, inner in plan.inner]
        self.places: dict[str, Any] = {}
        """Key -> the number of its column, the table inside of it, or the places below it."""
        ways = [(column.path, number) for number, column in enumerate(plan.columns[keys:], keys)]
        for path, place in [*ways, *zip((path for path, _ in plan.inner), self.inner, strict=True)]:
            _set(self.places, path or ("",), place)

    def add(self, key: tuple[Any, ...], item: Any) -> None:
        """A row; `key` leads to it from the record."""
        row = [*key, *[None] * (len(self.plan.columns) - len(key))]
        self.rows.append(row)
        self._put(row, self.places, item if isinstance(item, dict) else {"": item}, (*(key[:1] or (item["id"],)), *key[1:][-1:]))

    def _put(self, row: Row, places: dict[str, Any], item: dict[str, Any], below: tuple[Any, ...]) -> None:
        for name, value in item.items():
            place = places.get(name)
            if type(place) is int:
                row[place] = value if type(value) is not list else [part["id"] if isinstance(part, dict) else part for part in value]
            elif type(place) is dict:
                self._put(row, place, value, below)
            elif place is not None:
                for number, part in enumerate(value, 1):
                    place.add((*below, number), part)

    def tables(self) -> Iterator[tuple[Table, list[Row]]]:
        """This and all inner ones."""
        columns, rows = self.plan.columns, self.rows
        kept = [n for n, column in enumerate(columns) if not column.is_translation or any(row[n] is not None for row in rows)]
        table = Table(self.plan.name, self.plan.titles, tuple(columns[n] for n in kept), len(rows))
        for row in rows:
            row[:] = [row[n] for n in kept]  # in place: of ten thousand records another list of all rows is 40 MB
        yield table, rows
        for inner in self.inner:
            yield from inner.tables()


def _set(places: dict[str, Any], path: tuple[str, ...], place: Any) -> None:
    for name in path[:-1]:
        places = places.setdefault(name, {})
    places[path[-1]] = place


def _keys_below(keys: Sequence[Any]) -> tuple[str, ...]:
    """What leads from a row of an inner table to the record, and to the row of the table that it is inside of."""
    return ("record", "parent", "number") if keys else ("record", "number")


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return SEPARATOR.join(value)
    return str(value).lower() if isinstance(value, bool) else value
