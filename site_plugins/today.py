"""Which day it is for a build: a fact from outside, so that the same commit gives the same bytes."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Omsk")


def today(data: Path) -> date:
    """The day in Omsk of SOURCE_DATE_EPOCH, else of the newest commit around `data`, else of the clock."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return _day(int(epoch))
    command = ["git", "-C", str(data.resolve().parent), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        told = ""
    return _day(int(told)) if told else datetime.now(ZONE).date()


def moment() -> datetime:
    """The second of SOURCE_DATE_EPOCH, else of the clock, in UTC: for a command that writes down what an editor does now."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC).replace(microsecond=0)


def _day(timestamp: int) -> date:
    return datetime.fromtimestamp(timestamp, UTC).astimezone(ZONE).date()
