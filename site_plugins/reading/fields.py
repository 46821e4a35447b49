"""What the schema and the file know of a path in a record: its Russian title, its model, its line and column."""

from dataclasses import replace

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_plugins.problems import Problem
from site_plugins.reading.yaml_subset import Document, Path
from site_plugins.records.walk import models


def field_at(model: type[BaseModel], path: Path) -> tuple[type[BaseModel], FieldInfo | None]:
    """The model that holds the path's last field, and that field (None where the schema has none)."""
    current: type[BaseModel] | None = model
    holder, field = model, None
    for part in path:
        if isinstance(part, int) or current is None:
            continue
        holder, field = current, current.model_fields.get(part)
        current = next(iter(models(field.annotation)), None) if field else None
    return holder, field


def last_key(path: Path) -> str:
    """The name of the field a path ends in, list positions left out."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def title_at(model: type[BaseModel], path: Path) -> str:
    """The Russian title of the field a path ends in, empty where the schema has none."""
    _, field = field_at(model, path)
    return (field.title or "") if field else ""


def place(document: Document, path: Path, *, at_key: bool = False) -> tuple[int, int]:
    """Line and column of a path, or of its nearest ancestor that stands in the file."""
    while path not in document.marks and path:
        path = path[:-1]
    mark = document.marks[path]
    return (mark.key_line, mark.key_column) if at_key else (mark.line, mark.column)


def problem_at(name: str, document: Document, model: type[BaseModel], path: Path, code: str, **values: str) -> Problem:
    """A problem with the value at `path` of the file `name`."""
    line, column = place(document, path)
    return replace(Problem.of(name, line, column, code, **values), key=last_key(path), title=title_at(model, path))


def problem_at_key(name: str, document: Document, model: type[BaseModel], path: Path, code: str, **values: str) -> Problem:
    """A problem with the whole field at `path` of the file `name`, at the place of the field's name."""
    line, column = place(document, path, at_key=True)
    return replace(problem_at(name, document, model, path, code, **values), line=line, column=column)


def titled(notes: list[Problem], document: Document, model: type[BaseModel]) -> list[Problem]:
    """What the YAML reader noted, with the Russian titles of the fields that stand there."""
    if not notes:
        return []
    paths = {(mark.line, mark.column): path for path, mark in document.marks.items()}
    return [replace(note, title=title_at(model, paths.get((note.line, note.column), ()))) for note in notes]
