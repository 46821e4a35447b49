"""Every reference leads to a record; a near miss is suggested; nothing is named twice or names itself."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.checks.vanished import unread
from site_plugins.problems import Problem
from site_plugins.reading.near import mixes_alphabets, near
from site_plugins.records.references import Reference


def check(catalog: Catalog) -> Iterator[Problem]:
    """One rule for all types: the models say which field refers where."""
    for entry in catalog.entries:
        seen: set[tuple[tuple[str | int, ...], str]] = set()
        for reference in entry.references:
            if unknown := unknown_reference(catalog, reference):
                code, values = unknown
                yield entry.problem(reference.path, code, **values)
            elif (reference.folder, reference.id) == (entry.record.folder, entry.record.id):
                yield entry.problem(reference.path, "reference-to-itself")
            if isinstance(reference.path[-1], int):
                key = (reference.path[:-1], reference.id)
                if key in seen:
                    yield entry.problem(reference.path, "reference-twice", value=reference.id)
                seen.add(key)


def unknown_reference(catalog: Catalog, reference: Reference) -> tuple[str, dict[str, str]] | None:
    """What is said of a reference that leads nowhere: the code and its values; None where there is nothing to say."""
    known = catalog.by_folder.get(reference.folder, {})
    key = reference.folder, reference.id
    if reference.id in known or key in catalog.broken or (key in catalog.removed and reference.folder in unread(catalog)):
        return None
    if mixes_alphabets(reference.id):
        return "text-two-alphabets", {"value": reference.id}
    guess = near(reference.id, list(known))
    code = "reference-unknown-near" if guess else "reference-unknown"
    return code, {"value": reference.id, "near": guess or "", "where": f"data/{reference.folder}/"}
