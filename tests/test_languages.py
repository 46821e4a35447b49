"""The interface's words: every one translated, none left over, and Russian as it is spoken."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog as Words
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.languages.formats import date_words
from site_plugins.languages.words import words
from site_plugins.outputs.untranslated import count_untranslated
from site_plugins.reading.folder import read_folder
from site_plugins.records import RECORD_TYPES
from site_plugins.records.edtf import parse_edtf
from site_plugins.today import today

ROOT = Path(__file__).parent.parent
FUNCTIONS = {"_": None, "gettext": None, "said": None, "english": None, "N_": None, "ngettext": (1, 2)}
"""What the words are called by, and which arguments are words."""
LATIN = {"JavaScript", "Leaflet", "Folium", "Natural", "Earth", "YAML", "RSS", "Atom", "JSON", "CSV", "GeoJSON", "iCalendar"}
LATIN |= {"PDF", "DOCX"}
LATIN |= {"EDTF", "UTF", "UTC", "RFC", "WGS", "SHA", "URL", "Excel", "Python", "pandas", "curl", "OpenAPI", "DCAT", "Tab", "A", "AA"}
"""Names that are written in Latin letters in Russian too."""
PLACEHOLDER = re.compile(r"%\(\w+\)s|%s|%%|\{\w+\}")

Msgid = str | tuple[str, str]


def of_python(path: Path) -> Iterator[Msgid]:
    """Words that a module gives to one of FUNCTIONS."""
    with path.open("rb") as file:
        for _, msgid, _, _ in extract("python", file, keywords=FUNCTIONS):
            yield msgid


def of_template(path: Path) -> Iterator[Msgid]:
    """The same of a template, where they may also be called as `frame._(…)`, which Jinja's own extraction passes over."""
    tree = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"]).parse(path.read_text("utf-8"))
    for call in tree.find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else getattr(call.node, "attr", "")
        if name in FUNCTIONS and name != "said":
            said = [item.value for item in call.args[:2] if isinstance(item, nodes.Const)]
            yield (said[0], said[1]) if name == "ngettext" else said[0]


def used() -> set[Msgid]:
    """Every msgid of the interface."""
    templates = [*(ROOT / "site_plugins" / "templates").rglob("*.html"), *(ROOT / "theme").rglob("*.html")]
    modules = [*(ROOT / "site_plugins").rglob("*.py"), *(ROOT / "hooks").rglob("*.py")]
    found = {msgid for path in templates for msgid in of_template(path)}
    found |= {msgid for path in modules for msgid in of_python(path)}
    return found | {record_type.plural for record_type in RECORD_TYPES}


def read(language: str) -> Words:
    with (ROOT / "site_plugins" / "languages" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


RUSSIAN = read("ru")
USED = used()
SINGLE = {msgid if isinstance(msgid, str) else msgid[0] for msgid in USED}


def forms(message: Message) -> tuple[str, ...]:
    """What a message is translated to: one string, or one for each plural form."""
    return message.string if isinstance(message.string, tuple) else (message.string,)


def originals(message: Message) -> tuple[str, ...]:
    return message.id if isinstance(message.id, tuple) else (message.id,)


MESSAGES = [message for message in RUSSIAN if message.id]


def test_the_words_are_found_wherever_they_are_said() -> None:
    assert {"Home", "twin city", "Industrial tourism", "spring %(year)s", "Skip to content", "Page not found"} <= SINGLE
    assert ("%(num)s gold", "%(num)s gold") in USED


def test_every_word_of_the_interface_has_a_russian_translation() -> None:
    missing = sorted(str(msgid) for msgid in USED if (message := RUSSIAN.get(msgid)) is None or not all(forms(message)) or message.fuzzy)
    assert missing == []


def test_every_counted_phrase_has_all_three_russian_plural_forms() -> None:
    counted = [msgid for msgid in USED if isinstance(msgid, tuple)]
    assert RUSSIAN.num_plurals == 3
    assert [msgid for msgid in counted if (message := RUSSIAN.get(msgid)) is None or len(forms(message)) != 3 or message.id != msgid] == []


def test_the_russian_catalogue_holds_nothing_that_nobody_says() -> None:
    assert sorted(originals(message)[0] for message in MESSAGES if originals(message)[0] not in SINGLE) == []
    assert list(RUSSIAN.obsolete) == []


def test_a_translation_keeps_the_placeholders_of_its_original() -> None:
    wrong = []
    for message in MESSAGES:
        expected = {frozenset(PLACEHOLDER.findall(original)) for original in originals(message)}
        wrong += [form for form in forms(message) if frozenset(PLACEHOLDER.findall(form)) not in expected]
        wrong += [form for form in forms(message) if PLACEHOLDER.sub("", form).count("%")]
    assert wrong == []


def test_no_russian_translation_speaks_english() -> None:
    spoken = [form for message in MESSAGES for form in forms(message)]
    latin = {word for form in spoken for word in re.findall(r"[A-Za-z]+", PLACEHOLDER.sub(" ", form))}
    assert latin - LATIN == set()


def test_russian_translations_use_russian_quotation_marks_and_no_double_spaces() -> None:
    assert [form for message in MESSAGES for form in forms(message) if re.search(r"[\"“”„']|  |^ | $| - ", form)] == []


@pytest.mark.parametrize(
    ("number", "phrase"),
    [
        (1, "1 город за рубежом"),
        (2, "2 города за рубежом"),
        (5, "5 городов за рубежом"),
        (11, "11 городов за рубежом"),
        (12, "12 городов за рубежом"),
        (21, "21 город за рубежом"),
        (22, "22 города за рубежом"),
        (25, "25 городов за рубежом"),
        (101, "101 город за рубежом"),
        (111, "111 городов за рубежом"),
    ],
)
def test_cities_are_counted_as_russian_counts_them(number: int, phrase: str) -> None:
    assert words("ru").ngettext("%(count)s city abroad", "%(count)s cities abroad", number) % {"count": number} == phrase


@pytest.mark.parametrize(("number", "phrase"), [(1, "в 1 стране"), (10, "в 10 странах"), (21, "в 21 стране"), (22, "в 22 странах")])
def test_countries_stand_in_the_prepositional_case(number: int, phrase: str) -> None:
    assert words("ru").ngettext("in %(num)s country", "in %(num)s countries", number) % {"num": number} == phrase


@pytest.mark.parametrize(
    ("edtf", "russian", "english"),
    [
        ("2009", "2009 г.", "2009"),
        ("2009-08", "август 2009 г.", "August 2009"),
        ("2009-08-04", "4 августа 2009 г.", "4 August 2009"),
        ("2023-21", "весна 2023 г.", "spring 2023"),
        ("2023-22", "лето 2023 г.", "summer 2023"),
        ("2026-23", "осень 2026 г.", "autumn 2026"),
        ("2024-24", "зима 2024/25 г.", "winter 2024/25"),
        ("2019-11-06/2019-11-07", "6–7 ноября 2019 г.", "6–7 November 2019"),
        ("2019-09-29/2019-10-06", "29 сентября — 6 октября 2019 г.", "29 September – 6 October 2019"),
        ("2018-12-30/2019-01-02", "30 декабря 2018 г. — 2 января 2019 г.", "30 December 2018 – 2 January 2019"),
        ("2019-10/2019-11", "октябрь — ноябрь 2019 г.", "October – November 2019"),
        ("2018-12/2019-02", "декабрь 2018 г. — февраль 2019 г.", "December 2018 – February 2019"),
        ("2019/2021", "2019–2021 гг.", "2019–2021"),
        ("2019-21/2019-23", "весна 2019 г. — осень 2019 г.", "spring 2019 – autumn 2019"),
        ("2019/2020-05", "2019 г. — май 2020 г.", "2019 – May 2020"),
        ("2016~", "примерно 2016 г.", "about 2016"),
        ("2025-11?", "предположительно ноябрь 2025 г.", "presumably November 2025"),
        ("2025%", "предположительно, примерно 2025 г.", "presumably about 2025"),
    ],
)
def test_a_date_is_told_to_its_precision(edtf: str, russian: str, english: str) -> None:
    value = parse_edtf(edtf)
    assert [date_words(value, language).replace("\u00a0", " ") for language in ("ru", "en")] == [russian, english]


@pytest.mark.parametrize("edtf", ["2009", "2009-08", "2009-08-04", "2023-21", "2019/2021", "2019-10/2019-11"])
def test_a_line_never_breaks_between_a_year_and_its_word(edtf: str) -> None:
    assert re.search(r"\d\u00a0гг?\.$", date_words(parse_edtf(edtf), "ru"))


def test_no_text_of_the_data_lacks_a_translation() -> None:
    reading = read_folder(ROOT / "data")
    assert count_untranslated(Catalog.of(reading, today(ROOT / "data"))) == dict.fromkeys(LANGUAGES, 0)
