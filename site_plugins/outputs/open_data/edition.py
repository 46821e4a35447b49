"""One edition of open data: the data sets and the files that tell of them, made once for a build, whoever asks."""

from dataclasses import dataclass

from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.open_data.archive import SUMS, make_sums, make_zip
from site_plugins.outputs.open_data.data_sets import DataSet, make_data_sets
from site_plugins.outputs.open_data.dcat import CATALOG, make_dcat
from site_plugins.outputs.open_data.documents import write_json
from site_plugins.outputs.open_data.layout import ARCHIVE, FOLDER, passport_file, structure_file
from site_plugins.outputs.open_data.openapi import make_openapi
from site_plugins.outputs.open_data.passports import REGISTRY, make_passport, write_passport, write_registry, write_structure
from site_plugins.outputs.open_data.readme import make_readme


@dataclass(frozen=True, slots=True)
class Edition:
    """All open data of one build; `others` are the files beside those of the data sets, by their path below the folder."""

    data_sets: list[DataSet]
    others: dict[str, Artifact]
    contents: dict[str, str | bytes]
    """Of every file but those of single records, by its path."""


def edition(catalog: Catalog) -> Edition:
    """The edition of a catalog. The archive has every file of a whole type: those of single records would but repeat them."""
    return catalog.once("edition", lambda: _edition(catalog))


def _edition(catalog: Catalog) -> Edition:
    data_sets = make_data_sets(catalog)
    contents = {"README.txt": make_readme(catalog).encode(), "openapi.json": write_json(make_openapi(catalog, data_sets))}
    contents[REGISTRY] = write_registry(catalog, data_sets)
    for data_set in data_sets:
        contents[passport_file(data_set.record_type)] = write_passport(make_passport(catalog, data_set, "ru"))
        contents[structure_file(data_set.record_type)] = write_structure(data_set)
    others = {path: Artifact(FOLDER + path, content) for path, content in contents.items()}
    inside = [*(file for data_set in data_sets for file in data_set.whole()), *others.values()]
    singles = [f"{digest}  {path}\n" for data_set in data_sets for path, digest in data_set.sums.items()]
    sums = Artifact(FOLDER + SUMS, make_sums(inside, FOLDER))
    archive = Artifact(FOLDER + ARCHIVE, make_zip([*inside, sums], FOLDER, ARCHIVE.replace(".zip", "/"), catalog.today))
    described = Artifact(FOLDER + CATALOG, write_json(make_dcat(catalog, data_sets, archive)))
    all_sums = Artifact(FOLDER + SUMS, make_sums([*inside, archive, described], FOLDER, singles))
    others |= {ARCHIVE: archive, CATALOG: described, SUMS: all_sums}
    return Edition(data_sets, others, {file.path: file.content for file in (*inside, *others.values())})
