"""Files made to hurt, or broken by accident at any place: each is refused in clear words, and nothing falls over."""

import os
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from pydantic import BaseModel, Field

from site_plugins.__main__ import main
from site_plugins.problems import Problem
from site_plugins.reading import file
from site_plugins.reading.records import read_record
from site_plugins.reading.syntax import explain
from site_plugins.reading.text import MAX_BYTES, Unreadable
from site_plugins.reading.yaml_subset import read_document
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from site_plugins.records.site import SiteFacts
from tests.mistakes import BASE, problems_of, write_data

MEBIBYTE = 1024 * 1024
LAUGHS = "a: &a [ha, ha]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))

HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "48 KB of nested dashes at the top": ("- " * 24_000, "file-not-fields"),
    "48 KB of nested dashes in a field": ("name:\n  " + "- " * 24_000, "yaml-too-deep"),
    "48 KB of nested brackets": ("name: " + "[" * 48_000, "yaml-too-deep"),
    "48 KB of nested braces": ("name: " + "{a: " * 12_000, "yaml-too-deep"),
    "fields within fields within fields": ("".join(f"{' ' * depth}a:\n" for depth in range(300)), "yaml-too-deep"),
    "a billion laughs": (LAUGHS, "yaml-anchor"),
    "a text of 1 MB on one line": ("name: {ru: " + "я" * 500_000 + "}", "value-too-long"),
    "a text of 1 MB in quotes": ('name: {ru: "' + "я" * 500_000 + '"}', "value-too-long"),
    "a list of 1 MB on one line": ("aliases: [" + "я, " * 200_000 + "я]", "file-many-values"),
    "a field's name of 1 MB": ("a" * 1_000_000 + ": b", "yaml-colon-in-text"),
    "an open quote before 1 MB": ('name: "' + "текст\n" * 90_000, "yaml-quote-open"),
    "an open bracket before 1 MB": ("name: [" + "a, " * 300_000, "file-many-values"),
    "1 MB of spaces": (" " * 1_000_000, "file-empty"),
    "1 MB of comments": ("# да\n" * 100_000, "file-empty"),
    "1 MB of fields that do not exist": ("".join(f"field{number}: x\n" for number in range(60_000)), "file-many-values"),
    "9,000 fields that do not exist": ("".join(f"field{number}: x\n" for number in range(9_000)), "file-many-mistakes"),
    "1 MB of one field": ("name: x\n" * 100_000, "file-many-mistakes"),
    "1 MB of empty values": ("aliases:\n" + "  -\n" * 200_000, "file-many-mistakes"),
    "more than 1 MB": ("# да\n" * 300_000, "file-too-large"),
    "NUL bytes": (b"\0" * 4096, "character-forbidden"),
    "a NUL in a text": ("name: {ru: Ом\0ск}", "character-forbidden"),
    "a NUL by an escape": ('name: {ru: "Ом\\0ск"}', "character-forbidden"),
    "a text written from right to left": ("name: {ru: Ом\u202eкс}", "character-forbidden"),
    "a text turned by isolates": ("name: {ru: \u2067Омск\u2069}", "character-forbidden"),
    "an Arabic letter mark": ("name: {ru: Омск\u061c}", "character-forbidden"),
    "a line end that only YAML knows": ("name: a\x85kind: b\u2028c: d", "character-forbidden"),
    "a terminal's escape": ("name: {ru: \x1b[2JОмск}", "character-forbidden"),
    "a mark of byte order in the middle": ("name: {ru: \ufeffОмск}", "character-forbidden"),
    "bytes that are no text": (bytes(range(128, 192)) * 8, "file-not-utf8"),
    "a wrong byte behind the mark of byte order": ("\ufeffname: я".encode() + b"\xff", "file-not-utf8"),
    "a letter cut in half": ("name: {ru: Омск}".encode()[:-2], "file-not-utf8"),
    "an overlong slash": (b"name: \xc0\xaf", "file-not-utf8"),
    "half a surrogate": (b"name: \xed\xa0\x80", "file-not-utf8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file-not-utf8"),
    "a number of 4,000 digits": ("name: {ru: " + "9" * 4000 + "}", "value-too-long"),
    "a program in a tag": ("name: !!python/object/apply:os.system [id]", "yaml-tag"),
}


def lines(texts: list[str]) -> list[str]:
    return [line for text in texts for line in text.splitlines()]


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_in_clear_words(what: str, tmp_path: Path) -> None:
    content, code = HOSTILE[what]
    data = write_data(tmp_path, {})
    (data / "organisations" / "hostile.yml").write_bytes(content if isinstance(content, bytes) else content.encode())
    problems = problems_of(data)
    assert code in {problem.code for problem in problems}
    assert {problem.file for problem in problems} == {"data/organisations/hostile.yml"}
    assert len(problems) <= 101  # fifty of YAML, fifty of the schema, and that there are more
    texts = [problem.text(language) for problem in problems for language in ("ru", "en")]
    assert lines(texts) == texts
    assert all(len(text) < 500 for text in texts)


def test_a_file_of_many_gigabytes_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_data(tmp_path, {})
    with (data / "organisations" / "sparse.yml").open("wb") as file:
        file.truncate(2**40)
    assert [problem.text() for problem in problems_of(data)] == [
        "data/organisations/sparse.yml:1:1: файл слишком велик: 1073741824 КиБ — одна запись — один файл не больше 1024 КиБ"
    ]


def test_a_file_of_exactly_a_mebibyte_is_read() -> None:
    text = "name: {ru: Омск}\n"
    padded = text.encode() + b"#" * (MAX_BYTES - len(text.encode()))
    document, problems = read_document("omsk.yml", padded)
    assert document.tree == {"name": {"ru": "Омск"}}
    assert problems == []


@pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "kaifeng.yml", "nowhere.yml", "link.yml", ".."])
def test_a_symbolic_link_is_not_followed(target: str, tmp_path: Path) -> None:
    data = write_data(tmp_path, {"links": {"cities/link.yml": target}})
    assert [problem.code for problem in problems_of(data)] == ["file-not-regular"]


def test_a_link_for_the_site_file_is_not_followed(tmp_path: Path) -> None:
    data = write_data(tmp_path, {"rename": {"site.yml": "../site.yml"}, "links": {"site.yml": "../site.yml"}})
    assert [problem.code for problem in problems_of(data)] == ["site-missing"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    data = write_data(tmp_path, {})
    os.mkfifo(data / "cities" / "pipe.yml")
    assert [problem.code for problem in problems_of(data)] == ["file-not-regular"]


@pytest.mark.parametrize("name", [b"two\nlines.yml", b"\xff\xfe.yml", "от\u202eгсид.yml".encode(), b"esc\x1b[2J.yml"])
def test_a_file_name_that_no_console_shows_is_told_on_one_line(
    name: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    data = write_data(tmp_path, {})
    Path(os.fsdecode(os.path.join(os.fsencode(data), b"cities", name))).write_bytes(b"a: b")  # noqa: PTH118 - Path joins no bytes
    assert main(["check", "--data", str(data)]) == 1
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert printed.strip().isprintable()
    assert "не годится для адреса страницы" in printed


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str, *arguments: Any, **options: Any) -> object:
        if path.endswith("bryansk.yml"):
            raise PermissionError(13, "Permission denied")
        return open(path, *arguments, **options)  # noqa: PTH123 - stands for the builtin

    monkeypatch.setattr(file, "open", broken, raising=False)
    assert [problem.text() for problem in problems_of(write_data(tmp_path, {}))] == [
        "data/cities/bryansk.yml:1:1: файл не читается (Permission denied) — проверьте права на файл и диск"
    ]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: Path) -> object:
        if path.name == "routes":
            raise OSError(5, "Input/output error")
        return scandir(path)

    data, scandir = write_data(tmp_path, {}), os.scandir
    monkeypatch.setattr(os, "scandir", broken)
    assert [problem.text() for problem in problems_of(data)] == [
        "data/routes:1:1: файл не читается (Input/output error) — проверьте права на файл и диск"
    ]


def test_an_empty_folder_of_data_lacks_the_site_file_alone(tmp_path: Path) -> None:
    assert [problem.code for problem in problems_of(tmp_path)] == ["site-missing"]


def test_a_site_file_alone_lacks_its_source_alone(tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_bytes((BASE / "site.yml").read_bytes())
    assert [problem.code for problem in problems_of(tmp_path)] == ["reference-unknown"]


def test_the_folder_given_as_a_dot_is_called_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    monkeypatch.chdir(write_data(tmp_path, {"remove": ["site.yml"]}))
    assert main(["check", "--data", "."]) == 1
    assert capsys.readouterr().out.startswith("data/site.yml:1:1: ")


def test_what_a_later_libyaml_says_is_told_with_its_own_words() -> None:
    at = yaml.Mark("city.yml", 10, 1, 3, None, None)
    problem = explain("city.yml", ["a: b", "c: d"], yaml.MarkedYAMLError(problem="something quite new", problem_mark=at), None)
    assert problem.text() == "city.yml:2:4: запись нарушена (something quite new) — проверьте эту строку и строку над ней"
    assert explain("city.yml", [""], yaml.YAMLError(), None).text().startswith("city.yml:1:1: запись нарушена () — ")


class Odd(BaseModel):
    """A model with rules that our records do not have yet."""

    number: Annotated[int, Field(multiple_of=5)] = 5
    word: Annotated[str, Field(max_length=3)] = ""
    pair: tuple[int, int] = (0, 0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("number: 7", "1:9: поле «number»: значение не подходит (Input should be a multiple of 5)"),
        ("word: омский", "1:7: поле «word»: значение не подходит (String should have at most 3 characters)"),
        ("pair: {a: b}", "1:7: поле «pair»: значение не подходит (Input should be a valid tuple)"),
    ],
)
def test_what_a_model_of_tomorrow_refuses_is_told_with_pydantics_words(text: str, said: str) -> None:
    document, _ = read_document("odd.yml", text.encode())
    record, problems = read_record("odd.yml", document, Odd)
    assert record is None
    assert [problem.text() for problem in problems] == [f"odd.yml:{said} — посмотрите, как это поле заполнено в других записях"]


REPLACEMENTS = ":-#'\"{}[],&*!%|>?@`\\ \n\t0я~=\u202e\x00"
PER_POSITION = 5
FILES = {
    f"{folder}/{path.name}": (path, model)
    for folder, model in {**{record_type.folder: record_type for record_type in RECORD_TYPES}, ".": SiteFacts}.items()
    for path in sorted((BASE / folder).glob("*.yml"))
}


def broken_at_every_position(text: str) -> list[str]:
    """The text without each of its characters, and with each replaced by some of REPLACEMENTS, in turn."""
    found = []
    for at in range(len(text)):
        found.append(text[:at] + text[at + 1 :])
        turns = (REPLACEMENTS[(at * PER_POSITION + turn) % len(REPLACEMENTS)] for turn in range(PER_POSITION))
        found += [text[:at] + turn + text[at + 1 :] for turn in turns]
    return found


def read(content: bytes, model: type[Record]) -> tuple[object, list[Problem]]:
    try:
        document, notes = read_document("file.yml", content)
    except Unreadable as stop:
        return None, list(stop.problems)
    record, problems = read_record("file.yml", document, model)
    return record, notes + problems


@pytest.mark.parametrize("name", FILES)
def test_a_file_broken_at_any_position_gives_a_record_or_says_why_not(name: str) -> None:
    path, model = FILES[name]
    for text in broken_at_every_position(path.read_text("utf-8")):
        record, problems = read(text.encode(), model)
        assert record or problems, text
        height = text.count("\n") + 2
        for problem in problems:
            assert problem.code != "yaml-syntax", (text, problem.text())
            assert 1 <= problem.line <= height, (text, problem.text())
            assert problem.column >= 1
            assert problem.text().isprintable(), text


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_off_anywhere_gives_a_record_or_says_why_not(name: str) -> None:
    path, model = FILES[name]
    content = path.read_bytes()
    for length in range(len(content)):
        record, problems = read(content[:length], model)
        assert record or problems


@pytest.mark.parametrize("name", ["ledger.jsonl", "addresses.txt", "accessibility.json"])
def test_a_folder_in_the_place_of_a_list_that_a_command_keeps_is_told(name: str, tmp_path: Path) -> None:
    data = write_data(tmp_path, {"folders": [name]})
    assert [(problem.file, problem.code) for problem in problems_of(data)] == [(f"data/{name}", "file-unreadable")]
