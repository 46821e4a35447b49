"""Edits that bring an optional field or take one away, wherever in a record it may stand."""

from site_plugins.checks.disputed_places import SILENT
from site_plugins.records.base import FullText, Text
from site_plugins.records.event import EventPlace
from tests.edits.fields import Part, dotted, model_of, parts
from tests.edits.values import RESULTS, is_free, value_for
from tests.edits.world import World


def add_a_field(world: World) -> str | None:
    """An optional field of the record or of anything in it."""
    file = world.some_file()
    tree = world.tree(file)
    found = [(part, name) for part in parts(tree, model_of(file)) for name in _addable(part)]
    if not found:
        return None
    part, name = world.random.choice(found)
    value = value_for(world, file, part.model, name)
    if value is None:
        return None
    part.tree[name] = value
    if part.model is EventPlace and name == "city":
        part.tree.pop("country", None)
    world.save(file, tree)
    return f"{file} {dotted((*part.path, name))}: {value}"


def drop_a_field(world: World) -> str | None:
    """An optional field with all that stands in it."""
    file = world.some_file()
    tree = world.tree(file)
    found = [(part, name) for part in parts(tree, model_of(file)) for name in part.tree if _is_optional(part, name) and len(part.tree) > 1]
    if not found:
        return None
    part, name = world.random.choice(found)
    del part.tree[name]
    world.save(file, tree)
    return f"{file} {dotted((*part.path, name))} is gone"


def _is_optional(part: Part, name: str) -> bool:
    return is_free(part.model, name) and not part.model.model_fields[name].is_required() and not issubclass(part.model, FullText | Text)


def _addable(part: Part) -> list[str]:
    """The fields that are not there, and that the rest of the record lets come."""
    shut = set(SILENT) if "disputed" in part.tree else {"country"} if part.model is EventPlace and "city" in part.tree else set()
    if part.model.__name__ == "Event":
        shut |= set(RESULTS) if part.tree["status"] != "held" else {"medals"} if part.tree["category"] != "sport" else set()
    return [name for name in part.model.model_fields if name not in part.tree and name not in shut and _is_optional(part, name)]
