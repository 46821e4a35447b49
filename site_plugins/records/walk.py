"""The values of one kind in a record, wherever they stand: which fields can lead to one is worked out once for each model."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Path = tuple[str | int, ...]
Mark = TypeVar("Mark")


class Finder(Generic[Mark]):
    """Finds the values of the fields that `wanted` gives a mark, of a list each item.

    Called with a record, it returns for each its place, its mark and itself, in the order of the fields.
    """

    def __init__(self, wanted: Callable[[str, FieldInfo], Mark | None]) -> None:
        self.wanted = wanted
        self.known: dict[type[BaseModel], list[tuple[str, Mark | None]]] = {}

    def __call__(self, record: BaseModel) -> list[tuple[Path, Mark, Any]]:
        found: list[tuple[Path, Mark, Any]] = []
        self._walk(record, (), found)
        return found

    def _walk(self, model: BaseModel, path: Path, found: list[tuple[Path, Mark, Any]]) -> None:
        values = vars(model)
        for name, mark in self._fields(type(model)):
            value = values[name]
            if isinstance(value, list):
                for number, item in enumerate(value):
                    self._take(item, mark, (*path, name, number), found)
            elif value is not None:
                self._take(value, mark, (*path, name), found)

    def _take(self, value: Any, mark: Mark | None, path: Path, found: list[tuple[Path, Mark, Any]]) -> None:
        if mark is not None:
            found.append((path, mark, value))
        elif isinstance(value, BaseModel):
            self._walk(value, path, found)

    def _fields(self, model: type[BaseModel]) -> list[tuple[str, Mark | None]]:
        """The fields that are wanted, with their mark, and those that have one inside of them, with none."""
        if model not in self.known:
            self.known[model] = []  # a model inside of itself would have no end
            for name, field in model.model_fields.items():
                mark = self.wanted(name, field)
                if mark is not None or any(self._fields(inner) for inner in models(field.annotation)):
                    self.known[model].append((name, mark))
        return self.known[model]


def models(annotation: Any) -> list[type[BaseModel]]:
    """The models in `X`, `X | None`, `list[X]`, `Annotated[X, …]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for part in get_args(annotation) for found in models(part)]
