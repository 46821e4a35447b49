"""One run of a command: its wall time and the most memory that it held."""

import os
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795392000"}


class Run(NamedTuple):
    """Seconds and megabytes."""

    seconds: float
    megabytes: float


def run(command: list[str], folder: Path = ROOT) -> Run:
    """Run a command that must succeed, in a folder."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command}\n{told}")
    return Run(seconds, usage.ru_maxrss / 1024)


def size(folder: Path) -> tuple[int, int]:
    """How many pages lie below a folder, and how many bytes in all."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files)
