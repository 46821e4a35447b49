"""Social cards: every page has one, nothing is cut off, no letter is an empty box, no place is given a state it is disputed by."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site import build, notes
from site_plugins.mkdocs_site.cache import Cache
from site_plugins.mkdocs_site.materials import MARK, font_files
from site_plugins.outputs.cards import make_cards
from site_plugins.outputs.cards.drawing import LEFT, SIZE, WARM, WIDTH, CardMaker
from site_plugins.outputs.cards.typeface import Typeface
from site_plugins.outputs.cards.words import CardWords, card_words
from site_plugins.outputs.pages import make_pages
from site_plugins.outputs.pages.records import make_record_page
from site_plugins.reading.folder import read_folder
from site_plugins.records.city import City
from site_plugins.today import today
from tests.conftest import ROOT
from tests.mistakes import BASE, TODAY, write_data
from tests.test_pages import COUNTRY_WORDS

FONTS = list(font_files().values())
DATA = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
SMALL = Catalog.of(read_folder(BASE), TODAY)
MOST_BYTES = 45 * 1024
FOOT, GAP_ABOVE_FOOT = 535, 515


@pytest.fixture(scope="module")
def maker() -> CardMaker:
    return CardMaker(Typeface(FONTS), MARK.read_text("utf-8"), "Омск и мир · example.org")


@pytest.fixture(scope="module")
def empty(maker: CardMaker) -> Image.Image:
    """A card with hardly a word on it: what the words of others are told apart from."""
    return opened(maker.draw(CardWords("", "1", ""))).convert("L")


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def assert_keeps_its_margins(content: bytes, empty: Image.Image, what: str) -> None:
    """Nothing is written in the margins, nor over the line at the foot, nor as far as the mark."""
    left, top, right, bottom = ImageChops.difference(opened(content).convert("L"), empty).getbbox() or (0, 0, 0, 0)
    assert left >= LEFT - 8, what
    assert right <= LEFT + WIDTH + 8, what
    assert top > 60, what
    assert bottom <= GAP_ABOVE_FOOT, what


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_page_of_the_real_data_has_a_card_that_any_program_can_read(language: str, empty: Image.Image) -> None:
    site = DATA.site.model_copy(update={"url": "https://example.org"})
    pages = list(make_pages(replace(DATA, site=site), language))
    made = list(make_cards(replace(DATA, site=site), pages, FONTS, MARK.read_text("utf-8"), lambda _, make: make()))
    assert [path for path, _, _ in made] == [page.path for page in pages if page.kind != "search"]
    assert len({artifact.path for _, _, artifact in made}) == len(made)
    for path, card, artifact in made:
        image = opened(artifact.content)
        assert (image.format, image.mode, image.size, card.size) == ("PNG", "P", SIZE, SIZE), path
        assert len(artifact.content) <= MOST_BYTES, path
        assert card.url == f"https://example.org/{artifact.path}"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_words_of_every_real_page_keep_within_the_card(language: str, maker: CardMaker, empty: Image.Image) -> None:
    for page in make_pages(DATA, language):
        assert_keeps_its_margins(maker.draw(card_words(DATA, page)), empty, page.path)


@pytest.mark.parametrize("title", ["Ш" * 400, "очень " * 200, "Щ", "Превысокомногорассмотрительствующий город " * 3, "ЩЩЩЩЩ " * 60])
def test_a_title_of_any_length_keeps_within_the_card(title: str, maker: CardMaker, empty: Image.Image) -> None:
    words = CardWords("Очень длинный вид записи " * 8, title, "Очень длинные сведения о записи " * 40)
    assert_keeps_its_margins(maker.draw(words), empty, title)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Өскемен, Қазақстан — Ғ Ә І Ң Ұ Ү Һ", "Өскемен, Қазақстан — Ғ Ә І Ң Ұ Ү Һ"),
        ("Łódź, Púchov, Børde, Çeşme", "Łódź, Púchov, Børde, Çeşme"),
        ("Кайфын (开封)", "Кайфын"),
        ("Кайфын 开封 «开封»", "Кайфын"),
        ("Вьетнам: Ha\u0302i Phòng", "Вьетнам: Hâi Phòng"),
        ("не\u2011разрывный\u202fпробел", "не-разрывный\u00a0пробел"),
        ("開封", ""),
        ("☃ Омск 😀", "Омск"),
    ],
)
def test_what_has_no_letters_in_the_typeface_is_left_out_and_never_a_box(text: str, drawn: str, maker: CardMaker) -> None:
    assert maker.typeface.drawable(text) == drawn
    assert all(maker.typeface.files_with(character) for character in drawn)


def test_the_names_of_all_real_pages_are_drawn_as_they_are_written(maker: CardMaker) -> None:
    for language in ("ru", "en"):
        for page in make_pages(DATA, language):
            assert maker.typeface.drawable(page.title) == page.title


def test_a_page_whose_name_has_no_letters_in_the_typeface_has_no_card(maker: CardMaker) -> None:
    assert maker.draw(CardWords("", "開封", "")) == b""


def test_the_dot_of_the_mark_stays_warm_on_a_card(maker: CardMaker) -> None:
    card = opened(maker.draw(CardWords("", "Омск", ""))).convert("RGB")
    assert WARM in {colour for _, colour in card.crop((1000, 480, 1070, 530)).getcolors() or []}


def test_equal_words_make_equal_bytes(maker: CardMaker) -> None:
    again = CardMaker(Typeface(FONTS), MARK.read_text("utf-8"), "Омск и мир · example.org")
    words = CardWords("Город-побратим", "Кайфын", "2007 г.")
    assert maker.draw(words) == again.draw(words)
    assert maker.key(words) == again.key(words) != maker.key(words._replace(facts="2009 г."))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_card_of_a_disputed_place_names_no_state(language: str) -> None:
    disputed = [entry for entry, city in DATA.typed_entries(City) if city.disputed]
    assert disputed
    for entry in disputed:
        assert not COUNTRY_WORDS.search(" ".join(card_words(DATA, make_record_page(DATA, language, entry))))


@pytest.mark.parametrize(
    ("folder", "record", "expected"),
    [
        ("cities", "kaifeng", ("Город-побратим · Китай", "Кайфын", "Первый документ с датой: август 2009 г.")),
        ("events", "karate-cup-2019", ("Спорт", "Кубок по каратэ", "Май 2019 г. · Лодзь")),
        ("industrial_sites", "bakery", ("Пищевая промышленность", "Хлебозавод", "Группы по заявке")),
    ],
)
def test_a_card_says_kind_name_and_the_first_facts(folder: str, record: str, expected: tuple[str, str, str]) -> None:
    page = make_record_page(SMALL, "ru", SMALL.by_folder[folder][record])
    assert tuple(re.sub(r"\s", " ", text) for text in card_words(SMALL, page)) == expected


def test_without_an_address_or_without_the_typeface_there_are_no_cards() -> None:
    pages = list(make_pages(SMALL, "ru"))
    with_address = replace(SMALL, site=SMALL.site.model_copy(update={"url": "https://example.org"}))
    bare = replace(SMALL, site=SMALL.site.model_copy(update={"url": None}))
    for catalog, fonts in ((bare, FONTS), (with_address, [])):
        assert list(make_cards(catalog, pages, fonts, MARK.read_text("utf-8"), lambda _, make: make())) == []


def test_a_build_without_the_typeface_says_so_in_russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (build, notes):
        monkeypatch.setattr(module, "font_files", dict)
    data = write_data(tmp_path, {"change": {"site.yml": {"time_zone: Asia/Omsk": "time_zone: Asia/Omsk\nurl: https://example.org"}}})
    made = build.make(build.begin(data))
    assert made.cards == {}
    assert "Шрифты не загружены, поэтому на сайте нет карточек для соцсетей: помогает «make assets»" in made.notes


class Maker:
    """Makes bytes and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return b"a picture"


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: kept + b"x", lambda _: b"", lambda kept: kept[:40]])
def test_what_was_made_before_is_not_made_again_unless_it_was_damaged(tmp_path: Path, damage) -> None:
    make = Maker()
    cache = Cache(tmp_path / "cache")
    assert cache.remember("a", make) == Cache(tmp_path / "cache").remember("a", make) == b"a picture"
    assert make.times == 1
    assert cache.remember("b", make) == b"a picture"
    assert make.times == 2
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(damage(path.read_bytes()))
    assert cache.remember("a", make) == cache.remember("a", make) == b"a picture"
    assert make.times == 3


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert Cache(tmp_path / "file" / "cache").remember("a", Maker()) == b"a picture"
