"""Edits of pictures: a record shows one, and a file that no record names is taken away, as the checks ask."""

from io import BytesIO

from PIL import Image

from tests.edits.values import some_text
from tests.edits.world import TYPES, World, without

FOLDERS = tuple(folder for folder in TYPES if folder != "sources")


def add_a_picture(world: World) -> str | None:
    """One of one colour, as small as the site allows."""
    file = world.some_file(*FOLDERS)
    tree = world.tree(file)
    name = f"picture-{world.fresh()}.png"
    text = some_text(world)
    said = {"description": text | {"en": text.get("en", name)}, "author": {"ru": "Автор", "en": "Author"}, "licence": "CC0-1.0"}
    tree["pictures"] = [*tree.get("pictures", []), {"file": name, **said, "source": world.random.choice(world.ids("sources"))}]
    world.write(f"pictures/{name}", _painted(world))
    world.save(file, tree)
    return f"{file} pictures: {name}"


def paint_a_picture_anew(world: World) -> str | None:
    """The same name, another content."""
    found = [name for name in world.files() if name.startswith("pictures/")]
    if not found:
        return None
    file = world.random.choice(found)
    world.write(file, _painted(world))
    return file


def drop_a_picture(world: World) -> str | None:
    """A record shows none any more."""
    found = [name for name, content in world.files().items() if name.endswith(".yml") and b"\npictures:" in content]
    if not found:
        return None
    file = world.random.choice(found)
    world.save(file, without(world.tree(file), "pictures"))
    drop_unused_pictures(world)
    return f"{file} pictures are gone"


def drop_unused_pictures(world: World) -> None:
    """Take away the files that no record names."""
    files = world.files()
    named = b"".join(content for name, content in files.items() if name.endswith(".yml"))
    for name in files:
        if name.startswith("pictures/") and name.partition("/")[2].encode() not in named:
            world.write(name, None)


def _painted(world: World) -> bytes:
    made = BytesIO()
    Image.new("RGB", (640, 400), tuple(world.random.randbytes(3))).save(made, "PNG")
    return made.getvalue()
