"""Each file of tests/cases is a mistake an editor makes, or something that only looks like one, and what is said of it."""

import ast
import re
import string
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_plugins.__main__ import main
from site_plugins.problems import LANGUAGES, Problem, wordings
from tests.mistakes import HERE, problems_of, write_data

ROOT = HERE.parent
CASES = {path.stem: path for path in sorted((HERE / "cases").glob("*.yml"))}
PLACE = re.compile(r".+?:\d+:\d+: ")
TODAY_EPOCH = "1795392000"  # 2026-11-23, the day that tests.mistakes.TODAY is
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
NO_CODES = {"utf-8", "utf-8-sig", "uri-reference", "public-domain"}
PROVEN_ELSEWHERE = {
    *("file-unreadable", "file-many-mistakes", "file-many-values", "value-too-long", "yaml-syntax", "value-unfit"),
    *("picture-not-regular", "picture-too-large", "picture-too-many-pixels", "picture-too-small"),
    *("picture-suffix", "picture-moves", "picture-broken"),
}
"""What takes a broken disk, a very large file, a later libyaml or a model of its own is proven in test_hostile_files.py,
what takes a picture in test_pictures.py."""
PROVEN_BY_A_BUILD = {"address-lost"}
"""What only a whole build finds: test_addresses.py."""


def case(name: str) -> dict[str, Any]:
    return yaml.safe_load(CASES[name].read_text("utf-8"))


@pytest.fixture(scope="session")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Problem]]:
    """The problems of every case."""
    return {name: problems_of(write_data(tmp_path_factory.mktemp("case"), case(name))) for name in CASES}


@pytest.mark.parametrize("name", CASES)
def test_an_editor_is_told(name: str, shown: dict[str, list[Problem]]) -> None:
    assert [problem.text() for problem in shown[name]] == case(name)["expect"]


@pytest.mark.parametrize("name", CASES)
def test_the_english_messages_stand_at_the_same_places(name: str, shown: dict[str, list[Problem]]) -> None:
    english = [problem.text("en") for problem in shown[name]]
    assert [places(text) for text in english] == [places(text) for text in case(name)["expect"]]
    assert not [text for text in english if re.search("[А-Яа-я]", wordings_alone(text, shown[name]))]


@pytest.mark.parametrize("name", CASES)
def test_the_command_prints_every_message_on_one_line(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY_EPOCH)
    expected = case(name)["expect"]
    status = main(["check", "--data", str(write_data(tmp_path, case(name)))])
    said = capsys.readouterr()
    assert said.out.splitlines() == expected
    assert status == (1 if expected else 0)
    assert re.fullmatch(rf"Проверено записей: \d+\. Ошибок: {len(expected)}\.\n(Совет: .+\n)?", said.err)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_in_a_console_of_few_letters_ends_with_1_and_no_traceback(language: str, tmp_path: Path) -> None:
    name = "several-mistakes-are-all-told-and-in-order"
    command = [sys.executable, "-m", "site_plugins", "check", "--data", str(write_data(tmp_path, case(name))), "--lang", language]
    environment = {"SOURCE_DATE_EPOCH": TODAY_EPOCH, "PATH": "", "PYTHONIOENCODING": "cp1251"}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="cp1251", check=False)
    assert result.returncode == 1
    assert [places(line) for line in result.stdout.splitlines()] == [places(line) for line in case(name)["expect"]]
    assert "Traceback" not in result.stderr


def test_the_cases_show_nearly_every_message_there_is(shown: dict[str, list[Problem]]) -> None:
    codes = {problem.code for problems in shown.values() for problem in problems}
    assert len(codes) >= 60
    assert set(wordings("ru")) - codes == PROVEN_ELSEWHERE | PROVEN_BY_A_BUILD


def test_a_case_that_shows_no_mistake_says_that_something_is_accepted() -> None:
    quiet = [name for name in CASES if not case(name)["expect"]]
    assert quiet
    assert len(quiet) < len(CASES) / 8


def test_every_code_in_the_code_has_a_wording_and_every_wording_a_code() -> None:
    used = {text for room in ("reading", "checks", "records") for text in constants(room) if CODE.fullmatch(text)} - NO_CODES
    used |= PROVEN_BY_A_BUILD  # mkdocs_site/kept.py
    used |= {f"{code}-near" for code in ("field-unknown", "choice-unknown")}  # reading/refusals.py puts them together
    assert used == set(wordings("ru"))


def test_both_languages_have_the_same_codes_and_placeholders() -> None:
    told = {language: {code: placeholders(wording) for code, wording in wordings(language).items()} for language in LANGUAGES}
    assert told["ru"] == told["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wording_says_what_is_wrong_and_what_to_write(language: str) -> None:
    for code, wording in wordings(language).items():
        assert set(wording) == {"what", "hint"}, code
        assert all(text and text == text.strip() and not text.endswith(".") and "\n" not in text for text in wording.values()), code


def places(text: str) -> str:
    found = PLACE.match(text)
    assert found, text
    return found[0]


def wordings_alone(text: str, problems: list[Problem]) -> str:
    """A message without what it quotes from the file."""
    quoted = sorted({value for problem in problems for _, value in problem.values if value}, key=len, reverse=True)
    for value in [*quoted, *(problem.file for problem in problems), *(problem.key for problem in problems if problem.key)]:
        text = text.replace(value, "")
    return text


def constants(room: str) -> set[str]:
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "site_plugins" / room).rglob("*.py")]
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def placeholders(wording: dict[str, str]) -> set[str]:
    return {name for text in wording.values() for _, name, _, _ in string.Formatter().parse(text) if name}
