"""The static API in OpenAPI 3.1: every file of the data sets as a path, each with the schema of its records."""

from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.outputs.open_data.data_sets import FORMATS, DataSet
from site_plugins.outputs.open_data.layout import FOLDER, VERSION, stem, way
from site_plugins.records.values import ID_PATTERN


def make_openapi(catalog: Catalog, data_sets: list[DataSet]) -> dict[str, Any]:
    """The description; its addresses are relative to where it stands itself, unless data/site.yml names the site's."""
    site = catalog.site
    info: dict[str, Any] = {
        "title": f"{site.title.ru}: открытые данные",
        "summary": site.description.ru,
        "description": "Файлы, которые меняются только с новой публикацией сайта. В пределах v1 их адреса не меняются, поля не исчезают.",
        "version": VERSION,
    }
    if site.data_licence:
        info["license"] = {"name": site.data_licence.ru}
    paths: dict[str, Any] = {}
    for data_set in data_sets:
        paths |= _paths(data_set)
    server = way(catalog, f"{FOLDER}openapi.json", FOLDER)
    tags = [{"name": stem(data_set.record_type)} for data_set in data_sets]
    return {"openapi": "3.1.1", "info": info, "servers": [{"url": server}], "tags": tags, "paths": paths}


def _paths(data_set: DataSet) -> dict[str, Any]:
    name = stem(data_set.record_type)
    record = {"$ref": f"schemas/{name}.schema.json"}
    operation = name.replace("-", "_")
    paths = {f"/{name}.json": _get(name, f"{operation}_all", f"{name}: все записи", "application/json", {"type": "array", "items": record})}
    single = _get(name, f"{operation}_one", f"{name}: одна запись", "application/json", record)
    single["get"]["responses"]["404"] = {"description": "Такой записи нет"}
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": f"^{ID_PATTERN}$"}}
    paths[f"/{name}/{{id}}.json"] = {"parameters": [parameter], **single}
    for table in data_set.tables:
        operation_id = f"{table.name.replace('-', '_')}_table"
        paths[f"/{table.name}.csv"] = _get(name, operation_id, f"{table.name}: таблица", "text/csv", {"type": "string"})
    if "geojson" in data_set.files:
        schema = {"type": "object", "required": ["type", "features"], "properties": {"type": {"const": "FeatureCollection"}}}
        paths[f"/{name}.geojson"] = _get(name, f"{operation}_places", f"{name}: места", FORMATS["geojson"].media_type, schema)
    return paths


def _get(tag: str, operation_id: str, summary: str, media_type: str, schema: dict[str, Any]) -> dict[str, Any]:
    answer = {"description": "Файл", "content": {media_type: {"schema": schema}}}
    return {"get": {"tags": [tag], "operationId": operation_id, "summary": summary, "responses": {"200": answer}}}
