"""`make new TYPE=city ID=…`: a commented file to fill in, written from the model, so that it never lags behind."""

import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from site_plugins.editors.whole import write_whole
from site_plugins.reading.near import near
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record, Text
from site_plugins.records.ids import RefersTo

EMPTY_TEXT = "{ru: , en: }"
SINGULAR = {record_type.__name__.lower(): record_type for record_type in RECORD_TYPES}


def find_type(word: str) -> tuple[type[Record] | None, str]:
    """The type that `city`, `City` or `cities` means; else None and the nearest word."""
    key = word.lower().replace("_", "").replace("-", "")
    for name, record_type in SINGULAR.items():
        if key in (name, record_type.folder.replace("_", "")):
            return record_type, ""
    return None, near(key, list(SINGULAR)) or ", ".join(SINGULAR)


def make_template(record_type: type[Record]) -> str:
    """The file's text: required fields to fill in, optional ones behind a `#`, each with what it is."""
    lines = [f"# Новая запись: data/{record_type.folder}/. Имя файла станет адресом страницы."]
    lines += ["# Поле за знаком «#» необязательно: уберите знак и впишите значение или удалите строку."]
    own = [name for name in record_type.model_fields if name not in Record.model_fields]
    for name in [*own, *(name for name in ("pictures", "aliases", "former_ids") if name in record_type.model_fields)]:
        field = record_type.model_fields[name]
        lines += ["", *_field(name, field, commented=not field.is_required())]
    return "\n".join(lines) + "\n"


def write_new(data: Path, record_type: type[Record], record_id: str) -> Path | None:
    """Write the file; None where one of that name is there already, which is left as it is. OSError where that cannot be."""
    path = data / record_type.folder / f"{record_id}.yml"
    path.parent.mkdir(exist_ok=True)
    if path.exists():
        return None
    write_whole(path, make_template(record_type))
    return path


def _field(name: str, field: FieldInfo, *, commented: bool) -> list[str]:
    mark = "# " if commented else ""
    inner, is_list = _inner(field.annotation)
    lines = [f"# {_told(name, field)}"]
    if _is(inner, Text):
        return [*lines, f"{mark}{name}:", f"{mark}  - {EMPTY_TEXT}"] if is_list else [*lines, f"{mark}{name}: {EMPTY_TEXT}"]
    if _is(inner, BaseModel):
        return [*lines, f"{mark}{name}:", *_model(inner, mark, is_list=is_list)]
    return [*lines, f"{mark}{name}: {'[]' if is_list else ''}".rstrip()]


def _model(model: type[BaseModel], mark: str, *, is_list: bool) -> list[str]:
    lines = []
    indent = "    " if is_list else "  "
    for number, (name, field) in enumerate(model.model_fields.items()):
        inner, inside = _inner(field.annotation)
        value = EMPTY_TEXT if _is(inner, Text) else "[]" if inside and not _is(inner, BaseModel) else ""
        optional = "" if field.is_required() else "# "
        lead = "  - " if is_list and number == 0 else indent
        lines.append(f"{indent}# {_told(name, field, nested=True)}")
        lines.append(f"{mark or lead}{lead if mark else optional}{name}: {value}".rstrip())
    return lines


def _told(name: str, field: FieldInfo, *, nested: bool = False) -> str:
    """The field in Russian: its title, what it is, and what may stand there; of one that has its own fields below another, which."""
    inner, is_list = _inner(field.annotation)
    folder = next((mark.folder for mark in (*field.metadata, *_marks(field.annotation)) if isinstance(mark, RefersTo)), "")
    file = "имена файлов без .yml, через запятую, " if is_list else "имя файла без .yml, "
    refers = f"{file}из data/{folder}/" if folder else ""
    choices = ", ".join(str(choice) for choice in get_args(inner)) if get_origin(inner) is Literal else ""
    fields = f"с полями {', '.join(inner.model_fields)}" if nested and _is(inner, BaseModel) and not _is(inner, Text) else ""
    return " — ".join(part for part in (field.title or name, field.description, refers or choices or fields) if part)


def _marks(annotation: Any) -> Iterator[Any]:
    """What annotates a type, at any depth: of `list[CityId]` to which folder its items refer."""
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _marks(part)


def _is(annotation: Any, model: type[BaseModel]) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, model)


def _inner(annotation: Any) -> tuple[Any, bool]:
    """The type inside an optional or a list, and whether there was a list."""
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType):
        return _inner(next(part for part in get_args(annotation) if part is not type(None)))
    if origin is list:
        return _inner(get_args(annotation)[0])[0], True
    if origin is not None and hasattr(annotation, "__metadata__"):
        inner, is_list = _inner(get_args(annotation)[0])
        return (annotation if not is_list and not isinstance(inner, type) else inner), is_list
    return annotation, False
