"""What tells of the open data: passports, OpenAPI, DCAT, checksums, the archive, the catalogue's pages and its examples."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin
from zipfile import ZipFile

import pandas as pd
import pyshacl
import pytest
from babel.messages.pofile import read_po
from openapi_spec_validator import validate
from playwright.sync_api import Browser
from rdflib import Graph, URIRef, namespace

from site_plugins.catalog import Catalog
from site_plugins.languages.formats import file_size
from site_plugins.languages.words import words
from site_plugins.outputs.open_data import make_open_data
from site_plugins.outputs.open_data.archive import as_bytes, make_zip
from site_plugins.outputs.open_data.edition import edition
from site_plugins.outputs.open_data.examples import LOCAL, make_examples
from site_plugins.outputs.open_data.layout import ARCHIVE, FOLDER, stem
from site_plugins.outputs.open_data.schemas import make_schema
from site_plugins.outputs.open_data.tables import KEYS
from site_plugins.outputs.pages.open_data import make_open_data_pages
from site_plugins.reading.folder import read_folder
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from site_plugins.records.site import SiteFacts
from site_plugins.today import today
from tests.conftest import ROOT

CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
FILES = {file.path.removeprefix(FOLDER): as_bytes(file) for file in make_open_data(CATALOG)}
SETS = {stem(data_set.record_type): data_set for data_set in edition(CATALOG).data_sets}
NAMED = {
    "url": "https://example.org/omsk",
    "contact": "editor@example.org",
    "publisher": {"ru": "Администрация", "en": "The administration"},
    "data_officer": {"name": {"ru": "Начальник отдела", "en": "Head of office"}, "phone": "+7 3812 00-00-00", "email": "data@example.org"},
    "data_licence": {"ru": "Лицензия А", "en": "Licence A"},
}


pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")


def with_facts(**facts) -> Catalog:
    """The catalog of a site whose site.yml says more."""
    return replace(CATALOG, site=SiteFacts.model_validate({**CATALOG.site.model_dump(), **facts}))


def verify(folder: Path) -> tuple[int, str]:
    """What `sha256sum --check` answers in a folder: its status, and what it complains of."""
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout + result.stderr


def table(name: str) -> pd.DataFrame:
    return pd.read_csv(BytesIO(FILES[name]), keep_default_na=False, dtype=str)


# --- Passports


def test_the_registry_leads_to_the_passport_of_every_data_set_with_the_columns_of_the_standard() -> None:
    registry = table("list.csv")
    assert list(registry.columns) == ["property", "title", "value", "format"]
    assert registry["property"].tolist() == ["standardversion", *SETS]
    for name, address in zip(registry["property"][1:], registry["value"][1:], strict=True):
        passport = table(address).set_index("property")["value"]
        assert passport["identifier"] == name


@pytest.mark.parametrize("name", SETS)
def test_a_passport_has_the_fields_of_the_standard_in_its_order(name: str) -> None:
    passport = table(f"passports/{name}.csv")
    assert list(passport.columns) == ["property", "value"]
    fields = passport["property"].tolist()
    assert fields[:14] == [
        "standardversion", "identifier", "title", "description", "creator", "created", "modified", "subject", "format",
        "provenance", "valid", "publishername", "publisherphone", "publishermbox",
    ]  # fmt: skip
    told = passport.set_index("property")["value"]
    assert all(told)
    created, modified, valid = (date.fromisoformat(told[field]) for field in ("created", "modified", "valid"))
    assert created <= modified <= valid
    assert fields[14:] == [f"data-{told['modified']}-structure-{told['modified']}", f"structure-{told['modified']}"]
    assert [urljoin(f"passports/{name}.csv", told[field]) for field in fields[14:]] == [f"{name}.csv", f"structures/{name}.csv"]


def test_a_passport_says_what_nobody_has_named_and_names_what_site_yml_names() -> None:
    told = table("passports/cities.csv").set_index("property")["value"]
    assert {told[field] for field in ("creator", "publishername", "publisherphone", "publishermbox")} == {"сведений пока нет"}
    files = {file.path.removeprefix(FOLDER): as_bytes(file) for file in make_open_data(with_facts(**NAMED))}
    told = pd.read_csv(BytesIO(files["passports/cities.csv"])).set_index("property")["value"]
    assert [told["creator"], told["publishername"], told["publishermbox"]] == ["Администрация", "Начальник отдела", "data@example.org"]
    assert told.iloc[-2] == "https://example.org/omsk/open-data/v1/cities.csv"


@pytest.mark.parametrize("name", SETS)
def test_a_structure_tells_every_column_of_every_table_of_the_set_in_both_languages(name: str) -> None:
    structure = table(f"structures/{name}.csv")
    assert list(structure.columns) == ["field name", "english description", "russian description", "format", "table"]
    files = [file.removesuffix(".csv") for file in FILES if re.fullmatch(rf"{name}(-[a-z-]+)?\.csv", file)]
    assert set(structure["table"]) == set(files)
    for file in files:
        assert structure[structure["table"] == file]["field name"].tolist() == list(table(f"{file}.csv").columns)
    assert structure[["russian description", "english description"]].notna().all(axis=None)
    assert not structure["russian description"].str.replace("Wikidata", "").str.contains("[a-z]").any()
    assert not structure["english description"].str.contains("[а-яё]").any()


def field_titles() -> set[str]:
    found = set(KEYS.values())

    def walk(node: object) -> None:
        if isinstance(node, dict):
            for part in node.get("properties", {}).values():
                found.add(part["title"])
            for value in node.values():
                walk(value)

    for record_type in RECORD_TYPES:
        walk(make_schema(record_type))
    return found


def test_every_title_of_a_field_is_translated_and_no_translation_is_left_over() -> None:
    with (ROOT / "site_plugins" / "languages" / "en.po").open("rb") as file:
        translated = {message.id for message in read_po(file) if message.id and message.string}
    assert field_titles() == translated
    assert words("en").gettext("Население") == "Population"


# --- OpenAPI


@pytest.mark.parametrize("facts", [{}, NAMED], ids=["no-facts", "facts"])
def test_the_description_of_the_api_is_valid_openapi(facts: dict, tmp_path: Path) -> None:
    for file in make_open_data(with_facts(**facts)):
        if file.path.endswith(("openapi.json", ".schema.json")):
            path = tmp_path / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_bytes(file))
    described = tmp_path / FOLDER / "openapi.json"
    validate(json.loads(described.read_text("utf-8")), base_uri=described.as_uri())


def test_the_api_has_a_path_for_every_file_of_the_data_sets_and_for_none_that_is_not_there() -> None:
    described = json.loads(FILES["openapi.json"])
    assert described["servers"] == [{"url": "./"}]
    patterns = [re.escape(path[1:]).replace(r"\{id\}", "[a-z0-9-]+") for path in described["paths"]]
    files = {file.path.removeprefix(FOLDER) for data_set in SETS.values() for file in data_set.whole()}
    files |= {path for data_set in SETS.values() for path in data_set.sums}
    files = {file for file in files if not file.startswith("schemas/")}
    for pattern in patterns:
        assert any(re.fullmatch(pattern, file) for file in files), pattern
    assert [file for file in files if sum(bool(re.fullmatch(pattern, file)) for pattern in patterns) != 1] == []


# --- DCAT

BASE = "https://example.org/omsk/open-data/v1/catalog.jsonld"


def dcat(catalog: Catalog = CATALOG) -> Graph:
    content = as_bytes(edition(catalog).others["catalog.jsonld"])
    return Graph().parse(data=content, format="json-ld", publicID=BASE)


@pytest.mark.parametrize("facts", [{}, NAMED], ids=["no-facts", "facts"])
def test_the_catalogue_conforms_to_the_shapes_of_dcat(facts: dict) -> None:
    conforms, _, report = pyshacl.validate(dcat(with_facts(**facts)), shacl_graph=str(ROOT / "tests" / "dcat.shapes.ttl"))
    assert conforms, report


def test_the_shapes_refuse_a_catalogue_that_lacks_something() -> None:
    for lacking in (namespace.DCTERMS.title, namespace.DCAT.accessURL, namespace.DCAT.byteSize, namespace.DCTERMS.publisher):
        graph = dcat()
        graph.remove((None, lacking, None))
        assert not pyshacl.validate(graph, shacl_graph=str(ROOT / "tests" / "dcat.shapes.ttl"))[0], lacking


def test_the_catalogue_says_nothing_that_its_vocabularies_do_not_have() -> None:
    graph = dcat()
    for vocabulary in (namespace.DCAT, namespace.DCTERMS, namespace.FOAF):
        used = {term for term in [*graph.predicates(), *graph.objects(None, namespace.RDF.type)] if str(term).startswith(str(vocabulary))}
        assert used
        assert {term for term in used if term not in vocabulary} <= {URIRef("http://www.w3.org/ns/dcat#version")}  # new in DCAT 3


@pytest.mark.parametrize("facts", [{}, {"url": "https://example.org/omsk"}], ids=["no-facts", "facts"])
def test_every_distribution_tells_size_and_checksum_of_the_file_at_its_address(facts: dict) -> None:
    catalog = with_facts(**facts)
    files = {file.path: as_bytes(file) for file in make_open_data(catalog)}
    graph = dcat(catalog)
    distributions = list(graph.subjects(namespace.RDF.type, namespace.DCAT.Distribution))
    assert len(distributions) == sum(len(data_set.files) - 1 for data_set in SETS.values()) + 1
    for node in distributions:
        content = files[str(graph.value(node, namespace.DCAT.downloadURL)).removeprefix("https://example.org/omsk/")]
        assert int(graph.value(node, namespace.DCAT.byteSize)) == len(content)
        checksum = graph.value(node, URIRef("http://spdx.org/rdf/terms#checksum"))
        told = graph.value(checksum, URIRef("http://spdx.org/rdf/terms#checksumValue"))
        assert told.toPython().hex() == sha256(content).hexdigest()


# --- Checksums and the archive


def test_sha256sum_verifies_every_file_of_the_site_s_open_data(site: Path) -> None:
    folder = site / FOLDER
    assert verify(folder) == (0, "")
    listed = {line[66:] for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines()}
    assert listed == {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {"SHA256SUMS"}


def test_the_archive_holds_every_file_of_a_whole_type_and_verifies_itself(tmp_path: Path) -> None:
    archive = ZipFile(BytesIO(FILES[ARCHIVE]))
    assert archive.testzip() is None
    archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    assert folder.name == "omsk-and-the-world-data"
    assert verify(folder) == (0, "")
    inside = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    single = {path for data_set in SETS.values() for path in data_set.sums}
    assert inside.keys() == FILES.keys() - single - {ARCHIVE, "catalog.jsonld"}
    assert {name: content for name, content in inside.items() if name != "SHA256SUMS"} == {
        name: FILES[name] for name in inside.keys() - {"SHA256SUMS"}
    }


def test_the_archive_depends_on_its_files_and_its_day_alone() -> None:
    files = [file for data_set in SETS.values() for file in data_set.whole()]
    made = make_zip(files, FOLDER, "x/", CATALOG.today)
    assert made == make_zip(reversed(files), FOLDER, "x/", CATALOG.today)
    for entry in ZipFile(BytesIO(made)).infolist():
        assert entry.date_time == (*CATALOG.today.timetuple()[:3], 0, 0, 0)
        assert entry.external_attr >> 16 == 0o100644


@pytest.mark.parametrize(("facts", "expected"), [({}, "Лицензия данных пока не названа."), (NAMED, "Лицензия: Лицензия А.")])
def test_the_readme_in_the_archive_tells_the_licence_or_that_there_is_none(facts: dict, expected: str) -> None:
    told = as_bytes(edition(with_facts(**facts)).others["README.txt"]).decode()
    assert expected in told
    assert "sha256sum --check SHA256SUMS" in told


# --- Pages


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_catalogue_tells_counts_and_sizes_as_they_are(language: str) -> None:
    page, *others = make_open_data_pages(CATALOG, language)
    assert [int(count) for count in re.findall(r'<data value="(\d+)">', page.body)] == [len(CATALOG.all(kind)) for kind in RECORD_TYPES]
    bodies = " ".join(made.body for made in (page, *others))
    told = re.findall(r'href="[./]*(?:open-data/)?v1/([^"]+)">[^<]+</a> <small>([^<·]+)', bodies)
    whole = {name for name in FILES if "/" not in name or name.startswith(("schemas/", "structures/", "passports/"))}
    assert {name for name, _ in told} == whole - {"README.txt"}
    assert [(name, size) for name, size in told if size.strip() != file_size(len(FILES[name]), language)] == []


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.folder)
def test_the_page_of_a_data_set_tells_every_column(site: Path, record_type: type[Record]) -> None:
    page = (site / "open-data" / stem(record_type) / "index.html").read_text("utf-8")
    for data_table in SETS[stem(record_type)].tables:
        told = page[page.index('id="tables"') :].partition(f">{data_table.name}.csv</a>")[2].partition("</details>")[0]
        assert re.findall(r"<code>([a-z_]+)</code>", told) == [column.name for column in data_table.columns]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_catalogue_says_that_no_licence_is_named_until_one_is(language: str) -> None:
    page = next(make_open_data_pages(CATALOG, language))
    assert words(language).gettext("No licence for the data has been named yet.") in page.body
    named = next(make_open_data_pages(with_facts(**NAMED), language))
    assert {"ru": "Лицензия А", "en": "Licence A"}[language] in named.body
    assert "https://example.org/omsk" in named.body
    assert words(language).gettext("No licence for the data has been named yet.") not in named.body


# --- The examples, as they stand on the page


def example(title: str, language: str, site_url: str) -> str:
    told = dict(make_examples(CATALOG, language))[words(language).gettext(title)]
    assert told in [code for _, code in make_examples(CATALOG, language)]
    return told.replace(LOCAL + "/", site_url)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_example_for_pandas_runs(site_url: str, language: str) -> None:
    code = example("A table with pandas, in Python", language, site_url) + "print(told.to_csv(index=False))\n"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    paper = {"ru": "Соглашение об установлении побратимских связей", "en": "Agreement on establishing twin-city ties"}
    assert paper[language] in result.stdout


def test_the_example_for_curl_runs(site_url: str) -> None:
    result = subprocess.run(["sh", "-c", example("One record with curl", "ru", site_url)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["name"]["ru"] == "Кайфын"


def test_the_example_for_leaflet_shows_every_city(site_url: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site_url}map/")
    page.wait_for_selector("[data-ready]")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div id=\"mine\" class=\"map\"></div>')")
    code = example("Places on a map with Leaflet", "ru", site_url)
    page.evaluate(f"(async () => {{ const map = L.map('mine').setView([50, 60], 2); {code} }})()")
    shown = page.locator("#mine .leaflet-marker-icon")
    assert shown.count() == len(json.loads(FILES["cities.geojson"])["features"])
    page.close()
