"""Edits of what refers to what."""

from tests.edits.fields import Leaf, dotted, leaves, model_of, some_leaf
from tests.edits.following import POINT, beside, point_to, taken_out
from tests.edits.values import targets
from tests.edits.world import Tree, World


def lead_a_reference_elsewhere(world: World) -> str | None:
    """An event in another city, another source of a statement, another operator of a works."""
    found = some_leaf(world, _is_movable)
    if not found:
        return None
    file, tree, leaf = found
    old, others = leaf.text, targets(world, file, leaf.name, leaf.kind.folder, beside(leaf))
    if not others:
        return None
    point_to(tree, leaf, world.random.choice(others))
    world.save(file, tree)
    return f"{file} {dotted(leaf.path)}: {old} → {leaf.text}"


def add_to_a_list_of_references(world: World) -> str | None:
    """One more source, city, organisation or event."""
    found = some_leaf(world, lambda leaf: _is_movable(leaf) and leaf.kind.many)
    if not found:
        return None
    file, tree, leaf = found
    others = targets(world, file, leaf.name, leaf.kind.folder, leaf.holder)
    if not others:
        return None
    leaf.holder.insert(leaf.key, world.random.choice(others))
    world.save(file, tree)
    return f"{file} {dotted(leaf.path)}: + {leaf.text}"


def drop_a_reference(world: World) -> str | None:
    """An event loses an organisation, a statement one of its sources."""
    found = some_leaf(world, _is_movable)
    if not found:
        return None
    file, tree, leaf = found
    old = leaf.text
    if not taken_out(tree, model_of(file), leaf):
        return None
    world.save(file, tree)
    return f"{file} {dotted(leaf.path)}: - {old}"


def put_a_site_on_the_map(world: World) -> str | None:
    """A new source, on the operator's own web site, tells where a works is."""
    file = world.some_file("industrial_sites")
    tree = world.tree(file)
    host = f"organisations/{tree['operator']}.yml"
    operator = world.tree(host)
    if "website" not in operator:
        operator["website"] = f"https://host-{world.fresh()}.example.org/"
        world.save(host, operator)
    source, title = f"word-{world.fresh()}", {"ru": f"Контакты {world.fresh()}"}
    own = {"title": title, "publisher": operator["name"], "kind": "official", "url": f"{operator['website']}{world.fresh()}"}
    world.save(f"sources/{source}.yml", own)
    latitude, longitude = (f"{degree}.{world.random.randint(100, 999)}" for degree in (54, 73))
    tree["location"] = tree.get("location", {}) | {"point": {"latitude": latitude, "longitude": longitude, "sources": [source]}}
    world.save(file, tree)
    return f"{file} location.point: {latitude}, {longitude}"


def lead_elsewhere(world: World, file: str, tree: Tree) -> None:
    """Lead about half of a new record's references elsewhere."""
    for leaf in leaves(tree, model_of(file)):
        if _is_movable(leaf) and world.random.random() < 0.5:
            others = targets(world, file, leaf.name, leaf.kind.folder, beside(leaf))
            if others:
                point_to(tree, leaf, world.random.choice(others))


def _is_movable(leaf: Leaf) -> bool:
    return bool(leaf.kind.folder) and leaf.name != "part_of" and leaf.path[:2] != POINT and leaf.model.__name__ != "Picture"
