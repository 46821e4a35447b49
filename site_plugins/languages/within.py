"""When something falls due: «в августе 2029 года», "in August 2029", to the precision that is known."""

from datetime import date

from babel.dates import format_skeleton

from site_plugins.languages.locales import locale
from site_plugins.languages.words import words


def within(first: date, last: date, precision: str, language: str) -> str:
    """The day, month, season or year that begins on `first`, as an adverb."""
    said = words(language)
    if precision == "day":
        day = format_skeleton("MMMMd", first, locale=locale(language)).replace(" ", "\u00a0")
        return said.gettext("on %(day)s %(year)s") % {"day": day, "year": first.year}
    if precision == "year":
        return said.gettext("in %(year)s") % {"year": first.year}
    begins, ends = first.year, last.year
    year = str(begins) if begins == ends else f"{begins}/{ends % 100:02}"
    return (_months(language) if precision == "month" else _seasons(language))[first.month] % {"year": year}


def _months(language: str) -> dict[int, str]:
    said = words(language)
    names = [
        said.gettext("in January %(year)s"),
        said.gettext("in February %(year)s"),
        said.gettext("in March %(year)s"),
        said.gettext("in April %(year)s"),
        said.gettext("in May %(year)s"),
        said.gettext("in June %(year)s"),
        said.gettext("in July %(year)s"),
        said.gettext("in August %(year)s"),
        said.gettext("in September %(year)s"),
        said.gettext("in October %(year)s"),
        said.gettext("in November %(year)s"),
        said.gettext("in December %(year)s"),
    ]
    return dict(enumerate(names, start=1))


def _seasons(language: str) -> dict[int, str]:
    said = words(language)
    return {
        3: said.gettext("in spring %(year)s"),
        6: said.gettext("in summer %(year)s"),
        9: said.gettext("in autumn %(year)s"),
        12: said.gettext("in winter %(year)s"),
    }
