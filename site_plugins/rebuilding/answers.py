"""What the catalog answers today, as a hash for each question (asking.py): equal answers make equal files.

A record's answer is the hash of what its file says, so a comment or another quoting changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

from site_plugins.asking import Question
from site_plugins.catalog import Catalog
from site_plugins.records.base import Record


def answers(catalog: Catalog, questions: Iterable[Question]) -> Iterator[bytes | None]:
    """The hash of each answer; None for what is never the same again."""
    for kind, *of in questions:
        told = ANSWERS[kind](catalog, *of) if kind in ANSWERS else None
        yield None if told is None else digest(*told)


def digest(*parts: str) -> bytes:
    """A hash that tells `a`, `b` from `ab`."""
    return blake2b("\0".join(parts).encode(), digest_size=12).digest()


def record_said(catalog: Catalog, record: Record) -> str:
    """All that a record says, as its type, its id and the hash of its file."""
    return _said(catalog, record.folder, record.id)


def _said(catalog: Catalog, folder: str, record_id: str) -> str:
    entry = catalog.by_folder[folder].get(record_id)
    return f"{folder}/{record_id} {entry.meaning if entry else 'none'}"


def _all(catalog: Catalog, records: Iterable[Record]) -> Iterator[str]:
    return (record_said(catalog, record) for record in records)


def _referring(catalog: Catalog, folder: str, record_id: str, other: str = "") -> list[str]:
    found = {
        (record.folder, record.id) for record, _ in catalog.citations.get((folder, record_id), ()) if not other or record.folder == other
    }
    return [_said(catalog, *key) for key in sorted(found)]


def _everything(catalog: Catalog) -> Iterator[str]:
    yield from (f"{entry.record.folder}/{entry.record.id} {entry.meaning}" for entry in catalog.entries)
    yield from (f"{key} {revision}" for key, revision in sorted(catalog.revisions.items()))
    yield from (f"{name} {getattr(picture, 'digest', 'none')}" for name, picture in sorted(catalog.pictures.items()))


ANSWERS: dict[str, Callable[..., Iterable[str]]] = {
    "everything": _everything,
    "get": lambda catalog, folder, record_id: [_said(catalog, folder, record_id)],
    "all": lambda catalog, folder: (f"{record_id} {entry.meaning}" for record_id, entry in catalog.by_folder[folder].items()),
    "revision": lambda catalog, folder, record_id: (
        [repr(catalog.revision(catalog.by_folder[folder][record_id].record))] if record_id in catalog.by_folder[folder] else ["none"]
    ),
    "citing": _referring,
    "referring": _referring,
    "year": lambda catalog, year: _all(catalog, catalog.events_of_year(int(year))),
    "own names": lambda catalog: map(repr, catalog.own_names),
    "picture": lambda catalog, name: [getattr(catalog.pictures.get(name), "digest", "none")],
}
"""Kind of question -> what its answer depends on. PAST is not here."""
