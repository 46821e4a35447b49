"""JSON Schemas of the record types, from the same models that check them, for completion in an editor."""

import json
from pathlib import Path
from typing import Any

from site_plugins.records import RECORD_TYPES
from site_plugins.records.site import SiteFacts


def make_schemas() -> dict[str, str]:
    """File name -> JSON Schema (draft 2020-12) of each type."""
    models: dict[str, Any] = {record_type.folder: record_type for record_type in RECORD_TYPES} | {"site": SiteFacts}
    return {f"{name}.schema.json": _text(model) for name, model in models.items()}


def write_schemas(folder: Path) -> None:
    """Write all schemas; `.vscode/settings.json` tells an editor which folder each is for."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in make_schemas().items():
        (folder / name).write_text(text, "utf-8")


def _text(model: Any) -> str:
    schema = model.model_json_schema()
    schema.get("properties", {}).pop("id", None)
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
