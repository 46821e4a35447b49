"""What the schema knows of a path in a record: its Russian title, its model, the names allowed there."""

from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_plugins.reading.yaml_subset import Path


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside `X`, `X | None`, `list[X]` or `Annotated[X, …]`, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        if found := inner_model(part):
            return found
    return None


def field_at(model: type[BaseModel], path: Path) -> tuple[type[BaseModel], FieldInfo | None]:
    """The model that holds the path's last field, and that field (None where the schema has none)."""
    current: type[BaseModel] | None = model
    holder, field = model, None
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        holder, field = current, current.model_fields.get(part)
        current = inner_model(field.annotation) if field else None
    return holder, field


def last_key(path: Path) -> str:
    """The name of the field a path ends in, list positions left out."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")
