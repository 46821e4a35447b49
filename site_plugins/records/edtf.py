"""Dates to the precision a source gives them: EDTF (ISO 8601-2:2019), levels 0 and 1."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

Precision = Literal["day", "month", "season", "year"]

SEASONS = {"21": (3, 5), "22": (6, 8), "23": (9, 11), "24": (12, 2)}
"""Month numbers of spring, summer, autumn and winter (ISO 8601-2, 4.8); a winter ends in the next year."""

_POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[?~%]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written: `first` and `last` day it may mean, and how sure the source is."""

    first: date
    last: date
    precision: Precision
    uncertain: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or a closed interval of dates. `text` is what the file says, in EDTF."""

    text: str
    start: Point
    end: Point

    @property
    def first(self) -> date:
        return self.start.first

    @property
    def last(self) -> date:
        return self.end.last

    @property
    def year(self) -> int:
        return self.start.first.year

    @property
    def is_interval(self) -> bool:
        return self.start != self.end

    @property
    def in_days(self) -> bool:
        """Whether both ends are days that no mark calls into doubt."""
        return all(point.precision == "day" and not (point.uncertain or point.approximate) for point in (self.start, self.end))

    def __str__(self) -> str:
        return self.text


class EdtfError(ValueError):
    """The text is no date of level 0 or 1. `code` names the message for an editor."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@cache
def parse_edtf(text: str) -> Edtf:
    """Read `2009`, `2009-08`, `2009-08-04`, `2023-21` (spring), `2016~`, `2025?` or `2019-11-06/2019-11-07`.

    Raises EdtfError with the code `date-form`, `date-month`, `date-day`, `date-interval-form` or `date-interval-order`.
    """
    parts = text.split("/")
    if len(parts) > 2:
        raise EdtfError("date-interval-form")
    points = [_parse_point(part) for part in parts]
    start, end = points[0], points[-1]
    if end.first < start.first or end.last < start.last:
        raise EdtfError("date-interval-order")
    return Edtf(text, start, end)


def _parse_point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match or match["year"] in ("0000", "9999"):  # Python's calendar has no year 0, and no spring after the winter of 9999
        raise EdtfError("date-form")
    year, month, day = int(match["year"]), match["month"], match["day"]
    marks = {"uncertain": match["mark"] in ("?", "%"), "approximate": match["mark"] in ("~", "%")}
    if month is None:
        return Point(date(year, 1, 1), date(year, 12, 31), "year", **marks)
    if day is None and month in SEASONS:
        first, last = SEASONS[month]
        end_year = year + (last < first)
        return Point(date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1]), "season", **marks)
    if not 1 <= int(month) <= 12:
        raise EdtfError("date-month")
    days = monthrange(year, int(month))[1]
    if day is None:
        return Point(date(year, int(month), 1), date(year, int(month), days), "month", **marks)
    if not 1 <= int(day) <= days:
        raise EdtfError("date-day")
    exact = date(year, int(month), int(day))
    return Point(exact, exact, "day", **marks)
