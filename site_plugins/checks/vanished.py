"""Records that the ledger knows and data/ has no more under any name: by mistake, or by one that is told elsewhere already."""

from site_plugins.catalog import Catalog
from site_plugins.records.site import withdrawn_as


def vanished(catalog: Catalog) -> dict[str, list[str]]:
    """Folder -> the ids of its records that are gone and neither renamed nor withdrawn."""
    withdrawn = {withdrawn_as(entry) for entry in catalog.site.withdrawn}
    found: dict[str, list[str]] = {}
    for folder, record_id in catalog.removed:
        if withdrawn_as(f"{folder}/{record_id}") not in withdrawn:
            found.setdefault(folder, []).append(record_id)
    return found


def emptied(catalog: Catalog) -> dict[str, int]:
    """Folders all of whose records are gone at once -> how many they were."""
    return {folder: len(ids) for folder, ids in vanished(catalog).items() if len(ids) > 1 and not catalog.by_folder.get(folder)}


def unread(catalog: Catalog) -> set[str]:
    """Folders in which a record that is gone may yet lie, under another name: in one of them something could not be read."""
    return {folder for folder, _ in catalog.broken} | emptied(catalog).keys()
