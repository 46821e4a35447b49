"""From a document to a typed record; every refusal of the model becomes a message with its place in the file."""

import difflib
import re
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from site_plugins.problems import Problem, wordings
from site_plugins.reading.fields import field_at, last_key
from site_plugins.reading.yaml_subset import Document, Path

M = TypeVar("M", bound=BaseModel)

MAX_WORD = 80
"""No name of ours is longer: what is, is nobody's near miss."""

CODES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "literal_error": "choice-unknown",
    "int_parsing": "number-form",
    "int_parsing_size": "number-form",
    "int_from_float": "number-form",
    "int_type": "number-form",
    "float_parsing": "number-form",
    "float_type": "number-form",
    "greater_than": "number-too-small",
    "greater_than_equal": "number-too-small",
    "less_than": "number-too-large",
    "less_than_equal": "number-too-large",
    "bool_parsing": "bool-form",
    "bool_type": "bool-form",
    "string_type": "expected-text",
    "list_type": "expected-list",
    "model_type": "expected-fields",
    "is_instance_of": "expected-date",
    "too_short": "list-too-short",
}
"""Pydantic's kinds of error, and the message an editor gets for each; our own kinds are codes already."""

ONE_VALUE = ("number-form", "bool-form", "choice-unknown")
"""What to call a list or fields where one value belongs: `expected-text`, whatever the value was to be."""


def read_record(name: str, document: Document, model: type[M]) -> tuple[M | None, list[Problem]]:
    """The record that a document holds, or None and all that is wrong with it."""
    assert isinstance(document.tree, dict)
    tree, problems = dict(document.tree), []
    if "id" in tree:
        del tree["id"]
        problems.append(problem_at_key(name, document, model, ("id",), "id-in-file"))
    try:
        record = model.model_validate(tree)
    except ValidationError as errors:
        return None, problems + [_problem(name, document, model, error) for error in errors.errors(include_url=False)]
    return (None if problems else record), problems


def near(word: str, words: list[str]) -> str | None:
    """The one of `words` that `word` was probably meant to be."""
    return next(iter(difflib.get_close_matches(word, words, 1, 0.75)), None) if len(word) <= MAX_WORD else None


def mixes_alphabets(word: str) -> bool:
    """Whether a name has both Latin and Russian letters, which look alike and never are."""
    return bool(re.search("[A-Za-z]", word) and re.search("[А-Яа-яЁё]", word))


def place(document: Document, path: Path, *, at_key: bool = False) -> tuple[int, int]:
    """Line and column of a path, or of its nearest ancestor that stands in the file."""
    while path not in document.marks and path:
        path = path[:-1]
    mark = document.marks[path]
    return (mark.key_line, mark.key_column) if at_key else (mark.line, mark.column)


def problem_at(name: str, document: Document, model: type[BaseModel], path: Path, code: str, **values: str) -> Problem:
    """A problem with the value at `path` of the file `name`."""
    line, column = place(document, path)
    return replace(Problem.of(name, line, column, code, **values), key=last_key(path), title=_title(model, path))


def problem_at_key(name: str, document: Document, model: type[BaseModel], path: Path, code: str, **values: str) -> Problem:
    """A problem with the whole field at `path` of the file `name`, at the place of the field's name."""
    line, column = place(document, path, at_key=True)
    return replace(problem_at(name, document, model, path, code, **values), line=line, column=column)


def _title(model: type[BaseModel], path: Path) -> str:
    _, field = field_at(model, path)
    return (field.title or "") if field else ""


def _problem(name: str, document: Document, model: type[BaseModel], error: Any) -> Problem:
    path: Path = tuple(error["loc"])
    context, told = error.get("ctx", {}), error["input"]
    code = _code(error["type"], context, told)
    values: dict[str, str] = {"value": told} if isinstance(told, str) else {}
    at = problem_at_key if code == "field-unknown" else problem_at
    if code == "field-unknown":
        holder, _ = field_at(model, path)
        values, code = _suggest(last_key(path), [field for field in holder.model_fields if field != "id"], code)
    if code == "choice-unknown":
        choices = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        values, code = _suggest(told, choices, code)
    if code == "value-unfit":
        values["said"] = error["msg"]
    for bound in ("gt", "ge", "lt", "le", "min_length"):
        if bound in context:
            values["limit"] = str(context[bound])
    return at(name, document, model, path, code, **values)


def _code(kind: str, context: dict[str, Any], told: Any) -> str:
    code = CODES.get(kind) or (kind if kind in wordings("ru") else "value-unfit")
    if code in ONE_VALUE and not isinstance(told, str):
        return "expected-text"
    if code == "expected-fields" and context.get("class_name") == "Text":
        return "expected-languages"
    return code


def _suggest(word: str, words: list[str], code: str) -> tuple[dict[str, str], str]:
    if mixes_alphabets(word):
        return {"value": word}, "text-two-alphabets"
    if found := near(word, words):
        return {"value": word, "near": found}, f"{code}-near"
    return {"value": word, "choices": ", ".join(words)}, code
