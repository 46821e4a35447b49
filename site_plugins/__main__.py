"""The checks and helpers from a shell: `python -m site_plugins check`, `new city nizhny-tagil`, `ledger`, `addresses`, `schemas`."""

import argparse
import re
import sys
from io import TextIOWrapper
from pathlib import Path

from site_plugins.catalog import Catalog
from site_plugins.checks import check
from site_plugins.editors.new_record import find_type, write_new
from site_plugins.editors.schemas import write_schemas
from site_plugins.editors.whole import write_whole
from site_plugins.history.ledger import update_ledger
from site_plugins.problems import LANGUAGES, sorted_texts
from site_plugins.reading import addresses
from site_plugins.reading.folder import read_folder
from site_plugins.reading.ledger import NAME, format_ledger
from site_plugins.records.values import ID_PATTERN
from site_plugins.today import moment, today

SUMMARY = {"ru": "Проверено записей: {}. Ошибок: {}.", "en": "Records checked: {}. Problems: {}."}

BEHIND = {
    "ru": "Совет: в журнале правок ещё нет изменений: {}. Их впишет команда «make ledger».",
    "en": "Advice: changes that are not in the ledger yet: {}. `make ledger` adds them.",
}

ADVICE = "Проверьте, есть ли место на диске, право писать и нужная папка, и повторите"


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status: 1 where there are problems."""
    parser = argparse.ArgumentParser(prog="python -m site_plugins", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="validate the data and print every problem")
    checking.add_argument("--data", type=Path, default=Path("data"), help="the folder to check (data)")
    checking.add_argument("--lang", choices=LANGUAGES, default="ru", help="language of the messages (ru)")
    new = commands.add_parser("new", help="write a commented file to fill in")
    new.add_argument("type", help="city, event, industrialsite, route, organisation, source …")
    new.add_argument("id", help="the file's name without .yml: nizhny-tagil")
    new.add_argument("--data", type=Path, default=Path("data"))
    ledger = commands.add_parser("ledger", help="bring data/ledger.jsonl up to date: how often each record changed, and when")
    ledger.add_argument("--data", type=Path, default=Path("data"))
    listing = commands.add_parser("addresses", help="add the site's new addresses to data/addresses.txt")
    listing.add_argument("--data", type=Path, default=Path("data"))
    listing.add_argument("--docs", type=Path, default=Path("docs"), help="the folder of prose (docs)")
    schemas = commands.add_parser("schemas", help="write the JSON Schemas that editors complete from")
    schemas.add_argument("folder", type=Path, nargs="?", default=Path(".vscode/schemas"))
    report = commands.add_parser("report", help="write PDF and DOCX of every report, or a draft of one year")
    report.add_argument("--year", default="", help="the year of a draft: 2025")
    report.add_argument("--data", type=Path, default=Path("data"))
    report.add_argument("--folder", type=Path, default=Path("reports"), help="where to (reports)")
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a Windows console lacks Chinese letters, and is no reason to stop
    try:
        return run(options)
    except OSError as error:
        print(f"Файл не прочитан или не записан: {error.filename or ''} — {error.strerror}. {ADVICE}", file=sys.stderr)
        return 1


def run(options: argparse.Namespace) -> int:
    """The command that somebody typed. OSError where a file cannot be written."""
    if options.command == "new":
        return run_new(options.data, options.type, options.id)
    if options.command == "ledger":
        return run_ledger(options.data)
    if options.command == "addresses":
        return run_addresses(options.data, options.docs)
    if options.command == "report":
        return run_report(options.data, options.year, options.folder)
    if options.command == "schemas":
        write_schemas(options.folder)
        return 0
    return run_check(options.data, options.lang)


def run_check(data: Path, language: str) -> int:
    """Print all problems of a data folder, sorted; 0 where there are none."""
    reading = read_folder(data)
    problems = list(reading.problems)
    behind = 0
    if reading.site:
        catalog = Catalog.of(reading, today(data))
        problems += check(catalog)
        behind = catalog.behind
    texts = sorted_texts(problems, language)
    for text in texts:
        print(text)
    print(SUMMARY[language].format(len(reading.entries), len(texts)), file=sys.stderr)
    if behind and not texts:
        print(BEHIND[language].format(behind), file=sys.stderr)
    return 1 if texts else 0


def run_ledger(data: Path) -> int:
    """Write the ledger anew and say how many of its lines changed; 1 where the data have mistakes or too little is known."""
    reading = read_folder(data)
    if texts := sorted_texts(problem for problem in reading.problems if problem.code != "ledger-broken"):
        print("\n".join(texts))
        return 1
    lines = update_ledger(data, reading, moment())
    if lines is None:
        print(f"Журнал {data / NAME} нарушен, а история git здесь неполна — выполните «git fetch --unshallow» и повторите", file=sys.stderr)
        return 1
    write_whole(data / NAME, format_ledger(lines))
    print(f"Журнал правок: записей — {len(lines)}, изменено строк — {sum(reading.ledger.get(key) != lines[key] for key in lines)}.")
    return 0


def run_addresses(data: Path, docs: Path) -> int:
    """Add what a build publishes to the list of addresses and say how many are new; 1 and the problems where it would lose one."""
    from site_plugins.mkdocs_site.build import begin, make  # noqa: PLC0415 - `check`, typed most often, is to start without all outputs

    made = make(begin(data), docs)
    if made.problems or made.catalog is None:
        print("\n".join(made.problems))
        return 1
    known = made.catalog.published.keys()
    write_whole(data / addresses.NAME, addresses.format_addresses({*known, *made.addresses}))
    print(f"Опубликованные адреса: {len(known | made.addresses)}, новых — {len(made.addresses - known)}.")
    return 0


def run_report(data: Path, year: str, folder: Path) -> int:
    """Write the reports' files and say where they are; 1 and a reason where there is something to mend first."""
    from site_plugins.outputs.report.files import FORMATS, maker, report_of, reports  # noqa: PLC0415 - as above

    if not re.fullmatch(r"(\d{4})?", year):
        print(f"Год «{year}» не годится — четыре цифры: make report YEAR=2025", file=sys.stderr)
        return 1
    reading = read_folder(data)
    catalog = Catalog.of(reading, today(data)) if reading.site else None
    if texts := sorted_texts([*reading.problems, *(check(catalog) if catalog else ())]):
        print("\n".join(texts))
        return 1
    assert catalog is not None
    papers = list(report_of(catalog, int(year)) if year else reports(catalog))
    if not papers:
        print(f"За {year} год на сайте нет ни отчёта, ни событий — составить черновик не из чего", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    left_out = set()
    for paper in papers:
        for kind in FORMATS:
            if make := maker(kind):
                write_whole(folder / f"{paper.name}.{kind.suffix}", make(paper.html, catalog.today))
                print(folder / f"{paper.name}.{kind.suffix}")
            else:
                left_out.add(kind.suffix.upper())
    for suffix in sorted(left_out):
        print(f"{suffix} не сделан: нет библиотек (pip install -r requirements-report.txt; для PDF ещё и Pango)", file=sys.stderr)
    return 1 if left_out else 0


def run_new(data: Path, word: str, record_id: str) -> int:
    """Write a new record's file and say where it is; 1 and a reason where that cannot be."""
    record_type, guess = find_type(word)
    if record_type is None:
        print(f"Нет вида записей «{word}» — вероятно: {guess}", file=sys.stderr)
        return 1
    if not re.fullmatch(ID_PATTERN, record_id):
        print(f"Имя «{record_id}» не годится для адреса — строчные латинские буквы, цифры и дефис: nizhny-tagil", file=sys.stderr)
        return 1
    path = write_new(data, record_type, record_id)
    if path is None:
        print(f"Запись «{record_id}» уже есть — откройте data/{record_type.folder}/{record_id}.yml", file=sys.stderr)
        return 1
    print(f"Заполните {path} и проверьте: make check")
    return 0


if __name__ == "__main__":
    sys.exit(main())
