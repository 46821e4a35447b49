"""From a tree of fields to a file in the subset of YAML that the project reads, in more than one layout."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from site_plugins.reading.scalars import EMPTY, LOOKS_OTHERWISE
from site_plugins.records.values import ID_PATTERN

_PLAIN = re.compile(r"[^\W_][^:#'\"\[\]{}]*")


def format_tree(tree: dict[str, Any], *, quoted: bool = False) -> str:
    """The file of a record: one field a line, ids in brackets; on demand every value in quotes."""
    return "".join(f"{line}\n" for line in _lines(tree, _in_quotes if quoted else _as_short_as_can_be))


def _in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _as_short_as_can_be(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and text.lower() not in EMPTY and not LOOKS_OTHERWISE.fullmatch(text)
    return text if plain else _in_quotes(text)


def _in_brackets(text: str, write: Callable[[str], str]) -> str:
    return write(text) if re.fullmatch(ID_PATTERN, text) else _in_quotes(text)


def _lines(tree: dict[str, Any], write: Callable[[str], str]) -> Iterator[str]:
    for name, value in tree.items():
        if isinstance(value, str):
            yield f"{name}: {write(value)}"
        elif isinstance(value, dict):
            yield f"{name}:"
            yield from (f"  {line}" for line in _lines(value, write))
        elif value and isinstance(value[0], dict):
            yield f"{name}:"
            for item in value:
                first, *rest = _lines(item, write)
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
        else:
            yield f"{name}: [{', '.join(_in_brackets(item, write) for item in value)}]"
