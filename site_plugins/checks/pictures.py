"""Every picture that a record names is there and fit to be shown; none lies about without author and licence."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.reading.near import near
from site_plugins.reading.pictures import FOLDER, Unfit


def check(catalog: Catalog) -> Iterator[Problem]:
    """A mistake of a file is told where a record names it; a file that none names is told for itself."""
    named: set[str | None] = set()
    for entry in catalog.entries:
        for number, picture in enumerate(entry.record.pictures):
            path = ("pictures", number, "file")
            named.add(picture.file)
            found = catalog.pictures.get(picture.file)
            if isinstance(found, Unfit):
                yield entry.problem(path, found.code, **{"value": picture.file} | found.values)
            elif found is None:
                guess = near(picture.file, list(catalog.pictures))
                named.add(guess)
                code = "picture-missing-near" if guess else "picture-missing"
                yield entry.problem(path, code, value=picture.file, near=guess or "")
    if catalog.site_place and not catalog.broken:
        root = catalog.site_place[0].rpartition("/")[0]
        for name in catalog.pictures.keys() - named:
            found = catalog.pictures[name]
            code, values = found if isinstance(found, Unfit) else ("picture-unused", {})
            yield Problem.of(f"{root}/{FOLDER}/{name}", 1, 1, code, **{"value": name} | values)
