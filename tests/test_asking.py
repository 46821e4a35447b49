"""What is noted of what a file asks."""

import re
from datetime import date

from site_plugins.asking import EVERYTHING, MANY, PAST, Asked
from site_plugins.catalog import Catalog
from site_plugins.reading.folder import read_folder
from site_plugins.rebuilding.answers import answers
from site_plugins.rebuilding.handed import handed
from site_plugins.records.city import City
from site_plugins.records.event import Event
from tests.conftest import ROOT

FIELDS = re.compile(r"catalog\.(?:entries|by_folder|citations|typed_entries|revisions|removed|published|pictures|worked_out)\b")
CATALOG = Catalog.of(read_folder(ROOT / "data"), date(2026, 11, 26))


def test_who_takes_what_another_made_asks_what_that_one_asked() -> None:
    catalog = Catalog.of(read_folder(ROOT / "data"), date(2026, 11, 26))
    catalog.asked.now = set()
    for _ in range(2):
        with catalog.asked.apart() as questions:
            catalog.once("a", lambda: catalog.get(City, "kaifeng"))
        assert questions == {("get", "cities", "kaifeng")}


def test_very_many_questions_are_one_about_everything_and_that_for_the_past_stays() -> None:
    asked = Asked()
    asked.now = set()
    with asked.apart() as questions:
        asked.also(("get", "cities", str(number)) for number in range(MANY + 1))
        asked.also([PAST])
    assert questions == {EVERYTHING, PAST}
    assert list(answers(CATALOG, [PAST])) == [None]
    assert list(answers(CATALOG, [EVERYTHING])) != [None]


def test_nobody_notes_while_nobody_wants_to_know() -> None:
    with CATALOG.asked.apart() as questions:
        CATALOG.all(Event)
    assert questions == set()


def test_what_is_handed_is_told_apart_or_never_the_same() -> None:
    one, other = CATALOG.get(City, "kaifeng"), CATALOG.get(City, "minsk")
    things = [
        (),
        ("a", "b"),
        ("ab",),
        (["a"], "b"),
        (["a", "b"],),
        (None,),
        ("None",),
        (1,),
        ("1",),
        (one,),
        (other,),
        (City,),
        ({"a": one},),
    ]
    assert len({handed(CATALOG, *thing) for thing in things}) == len(things)
    assert handed(CATALOG, one.model_copy()) == b"", "a record that is none of the catalogue's"
    assert handed(CATALOG, object()) == b""
    assert handed(CATALOG, lambda: one) == b"", "a function that holds something unseen"


PAST_THE_QUESTIONS = {
    "changes/__init__.py": "asks for the past, so it is made at every build",
    "changes/values.py": "the same",
    "last_changed.py": "made at every build, as the sitemap is",
    "old_addresses.py": "made at every build",
    "pages/records.py": "which pages there are is asked at every build",
    "pictures.py": "made at every build, of files under their hash",
    "published.py": "which addresses a build would lose is looked for at every build",
    "untranslated.py": "printed at every build",
}


def test_no_output_reads_the_fields_of_the_catalogue_past_its_questions() -> None:
    rooms = ROOT / "site_plugins" / "outputs", ROOT / "site_plugins" / "templates"
    files = [(room, path) for room in rooms for path in sorted(room.rglob("*")) if path.suffix in (".py", ".html")]
    found = {path.relative_to(room).as_posix() for room, path in files if FIELDS.search(path.read_text("utf-8"))}
    assert found == set(PAST_THE_QUESTIONS)
