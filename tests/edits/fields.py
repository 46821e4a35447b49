"""Every value of a file with the field that it fills: the models tell what may stand there, so a new field is edited as well."""

from collections.abc import Callable, Iterator
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from site_plugins.records.ids import RefersTo
from site_plugins.records.site import SiteFacts
from tests.edits.world import SITE, TYPES, Tree, World, split

Path = tuple[str | int, ...]
TRIES = 20


class Kind(NamedTuple):
    """What a field holds: the type inside of lists and options, the folder it refers to, whether there may be many."""

    type: Any
    folder: str
    many: bool


class Part(NamedTuple):
    """One model's fields, as they stand somewhere in a file."""

    path: Path
    tree: Tree
    model: type[BaseModel]


class Leaf(NamedTuple):
    """One value: `holder[key]` is its text."""

    path: Path
    holder: Any
    key: Any
    model: type[BaseModel]
    name: str
    kind: Kind

    @property
    def field(self) -> str:
        """`City.group`, as values.py names the fields that have rules of their own."""
        return f"{self.model.__name__}.{self.name}"

    @property
    def text(self) -> str:
        return str(self.holder[self.key])


def kind_of(model: type[BaseModel], name: str) -> Kind:
    """What a field of a model holds."""
    field = model.model_fields[name]
    return _kind(field.annotation, field.metadata)


def _kind(annotation: Any, marks: list[Any], *, many: bool = False) -> Kind:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(inner[0], [*marks, *inner[1:]], many=many)
    if origin in (Union, UnionType):
        return _kind(next(part for part in inner if part is not type(None)), marks, many=many)
    if origin is list:
        return _kind(inner[0], marks, many=True)
    return Kind(annotation, next((mark.folder for mark in marks if isinstance(mark, RefersTo)), ""), many)


def is_model(kind: Kind) -> bool:
    """Whether the field holds fields of its own."""
    return isinstance(kind.type, type) and issubclass(kind.type, BaseModel)


def parts(tree: Tree, model: type[BaseModel], path: Path = ()) -> Iterator[Part]:
    """The record itself and every model within."""
    yield Part(path, tree, model)
    for name, value in tree.items():
        kind = kind_of(model, name)
        if is_model(kind):
            items = [((*path, name, n), item) for n, item in enumerate(value)] if kind.many else [((*path, name), value)]
            for place, item in items:
                yield from parts(item, kind.type, place)


def leaves(tree: Tree, model: type[BaseModel]) -> list[Leaf]:
    """Every value that is one text of the file."""
    found = []
    for path, part, of in parts(tree, model):
        for name, value in part.items():
            kind = kind_of(of, name)
            if kind.many and not is_model(kind):
                found += [Leaf((*path, name, n), value, n, of, name, kind) for n in range(len(value))]
            elif not kind.many and not is_model(kind):
                found.append(Leaf((*path, name), part, name, of, name, kind))
    return found


def model_of(file: str) -> type[BaseModel]:
    """The model of a file's folder."""
    return SiteFacts if file == SITE else TYPES[split(file)[0]]


def some_leaf(world: World, wanted: Callable[[Leaf], bool], *folders: str) -> tuple[str, Tree, Leaf] | None:
    """A value of a record that is wanted, with its file and the tree to save; None where some records had none."""
    for _ in range(TRIES):
        file = world.some_file(*folders)
        tree = world.tree(file)
        if found := [leaf for leaf in leaves(tree, model_of(file)) if wanted(leaf)]:
            return file, tree, world.random.choice(found)
    return None


def put(world: World, file: str, tree: Tree, leaf: Leaf, new: str) -> str:
    """Write a new value, and tell it."""
    old, leaf.holder[leaf.key] = leaf.text, new
    world.save(file, tree)
    return f"{file} {dotted(leaf.path)}: {old} → {new}"


def dotted(path: Path) -> str:
    """A place as a person reads it: `statements.0.text.ru`."""
    return ".".join(map(str, path))
