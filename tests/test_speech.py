"""Foreign words bear their language, abbreviations their meaning, and the table of both says only what the records say."""

import re

import pytest
from snowballstemmer import stemmer

from site_plugins.languages import LANGUAGES
from site_plugins.outputs.speech import TERMS, Explained, Voice
from tests.conftest import ROOT

STEMMERS = {"ru": stemmer("russian"), "en": stemmer("english")}
ABBREVIATIONS = [(language, short, *entry) for language, table in TERMS["abbreviations"].items() for short, entry in table.items()]


def stems(text: str, language: str) -> str:
    return " ".join(STEMMERS[language].stemWords(re.findall(r"\w+", text.casefold())))


@pytest.mark.parametrize(("language", "short", "said", "file"), ABBREVIATIONS, ids=lambda value: value)
def test_an_abbreviation_stands_for_what_a_record_says(language: str, short: str, said: str, file: str) -> None:
    assert stems(said, language) in stems((ROOT / "data" / file).read_text("utf-8"), language)


@pytest.mark.parametrize(("language", "short", "said", "file"), ABBREVIATIONS, ids=lambda value: value)
def test_every_abbreviation_of_the_table_is_used(site, language: str, short: str, said: str, file: str) -> None:
    pages = (site / "en" if language == "en" else site).rglob("index.html")
    assert any(re.search(rf"(?<!\w){short}(?!\w)", page.read_text("utf-8")) for page in pages)


def test_every_language_of_the_site_has_its_table() -> None:
    assert set(TERMS["abbreviations"]) == set(LANGUAGES)


def test_an_abbreviation_is_explained_once_a_page() -> None:
    explained = Explained()
    first = Voice("ru").speak("Цех НПЗ «Омский» и ещё один НПЗ", explained)
    assert first == 'Цех <abbr title="нефтеперерабатывающий завод">НПЗ</abbr> «Омский» и ещё один НПЗ'
    assert Voice("ru").speak("НПЗ", explained) == "НПЗ"


def test_what_stands_beside_its_meaning_is_not_explained_again() -> None:
    said = "Международная Ассамблея столиц и крупных городов (МАГ)"
    assert Voice("ru").speak(said, Explained()) == said


def test_letters_within_another_word_are_no_abbreviation() -> None:
    assert Voice("ru").speak("МАГАЗИН и СМАГ", Explained()) == "МАГАЗИН и СМАГ"


@pytest.mark.parametrize(
    ("language", "text", "marked"),
    [
        ("ru", "Цзи Бинвэй (吉炳伟), вице-мэр", 'Цзи Бинвэй (<span lang="zh">吉炳伟</span>), вице-мэр'),
        ("ru", "город 진주", 'город <span lang="ko">진주</span>'),
        ("ru", "по-польски Łódź", 'по-польски <span lang="pl">Łódź</span>'),
        ("ru", "город Гомель", "город Гомель"),
        ("ru", "спектакль в AB InBev", "спектакль в AB InBev"),
        ("ru", "(kardeş şehir)", '(<span lang="tr">kardeş şehir</span>)'),
        ("en", "the plant АО «Полиом»", 'the plant <span lang="ru">АО «Полиом»</span>'.replace("»</span>", "</span>»")),
        ("en", "Віцебск", "Віцебск"),
        ("en", "Łódź", "Łódź"),
        ("en", "the 开封 garden", 'the <span lang="zh">开封</span> garden'),
        ("ru", "a < b & «c»", "a &lt; b &amp; «c»"),
    ],
)
def test_foreign_words_bear_their_language_where_it_is_known(language: str, text: str, marked: str) -> None:
    assert Voice(language, (("Łódź", "pl"), ("Гомель", "be"), ("진주", "ko"))).speak(text) == marked


def test_the_name_of_a_city_in_its_own_letters_is_known_from_its_record() -> None:
    assert Voice("en", (("Віцебск", "be"),)).speak("Віцебск") == '<span lang="be">Віцебск</span>'


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("ru", "Вид троллейбуса №_4 рассказывает"),
        ("ru", "школа искусств №_2 имени А._А._Цыганкова"),
        ("ru", "К.-Ж._К._Токаев и А._С._Пушкин"),
        ("ru", "Постановление от 4_апреля 2017_г."),
        ("ru", "до 10_млн, 58_кБ, 5_км, 90_%"),
        ("ru", "В цехе 26 °C. Мастер ждёт"),
        ("ru", "В 2019 году, 3 раза, 4 майки, СНГ и ЕАЭС. Администрация"),
        ("en", "Sports School No._28, 4_April 2017, A._V._Kozhevnikov"),
    ],
)
def test_no_line_ends_between_a_sign_and_its_number_within_initials_or_before_a_unit(language: str, shown: str) -> None:
    written = shown.replace("_", " ")
    assert Voice(language).speak(written) == shown.replace("_", "\u00a0")


def test_a_no_break_space_is_not_taken_for_a_word_of_another_language() -> None:
    shown = Voice("en").speak("the plant «ОМО им. П. И. Баранова» 开封")
    assert shown == 'the plant «<span lang="ru">ОМО им. П.\u00a0И.\u00a0Баранова</span>» <span lang="zh">开封</span>'
