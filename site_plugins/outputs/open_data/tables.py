"""Records as tables: one row a record, and a table of its own for each field that is a list of more than ids or codes.

The columns follow the schema, so a new field or a new type of record needs nothing here. A part of a record gives its columns
the part's name (`point_latitude`), a text one column for each language (`name_ru`), a date three (`date`, `date_first`,
`date_last`), a reference its id.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any, NamedTuple

from site_plugins.languages import LANGUAGES
from site_plugins.outputs.open_data.schemas import Schema

SEPARATOR = ";"
"""Between the ids or codes in one cell; none of them can hold it."""
BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the code page of the machine."""
KEYS = {"record": "Запись", "parent": "Номер строки в таблице выше", "number": "Номер по порядку"}


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
    """A filled table: `rows` hold values as JSON has them, None where nothing is known."""

    name: str
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: list[list[Any]]


class Leaf(NamedTuple):
    """What a part of the schema comes to: a column, or the items of a list that becomes a table of its own."""

    path: tuple[str, ...]
    titles: tuple[str, ...]
    found: Column | Schema


def make_plan(schema: Schema, name: str) -> Plan:
    """The tables of a type of records. `name` is that of the first; an inner one's is `cities-agreements`."""
    return _plan(schema, schema, name, (), ())


def fill(plan: Plan, documents: Iterable[dict[str, Any]]) -> list[Table]:
    """The first table and all inner ones, in the order of the fields."""
    return list(_fill(plan, [((), document) for document in documents], ()))


def write_csv(table: Table) -> bytes:
    """The table as a file, the names of its columns first."""
    return write_rows([[column.name for column in table.columns], *([_cell(value) for value in row] for row in table.rows)])


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
    elif kind == "Text":
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
        yield Leaf(path, titles, Column(name or "text", titles, str(node.get("format", node["type"])), path))


def _resolve(schema: Schema, node: Schema) -> tuple[str, Schema]:
    """A part of the schema behind its `$ref`, and the name it has there."""
    kind = node.get("$ref", "").rpartition("/")[2]
    return kind, schema["$defs"][kind] if kind else node


def _fill(plan: Plan, items: list[tuple[tuple[Any, ...], Any]], keys: tuple[str, ...]) -> Iterator[Table]:
    own = plan.columns[len(keys):]
    rows = [[*key, *(_value(item, column) for column in own)] for key, item in items]
    kept = [n for n, column in enumerate(plan.columns) if not column.is_translation or any(row[n] is not None for row in rows)]
    yield Table(plan.name, plan.titles, tuple(plan.columns[n] for n in kept), [[row[n] for n in kept] for row in rows])
    for path, inner in plan.inner:
        below = []
        for key, item in items:
            record = key[:1] or (item["id"],)
            parts = _at(item, path) or []
            below += [((*record, *key[-1:], number), part) if key else ((*record, number), part) for number, part in enumerate(parts, 1)]
        yield from _fill(inner, below, _keys_below(keys))


def _keys_below(keys: tuple[str, ...]) -> tuple[str, ...]:
    """What leads from a row of an inner table to the record, and to the row of the table that it is inside of."""
    return ("record", "parent", "number") if keys else ("record", "number")


def _at(item: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        if item is None:
            return None
        item = item.get(key)
    return item


def _value(item: Any, column: Column) -> Any:
    value = _at(item, column.path)
    if column.is_list and value:
        return [part["id"] if isinstance(part, dict) else part for part in value]
    return value


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, list):
        return SEPARATOR.join(value)
    return str(value).lower() if isinstance(value, bool) else value
