"""The catalogue in DCAT (W3C, version 3) as JSON-LD, in the shape that DCAT-AP 3 asks for."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.labels import N_
from site_plugins.outputs.open_data.data_sets import FORMATS, DataSet
from site_plugins.outputs.open_data.descriptions import description, keywords, title
from site_plugins.outputs.open_data.layout import CATALOGUE_PAGE, FOLDER, VERSION, data_set_page, stem, way
from site_plugins.outputs.open_data.licence import NO_LICENCE
from site_plugins.outputs.open_data.passports import history
from site_plugins.records.base import Text

CATALOG = "catalog.jsonld"
FILE = FOLDER + CATALOG
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AUTHORITY = "http://publications.europa.eu/resource/authority/"
"""The code lists that DCAT-AP takes its languages, file types and frequencies from."""
LANGUAGE_CODES = {"ru": "RUS", "en": "ENG", "de": "DEU", "zh": "ZHO", "kk": "KAZ"}
FILE_TYPES = {"json": "JSON", "csv": "CSV", "geojson": "GEOJSON"}

Node = dict[str, Any]


def make_dcat(catalog: Catalog, data_sets: list[DataSet], archive: Artifact) -> Node:
    """The catalogue, its data sets, and each file of a whole set as a distribution."""
    site = catalog.site
    spans = [history(catalog, data_set) for data_set in data_sets]
    base = {"@base": way(catalog, FILE, FILE)} if site.url else {}
    return {
        "@context": CONTEXT | base,
        "@id": "#catalog",
        "@type": "dcat:Catalog",
        "dct:title": _said(N_("Open data")),
        "dct:description": _texts(site.description),
        "dct:publisher": {"@id": "#publisher", "@type": "foaf:Agent", "foaf:name": _texts(site.publisher or site.title)},
        "dct:language": [_iri(f"{AUTHORITY}language/{LANGUAGE_CODES[language]}") for language in LANGUAGES],
        "dct:issued": _day(min(span[0].isoformat() for span in spans)),
        "dct:modified": _day(max(span[1].isoformat() for span in spans)),
        "foaf:homepage": _iri(way(catalog, FILE, CATALOGUE_PAGE)),
        "dcat:dataset": [*(_data_set(catalog, data_set) for data_set in data_sets), _everything(catalog, archive)],
        "dcat:service": {
            "@id": "#api",
            "@type": "dcat:DataService",
            "dct:title": _said(N_("Static API")),
            "dcat:endpointURL": _iri(way(catalog, FILE, FOLDER)),
            "dcat:endpointDescription": _iri(way(catalog, FILE, f"{FOLDER}openapi.json")),
            "dcat:servesDataset": [_iri(f"#{stem(data_set.record_type)}") for data_set in data_sets],
        },
    }


def _data_set(catalog: Catalog, data_set: DataSet) -> Node:
    name = stem(data_set.record_type)
    created, modified, _ = history(catalog, data_set)
    schema = _iri(way(catalog, FILE, data_set.files["schema"].path))
    files = [(kind, file) for kind, file in data_set.files.items() if kind in FILE_TYPES]
    return {
        "@id": f"#{name}",
        "@type": "dcat:Dataset",
        "dct:identifier": name,
        "dct:title": _by_language(lambda language: title(data_set.record_type, language)),
        "dct:description": _by_language(lambda language: description(data_set.record_type, language)),
        "dcat:keyword": [_text(word, language) for language in LANGUAGES for word in keywords(catalog, data_set.record_type, language)],
        "dct:publisher": _iri("#publisher"),
        "dct:issued": _day(created.isoformat()),
        "dct:modified": _day(modified.isoformat()),
        "dct:accrualPeriodicity": _iri(f"{AUTHORITY}frequency/IRREG"),
        "dcat:landingPage": _iri(way(catalog, FILE, data_set_page(data_set.record_type))),
        "dcat:version": VERSION,
        "dcat:distribution": [
            _distribution(catalog, file, f"#{name}-{kind}", FILE_TYPES[kind], FORMATS[kind].media_type) | {"dct:conformsTo": schema}
            for kind, file in files
        ],
    }


def _everything(catalog: Catalog, archive: Artifact) -> Node:
    return {
        "@id": "#all",
        "@type": "dcat:Dataset",
        "dct:title": _said(N_("All data")),
        "dct:description": _said(N_("Every data set with its schema and checksums in one archive.")),
        "dct:publisher": _iri("#publisher"),
        "dcat:distribution": [_distribution(catalog, archive, "#all-zip", "ZIP", "application/zip")],
    }


def _distribution(catalog: Catalog, file: Artifact, node: str, file_type: str, media_type: str) -> Node:
    there = _iri(way(catalog, FILE, file.path))
    content = file.content if isinstance(file.content, bytes) else file.content.encode()
    licence = catalog.site.data_licence
    said: Node = {"@type": "dct:LicenseDocument" if licence else "dct:RightsStatement"}
    said["rdfs:label"] = _texts(licence) if licence else _said(NO_LICENCE)
    return {
        "@id": node,
        "@type": "dcat:Distribution",
        "dct:title": file.path.removeprefix(FOLDER),
        "dcat:accessURL": there,
        "dcat:downloadURL": there,
        "dcat:mediaType": _iri(f"https://www.iana.org/assignments/media-types/{media_type}"),
        "dct:format": _iri(f"{AUTHORITY}file-type/{file_type}"),
        "dcat:byteSize": {"@value": str(len(content)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue": {"@value": sha256(content).hexdigest(), "@type": "xsd:hexBinary"},
        },
        "dct:license" if licence else "dct:rights": said,
    }


def _iri(address: str) -> Node:
    return {"@id": address}


def _day(day: str) -> Node:
    return {"@value": day, "@type": "xsd:date"}


def _text(text: str, language: str) -> Node:
    return {"@value": text, "@language": language}


def _texts(text: Text) -> list[Node]:
    return _by_language(text.said)


def _said(english: str) -> list[Node]:
    return _by_language(lambda language: words(language).gettext(english))


def _by_language(tell: Callable[[str], str]) -> list[Node]:
    return [_text(tell(language), language) for language in LANGUAGES]
