"""What helps an editor: a new file says what belongs in it, and the schemas are those of the models."""

import re
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_plugins.__main__ import main
from site_plugins.editors.new_record import make_template
from site_plugins.editors.schemas import make_schemas
from site_plugins.reading.yaml_subset import read_document
from site_plugins.records import RECORD_TYPES
from site_plugins.records.event import Event
from tests.conftest import ROOT
from tests.mistakes import write_data


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.folder)
def test_a_new_file_names_every_field_of_its_type_in_russian(record_type) -> None:
    text = make_template(record_type)
    for name, field in record_type.model_fields.items():
        if name != "id":
            assert f"{name}:" in text
            assert field.title in text


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.folder)
def test_a_new_file_is_readable_yaml_that_only_waits_for_values(record_type) -> None:
    _, problems = read_document("new.yml", make_template(record_type).encode())
    assert {problem.code for problem in problems} == {"value-empty"}


def test_a_new_file_says_where_the_records_are_that_a_field_names_and_which_fields_a_part_has() -> None:
    lines = make_template(Event).splitlines()
    for line in (
        "# Источники — имена файлов без .yml, через запятую, из data/sources/",
        "# Города-партнёры — имена файлов без .yml, через запятую, из data/cities/",
        "# Часть события — имя файла без .yml, из data/events/",
        "    # Координаты — с полями latitude, longitude, precision, sources",
    ):
        assert line in lines


def test_new_writes_the_file_once_and_never_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "city", "nizhny-tagil", "--data", str(tmp_path)]) == 0
    path = tmp_path / "cities" / "nizhny-tagil.yml"
    path.write_text("filled in", "utf-8")
    assert main(["new", "city", "nizhny-tagil", "--data", str(tmp_path)]) == 1
    assert path.read_text("utf-8") == "filled in"
    assert "уже есть" in capsys.readouterr().err


def test_new_explains_an_unknown_type_and_a_name_that_cannot_be_an_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "sity", "x", "--data", str(tmp_path)]) == 1
    assert "city" in capsys.readouterr().err
    assert main(["new", "city", "Нижний Тагил", "--data", str(tmp_path)]) == 1
    assert "не годится для адреса" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """The small data with their lists, on a disk where no file may grow beyond its first hundred bytes."""
    made = write_data(tmp_path, {"files": {"ledger.jsonl": '{"end":"ledger"}\n', "addresses.txt": "/\n"}})
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    yield made
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_that_a_command_cannot_write_whole_stays_as_it_was(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(data)
    for command in (["new", "city", "nizhny-tagil"], ["ledger"], ["addresses"]):
        assert main([*command, "--data", str(data)]) == 1
        assert re.search("Файл не прочитан или не записан.*есть ли место на диске", capsys.readouterr().err)
        assert files(data) == before


def test_new_begins_no_second_folder_of_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "city", "nizhny-tagil", "--data", str(tmp_path / "data")]) == 1
    assert "нужная папка" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_committed_schemas_are_those_of_the_models() -> None:
    folder = ROOT / ".vscode" / "schemas"
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == make_schemas(), "run: python -m site_plugins schemas"
