"""New values for any field, as its model asks; and the fields that checks tie to others, which only edits of their own may touch."""

from random import Random
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from benchmarks.records import WORDS
from site_plugins.records.base import Text
from site_plugins.records.edtf import Edtf
from tests.edits.fields import Kind, is_model, kind_of
from tests.edits.world import TYPES, World, split

TIED = {
    "City.group", "City.country", "City.disputed", "City.time_zone", "City.point", "Attestation.as_of", "Agreement.announced",
    "Event.date", "Event.date_basis", "Event.status", "Event.category", "Event.part_of", "Event.times", "TimedPart.starts",
    "TimedPart.ends", "Medals.gold", "IndustrialSite.access", "IndustrialSite.wordings", "AccessState.state", "Price.free",
    "Location.point", "Point.precision", "Organisation.website", "Source.url", "Source.kind", "Source.access", "Report.year",
}  # fmt: skip
"""Fields that may not change, come or go alone, for a check compares them with something else."""
OWN = ("id", "former_ids", "pictures")
"""Fields of every record that have edits of their own (records.py, pictures.py)."""
RESULTS = ("medals", "nominations", "awards", "outcomes")
"""Fields of an event that was held."""
SECTIONS = ("culture", "education", "sport")
"""Lists of a report whose events are of that category."""
NUMBERS = {"total": (50, 99), "count": (50, 99), "gold": (1, 20), "silver": (1, 20), "days_before": (1, 365), "minimum": (0, 18)}
LINES = {"time_zone": "Europe/Berlin", "language": "pl", "country": "KZ", "countries": "PL", "wikidata": "Q{}", "value": "+7 3812 {}",
         "phone": "+7 3812 {}", "url": "https://host-{}.example.org/", "website": "https://host-{}.example.org/"}  # fmt: skip
"""The texts whose form a check knows; {} is a number that never came before."""
LAST_YEAR = 2023
"""Nothing is dated later, for what is told as having happened has happened by any day that a build may take for today."""


def some_words(world: World, language: str) -> str:
    """A few words and a number that no other text has."""
    words = world.random.choices(WORDS.get(language, WORDS["en"]).split(), k=world.random.randint(2, 7))
    return f"{' '.join(words).capitalize()} {world.fresh()}"


def some_text(world: World, model: type[BaseModel] = Text) -> dict[str, str]:
    """A text in Russian, and where English may be left out, not always in English."""
    english = model.model_fields["en"].is_required() or world.random.random() < 0.8
    return {language: some_words(world, language) for language in ("ru", *(["en"] if english else []))}


def some_date(random: Random, first: int = 1990, last: int = LAST_YEAR) -> str:
    """A date in any of the forms."""
    return some_date_in(random, random.randint(first, last))


def some_date_in(random: Random, year: int) -> str:
    """A date of one year in any of the forms."""
    month, day = f"{year}-{random.randint(1, 12):02}", random.randint(1, 24)
    days = f"{month}-{day:02}/{month}-{day + 3:02}"
    return random.choice((f"{year}", month, f"{month}-{day:02}", f"{year}-2{random.randint(1, 4)}", f"{year}~", days))


def some_number(random: Random, name: str) -> str:
    """A number that fits into a field of this name."""
    return str(random.randint(*NUMBERS.get(name, (1, 9999))))


def targets(world: World, file: str, name: str, folder: str, taken: list[str]) -> list[str]:
    """Where a field of a file may lead: to none that is `taken`, nor to itself; a report's section to some event of its kind."""
    found = [record_id for record_id in world.ids(folder) if record_id not in taken and (folder, record_id) != split(file)]
    if name not in SECTIONS or folder != "events":
        return found
    some = world.random.sample(found, min(len(found), 30))
    return [record_id for record_id in some if world.tree(f"events/{record_id}.yml")["category"] == name]


def value_for(world: World, file: str, model: type[BaseModel], name: str) -> Any:
    """A new value for a field: a tree, a text, or a list of one or two; None where nothing fits."""
    kind = kind_of(model, name)
    if kind.folder:
        found = targets(world, file, name, kind.folder, [])
        chosen = world.random.sample(found, min(len(found), 2))
        return (chosen if kind.many else chosen[0]) if chosen else None
    if not kind.many:
        return _one(world, file, name, kind)
    many = [_one(world, file, name, kind) for _ in range(2 if name in ("versions", "goals") else 1)]
    return None if None in many else many


def fields_for(world: World, file: str, model: type[BaseModel]) -> dict[str, Any]:
    """All that a model asks for and some of what it allows."""
    free = [name for name in model.model_fields if f"{model.__name__}.{name}" not in TIED]
    names = [name for name, field in model.model_fields.items() if field.is_required() or (name in free and world.random.random() < 0.3)]
    made = {name: value_for(world, file, model, name) for name in names}
    made |= {"gold": some_number(world.random, "gold")} if model.__name__ == "Medals" else {}
    return {name: value for name, value in made.items() if value is not None}


def _one(world: World, file: str, name: str, kind: Kind) -> Any:
    random = world.random
    if is_model(kind):
        return some_text(world, kind.type) if issubclass(kind.type, Text) else fields_for(world, file, kind.type)
    if kind.type is Edtf:
        return some_date(random)
    if kind.type is bool:
        return random.choice(("true", "false"))
    if kind.type is int:
        return some_number(random, name)
    if kind.type is float:
        return f"{random.randint(40, 60)}.{random.randint(0, 999)}"
    if get_origin(kind.type) is Literal:
        return random.choice(get_args(kind.type))
    return LINES[name].format(world.fresh()) if name in LINES else some_words(world, "ru")


def is_free(model: type[BaseModel], name: str) -> bool:
    """Whether a field may come, go and change alone."""
    return f"{model.__name__}.{name}" not in TIED and not (model in TYPES.values() and name in OWN)
