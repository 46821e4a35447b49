"""Edits of dates, states, numbers and choices."""

from typing import Literal, get_args, get_origin

from benchmarks.records import ACCESS, ZONES
from site_plugins.checks.disputed_places import SILENT
from site_plugins.records.edtf import Edtf
from site_plugins.records.source import Source
from tests.edits.fields import Leaf, put, some_leaf
from tests.edits.values import is_free, some_date, some_number, some_text
from tests.edits.world import World, without


def change_a_date(world: World) -> str | None:
    """Any date but an event's own."""
    found = some_leaf(world, lambda leaf: leaf.kind.type is Edtf and is_free(leaf.model, leaf.name))
    return put(world, *found, some_date(world.random)) if found else None


def change_a_number(world: World) -> str | None:
    """Participants, medals, delegations, inhabitants, prices."""
    found = some_leaf(world, lambda leaf: leaf.kind.type is int and leaf.field != "Report.year")
    return put(world, *found, some_number(world.random, found[2].name)) if found else None


def change_coordinates(world: World) -> str | None:
    """A point moves within its degree."""
    found = some_leaf(world, lambda leaf: leaf.kind.type is float)
    return put(world, *found, f"{found[2].text.partition('.')[0]}.{world.random.randint(1, 999):03}") if found else None


def change_a_choice(world: World) -> str | None:
    """One of a few words, or yes and no."""

    def wanted(leaf: Leaf) -> bool:
        return (get_origin(leaf.kind.type) is Literal or leaf.kind.type is bool) and is_free(leaf.model, leaf.name) and not leaf.kind.many

    found = some_leaf(world, wanted)
    if not found:
        return None
    choices = [str(choice) for choice in get_args(found[2].kind.type)] or ["true", "false"]
    return put(world, *found, world.random.choice([choice for choice in choices if choice != found[2].text]))


def change_a_source_s_address_and_kind(world: World) -> str | None:
    """Its host stays, for a point on the map may go by it; so does the kind of an operator's own word."""
    file = world.some_file("sources")
    tree = world.tree(file)
    tree["url"] = f"{tree['url'].partition('?')[0]}?v={world.fresh()}"
    if "host-" not in tree["url"]:
        tree["kind"] = world.random.choice(get_args(Source.model_fields["kind"].annotation))
    world.save(file, tree)
    return f"{file} {tree['kind']}, {tree['url']}"


def attest_a_city_s_status(world: World) -> str | None:
    """A newer attestation comes before the others."""
    file = world.some_file("cities")
    tree = world.tree(file)
    status = world.random.choice(("twin", "partner", "partner_suspended", "former"))
    attested = {"status": status, "as_of": "2025", "note": some_text(world), "sources": tree["sources"][:1]}
    tree["status"] = [attested, *tree["status"]][:5]
    world.save(file, tree)
    return f"{file} status: {status}"


def change_who_may_visit(world: World) -> str | None:
    """The wordings of sources and the state that follows from them; or neither."""
    file = world.some_file("industrial_sites")
    tree = world.tree(file)
    tree = without(tree, "wordings", "access")
    wording, state = world.random.choice((*ACCESS, ("", "unknown")))
    if wording:
        tree |= {"wordings": [wording], "access": {"state": state, "text": some_text(world), "sources": tree["sources"][:1]}}
    world.save(file, tree)
    return f"{file} access: {state}"


def move_a_city_to_another_country(world: World) -> str | None:
    """Country, clock and point together; or nobody says any more where it belongs."""
    file = world.some_file("cities")
    tree = world.tree(file)
    tree = without(tree, "disputed", *SILENT)
    if world.random.random() < 0.3:
        tree["disputed"] = {"text": some_text(world), "sources": tree["sources"][:1]}
    else:
        country, zone, latitude, longitude = world.random.choice(ZONES)
        point = {"latitude": f"{latitude}", "longitude": f"{longitude}", "sources": tree["sources"][:1]}
        tree |= {"country": country, "time_zone": zone, "point": point}
    world.save(file, tree)
    return f"{file} country: {tree.get('country', 'disputed')}"
