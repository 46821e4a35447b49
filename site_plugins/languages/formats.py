"""Dates, numbers, distances and lists in the words of a language, all from CLDR."""

from datetime import date

from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from site_plugins.languages.locales import locale
from site_plugins.languages.words import Words, words
from site_plugins.records.edtf import Edtf, Point

_SKELETON = {"day": "yMMMMd", "month": "yMMMM", "year": "y"}
_MONTH_AFTER_DAY = {"ru", "en"}


def day(value: date, language: str) -> str:
    """«4 августа 2009 г.», "4 August 2009"."""
    return format_date(value, "long", locale=locale(language))


def date_words(value: Edtf, language: str) -> str:
    """A date to its precision: «август 2009 г.», «6–7 ноября 2019 г.», «весна 2023 г.», «около 2016»."""
    said = words(language)
    start, end = value.start, value.end
    if not value.is_interval:
        text = _point(start, language, said)
    elif start.precision == end.precision == "day" and language in _MONTH_AFTER_DAY:
        text = _days(start.first, end.first, language)
    elif start.precision == end.precision and start.precision in _SKELETON:
        skeleton = _SKELETON[start.precision]
        text = format_interval(start.first, end.first, skeleton, locale=locale(language), fuzzy=True)
    else:
        text = f"{_point(start, language, said)} — {_point(end, language, said)}"
    if start.uncertain or end.uncertain:
        text = said.gettext("presumably %(date)s") % {"date": text}
    if start.approximate or end.approximate:
        text = said.gettext("about %(date)s") % {"date": text}
    return text


def _days(first: date, last: date, language: str) -> str:
    """An interval of days with the month's full name, which CLDR's interval patterns lack."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, language)}"
    if first.year == last.year:
        return f"{format_skeleton('MMMMd', first, locale=locale(language))} — {day(last, language)}"
    return f"{day(first, language)} — {day(last, language)}"


def _point(point: Point, language: str, said: Words) -> str:
    if point.precision == "season":
        name = {3: "spring %(year)s", 6: "summer %(year)s", 9: "autumn %(year)s", 12: "winter %(year)s"}
        return said.gettext(name[point.first.month]) % {"year": point.first.year}
    if point.precision == "day":
        return day(point.first, language)
    return format_skeleton(_SKELETON[point.precision], point.first, locale=locale(language))


def number(value: float, language: str) -> str:
    """`15000` as «15 000» or "15,000"."""
    return format_decimal(value, locale=locale(language))


def kilometres(value: float, language: str) -> str:
    """A distance in km, rounded to tens: beyond that the points of cities say nothing."""
    return format_unit(round(value, -1), "length-kilometer", length="short", format="#,##0", locale=locale(language))


def enumeration(items: list[str], language: str) -> str:
    """«Гомель, Минск и Витебск», "Gomel, Minsk and Vitebsk"."""
    return format_list(items, locale=locale(language))


def language_name(code: str, language: str) -> str:
    """The name of a language: `be` as «белорусский», "Belarusian"."""
    parts = code.split("-")
    return str(locale(language).languages.get(parts[0], code))
