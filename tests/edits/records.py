"""Edits that bring a record, take one away, or give it another name."""

from tests.edits.following import cut_loose, follow, loosen_parts
from tests.edits.pictures import drop_unused_pictures
from tests.edits.references import lead_elsewhere
from tests.edits.texts import LABELS, relabelled
from tests.edits.values import LAST_YEAR, RESULTS, some_date_in
from tests.edits.world import SITE, Tree, World, split, without

FEWEST = 3
"""Of no type are there ever fewer, for a reference that must be there has to lead somewhere."""


def add_a_record(world: World) -> str | None:
    """One that says what another of its type says, under another name, with references of its own."""
    like = world.some_file()
    folder, old = split(like)
    tree = without(world.tree(like), "former_ids", "pictures", "part_of")
    new = _new_id(world, folder, old)
    file = f"{folder}/{new}.yml"
    for name in LABELS:
        if name in tree:
            tree[name] = relabelled(world, tree[name])
    _fit(tree, folder, new)
    if "url" in tree:
        tree["url"] = f"{tree['url'].partition('?')[0]}?v={world.fresh()}"
    lead_elsewhere(world, file, tree)
    world.save(file, tree)
    return f"{file}, like {old}"


def plan_an_event(world: World) -> str | None:
    """One that lies ahead."""
    like = world.some_file("events")
    tree = without(world.tree(like), "former_ids", "pictures", "part_of", "times", *RESULTS)
    year = world.random.randint(2030, 2035)
    tree |= {"title": relabelled(world, tree["title"]), "status": "planned", "date": some_date_in(world.random, year)}
    file = f"events/plan-{world.fresh()}-{year}.yml"
    world.save(file, tree)
    return f"{file}, like {like}"


def delete_a_record(world: World) -> str | None:
    """Nothing refers to it any more, and site.yml says that it was meant to go."""
    file = world.some_file()
    folder, record_id = split(file)
    if len(world.ids(folder)) <= FEWEST:
        return None
    tree = world.tree(file)
    world.write(file, None)
    cut_loose(world, folder, record_id)
    if folder != "sources":
        site = world.tree(SITE)
        site["withdrawn"] = [*site.get("withdrawn", []), *(f"{folder}/{name}" for name in (record_id, *tree.get("former_ids", [])))]
        world.save(SITE, site)
    drop_unused_pictures(world)
    return file


def rename_a_record(world: World) -> str | None:
    """Its old name stays an address; of its former names one may come back."""
    file = world.some_file()
    folder, old = split(file)
    tree = world.tree(file)
    former = tree.pop("former_ids", [])
    back = [name for name in former if folder != "events" or name[-4:] == old[-4:]]
    new = world.random.choice(back) if back and world.random.random() < 0.5 else _new_id(world, folder, old)
    _rename(world, file, new, tree | {"former_ids": [*(name for name in former if name != new), old]})
    return f"{file} → {new}"


def move_an_event_to_another_year(world: World) -> str | None:
    """Its name ends in the year, so it gets another."""
    file = world.some_file("events")
    old = split(file)[1]
    tree = without(world.tree(file), "times")
    year = world.random.randint(1990, LAST_YEAR if tree["status"] == "held" else LAST_YEAR + 12)
    new = f"{old[:-5].partition('-moved')[0]}-moved-{world.fresh()}-{year}"
    tree |= {"date": some_date_in(world.random, year), "former_ids": [*tree.get("former_ids", []), old]}
    _rename(world, file, new, tree)
    loosen_parts(world, new)
    return f"{file} → {new}"


def _rename(world: World, file: str, new: str, tree: Tree) -> None:
    folder, old = split(file)
    _fit(tree, folder, new)
    world.write(file, None)
    world.save(f"{folder}/{new}.yml", tree)
    follow(world, folder, old, new)


def _new_id(world: World, folder: str, old: str) -> str:
    """A name that no record ever had: an event's ends in its year, a report's is its year."""
    if folder == "reports":
        named = "".join(f"{file}{content.decode()}" for file, content in world.files().items() if file.startswith(("reports/", SITE)))
        return str(world.random.choice([year for year in range(1900, 2101) if str(year) not in named]))
    if folder == "events":
        return f"{old[:-5].partition('-named')[0]}-named-{world.fresh()}{old[-5:]}"
    return f"{old.partition('-named')[0]}-named-{world.fresh()}"


def _fit(tree: Tree, folder: str, new: str) -> None:
    if folder == "reports":
        tree["year"] = new
