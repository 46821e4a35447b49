"""What pydantic refuses in a record, told to an editor."""

import re
from typing import Any

from pydantic import BaseModel

from site_plugins.problems import Problem, wordings
from site_plugins.reading.fields import field_at, last_key, problem_at, problem_at_key
from site_plugins.reading.near import LOOKALIKES, mixes_alphabets, near
from site_plugins.reading.text import MAX_TOLD, many_mistakes
from site_plugins.reading.yaml_subset import Document, Path

CODES = {
    "missing": "field-missing",
    "extra_forbidden": "field-unknown",
    "literal_error": "choice-unknown",
    "int_parsing": "number-form",
    "int_parsing_size": "number-form",
    "int_type": "number-form",
    "float_parsing": "number-form",
    "float_type": "number-form",
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
    "bool_parsing": "bool-form",
    "bool_type": "bool-form",
    "string_type": "expected-text",
    "list_type": "expected-list",
    "model_type": "expected-fields",
    "is_instance_of": "expected-date",
    "too_short": "list-too-short",
}
"""Pydantic's kinds of error, and the message for each; our own kinds are codes already, and any other is `value-unfit`."""

ONE_VALUE = ("number-form", "bool-form", "choice-unknown")
"""What to call a list or fields where one value belongs: `expected-text`, whatever the value was to be."""


def explain_refusals(name: str, document: Document, model: type[BaseModel], errors: list[Any]) -> list[Problem]:
    """One message for each mistake: a required field whose name was mistyped is not missed as well."""
    told = [(tuple(error["loc"]), _problem(name, document, model, error)) for error in errors[:MAX_TOLD]]
    meant = {(*path[:-1], dict(problem.values).get("near")) for path, problem in told}
    problems = [problem for path, problem in told if problem.code != "field-missing" or path not in meant]
    return [*problems, many_mistakes(name)] if len(errors) > MAX_TOLD else problems


def _problem(name: str, document: Document, model: type[BaseModel], error: Any) -> Problem:
    path: Path = tuple(error["loc"])
    context, told = error.get("ctx", {}), error["input"]
    code = _code(error["type"], context, told)
    values: dict[str, str] = {"value": told} if isinstance(told, str) else {}
    if code == "field-unknown":
        holder, _ = field_at(model, path)
        values, code = _suggest(last_key(path), [field for field in holder.model_fields if field != "id"], code)
        return problem_at_key(name, document, model, path, code, **values)
    if code == "choice-unknown":
        choices = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        values, code = _suggest(told, choices, code)
    if code == "value-unfit":
        values["said"] = error["msg"]
    for bound in ("ge", "le", "min_length"):
        if bound in context:
            values["limit"] = str(context[bound]).removesuffix(".0")
    return problem_at(name, document, model, path, code, **values)


def _code(kind: str, context: dict[str, Any], told: Any) -> str:
    code = CODES.get(kind) or (kind if kind in wordings("ru") else "value-unfit")
    if code in ONE_VALUE and not isinstance(told, str):
        return "expected-text"
    if kind == "int_parsing" and re.fullmatch(r"[+-]?\d+[.,]\d+", told):
        return "number-not-whole"
    if code == "expected-fields" and context.get("class_name") in ("Text", "FullText"):
        return "expected-languages"
    return code


def _suggest(word: str, words: list[str], code: str) -> tuple[dict[str, str], str]:
    if mixes_alphabets(word):
        return {"value": word, "near": near(word.translate(LOOKALIKES), words) or ""}, "text-two-alphabets"
    if found := near(word, words):
        return {"value": word, "near": found}, f"{code}-near"
    return {"value": word, "choices": ", ".join(words)}, code
