"""What a citizen asks of a tie and no record says outright: the next round anniversary, the office hours both cities share."""

from datetime import date
from typing import NamedTuple

from site_plugins.languages.within import within
from site_plugins.languages.words import words
from site_plugins.outputs.labels import N_
from site_plugins.outputs.templating import View
from site_plugins.records.city import Agreement, City
from site_plugins.records.edtf import Edtf, EdtfError, parse_edtf

ROUND = 5
"""Anniversaries that are kept: every fifth year."""
OPENS, CLOSES = 9, 18
"""Office hours, by each city's own clock."""
PAPERS = {
    "twin_city": N_("the twin-city agreement"),
    "partnership": N_("the partnership agreement"),
    "cooperation": N_("the cooperation agreement"),
    "friendship": N_("the agreement on friendly ties"),
    "protocol": N_("the protocol"),
    "memorandum": N_("the memorandum"),
    "letter_of_intent": N_("the letter of intent"),
}
"""What an anniversary is counted from, in Russian in the genitive: «с подписания протокола»."""


class Anniversary(NamedTuple):
    """So many years since a paper, at a date as exact as the paper's own."""

    years: int
    date: Edtf
    paper: Agreement
    of_twinning: bool


def next_anniversary(city: City, today: date) -> Anniversary | None:
    """The next round one, today's included: of the oldest twin-city agreement of a twin, else of the oldest dated paper."""
    if city.status[0].status == "former":
        return None
    papers = city.dated_agreements()
    twinnings = [paper for paper in papers if paper.kind == "twin_city"] if city.status[0].status == "twin" else []
    paper = next(iter(twinnings or papers), None)
    if paper is None or paper.date is None or (text := _one_period(paper.date)) is None:
        return None
    years = max(ROUND, (today.year - paper.date.year) // ROUND * ROUND)
    while (falls := _years_later(text, years)).last < today:
        years += ROUND
    return Anniversary(years, falls, paper, bool(twinnings))


def _one_period(value: Edtf) -> str | None:
    """The one month or year in which an interval lies; None where it lies in none."""
    if not value.is_interval:
        return value.text
    ends = (value.first, value.last)
    if len({(day.year, day.month) for day in ends}) == 1:
        return f"{ends[0]:%Y-%m}"
    return f"{ends[0]:%Y}" if ends[0].year == ends[1].year else None


def _years_later(text: str, years: int) -> Edtf:
    later = f"{int(text[:4]) + years:04}{text[4:]}"
    try:
        return parse_edtf(later)
    except EdtfError:  # 29 February of a year that has none: nobody has said which day is kept instead, so the month is told
        return parse_edtf(later[:7])


def anniversary_words(anniversary: Anniversary, language: str) -> str:
    """«в августе 2029 года — 20 лет побратимству»."""
    said = words(language)
    point = anniversary.date.start
    when = within(point.first, point.last, point.precision, language)
    if point.approximate:
        when = said.gettext("about %(date)s") % {"date": when}
    if point.uncertain:
        when = said.gettext("presumably %(date)s") % {"date": when}
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
    """«9:00–16:00 по Омску» or «нет»; None for a city whose time zone no source names."""
    if city.time_zone is None:
        return None
    said = words(view.language)
    hours = shared_hours(view.clock_difference(city.time_zone))
    if hours is None:
        return said.gettext("no hours in common")
    return said.gettext("%(first)s–%(last)s Omsk time") % {"first": clock_words(hours[0]), "last": clock_words(hours[1])}


def clock_words(hours: float) -> str:
    """`9.5` as «9:30»."""
    minutes = round(hours * 60)
    return f"{minutes // 60}:{minutes % 60:02}"
