"""`mkdocs serve`: a mistake shows as a page with the same messages, and heals when it is mended."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ENVIRONMENT, MKDOCS, ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of everything a build needs, to make mistakes in."""
    for name in ("data", "docs", "hooks", "site_plugins", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


@contextmanager
def served(project: Path, *options: str) -> Iterator[Callable[..., str]]:
    """Reads addresses of the project while `mkdocs serve` runs; a page for a missing address is read too."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *options]
    server = subprocess.Popen(command, cwd=project, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def read(path: str, encoding: str = "utf-8") -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}") as answer:
                return str(answer.read().decode(encoding))
        except urllib.error.HTTPError as error:
            return str(error.read().decode("utf-8"))
        except OSError:
            return ""

    try:
        yield read
    finally:
        server.terminate()
        server.wait()


def wait_for(question: Callable[[], bool]) -> bool:
    """Whether the answer becomes yes before two minutes have passed: a bound for a hung server, no measurement."""
    for _ in range(480):
        if question():
            return True
        time.sleep(0.25)
    return False


def test_a_mistake_is_shown_as_a_page_and_heals_when_it_is_mended(project: Path) -> None:
    record = project / "data" / "cities" / "minsk.yml"
    good = record.read_text("utf-8")
    with served(project) as read:
        assert wait_for(lambda: "Минск" in read("cities/minsk/"))

        record.write_text(good.replace("country: BY", "country: XX"), "utf-8")
        assert wait_for(lambda: "нет страны с кодом «XX»" in read("cities/minsk/"))
        assert "data/cities/minsk.yml" in read("")
        assert "нет страны с кодом «XX»" in read("")

        record.write_text(good, "utf-8")
        assert wait_for(lambda: "нет страны" not in read("") and "Минск" in read("cities/minsk/"))


def test_the_server_starts_with_a_mistake_in_place_and_heals(project: Path) -> None:
    record = project / "data" / "cities" / "minsk.yml"
    good = record.read_text("utf-8")
    record.write_text("\tname: x\n", "utf-8")
    with served(project) as read:
        assert wait_for(lambda: "знак табуляции" in read(""))
        record.write_text(good, "utf-8")
        assert wait_for(lambda: "Минск" in read("cities/minsk/"))


def test_a_change_shows_on_every_page_and_in_every_file_that_tells_it(project: Path) -> None:
    record = project / "data" / "cities" / "minsk.yml"
    with served(project) as read:
        assert wait_for(lambda: "Минск" in read("cities/minsk/"))
        assert "Минск" in read("calendars/cities/minsk.ics")
        record.write_text(record.read_text("utf-8").replace("ru: Минск", "ru: Минескъ", 1), "utf-8")
        assert wait_for(lambda: "<h1>Минескъ" in read("cities/minsk/"))
        for path in ("cities/", "countries/by/", "search/", "calendars/cities/minsk.ics", "open-data/v1/cities/minsk.json"):
            assert "Минескъ" in read(path), path


def test_a_record_that_goes_takes_its_page_along_and_one_that_comes_brings_it(project: Path) -> None:
    city = project / "data" / "cities" / "a-new-one.yml"
    with served(project) as read:
        assert wait_for(lambda: "Минск" in read("cities/minsk/"))
        assert "Страница не найдена" in read("cities/a-new-one/")
        city.write_text((project / "data" / "cities" / "minsk.yml").read_text("utf-8").replace("ru: Минск", "ru: Новгородок", 1), "utf-8")
        assert wait_for(lambda: "Новгородок" in read("cities/a-new-one/"))
        city.unlink()
        assert wait_for(lambda: "Страница не найдена" in read("cities/a-new-one/"))


def test_what_site_yml_says_is_told_by_prose_as_well(project: Path) -> None:
    site = project / "data" / "site.yml"
    with served(project) as read:
        assert wait_for(lambda: "Минск" in read("cities/minsk/"))
        assert "Омск без границ" not in read("about/")
        site.write_text(site.read_text("utf-8").replace("{ru: Омск и мир,", "{ru: Омск без границ,"), "utf-8")
        assert wait_for(lambda: "Омск без границ" in read("about/"))
        assert "Омск без границ" in read("cities/minsk/")
        assert "Омск без границ" in read("manifest.webmanifest")


def test_a_new_run_of_the_accessibility_tests_shows_on_their_statement(project: Path) -> None:
    run = project / "data" / "accessibility.json"
    with served(project) as read:
        assert wait_for(lambda: "axe-core 4" in read("accessibility/"))
        run.write_text(run.read_text("utf-8").replace('"axe": "', '"axe": "another-'), "utf-8")
        assert wait_for(lambda: "axe-core another-4" in read("accessibility/"))
        run.write_text("{", "utf-8")
        assert wait_for(lambda: "data/accessibility.json:1:1" in read(""))


def test_a_whole_build_that_fails_is_tried_again_when_a_record_is_mended(project: Path) -> None:
    cities, taken = project / "data" / "cities", project / "docs" / "cities" / "a-new-one.md"
    with served(project) as read:
        assert wait_for(lambda: "Минск" in read("cities/minsk/"))
        new = (cities / "minsk.yml").read_text("utf-8").replace("ru: Минск", "ru: Новгородок", 1)
        (cities / "a-new-one.yml").write_text(new, "utf-8")
        assert wait_for(lambda: "<h1>Новгородок" in read("cities/a-new-one/"))
        taken.parent.mkdir()
        taken.write_text("# Проза по адресу записи\n", "utf-8")
        time.sleep(3)  # a build that failed gives no sign
        (cities / "a-new-one.yml").rename(cities / "another.yml")
        assert wait_for(lambda: "<h1>Новгородок" in read("cities/another/"))
        assert "Проза по адресу записи" in read("cities/a-new-one/")


@pytest.mark.parametrize("option", ["--no-livereload", "--clean"])
def test_a_server_that_is_not_told_of_edits_to_single_files_has_every_page(project: Path, option: str) -> None:
    with served(project, option) as read:
        assert wait_for(lambda: "<h1>Минск" in read("cities/minsk/"))
        assert "<h1>Минск" in read("cities/minsk/")
        assert "<h1>Города" in read("cities/")


def test_an_address_that_an_edit_would_lose_is_told(project: Path) -> None:
    with served(project) as read:
        assert wait_for(lambda: "Минск" in read("cities/minsk/"))
        (project / "data" / "addresses.txt").write_text("/a/kept/address/\n", "utf-8")
        assert wait_for(lambda: "/a/kept/address/" in read("cities/minsk/"))


def test_a_report_to_print_or_to_edit_is_made_when_it_is_asked_for(project: Path) -> None:
    with served(project) as read:
        assert wait_for(lambda: "omsk-report-2019.ru.pdf" in read("reports/2019/"))
        assert read("reports/2019/omsk-report-2019.ru.pdf", "latin-1").startswith("%PDF")
        assert read("reports/2019/omsk-report-2019.ru.docx", "latin-1").startswith("PK")


def test_an_address_outside_the_site_touches_no_file(project: Path) -> None:
    outside = project / "precious.txt"
    outside.write_text("x", "utf-8")
    with served(project) as read:
        assert wait_for(lambda: "Минск" in read("cities/minsk/"))
        assert "Страница не найдена" in read(f"../../../../../../../..{outside}")
        assert "Страница не найдена" in read("../../precious.txt")
    assert outside.read_text("utf-8") == "x"


def test_a_second_server_at_the_same_address_says_so(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        command = [*MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{taken.getsockname()[1]}"]
        result = subprocess.run(command, cwd=project, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert "занят" in result.stderr
    assert "Traceback" not in result.stderr
