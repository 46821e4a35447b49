"""Edits of what a record says in words. Each function edits one thing and tells it; None where there was nothing to edit."""

from collections.abc import Callable

from site_plugins.records.base import FullText, Text
from tests.edits.fields import Leaf, Part, dotted, model_of, parts, put, some_leaf
from tests.edits.values import some_words
from tests.edits.world import SITE, TYPES, Tree, World

OWN_NAMES = (("zh-Hans", "开封"), ("pl", "Łódź"), ("be", "Мінск"), ("kk", "Қостанай"), ("de", "Görlitz"), ("bg", "Бургас"))
"""A city's name in the alphabets that pages mark as another language."""
LABELS = ("name", "title")


def change_a_text_in_russian(world: World) -> str | None:
    """Any text, wherever it stands."""
    return _reword(world, "ru")


def change_a_text_in_english(world: World) -> str | None:
    """Any text that is there in English."""
    return _reword(world, "en")


def change_what_a_record_is_called(world: World) -> str | None:
    """Its name, which the pages of others show too."""
    file = world.some_file()
    tree = world.tree(file)
    name = next(name for name in LABELS if name in tree)
    old, tree[name] = tree[name], relabelled(world, tree[name])
    world.save(file, tree)
    return f"{file} {name}: {old} → {tree[name]}"


def relabelled(world: World, label: dict[str, str]) -> dict[str, str]:
    """A name in each of its languages, with another number at its end."""
    number = world.fresh()
    return {language: f"{said.rpartition(' ')[0] or said} {number}" for language, said in label.items()}


def translate_a_text(world: World) -> str | None:
    """A text that had no English, or none of the other languages, has it."""
    language = world.random.choice(("en", "en", "de", "zh", "kk"))
    found = _some_text(world, lambda text: language not in text.tree)
    if not found:
        return None
    file, tree, text = found
    text.tree[language] = some_words(world, language)
    world.save(file, tree)
    return f"{file} {dotted(text.path)}: {language} is {text.tree[language]}"


def drop_a_translation(world: World) -> str | None:
    """A text loses a language that it may be without."""
    found = _some_text(world, lambda text: len(text.tree) > 1 and not issubclass(text.model, FullText))
    if not found:
        return None
    file, tree, text = found
    language = world.random.choice(sorted(text.tree.keys() - {"ru"}))
    del text.tree[language]
    world.save(file, tree)
    return f"{file} {dotted(text.path)}: no {language}"


def change_a_city_s_own_names(world: World) -> str | None:
    """What a city calls itself, which the texts of others may hold."""
    file = world.some_file("cities")
    tree = world.tree(file)
    names = world.random.sample(OWN_NAMES, world.random.randint(0, 2))
    tree.pop("own_names", None)
    if names:
        tree["own_names"] = [{"language": language, "text": text} for language, text in names]
    world.save(file, tree)
    return f"{file} own_names: {names}"


def name_another_city_in_a_summary(world: World) -> str | None:
    """By its name here or by the one it has at home."""
    file, city = world.some_file(*(folder for folder in TYPES if folder != "sources")), world.tree(world.some_file("cities"))
    tree = world.tree(file)
    own = [name["text"] for name in city.get("own_names", [])]
    for language, said in tree["summary"].items():
        tree["summary"][language] = f"{world.random.choice([city['name'].get(language, city['name']['ru']), *own])} — {said}"[:400].strip()
    world.save(file, tree)
    return f"{file} summary: {tree['summary']}"


def change_the_site_s_title(world: World) -> str | None:
    """The title in site.yml, which every page shows."""
    return _change_the_site(world, "title")


def change_the_site_s_notice(world: World) -> str | None:
    """The remark below every page."""
    return _change_the_site(world, "notice")


def _change_the_site(world: World, name: str) -> str:
    tree = world.tree(SITE)
    language = world.random.choice(("ru", "en"))
    tree[name][language] = some_words(world, language)
    world.save(SITE, tree)
    return f"{SITE} {name}.{language}: {tree[name][language]}"


def _reword(world: World, language: str) -> str | None:
    def wanted(leaf: Leaf) -> bool:
        return issubclass(leaf.model, Text) and leaf.name == language

    found = some_leaf(world, wanted)
    if not found:
        return None
    file, tree, leaf = found
    words = leaf.text.split()
    words[world.random.randrange(len(words))] = some_words(world, language)
    return put(world, file, tree, leaf, " ".join(words)[-400:].strip())


def _some_text(world: World, wanted: Callable[[Part], bool]) -> tuple[str, Tree, Part] | None:
    file = world.some_file()
    tree = world.tree(file)
    found = [part for part in parts(tree, model_of(file)) if issubclass(part.model, Text) and wanted(part)]
    return (file, tree, world.random.choice(found)) if found else None
