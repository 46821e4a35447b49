"""From a document to a typed record; every refusal of the model becomes a message with its place in the file."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from site_plugins.problems import Problem
from site_plugins.reading.fields import problem_at_key
from site_plugins.reading.refusals import explain_refusals
from site_plugins.reading.yaml_subset import Document

M = TypeVar("M", bound=BaseModel)


def read_record(name: str, document: Document, model: type[M], record_id: str = "") -> tuple[M | None, list[Problem]]:
    """The record that a document holds, or None and all that is wrong with it. `record_id` is its id, if it is to have one."""
    assert isinstance(document.tree, dict)
    tree, problems = dict(document.tree), []
    if "id" in tree:
        del tree["id"]
        problems.append(problem_at_key(name, document, model, ("id",), "id-in-file"))
    if record_id:
        tree["id"] = record_id
    try:
        record = model.model_validate(tree)
    except ValidationError as errors:
        return None, problems + explain_refusals(name, document, model, errors.errors(include_url=False))
    return (None if problems else record), problems
