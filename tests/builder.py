"""Builds a project again and again: `python -m tests.builder CONFIG` reads a target folder a line and tells the exit code of its build.

Each build is a fork of this process, which has read the program and nothing of the data, so it is a build's own process but for
the second that reading the program takes.
"""

import logging
import os
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException


def run(config: str, target: str) -> int:
    """A strict build, as MkDocs' command makes it."""
    try:
        made = load_config(config, site_dir=target, strict=True)
        made.plugins.on_startup(command="build", dirty=False)
        build(made)
        made.plugins.on_shutdown()
    except MkDocsException as stop:
        sys.stderr.write(f"{stop}\n")
        return 1
    return 0


def main() -> None:
    """One build a line."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    load_config(sys.argv[1])  # which imports our program by its hooks
    for line in sys.stdin:
        child = os.fork()
        if not child:
            code = 9
            try:
                code = run(sys.argv[1], line.strip())
            finally:
                sys.stderr.flush()
                os._exit(code)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
