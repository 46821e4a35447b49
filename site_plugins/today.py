"""Which day it is for a build, a fact from outside, so that the same commit gives the same bytes; and when it begins."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Omsk")


def today(data: Path) -> date:
    """The day in Omsk of SOURCE_DATE_EPOCH, else of the newest commit around `data`, else of the clock."""
    return (_given() or _committed(data) or datetime.now(UTC)).astimezone(ZONE).date()


def moment() -> datetime:
    """The second of SOURCE_DATE_EPOCH, else of the clock, in UTC: for a command that writes down what an editor does now."""
    return _given() or datetime.now(UTC).replace(microsecond=0)


def morning_of(day: date) -> datetime:
    """When a day begins in Omsk, in UTC: the moment of what is known by its day alone."""
    return datetime.combine(day, datetime.min.time(), ZONE).astimezone(UTC)


def _given() -> datetime | None:
    """SystemExit where the variable is no moment: for a day that nobody knows nothing can be made."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else None
    except (ValueError, OverflowError, OSError):
        said = f"SOURCE_DATE_EPOCH={epoch}: нужно целое число секунд от 1970 года. Исправьте или уберите переменную."
        raise SystemExit(said) from None


def _committed(data: Path) -> datetime | None:
    command = ["git", "-C", str(data.resolve().parent), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return None
    return datetime.fromtimestamp(int(told), UTC) if told else None
