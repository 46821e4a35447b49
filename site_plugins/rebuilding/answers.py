"""What the catalog answers today, as a hash for each question (asking.py): equal answers make equal files.

A record's answer is the hash of what its file says, so a comment or another quoting changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

from site_plugins.asking import Question
from site_plugins.catalog import Catalog
from site_plugins.reading.entry import Entry


def answers(catalog: Catalog, questions: Iterable[Question]) -> Iterator[bytes | None]:
    """The hash of each answer; None for what is never the same again."""
    told = Told(catalog)
    for kind, *of in questions:
        yield digest(*ANSWERS[kind](told, *of)) if kind in ANSWERS else None


def digest(*parts: str) -> bytes:
    """A hash that tells `a`, `b` from `ab`."""
    return blake2b("\0".join(parts).encode(), digest_size=12).digest()


def record_said(entry: Entry) -> str:
    """All that a record says, as its type, its id and the hash of its file."""
    return f"{entry.record.folder}/{entry.record.id} {entry.meaning}"


class Told:
    """What many answers are made of, each said once."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.records = {entry.key: record_said(entry) for entry in catalog.entries}


def _get(told: Told, folder: str, record_id: str) -> list[str]:
    return [told.records.get((folder, record_id), "none")]


def _all(told: Told, folder: str) -> Iterator[str]:
    return (told.records[folder, record_id] for record_id in told.catalog.by_folder[folder])


def _country(told: Told, country: str) -> Iterator[str]:
    return (told.records[event.folder, event.id] for event in told.catalog.events_in(country))


def _year(told: Told, year: str) -> Iterator[str]:
    return (told.records[event.folder, event.id] for event in told.catalog.events_of_year(int(year)))


def _referring(told: Told, folder: str, record_id: str, other: str = "") -> list[str]:
    found = dict.fromkeys((record.folder, record.id) for record, _ in told.catalog.citations.get((folder, record_id), ()))
    return [told.records[key] for key in found if not other or key[0] == other]


def _revision(told: Told, folder: str, record_id: str) -> list[str]:
    if (folder, record_id) not in told.records:
        return ["none"]
    sequence, created, modified = told.catalog.revision(told.catalog.by_folder[folder][record_id].record)
    return [f"{sequence} {created} {modified}"]


def _everything(told: Told) -> Iterator[str]:
    yield from told.records.values()
    yield from (f"{key} {revision}" for key, revision in sorted(told.catalog.revisions.items()))
    yield from (f"{name} {getattr(picture, 'digest', 'none')}" for name, picture in sorted(told.catalog.pictures.items()))


ANSWERS: dict[str, Callable[..., Iterable[str]]] = {
    "everything": _everything,
    "get": _get,
    "all": _all,
    "revision": _revision,
    "citing": _referring,
    "referring": _referring,
    "year": _year,
    "country": _country,
    "number": lambda told, folder: [str(len(told.catalog.by_folder[folder]))],
    "own names": lambda told: map(repr, told.catalog.own_names),
    "picture": lambda told, name: [getattr(told.catalog.pictures.get(name), "digest", "none")],
}
"""Kind of question -> what its answer depends on. PAST is not here."""
