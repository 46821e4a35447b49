"""What has to follow in other files where a record goes, changes or gets another name."""

from collections.abc import Iterator

from pydantic import BaseModel, ValidationError

from site_plugins.records.edtf import parse_edtf
from site_plugins.records.event import EventPlace
from tests.edits.fields import Leaf, leaves, model_of
from tests.edits.values import SECTIONS, targets
from tests.edits.world import Tree, World

POINT = ("location", "point")
"""Of an industrial site: its source is the operator's own word (checks/industrial_points.py), so it goes when either changes."""


def point_to(tree: Tree, leaf: Leaf, new: str) -> None:
    """Set a reference, and take away what was true of the old one alone."""
    leaf.holder[leaf.key] = new
    if leaf.model is EventPlace:
        leaf.holder.pop("country", None)
    if leaf.field == "IndustrialSite.operator":
        without_point(tree)


def taken_out(tree: Tree, model: type[BaseModel], leaf: Leaf) -> bool:
    """Take a reference away where the record may be without it."""
    old = leaf.text
    del leaf.holder[leaf.key]
    try:
        model.model_validate(tree)
    except ValidationError:
        leaf.holder.insert(leaf.key, old) if isinstance(leaf.holder, list) else leaf.holder.update({leaf.key: old})
        return False
    return True


def cut_loose(world: World, folder: str, record_id: str) -> None:
    """Nothing refers to a record any more: references to it go, or where they may not, lead elsewhere."""
    for file, tree, found in referring(world, folder, record_id):
        for leaf in reversed(found):
            if leaf.path[:2] == POINT:
                without_point(tree)
            elif not taken_out(tree, model_of(file), leaf):
                taken = [record_id, *beside(leaf)]
                point_to(tree, leaf, world.random.choice(targets(world, file, leaf.name, folder, taken)))
        world.save(file, tree)


def follow(world: World, folder: str, old: str, new: str) -> None:
    """All references to a record take its new name."""
    for file, tree, found in referring(world, folder, old):
        for leaf in found:
            leaf.holder[leaf.key] = new
        world.save(file, tree)


def referring(world: World, folder: str, record_id: str) -> Iterator[tuple[str, Tree, list[Leaf]]]:
    """The files that refer to a record, each with its tree and the references."""
    for file, content in world.files().items():
        if record_id.encode() in content and file.endswith(".yml"):
            tree = world.tree(file)
            found = [leaf for leaf in leaves(tree, model_of(file)) if leaf.kind.folder == folder and leaf.text == record_id]
            if found:
                yield file, tree, found


def leave_sections(world: World, event_id: str) -> None:
    """An event goes out of the sections of reports that are for one category."""
    for file, tree, found in referring(world, "events", event_id):
        if sections := [leaf for leaf in found if leaf.name in SECTIONS]:
            for leaf in reversed(sections):
                del leaf.holder[leaf.key]
            world.save(file, tree)


def loosen_parts(world: World, event_id: str) -> None:
    """After an event's date changed, it and its parts remain together only where their days do."""
    for file in (f"events/{event_id}.yml", *parts_of(world, event_id)):
        tree = world.tree(file)
        if "part_of" in tree:
            part, whole = parse_edtf(tree["date"]), parse_edtf(world.tree(f"events/{tree['part_of']}.yml")["date"])
            if part.last < whole.first or part.first > whole.last:
                del tree["part_of"]
                world.save(file, tree)


def parts_of(world: World, event_id: str) -> list[str]:
    """The files of an event's parts."""
    return [file for file, tree, _ in referring(world, "events", event_id) if tree.get("part_of") == event_id]


def beside(leaf: Leaf) -> list[str]:
    """What stands in the same list, or the reference alone: it is not to be named twice."""
    return leaf.holder if isinstance(leaf.holder, list) else [leaf.text]


def without_point(tree: Tree) -> None:
    """Take the point of an industrial site away."""
    location = tree.get("location", {})
    location.pop("point", None)
    if not location:
        tree.pop("location", None)
