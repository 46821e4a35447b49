"""A build after any edits is byte for byte the one that an empty folder would have got; of what is kept nothing is believed unseen."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.metadata import distributions
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from benchmarks.records import write_records
from tests.conftest import ENVIRONMENT, ROOT
from tests.random_edits import random_edits

RECORDS = 220
EDITS = int(os.environ.get("EDITS", "1000"))
"""How many edits are made in all; `EDITS=1000 EACH=1` compares after every single one, which takes an hour."""
MOST_AT_ONCE = 1 if os.environ.get("EACH") else 60
SEEDS = (1, 2)
OF_THE_PROGRAM = 0.03
"""How often the program is edited and not the data."""


REMEMBERED = ("sites", "readings")
"""Folders of .cache/ with what is not under the hash of all that it is made of."""


class Project:
    """A copy of the program with invented records, whose warm builds are compared with cold ones."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        self.builder: subprocess.Popen[str] | None = None

    def make(self) -> "Project":
        """Write all of it."""
        folder = self.folder
        for name in ("hooks", "site_plugins", "theme", "docs", "tests", "benchmarks"):
            ignored = shutil.ignore_patterns("__pycache__", "node_modules")
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        (folder / "packages").mkdir()
        (folder / "packages" / "weasyprint.py").write_text(
            "raise ImportError", "utf-8"
        )  # reports as PDF take seconds, and are kept by all they say
        nav = "nav: [Города: cities/index.md, События: events/index.md, en: [Cities: en/cities/index.md]]\n"
        (folder / "mkdocs.yml").write_text(re.sub(r"nav:\n(?:  .*\n)+", nav, (ROOT / "mkdocs.yml").read_text("utf-8")), "utf-8")
        write_records(self.data, RECORDS)
        shutil.copy(ROOT / "data" / "accessibility.json", self.data)
        shutil.copytree(ROOT / "data" / "geo", self.data / "geo", dirs_exist_ok=True)
        return self

    def start(self) -> None:
        """Read the program, anew if it was edited."""
        self.stop()
        command = [sys.executable, "-m", "tests.builder", "mkdocs.yml"]
        environment = ENVIRONMENT | {"PYTHONPATH": f"{self.folder / 'packages'}:{self.folder}"}
        self.builder = subprocess.Popen(
            command, cwd=self.folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def stop(self) -> None:
        if self.builder:
            self.builder.communicate()

    def build(self, target: str) -> bool:
        """Whether a build into a folder was made."""
        self.ask(target)
        return self.answer()

    def ask(self, target: str) -> None:
        """Begin a build into a folder."""
        if not self.builder:
            self.start()
        assert self.builder
        assert self.builder.stdin
        self.builder.stdin.write(f"{self.folder / target}\n")
        self.builder.stdin.flush()

    def answer(self) -> bool:
        """Whether the build that was begun was made."""
        assert self.builder
        assert self.builder.stdout
        return self.builder.stdout.readline() == "0\n"

    def edit(self, file: str, old: str, new: str) -> None:
        """Say something else in the file of a record."""
        text = (self.data / file).read_text("utf-8")
        assert old in text, file
        (self.data / file).write_text(text.replace(old, new, 1), "utf-8")

    def edit_program(self, file: str, change: Callable[[str], str]) -> None:
        path = self.folder / file
        before = path.read_text("utf-8")
        assert change(before) != before, file
        path.write_text(change(before), "utf-8")
        self.start()

    def difference(self) -> list[str]:
        """The files in which a build after the last one differs from a build into an empty folder by a program that remembers nothing."""
        assert self.build("warm")
        shutil.rmtree(self.folder / "cold", ignore_errors=True)
        for name in REMEMBERED:
            (self.folder / ".cache" / name).rename(self.folder / f"{name}-aside")
        assert self.build("cold")
        for name in REMEMBERED:
            shutil.rmtree(self.folder / ".cache" / name)
            (self.folder / f"{name}-aside").rename(self.folder / ".cache" / name)
        warm, cold = tree(self.folder / "warm"), tree(self.folder / "cold")
        return sorted(path for path in warm.keys() | cold.keys() if warm.get(path) != cold.get(path))


def tree(folder: Path) -> dict[str, str]:
    """Every file, and every empty folder: its path -> the hash of its content."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = sha256(path.read_bytes()).hexdigest()
        elif not any(path.iterdir()):
            found[path.relative_to(folder).as_posix()] = "empty"
    return found


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = Project(tmp_path).make()
    yield made
    made.stop()


EVENT, OTHER = "meeting-0-2005", "meeting-1-2012"

PROGRAM: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("site_plugins/templates/records/cities.html", lambda text: f"{text}<p>Строка шаблона.</p>\n"),
    ("site_plugins/languages/ru.po", lambda text: text.replace('msgstr "Источники"', 'msgstr "Откуда известно"', 1)),
    ("theme/main.html", lambda text: text.replace("</footer>", "<p>Подвал.</p></footer>", 1)),
    ("theme/assets/site.css", lambda text: f"{text}\n.probe {{ color: red; }}\n"),
)


def walk(project: Project, seed: int, edits: int) -> Iterator[tuple[list[str], list[str]]]:
    """What was edited, and what differed then."""
    random = Random(seed)
    program = list(PROGRAM)
    stream = islice(random_edits(project.data, random), edits)
    assert project.difference() == []
    for first in stream:
        if first.breaks:
            before = tree(project.folder / "warm")
            assert not project.build("warm")
            assert tree(project.folder / "warm") == before, "a build that is refused leaves the site as it was"
        more = [first, *islice(stream, random.choice([0, 0, random.randrange(MOST_AT_ONCE)]))]
        if more[-1].breaks:
            more += islice(stream, 1)  # which mends it
        told = [f"{edit.name}: {edit.told}" for edit in more]
        if more[-1].breaks:  # the walk ends with a mistake
            return
        if program and random.random() < OF_THE_PROGRAM:
            file, change = program.pop()
            project.edit_program(file, change)
            told.append(file)
        yield told, project.difference()


@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_edits_a_build_is_the_one_that_an_empty_folder_would_have_got(project: Project, seed: int) -> None:
    print(f"seed {seed}")
    for told, difference in walk(project, seed, EDITS // len(SEEDS)):
        assert difference == [], f"seed {seed}, after {told}"


def rename_a_city(project: Project) -> None:
    project.edit("cities/citi-1.yml", "name: {ru: ", "name: {ru: Новый ")


def move_an_event(project: Project) -> None:
    file = project.data / "events" / f"{EVENT}.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(*("[citi-0, ", "[citi-2, ") if "[citi-0, " in text else ("[citi-2, ", "[citi-0, ")), "utf-8")


FORGETFUL = {
    "what a record says": (rename_a_city, r'self\._ask\("get", record_type\.folder, record_id\)'),
    "who refers to it": (move_an_event, r'self\._ask\("(citing|referring)", .*\)'),
}
"""What nobody notes any more, an edit that shows it, and the line that noted it."""


@pytest.mark.parametrize("name", FORGETFUL)
def test_a_question_that_is_not_noted_is_found_by_the_comparison(project: Project, name: str) -> None:
    edit, line = FORGETFUL[name]
    project.edit_program("site_plugins/catalog.py", lambda text: re.sub(line, "pass", text))
    assert project.difference() == []
    edit(project)
    assert project.difference() != []


def kept(project: Project) -> Iterator[Path]:
    for name in REMEMBERED:
        found = [path for path in (project.folder / ".cache" / name).iterdir() if path.suffix != ".lock"]
        assert len(found) == 1
        yield from found


def damaged(project: Project) -> None:
    for path in kept(project):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)


def cut_short(project: Project) -> None:
    for path in kept(project):
        path.write_bytes(path.read_bytes()[:-7])


def edited_by_hand(project: Project) -> None:
    page = project.folder / "warm" / "cities" / "citi-1" / "index.html"
    page.write_text(page.read_text("utf-8").replace("<h1>", "<h1>!", 1), "utf-8")


def a_file_gone_and_one_too_many(project: Project) -> None:
    (project.folder / "warm" / "cities" / "citi-1" / "index.html").unlink()
    (project.folder / "warm" / "cities" / "foreign").mkdir()
    (project.folder / "warm" / "cities" / "foreign" / "index.html").write_text("x", "utf-8")


def replaced_by_an_older_site(project: Project) -> None:
    shutil.copytree(project.folder / "warm", project.folder / "older")
    rename_a_city(project)
    assert project.build("warm")
    shutil.rmtree(project.folder / "warm")
    (project.folder / "older").rename(project.folder / "warm")


def a_folder_in_the_way_of_a_page(project: Project) -> None:
    page = project.folder / "warm" / "cities" / "citi-1" / "index.html"
    page.unlink()
    (page / "inner").mkdir(parents=True)


DAMAGES = (damaged, cut_short, edited_by_hand, a_file_gone_and_one_too_many, replaced_by_an_older_site, a_folder_in_the_way_of_a_page)


@pytest.mark.parametrize("damage", DAMAGES, ids=[damage.__name__ for damage in DAMAGES])
def test_what_is_kept_is_not_believed_where_it_does_not_fit(project: Project, damage: Callable[[Project], None]) -> None:
    assert project.build("warm")
    damage(project)
    assert project.difference() == []


def test_a_file_that_stays_the_same_is_not_written_again(project: Project) -> None:
    assert project.build("warm")
    before = {path: path.stat() for path in (project.folder / "warm").rglob("*") if path.is_file()}
    project.edit(f"events/{EVENT}.yml", "ru: Встреча", "ru: Собрание")
    assert project.build("warm")
    written = {
        path.relative_to(project.folder / "warm").as_posix() for path, stat in before.items() if not path.exists() or path.stat() != stat
    }
    assert f"events/{EVENT}/index.html" in written
    assert f"events/{OTHER}/index.html" not in written
    pages = {path for path in written if path.endswith("index.html")}
    assert len(pages) < 60, sorted(pages)


def test_two_builds_at_once_into_one_folder_leave_a_whole_site(project: Project) -> None:
    assert project.build("warm")
    for _ in range(2):
        rename_a_city(project)
        other = Project(project.folder)
        project.ask("warm")
        move_an_event(project)
        other.ask("warm")
        assert project.answer()
        assert other.answer()
        other.stop()
        assert project.difference() == []


def test_after_another_version_of_a_library_everything_is_made_anew(project: Project) -> None:
    packages, (installed,) = project.folder / "packages", [package for package in distributions() if package.metadata["Name"] == "Jinja2"]
    code, told = Path(str(installed.locate_file("jinja2"))), Path(str(installed.locate_file("jinja2"))).parent
    shutil.copytree(code, packages / "jinja2")
    (facts,) = told.glob("[Jj]inja2-*.dist-info")
    shutil.copytree(facts, packages / facts.name)
    assert project.build("warm")
    page = project.folder / "warm" / "events" / OTHER / "index.html"
    before = page.read_text("utf-8")
    (packages / facts.name).rename(packages / "jinja2-99.dist-info")
    runtime = packages / "jinja2" / "environment.py"
    runtime.write_text(
        runtime.read_text("utf-8").replace(
            "return self.environment.concat(self.root_render_func(ctx))",
            "return self.environment.concat(self.root_render_func(ctx)) + '<!-- 99 -->'",
        ),
        "utf-8",
    )
    project.start()
    assert project.difference() == []
    assert page.read_text("utf-8").count("<!-- 99 -->") > before.count("<!-- 99 -->") == 0
