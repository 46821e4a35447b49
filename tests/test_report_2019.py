"""Every statement of the city's report on 2019 is told by the site, from a field of a record and from nowhere else.

`report_2019.yml` maps each statement to the record and field that carries it, and to the words a reader must find.
Each is proved twice: the words are on the page, and with that field blanked they are gone. Short words that other fields
of the record say too (`repeated: true`) stand there less often.
"""

import copy
import html
import pathlib
import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
import yaml

from site_plugins.catalog import Catalog
from site_plugins.outputs.pages.records import make_record_page
from site_plugins.reading.entry import Entry
from site_plugins.reading.folder import read_folder
from site_plugins.reading.records import read_record
from site_plugins.reading.yaml_subset import Path
from site_plugins.records.base import Text
from site_plugins.records.edtf import Edtf
from site_plugins.records.references import references
from site_plugins.today import today
from tests.conftest import ROOT

STATEMENTS = yaml.safe_load((pathlib.Path(__file__).parent / "report_2019.yml").read_text("utf-8"))
CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
OTHER_TEXT = {"ru": "Стёрто", "en": "Blanked"}


def words(page: str) -> str:
    """A page's text: no tags, no sources' list, one kind of space, small letters."""
    body = re.sub(r'<section class="sources">.*', "", page, flags=re.DOTALL)
    body = re.sub(r"</?abbr\b[^>]*>|<span lang=[^>]*>(.*?)</span>", r"\1", body)
    text = html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r'<sup class="cite">.*?</sup>', "", body)))
    return re.sub(r"\s+([,.;:)»])", r"\1", re.sub(r"\s+", " ", text)).strip().casefold()


def page_of(catalog: Catalog, entry: Entry) -> str:
    return words(make_record_page(catalog, "ru", entry).body)


def count(expected: str, page: str) -> int:
    """How often the words stand on a page, a number as a whole."""
    return len(re.findall(rf"(?<!\w){re.escape(words(expected))}(?!\d)", page))


def entry_of(name: str) -> Entry:
    folder, _, record_id = name.partition("/")
    return CATALOG.by_folder[folder][record_id]


def blanked(entry: Entry, fields: list[str]) -> tuple[Catalog, Entry]:
    """The catalog with those fields of one record blanked: other words, another number, another record referred to."""
    tree = copy.deepcopy(entry.document.tree)
    for field in fields:
        path = tuple(int(part) if part.isdigit() else part for part in field.split("."))
        blank(tree, path, entry)
    record, problems = read_record(entry.file, entry.document._replace(tree=tree), type(entry.record))
    assert record is not None, [problem.text() for problem in problems]
    other = replace(entry, record=record.model_copy(update={"id": entry.record.id}))
    return replace(CATALOG, entries=tuple(other if one is entry else one for one in CATALOG.entries)), other


def blank(tree: Any, path: Path, entry: Entry) -> None:
    value: Any = entry.record
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part)
    for part in path[:-1]:
        tree = tree[part]
    referred = next((reference.folder for reference in references(entry.record) if reference.path == path), None)
    if referred:
        used = {reference.id for reference in references(entry.record)}
        tree[path[-1]] = next(other for other in CATALOG.by_folder[referred] if other not in used)
    elif isinstance(value, Text):
        tree[path[-1]] = OTHER_TEXT
    elif isinstance(value, Edtf):
        tree[path[-1]] = "1901-01-01"
    elif isinstance(value, int):
        tree[path[-1]] = "1999" if path[-1] == "year" else "7777"
    elif path[-1] == "country" or path[-2:-1] == ("countries",):
        tree[path[-1]] = "IS"
    else:
        del tree[path[-1]]


def name_of(statement: dict[str, Any]) -> str:
    return f"{statement['record']}:{statement['field']}:{statement['text'][:40]}"


@pytest.mark.parametrize("statement", STATEMENTS, ids=name_of)
def test_statement_is_on_the_page_and_vanishes_with_its_field(statement: dict[str, Any]) -> None:
    entry = entry_of(statement["record"])
    before = page_of(CATALOG, entry)
    after = page_of(*blanked(entry, [statement["field"], *statement.get("also_in", [])]))
    for expected in statement["expect"]:
        assert count(expected, before), f"«{expected}» is not on the page"
        left = count(expected, before) - 1 if statement.get("repeated") else 0
        assert count(expected, after) <= left, f"«{expected}» does not come from {statement['field']}"


NUMBERS_OF_THE_REPORT = Counter(
    {
        "2": 2,
        "3": 2,
        "4": 1,
        "6": 6,
        "7": 2,
        "9": 1,
        "10": 5,
        "12": 1,
        "14": 1,
        "15": 1,
        "16": 1,
        "18": 3,
        "20": 5,
        "21": 1,
        "22": 3,
        "24": 2,
        "27": 4,
        "28": 2,
        "29": 1,
        "31": 1,
        "32": 2,
        "62": 1,
        "70": 2,
        "81": 1,
        "97": 1,
        "150": 1,
        "288": 1,
        "300": 1,
        "1600": 1,
        "1942": 1,
        "2017": 1,
        "2019": 29,
        "2020": 3,
        "2 500": 1,
        "15 000": 2,
    }
)
"""Every number of the report and how often it stands there, the ordinals of its lists left out."""


def test_every_number_of_the_report_is_in_the_map_of_statements_as_often_as_in_the_report() -> None:
    told = Counter(number for statement in STATEMENTS for number in re.findall(r"\d+(?: \d{3})*", statement["text"]))
    assert NUMBERS_OF_THE_REPORT - told == Counter()
