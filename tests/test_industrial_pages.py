"""Industrial tourism for whoever wants to go: choosing a place, asking it, booking in time, and a sheet on paper to take along."""

import dataclasses
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pypdf
import pytest
import yaml
from playwright.sync_api import Browser, Page

from site_plugins.catalog import Catalog
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.pages.industrial_answers import answer, is_told, old_words, state
from site_plugins.outputs.pages.industrial_list import catalogue_context, how_much_is_known, site_marks
from site_plugins.outputs.pages.industrial_site import qr_code
from site_plugins.outputs.paging import numbered
from site_plugins.outputs.templating import View
from site_plugins.reading.folder import read_folder
from site_plugins.records.industrial_site import AccessState, IndustrialSite, Visit
from site_plugins.records.wordings import STATES, Wording, state_of
from site_plugins.today import today
from tests.conftest import ROOT, build, serve

CATALOG = Catalog.of(read_folder(ROOT / "data"), today(ROOT / "data"))
SITES = {site.id: site for site in CATALOG.all(IndustrialSite)}
ADDRESS = "https://omsk.example.org"
SAID = "    text: {ru: Сказано для проверки., en: Said for the test.}\n    sources: [report-2019]\n"
INVENTED = {
    "borodino": f"  age:\n    minimum: 6\n{SAID}  languages:\n    codes: [ru, zh]\n{SAID}",
    "oniip": f"  age:\n    minimum: 14\n{SAID}  booking:\n    days_before: 3\n{SAID}",
    "kartfabrika": f"  schedule:\n    weekdays: [sat]\n{SAID}  price:\n    amount: 300\n{SAID}",
}
"""What no real record says yet, for a copy of the data."""


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built from a copy of the data, with an address of its own and a few answers made up."""
    folder = tmp_path_factory.mktemp("invented")
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "docs", folder / "docs")
    with (folder / "data" / "site.yml").open("a", encoding="utf-8") as file:
        file.write(f"url: {ADDRESS}/\n")
    for name, visit in INVENTED.items():
        assert SITES[name].visit == Visit(), f"{name} has answers of its own by now: choose another for the test"
        with (folder / "data" / "industrial_sites" / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write(f"visit:\n{visit}")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\ndocs_dir: {folder}/docs\nextra: {{data: {folder}/data}}\nwatch: []\n"
        f"theme: {{name: material, custom_dir: {ROOT}/theme}}\n"
        f"hooks: [{ROOT}/hooks/catalog.py, {ROOT}/hooks/pages.py, {ROOT}/hooks/frame.py]\n"
    )
    result = build(folder / "site", "--config-file", str(folder / "mkdocs.yml"))
    assert result.returncode == 0, result.stderr
    return folder / "site"


SITES_OF_COPY = {
    name: site.model_copy(update={"visit": Visit.model_validate(yaml.safe_load(INVENTED[name]))}) if name in INVENTED else site
    for name, site in SITES.items()
}
"""The sites as the copy has them."""


@pytest.fixture(scope="module")
def url(invented: Path) -> Iterator[str]:
    yield from serve(invented)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="ru-RU")
    yield context.new_page()
    context.close()


def shown(page: Page) -> set[str]:
    """The ids of the places that the list shows."""
    links = page.locator("[data-item]:visible .cards__title").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    return {href.strip("/").split("/")[-1] for href in links}


def counts(page: Page) -> dict[tuple[str, str], int]:
    """Filter and choice -> the number that stands behind it."""
    options = page.locator("form[data-filter] select:not([data-regroup]) option:not([value=''])")
    told = options.evaluate_all("(items) => items.map((item) => [item.parentElement.name, item.value, item.text])")
    return {(name, value): int(re.search(r"\((\d+)\)$", text)[1]) for name, value, text in told}


# What a record may say in a number


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_a_number_beside_a_sentence_is_said_in_the_sentence(site: IndustrialSite) -> None:
    visit = site.visit
    numbers = [
        (visit.age, visit.age.minimum if visit.age else None),
        (visit.price, visit.price.amount if visit.price else None),
        (visit.booking, visit.booking.days_before if visit.booking else None),
    ]
    for statement, number in numbers:
        if number is not None:
            assert re.search(rf"\b{number}\b", statement.text.ru)
    if visit.price and visit.price.free:
        assert "бесплатн" in visit.price.text.ru.lower()
        assert visit.price.amount is None


# Choosing a place


def test_a_filter_of_which_nothing_is_known_says_so_with_the_count() -> None:
    unsaid = {site.id: site.model_copy(update={"visit": Visit()}) for site in SITES.values()}
    entries = tuple(replace(e, record=unsaid[e.record.id]) if isinstance(e.record, IndustrialSite) else e for e in CATALOG.entries)
    (part,) = numbered("industrial-sites/", list(unsaid.values()), len(unsaid))
    context = catalogue_context(View(replace(CATALOG, entries=entries), "ru", "industrial-sites/"), part)
    filters = {made.name: made.options for made in context["filters"]}
    assert filters["age"] == filters["weekday"] == filters["language"] == filters["price"] == [("unknown", "нет сведений", len(SITES))]


@pytest.mark.parametrize(("field", "name"), [("age", "age"), ("languages", "language"), ("price", "price")])
def test_whatever_is_told_in_figures_or_in_words_alone_can_be_chosen(field: str, name: str) -> None:
    told = {site.id for site in SITES_OF_COPY.values() if is_told(site, field)}
    minimums = [site.visit.age.minimum for site in SITES_OF_COPY.values() if site.visit.age and site.visit.age.minimum]
    assert told
    assert {site.id for site in SITES_OF_COPY.values() if site_marks(site, sorted(minimums))[name] != ["unknown"]} == told


def test_no_list_has_a_filter_that_leaves_nothing_to_choose(site: Path) -> None:
    choices = {
        (path.parent.relative_to(site).as_posix(), name): options.count("<option ") - 1
        for path in site.glob("**/index.html")
        for name, options in re.findall(r'<select name="(\w+)">(.*?)</select>', path.read_text("utf-8"), re.DOTALL)
    }
    assert {address for address, _ in choices} >= {"events", "cities", "industrial-sites", "en/industrial-sites"}
    assert ("industrial-sites", "age") in choices
    assert {place: number for place, number in choices.items() if number < 2} == {}


def test_every_filter_there_is_offers_not_known_with_its_count(page: Page, url: str) -> None:
    page.goto(url + "industrial-sites/")
    names = {name for name, _ in counts(page)}
    assert names == {"access", "industry", "way", "age", "price", "weekday", "language", "evidence"}
    for name in names - {"evidence"}:
        unknown = page.locator(f"[data-item][data-{name}='unknown']").count()
        assert counts(page)[name, "unknown"] == unknown > 0


def test_what_is_not_known_never_matches_and_never_vanishes(page: Page, url: str) -> None:
    page.goto(url + "industrial-sites/?price=free")
    assert shown(page) == {"omsk-npz", "omsky-kauchuk"}
    page.goto(url + "industrial-sites/?price=paid")
    assert shown(page) == {"rzd", "kartfabrika"}
    page.goto(url + "industrial-sites/?price=unknown")
    assert shown(page) == set(SITES) - {"omsk-npz", "omsky-kauchuk", "rzd", "kartfabrika"}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("age=6", {"borodino"}),
        ("age=14", {"borodino", "oniip"}),
        ("language=zh", {"borodino"}),
        ("weekday=sat", {"kartfabrika"}),
        ("weekday=mon", {"omsky-kauchuk"}),
        ("weekday=workday", {"omsky-kauchuk"}),
        ("way=outside", {"omsk-npz"}),
    ],
)
def test_a_filter_in_the_address_finds_those_whose_source_says_so(page: Page, url: str, asked: str, found: set[str]) -> None:
    page.goto(url + "industrial-sites/?" + asked)
    assert shown(page) == found


def test_a_child_gets_in_wherever_the_least_age_is_no_higher() -> None:
    visit = Visit.model_validate({"age": {"text": {"ru": "С 9 лет."}, "sources": ["x"], "minimum": "9"}})
    site = SITES["rzd"].model_copy(update={"visit": visit})
    assert site_marks(site, [6, 9, 14])["age"] == ["9", "14"]
    assert site_marks(SITES["rzd"], [6, 9, 14])["age"] == ["unknown"]


def test_the_choices_of_age_are_counted_in_years_in_russian(page: Page, url: str) -> None:
    page.goto(url + "industrial-sites/")
    assert page.locator("select[name=age] option").all_inner_texts()[1:3] == ["6 лет (1)", "14 лет (2)"]


@pytest.mark.parametrize("first", ["access=pupils", "industry=unknown", "price=free"])
def test_every_count_holds_beside_the_filters_already_chosen(page: Page, url: str, first: str) -> None:
    page.goto(url + "industrial-sites/?" + first)
    before = counts(page)
    chosen = first.partition("=")[0]
    for (name, value), number in before.items():
        if name != chosen:
            page.select_option(f"select[name={name}]", value)
            assert len(shown(page)) == number, (first, name, value)
            page.select_option(f"select[name={name}]", "")
    assert counts(page) == before


def test_no_place_left_names_the_filter_to_loosen(page: Page, url: str) -> None:
    page.goto(url + "industrial-sites/?price=free&weekday=sat")
    assert shown(page) == set()
    assert "Цена" in page.inner_text("form [role=status]")


def test_the_best_known_place_comes_first_and_equals_by_name(page: Page, url: str) -> None:
    page.goto(url + "industrial-sites/")
    for group in page.locator("[data-items]").all():
        links = group.locator(".cards__title").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
        real = [SITES[href.strip("/").split("/")[-1]] for href in links if href.strip("/").split("/")[-1] not in INVENTED]
        assert real == sorted(real, key=lambda site: (-how_much_is_known(site), site.name.ru))


# «Пустят ли нас?»

TOLD = {
    "yes": {"rzd", "steklodyvy"},
    "ask": {"omgtu", "omsky-kauchuk", "poliom", "milkom", "ab-inbev-efes", "ozga", "cordiant"},
    "outside": {"omsk-npz"},
    "no": {"omsktransmash", "omskenergo", "omskvodokanal", "ozsm", "vysokie-tehnologii", "tgk-11", "omo-baranova", "polet"},
}
"""What the dossier amounts to for a family that comes by itself; of the other places nothing is known."""
STATES_OF_DOSSIER = {
    "everyone": {"rzd", "steklodyvy"},
    "groups": {"poliom"},
    "open_days": {"omgtu"},
    "from_street": {"omsk-npz"},
    "pupils": {"omsktransmash", "omskenergo", "omskvodokanal", "ozsm", "vysokie-tehnologii", "tgk-11"},
    "closed": {"omo-baranova", "polet"},
}


def sections(page: Page) -> dict[str, set[str]]:
    """Answer -> the ids of the places below it."""
    found = {one.get_attribute("data-answer"): one.locator(".cards__title") for one in page.locator("[data-answer]").all()}
    hrefs = {name: links.evaluate_all("(all) => all.map((link) => link.getAttribute('href'))") for name, links in found.items()}
    return {name: {href.strip("/").split("/")[-1] for href in found} for name, found in hrefs.items()}


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_the_state_of_a_site_is_what_the_words_of_its_sources_amount_to(site: IndustrialSite) -> None:
    assert site.wordings, "no way of speaking of visitors is noted"
    assert (state_of(site.wordings) or "unknown") == state(site)
    assert site.id in STATES_OF_DOSSIER.get(state(site), set(SITES) - set().union(*STATES_OF_DOSSIER.values()))


def test_every_way_of_speaking_of_visitors_has_one_state_words_for_readers_and_a_place_in_order() -> None:
    assert list(STATES) == list(LABELS["wording"]) == list(get_args(Wording))
    assert {state or "unknown" for state in STATES.values()} == set(LABELS["access"])
    assert state_of(["press", "employees_only", "school_groups", "anyone"]) == "everyone"
    assert state_of(["delegations", "member"]) is None


def test_without_javascript_the_list_answers_a_family_that_comes_by_itself(browser: Browser, url: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(url + "industrial-sites/")
    assert sections(page) == TOLD | {"unknown": set(SITES) - set().union(*TOLD.values())}
    assert page.locator(".answer h2").first.inner_text() == "Пускают 2"
    page.context.close()


def test_the_home_page_counts_and_lists_the_places_that_let_one_in_as_their_own_list_does(page: Page, site_url: str) -> None:
    def told(among: str) -> list[tuple[str, list[str]]]:
        items = page.locator(f"{among} .cards li")
        return [(one.locator(".cards__title").inner_text(), one.locator(".badge, .mark").all_inner_texts()) for one in items.all()]

    page.goto(site_url + "industrial-sites/")
    listed, number = told("[data-answer=yes]"), page.locator("[data-answer=yes] .number").inner_text()
    page.goto(site_url)
    assert told("section:has(#open)") == listed
    assert f"пускают в {number} из них" in page.inner_text(".numbers").replace("\u00a0", " ")


def test_what_is_left_to_ask_and_whom_stands_with_each_place_that_might_let_one_in(page: Page, site_url: str) -> None:
    page.goto(site_url + "industrial-sites/")
    for name in TOLD["yes"] | TOLD["ask"]:
        ask = page.locator(f"[data-item]:has(a[href$='/{name}/'], a[href='{name}/']) .cards__ask").inner_text()
        assert ("с какого возраста" in ask) == (SITES[name].visit.age is None)
        assert ("как записаться" in ask) == (SITES[name].visit.booking is None or not SITES[name].contacts)
        assert ("контакта мы не нашли" in ask) == (not SITES[name].contacts)
    assert "в какие дни" not in page.locator("[data-item]:has(a[href='omsky-kauchuk/']) .cards__ask").inner_text()
    assert page.locator(".answer--no .cards__ask:visible").count() == 0


def test_a_teacher_is_answered_otherwise_and_the_choice_is_in_the_address(page: Page, site_url: str) -> None:
    page.goto(site_url + "industrial-sites/")
    page.select_option("select[name=who]", "pupils")
    assert page.url.endswith("?who=pupils")
    expected = {name: answer(site, "pupils") for name, site in SITES.items()}
    page.reload()
    found = sections(page)
    assert {name: said for said, names in found.items() for name in names} == expected
    assert expected["omsktransmash"] == expected["rzd"] == "yes"
    assert expected["omgtu"] == expected["poliom"] == "ask"
    assert page.locator("[data-answer=yes] .number").inner_text() == str(len(found["yes"]))
    page.select_option("select[name=who]", "family")
    assert "who=" not in page.url
    assert sections(page)["yes"] == TOLD["yes"]


@pytest.mark.parametrize(
    ("day", "said"),
    [(None, "сведения без даты"), ("2017", "сведения 2017 года"), ("2016/2017", "сведения 2017 года"), ("2024-11-24", ""), ("2026-01", "")],
)
def test_facts_of_more_than_two_years_ago_are_shown_as_old(day: str | None, said: str) -> None:
    access = {"state": "pupils", "text": {"ru": "Для школ."}, "sources": ["x"], "date": day}
    site = SITES["borodino"].model_copy(update={"access": AccessState.model_validate(access)})
    catalog = dataclasses.replace(CATALOG, today=date(2026, 11, 24))
    assert old_words(View(catalog, "ru", "industrial-sites/"), site).replace("\u00a0", " ") == said
    assert old_words(View(catalog, "ru", "industrial-sites/"), SITES["borodino"]) == ""


# Asking


@pytest.mark.parametrize(
    ("address", "begins", "ends"),
    [
        (
            "industrial-sites/spetspromizolyatsiya/",
            "Здравствуйте! Мы хотели бы побывать здесь: СпецПромИзоляция. Подскажите, пожалуйста:",
            "Спасибо!",
        ),
        (
            "en/industrial-sites/spetspromizolyatsiya/",
            "Hello! We would like to visit this place: SpetsPromIzolyatsiya. Please tell us:",
            "Thank you!",
        ),
        ("how-to-visit/", "Здравствуйте! Мы хотели бы побывать на предприятии в Омске. Подскажите, пожалуйста:", "Спасибо!"),
    ],
)
def test_the_questions_are_copied_as_a_letter_and_that_is_said(page: Page, site_url: str, address: str, begins: str, ends: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site_url + address)
    page.click("button[data-copy]")
    page.wait_for_function("document.querySelector('.letter__told').textContent")
    letter = page.evaluate("navigator.clipboard.readText()")
    assert letter.startswith(f"{begins}\n\n1. ")
    assert letter.endswith(f"\n\n{ends}\n")
    assert len(re.findall(r"^\d+\. .+\?$", letter, re.MULTILINE)) == len(LABELS["question"])
    assert page.inner_text(".letter__told") == page.get_attribute("button[data-copy]", "data-done")


def test_a_teacher_copies_the_questions_for_a_class(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site_url + "industrial-sites/ozsm/")
    page.check("[data-class]")
    page.click("button[data-copy]")
    page.wait_for_function("document.querySelector('.letter__told').textContent")
    letter = page.evaluate("navigator.clipboard.readText()")
    assert letter.startswith("Здравствуйте! Мы хотели бы привести сюда школьный класс: Омский завод смазочных материалов.")
    assert "Сколько взрослых должно быть с учениками?" in letter


@pytest.mark.parametrize(("copies", "told"), [("true", "data-done"), ("false", "data-failed")])
def test_without_a_clipboard_the_old_way_copies_or_the_reader_is_told(page: Page, site_url: str, copies: str, told: str) -> None:
    page.add_init_script(f"Object.defineProperty(navigator, 'clipboard', {{}}); document.execCommand = () => {copies};")
    page.goto(site_url + "industrial-sites/borodino/")
    page.click("button[data-copy]")
    page.wait_for_function("document.querySelector('.letter__told').textContent")
    assert page.inner_text(".letter__told") == page.get_attribute("button[data-copy]", told)
    assert page.locator("textarea").count() == 0
    assert page.evaluate("document.activeElement.hasAttribute('data-copy')")


def test_without_javascript_the_questions_stand_there_and_no_button_does_nothing(browser: Browser, url: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(url + "industrial-sites/oniip/")
    assert page.locator(".questions li").count() > 5
    assert page.locator("main button:visible, main input:visible:not([type=radio])").count() == 0
    assert page.locator(".deadline:visible").inner_text() == "Запись не позднее чем за 3 дня."
    page.context.close()


# Booking in time


@pytest.mark.parametrize(
    ("language", "visit", "said"),
    [
        ("", "2030-03-02", "Запишитесь не позднее 27 февраля 2030 г."),
        ("en/", "2030-01-01", "Book by 29 December 2029 at the latest."),
        ("", "2020-03-10", "Крайний день записи уже прошёл (7 марта 2020 г.): спросите, есть ли места."),
    ],
)
def test_the_last_day_to_book_is_counted_back_from_the_day_of_the_visit(page: Page, url: str, language: str, visit: str, said: str) -> None:
    page.goto(url + language + "industrial-sites/oniip/")
    page.fill(".deadline input", visit)
    assert page.inner_text(".deadline output").replace("\u00a0", " ") in (said, said.replace("29 December 2029", "December 29, 2029"))
    page.fill(".deadline input", "")
    assert page.inner_text(".deadline output") == ""


def test_nothing_is_counted_where_no_source_says_how_far_ahead_one_books(page: Page, site_url: str) -> None:
    for name, record in SITES.items():
        page.goto(site_url + f"industrial-sites/{name}/")
        days = record.visit.booking.days_before if record.visit.booking else None
        assert page.locator(".deadline").count() == (0 if days is None else 2)


def test_the_page_with_the_day_to_choose_shuts_nobody_out(page: Page, url: str) -> None:
    page.goto(url + "industrial-sites/oniip/")
    page.evaluate((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
    assert page.evaluate("axe.run().then((result) => result.violations.map((found) => found.id))") == []


# On paper


def on_paper(page: Page, folder: Path) -> pypdf.PdfReader:
    page.pdf(path=folder / "sheet.pdf", prefer_css_page_size=True)
    return pypdf.PdfReader(folder / "sheet.pdf")


@pytest.mark.parametrize("language", ["", "en/"], ids=["ru", "en"])
@pytest.mark.parametrize("name", SITES)
def test_a_site_fits_one_sheet_for_a_tourist_and_one_for_a_teacher(page: Page, url: str, tmp_path: Path, name: str, language: str) -> None:
    page.goto(f"{url}{language}industrial-sites/{name}/")
    for asker, more in (("family", 0), ("class", len(LABELS["class_question"]))):
        if more:
            page.check("[data-class]")
        asked = page.locator(".questions li:visible").all_inner_texts()
        assert len(asked) == more + sum(not is_told(SITES_OF_COPY[name], field) for field in LABELS["question"]), asker
        sheet = on_paper(page, tmp_path)
        assert len(sheet.pages) == 1, asker
        said = re.sub(r"\s+", "", sheet.pages[0].extract_text())
        assert f"{ADDRESS}/{language}industrial-sites/{name}/" in said
        for wanted in [*page.locator(".card dt:visible").all_inner_texts(), *asked]:
            assert re.sub(r"\s+", "", wanted) in said
        assert [round(float(side) / 72 * 25.4) for side in sheet.pages[0].mediabox[2:]] == [210, 297]


def test_who_may_come_is_a_sentence_and_no_words_astray_behind_one(site: Path) -> None:
    page = (site / "industrial-sites" / "omsk-npz" / "index.html").read_text("utf-8")
    assert re.search(r"\. <small>Для кого: одиночные посетители\.</small>", page)


@pytest.mark.parametrize("name", SITES)
def test_every_question_of_the_card_is_answered_or_asked_on_every_site(site: Path, name: str) -> None:
    page = (site / "industrial-sites" / name / "index.html").read_text("utf-8")
    view = View(CATALOG, "ru", "")
    record = SITES[name]
    for field in LABELS["question"]:
        answered = f"<dt>{view.label('visit', field)}</dt>" in page if field in LABELS["visit"] else record.access is not None
        reached = field == "meeting_point" and "<dt>Как добраться</dt>" in page
        assert answered or reached or f"<li>{view.label('question', field)}</li>" in page, field
    assert record.contacts or "Открытых контактов самой площадки не нашлось" in page


def test_the_sheet_shows_the_page_s_own_address_as_a_qr_code_on_paper_alone(page: Page, url: str) -> None:
    page.goto(url + "en/industrial-sites/poliom/")
    drawn = page.locator(".sheet svg path").get_attribute("d")
    assert drawn in qr_code(f"{ADDRESS}/en/industrial-sites/poliom/")
    assert not page.locator(".sheet").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".sheet").is_visible()
    assert not page.locator("#sources").is_visible()


def test_without_a_known_address_no_sheet_has_a_qr_code(site: Path) -> None:
    pages = list(site.glob("**/industrial-sites/*/index.html"))
    assert len(pages) == 2 * len(SITES)
    assert CATALOG.site.url or not any('class="sheet"' in path.read_text("utf-8") for path in pages)


def test_how_to_join_is_a_check_list_on_paper(page: Page, url: str) -> None:
    page.goto(url + "how-to-join/")
    box = "(steps) => steps.map((step) => getComputedStyle(step, '::before').borderTopStyle)"
    assert "solid" not in page.locator(".steps li").evaluate_all(box)
    page.emulate_media(media="print")
    assert set(page.locator(".steps li").evaluate_all(box)) == {"solid"}
