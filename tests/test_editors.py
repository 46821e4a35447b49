"""What helps an editor: a new file says what belongs in it, and the schemas are those of the models."""

from pathlib import Path

import pytest

from site_plugins.__main__ import main
from site_plugins.editors.new_record import make_template
from site_plugins.editors.schemas import make_schemas
from site_plugins.reading.yaml_subset import read_document
from site_plugins.records import RECORD_TYPES
from tests.conftest import ROOT


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


def test_the_committed_schemas_are_those_of_the_models() -> None:
    folder = ROOT / ".vscode" / "schemas"
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == make_schemas(), "run: python -m site_plugins schemas"
