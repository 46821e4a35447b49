"""The facts of data/ themselves: each file is read without a mistake, and all of them agree."""

from pathlib import Path

import pytest

from site_plugins.__main__ import main
from site_plugins.reading.records import read_record
from site_plugins.reading.yaml_subset import read_document
from site_plugins.records import RECORD_TYPES
from site_plugins.records.site import SiteFacts

DATA = Path(__file__).parent.parent / "data"
MODELS = {record_type.folder: record_type for record_type in RECORD_TYPES}
FILES = {path.relative_to(DATA).as_posix(): path for path in sorted(DATA.rglob("*.yml"))}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_without_a_mistake(name: str) -> None:
    model = SiteFacts if name == "site.yml" else MODELS[name.split("/", maxsplit=1)[0]]
    document, notes = read_document(name, FILES[name].read_bytes())
    record, problems = read_record(name, document, model)
    assert [problem.text() for problem in notes + problems] == []
    assert record is not None


def test_all_files_agree(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", "--data", str(DATA)])
    assert capsys.readouterr().out == ""
    assert status == 0


@pytest.mark.parametrize("folder", MODELS)
def test_there_are_records_of_every_type(folder: str) -> None:
    assert [name for name in FILES if name.startswith(f"{folder}/")]
