"""Edits of files that change little or nothing of what the data mean, but much of how the files look."""

import os
import re
from datetime import UTC, datetime, timedelta
from itertools import combinations

from site_plugins.history.ledger import update_ledger
from site_plugins.reading import addresses, ledger
from site_plugins.reading.folder import read_folder
from tests.edits.following import parts_of
from tests.edits.world import TYPES, World, split
from tests.edits.yaml_text import format_tree

HOUR = 3_600_000_000_000
BEGINNING = datetime(2025, 1, 1, tzinfo=UTC)
ALONE = (b"host-", b"disputed", b"part_of", b"pictures")
"""What ties a file to its name or to others."""
TWO_WORDS = re.compile(r"(?<=[а-я] )([а-яё]{3,}) ([а-яё]{3,})(?= )")


def touch_a_file(world: World) -> str | None:
    """Another time, the same bytes."""
    file = world.some_file()
    stat = (world.data / file).stat()
    os.utime(world.data / file, ns=(stat.st_atime_ns, stat.st_mtime_ns + world.random.randint(-HOUR, HOUR)))
    return file


def lay_out_a_file_anew(world: World) -> str | None:
    """Quotes, a comment, Windows line ends or another order of fields: it means the same."""
    file = world.some_file()
    tree, before = world.tree(file), world.read(file)
    look = world.random.choice(("quotes", "comment", "line ends", "order", "ours"))
    text = format_tree(dict(reversed(tree.items())) if look == "order" else tree, quoted=look == "quotes")
    if look == "comment":
        text = f"# Правка {world.fresh()}\n{text}"
    content = (text.replace("\n", "\r\n") if look == "line ends" else text).encode()
    if content == before:
        return None
    world.write(file, content)
    return f"{file}: {look}"


def swap_two_files_of_one_size(world: World) -> str | None:
    """Two records say what the other said, and neither file's size changes."""
    folder = world.random.choice([folder for folder in TYPES if folder != "reports"])
    by_size: dict[int, list[str]] = {}
    for record_id in world.ids(folder):
        by_size.setdefault(len(world.read(f"{folder}/{record_id}.yml")), []).append(f"{folder}/{record_id}.yml")
    pairs = [pair for files in by_size.values() for pair in combinations(files, 2) if _may_swap(world, *pair)]
    if not pairs:
        return None
    file, other = world.random.choice(pairs)
    content, theirs = world.read(file), world.read(other)
    world.write(other, content)
    world.write(file, theirs)
    return f"{file} ↔ {other}"


def change_a_file_behind_its_looks(world: World) -> str | None:
    """Another content of the same size, and the time of the last change as before."""
    file = world.some_file()
    path, text = world.data / file, world.read(file).decode()
    stat = path.stat()
    found = [match for match in TWO_WORDS.finditer(text) if match[1] != match[2]]
    if not found:
        return None
    match = world.random.choice(found)
    world.write(file, f"{text[: match.start()]}{match[2]} {match[1]}{text[match.end() :]}".encode())
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    return f"{file}: {match[0]} → {match[2]} {match[1]}"


def bring_the_ledger_up_to_date(world: World) -> str | None:
    """What `make ledger` does, at an hour that the number of edits tells."""
    lines = update_ledger(world.data, read_folder(world.data), BEGINNING + timedelta(hours=world.fresh()))
    assert lines is not None, "the ledger is broken"
    world.write(ledger.NAME, ledger.format_ledger(lines).encode())
    return f"{len(lines)} lines"


def publish_addresses(world: World) -> str | None:
    """A record's pages, and a part that its list may not have, are on the list of addresses that never die."""
    folder, record_id = split(world.some_file(*(folder for folder in TYPES if folder != "sources")))
    section = folder.replace("_", "-")
    new = {f"/{language}{section}/{name}/" for language in ("", "en/") for name in (record_id, "page-7")}
    known, _ = addresses.read_addresses(world.data / addresses.NAME, addresses.NAME)
    if new <= known.keys():
        return None
    world.write(addresses.NAME, addresses.format_addresses(new | known.keys()).encode())
    return f"/{section}/{record_id}/"


def _may_swap(world: World, file: str, other: str) -> bool:
    """Whether they say different things and neither is tied to its name: events are of one year and kind, and no whole of others."""
    one, two = world.read(file), world.read(other)
    if one == two or any(word in content for word in ALONE for content in (one, two)):
        return False
    if not file.startswith("events/"):
        return True
    same = world.tree(file)["category"] == world.tree(other)["category"] and file[-8:] == other[-8:]
    return same and not any(parts_of(world, split(name)[1]) for name in (file, other))
