"""The same checks and generators from a shell: `python -m site_plugins check [--data DIR] [--lang en]`."""

import argparse
import sys
from pathlib import Path

from site_plugins.checks import check
from site_plugins.problems import LANGUAGES as MESSAGE_LANGUAGES
from site_plugins.problems import sorted_texts
from site_plugins.reading.folder import read_folder
from site_plugins.catalog import Catalog
from site_plugins.today import today

SUMMARY = {"ru": "Проверено записей: {}. Ошибок: {}.", "en": "Records checked: {}. Problems: {}."}


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 1 where the data have problems."""
    parser = argparse.ArgumentParser(prog="python -m site_plugins", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="validate the data and print every problem")
    checking.add_argument("--data", type=Path, default=Path("data"), help="the folder to check (data)")
    checking.add_argument("--lang", choices=MESSAGE_LANGUAGES, default="ru", help="language of the messages (ru)")
    options = parser.parse_args(arguments)
    return run_check(options.data, options.lang)


def run_check(data: Path, language: str) -> int:
    """Print all problems of a data folder, sorted; 0 where there are none."""
    reading = read_folder(data)
    problems = list(reading.problems)
    if reading.site:
        problems += check(Catalog.of(reading, today(data)))
    for text in sorted_texts(problems, language):
        print(text)
    print(SUMMARY[language].format(len(reading.entries), len(set(problems))), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
