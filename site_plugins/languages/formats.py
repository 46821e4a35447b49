"""Dates, numbers, distances and lists in the words of a language, all from CLDR."""

import re
from datetime import date
from functools import cache

from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from site_plugins.languages.lines import keep_together
from site_plugins.languages.locales import locale
from site_plugins.languages.words import Words, words
from site_plugins.records.edtf import Edtf, Point

_SKELETON = {"day": "yMMMMd", "month": "yMMMM"}
_MONTH_AFTER_DAY = {"ru", "en"}
_DASH = {"ru": " — "}
"""What stands between the two ends of an interval; where no language says otherwise, CLDR's en dash."""


def day(value: date, language: str) -> str:
    """«4 августа 2009 г.», "4 August 2009"."""
    return _spaces(format_date(value, "long", locale=locale(language)))


@cache
def date_words(value: Edtf, language: str) -> str:
    """A date to its precision: «август 2009 г.», «6–7 ноября 2019 г.», «весна 2023 г.», «примерно 2016 г.»."""
    said = words(language)
    start, end = value.start, value.end
    text = _interval(start, end, language, said) if value.is_interval else _point(start, language, said)
    uncertain, approximate = start.uncertain or end.uncertain, start.approximate or end.approximate
    if uncertain and approximate:
        return said.gettext("presumably about %(date)s") % {"date": text}
    if uncertain:
        return said.gettext("presumably %(date)s") % {"date": text}
    if approximate:
        return said.gettext("about %(date)s") % {"date": text}
    return text


def _interval(start: Point, end: Point, language: str, said: Words) -> str:
    precision, dash = start.precision, interval_dash(language)
    if precision != end.precision or precision == "season":
        return f"{_point(start, language, said)}{dash}{_point(end, language, said)}"
    if precision == "year":
        return said.gettext("%(first)s–%(last)s") % {"first": start.first.year, "last": end.first.year}
    if precision == "day" and language in _MONTH_AFTER_DAY:
        return _days(start.first, end.first, language)
    text = format_interval(start.first, end.first, _SKELETON[precision], locale=locale(language), fuzzy=True)
    return re.sub(r"\s–\s", dash, _spaces(text))


def _days(first: date, last: date, language: str) -> str:
    """An interval of days with the month's full name, which CLDR's interval patterns lack."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, language)}"
    if first.year == last.year:
        return f"{format_skeleton('MMMMd', first, locale=locale(language))}{interval_dash(language)}{day(last, language)}"
    return f"{day(first, language)}{interval_dash(language)}{day(last, language)}"


def _spaces(text: str) -> str:
    """CLDR's narrow no-break spaces as plain no-break ones, which a reader's search for «2009 г.» finds."""
    return text.replace("\u202f", "\u00a0")


def interval_dash(language: str) -> str:
    """What stands between the two ends of an interval, with its spaces."""
    return _DASH.get(language, " – ")


def _point(point: Point, language: str, said: Words) -> str:
    if point.precision == "day":
        return day(point.first, language)
    if point.precision == "month":
        return _spaces(format_skeleton(_SKELETON["month"], point.first, locale=locale(language)))
    if point.precision == "year":
        return said.gettext("%(year)s") % {"year": point.first.year}
    seasons = {
        3: said.gettext("spring %(year)s"),
        6: said.gettext("summer %(year)s"),
        9: said.gettext("autumn %(year)s"),
        12: said.gettext("winter %(year)s"),
    }
    begins, ends = point.first.year, point.last.year
    return seasons[point.first.month] % {"year": begins if begins == ends else f"{begins}/{ends % 100:02}"}


@cache
def number(value: float, language: str) -> str:
    """`15000` as «15 000» or "15,000"."""
    return format_decimal(value, locale=locale(language))


def kilometres(value: float, language: str) -> str:
    """A distance in km, rounded to tens: beyond that the points of cities say nothing."""
    return whole_kilometres(round(value, -1), language)


@cache
def whole_kilometres(value: float, language: str) -> str:
    """«5 км», "5 km"."""
    return keep_together(format_unit(value, "length-kilometer", length="short", format="#,##0", locale=locale(language)))


def enumeration(items: list[str], language: str) -> str:
    """«Гомель, Минск и Витебск», "Gomel, Minsk and Vitebsk"."""
    return format_list(items, locale=locale(language))


def language_name(code: str, language: str) -> str:
    """The name of a language: `be` as «белорусский», "Belarusian"."""
    parts = code.split("-")
    return str(locale(language).languages.get(parts[0], code))


def file_size(size: int, language: str) -> str:
    """A file's size, from bytes: «58 КБ», "1.2 MB"; in thousands, as the decimal prefixes mean."""
    unit, value = ("megabyte", size / 1e6) if size >= 1e6 else ("kilobyte", size / 1e3)
    pattern = "#,##0.0" if unit == "megabyte" or value < 9.5 else "#,##0"
    return keep_together(_spaces(format_unit(value, f"digital-{unit}", length="short", format=pattern, locale=locale(language))))
