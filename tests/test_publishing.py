"""A new site takes the old one's place when it is whole, and what stays the same is not touched."""

import os
from pathlib import Path

import pytest

from site_plugins.mkdocs_site.ahead import Ahead
from site_plugins.mkdocs_site.publishing import files_in, publish, remove_room, room_beside


def write(folder: Path, **files: str) -> None:
    for name, content in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


def read(folder: Path) -> dict[str, str]:
    return {path: (folder / path).read_text() for path in files_in(folder)}


def test_a_site_that_keeps_nothing_is_replaced(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, old="1", deep__er__old="1")
    write(room := room_beside(site), new="2")
    publish(room, site, set())
    assert read(site) == {"new": "2"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_stays_is_not_touched_and_what_went_takes_its_folder_along(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, stays="1", changes="1", gone__folder__page="1", becomes_folder="1", becomes_file__inner="1")
    before = (site / "stays").stat()
    write(room := room_beside(site), changes="2", becomes_folder__inner="2", becomes_file="2", new__page="2")
    publish(room, site, {"stays"})
    assert read(site) == {"stays": "1", "changes": "2", "becomes_folder/inner": "2", "becomes_file": "2", "new/page": "2"}
    assert not (site / "gone").exists()
    assert (site / "stays").stat() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("same", [set(), {"stays"}])
def test_hidden_files_that_somebody_put_into_the_site_s_folder_stay_as_mkdocs_leaves_them(tmp_path: Path, same: set[str]) -> None:
    site = tmp_path / "site"
    write(site, stays="1", old="1")
    write(site / ".git", config="precious", refs__heads__pages="1")
    (site / ".nojekyll").touch()
    write(room := room_beside(site), new="2")
    publish(room, site, same)
    hidden = {".git/config": "precious", ".git/refs/heads/pages": "1", ".nojekyll": ""}
    assert read(site) == {"new": "2"} | hidden | dict.fromkeys(same, "1")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_room_of_a_build_that_was_killed_is_removed_by_the_next(tmp_path: Path) -> None:
    site = tmp_path / "site"
    killed = os.fork()
    if not killed:
        write(room_beside(site), half="1")
        os._exit(0)
    os.waitpid(killed, 0)
    alive = tmp_path / f".site.{os.getppid()}"
    write(alive, half="1")
    room_beside(site)
    assert [path.name for path in tmp_path.iterdir()] == [alive.name]


@pytest.mark.parametrize("there", [False, True])
def test_a_site_put_aside_by_a_build_that_was_killed_comes_back_unless_another_stands_there(tmp_path: Path, there: bool) -> None:
    site = tmp_path / "site"
    if there:
        write(site, new="2")
    killed = os.fork()
    if not killed:
        write(tmp_path / f".site.{os.getpid()}.old", old="1")
        os._exit(0)
    os.waitpid(killed, 0)
    room_beside(site)
    assert read(site) == ({"new": "2"} if there else {"old": "1"})
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_our_own_hidden_file_goes_when_it_is_made_no_more(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site / ".well-known", other="1")
    (site / ".well-known" / "security.txt").write_text("Contact: mailto:old@example.org\n")
    write(room := room_beside(site), new="2")
    publish(room, site, set())
    assert read(site) == {"new": "2", ".well-known/other": "1"}


def test_a_build_that_fails_removes_its_room(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, old="1")
    write(room_beside(site), half="1")
    remove_room(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def refuse() -> int:
    raise OSError(28, "no room", str(os.getpid()))


def test_work_that_fails_in_another_process_fails_where_its_result_is_asked_for() -> None:
    assert Ahead(lambda: 6 * 7).result() == 42
    ahead = Ahead(refuse)
    with pytest.raises(OSError, match="no room"):
        ahead.result()


def test_work_is_done_where_no_process_can_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    assert Ahead(os.getpid).result() == os.getpid()


def test_work_is_done_where_no_temporary_file_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("site_plugins.mkdocs_site.ahead.TemporaryFile", refuse)
    assert Ahead(os.getpid).result() == os.getpid()


def test_work_that_nobody_asks_for_is_stopped() -> None:
    reading, writing = os.pipe()
    ahead = Ahead(lambda: os.read(reading, 1))
    ahead.stop()
    os.close(writing)
    assert ahead.process == -1
