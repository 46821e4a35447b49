"""What a list is filtered by: choices with counts, made where the list is and carried out by theme/assets/filter.js."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from site_plugins.languages.words import words
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.templating import View


class Filter(NamedTuple):
    """A choice above a list: each option with how many records it leaves."""

    name: str
    title: str
    options: list[tuple[str, str, int]]


def choices(view: View, field: str, name: str, title: str, values: Iterable[str]) -> Filter:
    """A choice among the values of a field that has its words in LABELS, each with how often it is found."""
    found = Counter(values)
    said = words(view.language).gettext
    words_of = {value: view.label(field, value) for value in LABELS[field]}
    return Filter(name, title, [(value, words_of.get(value, said("not known")), found[value]) for value in _order(field, found)])


def _order(field: str, found: Counter[str]) -> list[str]:
    known = [value for value in LABELS[field] if value in found]
    return known + sorted(set(found) - set(known))
