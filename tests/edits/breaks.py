"""Edits that make a mistake which a build refuses. The next edit puts the files back, byte for byte."""

from site_plugins.records.edtf import Edtf
from tests.edits.fields import put, some_leaf
from tests.edits.world import SITE, TYPES, World

UNREADABLE = ("  - [\n", "nothing: {\n", "\tsummary: x\n", "title: &x y\n", "\u202e\n")
NO_DATES = ("2019-13", "2019-02-30", "в мае", "2019-05/2018", "0000")


def refer_to_nothing(world: World) -> str | None:
    """A reference to a record that never was."""
    found = some_leaf(world, lambda leaf: bool(leaf.kind.folder))
    return put(world, *found, f"nothing-{world.fresh()}") if found else None


def break_the_yaml(world: World) -> str | None:
    """Text behind the last line that no reader takes."""
    file = world.random.choice((SITE, *(world.some_file() for _ in range(5))))
    added = world.random.choice(UNREADABLE)
    world.write(file, world.read(file) + added.encode())
    return f"{file}: {added!r} at its end"


def write_a_wrong_date(world: World) -> str | None:
    """A date that the calendar has not."""
    found = some_leaf(world, lambda leaf: leaf.kind.type is Edtf)
    return put(world, *found, world.random.choice(NO_DATES)) if found else None


def date_an_event_beside_its_name(world: World) -> str | None:
    """A mistake that only a check sees: the name ends in another year."""
    file = world.some_file("events")
    tree = world.tree(file)
    tree["date"] = "1950"
    world.save(file, tree)
    return f"{file} date: 1950"


def drop_a_required_field(world: World) -> str | None:
    """Sources, a name, a summary."""
    file = world.some_file()
    tree, model = world.tree(file), TYPES[file.partition("/")[0]]
    name = world.random.choice([name for name in tree if model.model_fields[name].is_required()])
    del tree[name]
    world.save(file, tree)
    return f"{file} {name} is gone"


def lose_a_source(world: World) -> str | None:
    """A record vanishes that others refer to."""
    found = some_leaf(world, lambda leaf: leaf.kind.folder == "sources")
    if not found:
        return None
    file = f"sources/{found[2].text}.yml"
    world.write(file, None)
    return file
