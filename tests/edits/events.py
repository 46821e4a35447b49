"""Edits of events whose day, state or kind others go by."""

from benchmarks.records import KINDS
from site_plugins.records.edtf import parse_edtf
from tests.edits.following import leave_sections, loosen_parts, parts_of
from tests.edits.values import LAST_YEAR, RESULTS, some_date_in, some_text
from tests.edits.world import World, split, without


def move_an_event_within_its_year(world: World) -> str | None:
    """The day; parts that lie outside of it are parts no more."""
    file = world.some_file("events")
    tree = world.tree(file)
    old, tree["date"] = tree["date"], some_date_in(world.random, parse_edtf(tree["date"]).year)
    tree.pop("times", None)
    world.save(file, tree)
    loosen_parts(world, split(file)[1])
    return f"{file} date: {old} → {tree['date']}"


def tell_an_event_s_hours(world: World) -> str | None:
    """A part of its first day begins at an hour."""
    file = world.some_file("events")
    tree = world.tree(file)
    day, hour = parse_edtf(tree["date"]).first, world.random.randint(8, 18)
    part = {"title": some_text(world), "starts": f"{day}T{hour:02}:30", "sources": tree["sources"][:1]}
    part |= {"ends": f"{day}T{hour + 2:02}:00"} if world.random.random() < 0.5 else {}
    tree["times"] = [part]
    world.save(file, tree)
    return f"{file} times: {part['starts']}"


def change_an_event_s_status(world: World) -> str | None:
    """What was not held has no results; what lies ahead was not held."""
    file = world.some_file("events")
    tree = world.tree(file)
    others = ("planned", "announced", "cancelled", *(["held"] if parse_edtf(tree["date"]).year <= LAST_YEAR + 1 else []))
    old, tree["status"] = tree["status"], world.random.choice([status for status in others if status != tree["status"]])
    if tree["status"] != "held":
        tree = without(tree, *RESULTS)
    world.save(file, tree)
    return f"{file} status: {old} → {tree['status']}"


def change_an_event_s_category(world: World) -> str | None:
    """It leaves the sections of reports that are for the old one."""
    file = world.some_file("events")
    tree = world.tree(file)
    old, tree["category"] = tree["category"], world.random.choice([kind for kind in (*KINDS, "award") if kind != tree["category"]])
    tree = without(tree, "medals")
    world.save(file, tree)
    leave_sections(world, split(file)[1])
    return f"{file} category: {old} → {tree['category']}"


def make_an_event_part_of_another(world: World) -> str | None:
    """The whole takes its whole year and is part of nothing; the part has no parts."""
    file = world.some_file("events")
    part_id = split(file)[1]
    same_year = [other for other in world.ids("events") if other[-4:] == part_id[-4:] and other != part_id]
    if not same_year or parts_of(world, part_id):
        return None
    whole = f"events/{world.random.choice(same_year)}.yml"
    tree, other = world.tree(file), world.tree(whole)
    if "part_of" in other:
        return None
    tree["part_of"], other["date"] = split(whole)[1], part_id[-4:]
    other.pop("times", None)
    world.save(file, tree)
    world.save(whole, other)
    return f"{file} part_of: {split(whole)[1]}, which takes all of {part_id[-4:]}"
