"""From a document to a typed record; every refusal of the model becomes a message with its place in the file."""

import difflib
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from site_plugins.problems import Problem
from site_plugins.reading.fields import field_at, last_key
from site_plugins.reading.yaml_subset import Document, Path

M = TypeVar("M", bound=BaseModel)

CODES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "literal_error": "choice-unknown",
    "int_parsing": "number-form",
    "int_from_float": "number-form",
    "int_type": "number-form",
    "float_parsing": "number-form",
    "float_type": "number-form",
    "finite_number": "number-form",
    "greater_than": "number-too-small",
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
    "bool_parsing": "bool-form",
    "bool_type": "bool-form",
    "string_type": "expected-text",
    "list_type": "expected-list",
    "model_type": "expected-fields",
    "dict_type": "expected-fields",
    "is_instance_of": "expected-date",
    "too_short": "list-too-short",
}
"""Pydantic's kinds of error, and the message an editor gets for each."""


def read_record(name: str, document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The record that a document holds, or None and all that is wrong with it."""
    if isinstance(document.tree, dict) and "id" in document.tree:
        line, column = place(document, ("id",), at_key=True)
        return None, [Problem(name, line, column, "id-in-file", "id")]
    try:
        return model.model_validate(document.tree), []
    except ValidationError as errors:
        return None, [_problem(name, document, model, error) for error in errors.errors(include_url=False)]


def near(word: str, words: list[str]) -> str | None:
    """The one of `words` that `word` was probably meant to be."""
    return next(iter(difflib.get_close_matches(word, words, 1, 0.6)), None)


def place(document: Document, path: Path, at_key: bool = False) -> tuple[int, int]:
    """Line and column of a path, or of its nearest ancestor that stands in the file."""
    while path not in document.marks and path:
        path = path[:-1]
    mark = document.marks[path]
    return (mark.key_line, mark.key_column) if at_key else (mark.line, mark.column)


def _problem(name: str, document: Document, model: type[BaseModel], error: Any) -> Problem:
    path: Path = tuple(error["loc"])
    kind, context = error["type"], error.get("ctx", {})
    code = CODES.get(kind, kind)
    holder, field = field_at(model, path)
    values: dict[str, str] = {key: str(value) for key, value in context.items() if key == "value"}
    if isinstance(error["input"], str):
        values["value"] = error["input"]
    if code == "expected-fields" and context.get("class_name") == "Text":
        code = "expected-languages"
    if code == "field-unknown":
        values, code = _suggest(last_key(path), list(holder.model_fields), "field-unknown")
    if code == "choice-unknown":
        choices = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        values, code = _suggest(str(error["input"]), choices, "choice-unknown")
    for bound in ("gt", "ge", "le", "min_length"):
        if bound in context:
            values["limit"] = str(context[bound])
    line, column = place(document, path, at_key=code.startswith("field-unknown"))
    title = (field.title or "") if field else ""
    return Problem(name, line, column, code, last_key(path), title, tuple(sorted(values.items())))


def _suggest(word: str, words: list[str], code: str) -> tuple[dict[str, str], str]:
    names = ", ".join(name for name in words if name != "id")
    if found := near(word, words):
        return {"value": word, "near": found}, f"{code}-near"
    return {"value": word, "choices": names}, code
