"""Addresses never die: a renamed record leaves its old ones answering, and a build that would lose one stops with one message."""

import re
from datetime import date
from pathlib import Path

import pytest

from site_plugins.__main__ import main
from site_plugins.catalog import Catalog
from site_plugins.mkdocs_site import build
from site_plugins.outputs.artifact import Artifact
from site_plugins.outputs.old_addresses import make_old_addresses
from site_plugins.outputs.published import covers, published
from site_plugins.reading.folder import read_folder
from tests.conftest import ROOT
from tests.repository import Repository

ROUTE = "routes/bread"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The base data with their prose, ledger and list of addresses, as after `make ledger`."""
    made = Repository(tmp_path)
    (tmp_path / "docs" / "en").mkdir(parents=True)
    for path in ("docs/about.md", "docs/en/about.md"):
        (tmp_path / path).write_text("# О сайте\n", "utf-8")
    bread = (made.data / f"{ROUTE}.yml").read_text("utf-8")
    (made.data / "routes" / "second.yml").write_text(bread, "utf-8")  # the list of routes stays when one of them goes
    assert note_addresses(made) == 0
    return made


def note_addresses(repository: Repository) -> int:
    data = str(repository.data)
    return main(["ledger", "--data", data]) or main(["addresses", "--data", data, "--docs", str(repository.folder / "docs")])


def rename(repository: Repository, former: str) -> None:
    """Give the route another file."""
    old, new = repository.data / f"{ROUTE}.yml", repository.data / "routes" / "grain.yml"
    new.write_text(f"{former}{old.read_text('utf-8')}", "utf-8")
    old.unlink()


def withdraw(repository: Repository, entry: str) -> None:
    with (repository.data / "site.yml").open("a", encoding="utf-8") as file:
        file.write(f"withdrawn: [{entry}]\n")


def made(repository: Repository) -> build.Build:
    return build.make(build.begin(repository.data), repository.folder / "docs")


def files(made_build: build.Build) -> dict[str, str]:
    return {artifact.path: str(artifact.content) for artifact in made_build.artifacts}


def test_every_page_in_both_languages_and_the_prose_are_in_the_list(repository: Repository) -> None:
    listed = (repository.data / "addresses.txt").read_text("utf-8").splitlines()
    assert listed == sorted(set(listed))
    assert {"/", "/en/", "/about/", "/en/about/", "/cities/kaifeng/", "/en/cities/kaifeng/", "/cities/briansk/", "/map/"} <= set(listed)
    assert not [address for address in listed if address.startswith(("/assets/", "/search/ru", "/map/land"))]
    assert made(repository).problems == []


def test_a_record_renamed_without_a_word_is_refused_and_told_what_to_write(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    rename(repository, "")
    capsys.readouterr()
    assert main(["check", "--data", str(repository.data)]) == 1
    said = (
        "data/routes/bread.yml:1:1: записи больше нет, а её адрес уже опубликован — переименовали? Впишите bread "
        "в former_ids новой записи. Сняли с сайта? Впишите routes/bread в withdrawn файла site.yml"
    )
    assert capsys.readouterr().out.splitlines() == [said]
    assert made(repository).problems == [said]


@pytest.mark.parametrize(("language", "said"), [("", "Страница переехала"), ("en/", "This page has moved")])
def test_a_renamed_record_answers_at_its_old_address(repository: Repository, language: str, said: str) -> None:
    rename(repository, "former_ids: [bread]\n")
    build_made = made(repository)
    assert build_made.problems == []
    page = files(build_made)[f"{language}{ROUTE}/index.html"]
    assert said in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<meta http-equiv="refresh" content="0; url=../grain/">' in page
    assert '<link rel="canonical" href="../grain/">' in page
    assert re.search('<a href="../grain/">[^<]+</a>', page)


def test_with_the_sites_address_the_old_page_names_the_whole_new_address(repository: Repository) -> None:
    rename(repository, "former_ids: [bread]\n")
    with (repository.data / "site.yml").open("a", encoding="utf-8") as file:
        file.write("url: https://example.org/omsk\n")
    page = files(made(repository))[f"en/{ROUTE}/index.html"]
    assert '<link rel="canonical" href="https://example.org/omsk/en/routes/grain/">' in page


def test_a_renamed_records_own_files_answer_under_the_old_name_too() -> None:
    catalog = Catalog.of(read_folder(ROOT / "tests" / "base_data"), date(2026, 11, 23))
    paths = {"open-data/v1/cities/bryansk.json": "{}", "en/calendars/cities/bryansk.ics": b"x", "x/bryansk.js": ""}
    there = [Artifact(path, content) for path, content in paths.items()]
    made_files = {artifact.path: artifact.content for artifact in make_old_addresses(catalog, [], there)}
    assert made_files["open-data/v1/cities/briansk.json"] == "{}"
    assert made_files["en/calendars/cities/briansk.ics"] == b"x"
    assert "x/briansk.js" not in made_files
    taken = [*there, Artifact("open-data/v1/cities/briansk.json", "of its own")]
    assert "open-data/v1/cities/briansk.json" not in {artifact.path for artifact in make_old_addresses(catalog, [], taken)}


def test_a_withdrawn_record_is_no_mistake_and_its_page_says_so_without_its_name(repository: Repository) -> None:
    (repository.data / f"{ROUTE}.yml").unlink()
    withdraw(repository, ROUTE)
    build_made = made(repository)
    assert build_made.problems == []
    for path, said in ((f"{ROUTE}/index.md", "Страница снята с сайта"), (f"en/{ROUTE}/index.md", "This page was withdrawn")):
        page = build_made.pages[path]
        assert said == page.title
        assert said in page.body
        assert "лебн" not in page.body


@pytest.mark.parametrize("entry", ["cities", "en/cities", "years/2019/", "open-data/v1/cities.json"])
def test_a_page_or_file_that_is_withdrawn_and_yet_made_stops_the_build_and_stays_what_it_is(repository: Repository, entry: str) -> None:
    withdraw(repository, entry)
    build_made = made(repository)
    assert [problem.split("» снято")[0].rpartition("«")[2] for problem in build_made.problems] == [entry]
    assert build_made.pages["cities/index.md"].kind == "list"


def test_a_build_that_would_lose_any_other_address_stops_with_one_message(repository: Repository) -> None:
    path = repository.data / "addresses.txt"
    path.write_text(f"/countries/fr/\n/en/countries/fr/\n{path.read_text('utf-8')}", "utf-8")
    said = (
        "data/addresses.txt:1:1: адрес «/countries/fr/» опубликован раньше, а теперь не отвечает (всего таких: 2) — верните страницу "
        "или файл; если запись переименована, впишите её прежнее имя в former_ids; если адрес снят намеренно, впишите его в withdrawn "
        "файла site.yml"
    )
    assert made(repository).problems == [said]
    withdraw(repository, "countries/fr")
    assert made(repository).problems == []


def test_a_page_of_prose_that_is_gone_stops_the_build(repository: Repository) -> None:
    (repository.folder / "docs" / "about.md").rename(repository.folder / "docs" / "site.md")
    assert [problem.split(" опубликован")[0] for problem in made(repository).problems] == ["data/addresses.txt:2:1: адрес «/about/»"]


def test_a_line_deleted_by_hand_is_told_by_the_next_build_and_comes_back(repository: Repository) -> None:
    path = repository.data / "addresses.txt"
    whole = path.read_text("utf-8")
    path.write_text(whole.replace("/cities/kaifeng/\n", "", 1), "utf-8")
    assert "В списке опубликованных адресов ещё нет новых: 1. Их впишет «make ledger»" in made(repository).notes
    assert note_addresses(repository) == 0
    assert path.read_text("utf-8") == whole
    assert not [note for note in made(repository).notes if "адресов" in note]


def test_the_list_only_grows(repository: Repository) -> None:
    (repository.data / f"{ROUTE}.yml").unlink()
    withdraw(repository, ROUTE)
    assert note_addresses(repository) == 0
    assert f"/{ROUTE}/\n" in (repository.data / "addresses.txt").read_text("utf-8")


def test_the_command_writes_nothing_while_an_address_would_be_lost(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    path = repository.data / "addresses.txt"
    path.write_text(f"/gone/\n{path.read_text('utf-8')}", "utf-8")
    before = path.read_bytes()
    assert note_addresses(repository) == 1
    assert "/gone/" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_a_single_events_calendar_is_imported_once_and_may_go_a_subscription_may_not() -> None:
    kept = published([], [Artifact(f"en/calendars/{name}.ics", "") for name in ("events", "events/fair-2019", "cities/minsk")])
    assert list(kept) == ["/en/calendars/events.ics", "/en/calendars/cities/minsk.ics"]


def test_the_real_sites_addresses_all_answer() -> None:
    real = build.make(build.begin(ROOT / "data"), ROOT / "docs")
    assert real.problems == []
    assert real.catalog
    assert len(real.catalog.published) > 500


@pytest.mark.parametrize(
    ("entry", "address", "whether"),
    [
        ("events/fair-2019", "/events/fair-2019/", True),
        ("events/fair-2019", "/en/events/fair-2019/", True),
        ("events/fair-2019", "/open-data/v1/events/fair-2019.json", True),
        ("events/fair-2019", "/calendars/events/fair-2019.ics", True),
        ("industrial_sites/x", "/industrial-sites/x/", True),
        ("industrial-sites/x", "/open-data/v1/industrial_sites/x.json", True),
        ("/countries/pl/", "/countries/pl/", True),
        ("events/fair-2019", "/events/fair-2019-2/", False),
        ("events/fair-2019", "/events/a-fair-2019/", False),
        ("events/fair-2019", "/cities/fair-2019/", False),
        ("events/fair-2019", "/events/", False),
    ],
)
def test_what_is_withdrawn_covers_its_pages_and_files_and_nothing_else(entry: str, address: str, whether: bool) -> None:
    assert covers(entry, address) is whether


def test_without_a_list_nothing_is_lost(repository: Repository) -> None:
    (repository.data / "addresses.txt").unlink()
    assert made(repository).problems == []
