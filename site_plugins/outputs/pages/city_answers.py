"""What a citizen asks of a tie and no record says outright: the next round anniversary, the office hours both cities share."""

from site_plugins.languages.within import within
from site_plugins.languages.words import words
from site_plugins.outputs.anniversaries import PAPERS, Anniversary
from site_plugins.outputs.templating import View
from site_plugins.records.city import City
from site_plugins.records.edtf import Edtf

OPENS, CLOSES = 9, 18
"""Office hours, by each city's own clock."""


def when_words(value: Edtf, language: str) -> str:
    """«в августе 2029 года», «предположительно в 2022 году»; of an interval, its beginning."""
    said, point = words(language), value.start
    when = within(point.first, point.last, point.precision, language)
    if point.approximate:
        when = said.gettext("about %(date)s") % {"date": when}
    return said.gettext("presumably %(date)s") % {"date": when} if point.uncertain else when


def anniversary_words(anniversary: Anniversary, language: str) -> str:
    """«в августе 2029 года — 20 лет побратимству»."""
    said, when = words(language), when_words(anniversary.date, language)
    years = said.ngettext("%(num)s year", "%(num)s years", anniversary.years) % {"num": anniversary.years}
    if anniversary.of_twinning:
        return said.gettext("%(years)s of twinning %(when)s") % {"years": years, "when": when}
    paper = said.gettext(PAPERS[anniversary.paper.kind])
    return said.gettext("%(years)s since %(paper)s, %(when)s") % {"years": years, "paper": paper, "when": when}


def shared_hours(ahead: float) -> tuple[float, float] | None:
    """From when to when by Omsk's clock both work, where the other clock is so many hours ahead; None where never."""
    for day in (-24, 0, 24):
        begins, ends = max(OPENS, OPENS - ahead + day), min(CLOSES, CLOSES - ahead + day)
        if begins < ends:
            return begins, ends
    return None


def hours_words(view: View, city: City) -> str | None:
    """«9:00–16:00 по Омску» or «нет»; None where no source tells by which clock the city's offices work."""
    if city.time_zone is None or city.time_note is not None:
        return None
    said = words(view.language)
    hours = shared_hours(view.clock_difference(city.time_zone))
    if hours is None:
        return said.gettext("none")
    return said.gettext("%(first)s–%(last)s Omsk time") % {"first": clock_words(hours[0]), "last": clock_words(hours[1])}


def clock_words(hours: float) -> str:
    """`9.5` as «9:30»."""
    minutes = round(hours * 60)
    return f"{minutes // 60}:{minutes % 60:02}"
