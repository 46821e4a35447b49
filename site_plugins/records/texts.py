"""Every text of a record with its place."""

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_plugins.records.base import Text
from site_plugins.records.walk import Finder, Path, models


def texts(record: BaseModel) -> list[tuple[Path, Text]]:
    """All texts of a record, in the order of its fields."""
    return [(path, text) for path, _, text in _find(record)]


def _is_text(_name: str, field: FieldInfo) -> bool | None:
    return any(issubclass(model, Text) for model in models(field.annotation)) or None


_find = Finder(_is_text)
