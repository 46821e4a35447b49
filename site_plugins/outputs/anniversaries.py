"""Round anniversaries of a tie: which paper they are counted from, and on which days they fall."""

from datetime import date
from typing import NamedTuple

from site_plugins.outputs.labels import N_
from site_plugins.records.city import Agreement, City
from site_plugins.records.edtf import Edtf, EdtfError, parse_edtf

ROUND = 5
"""Anniversaries that are kept: every fifth year."""
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
    """The next round one, today's included."""
    return next(reversed(round_anniversaries(city, today)), None)


def round_anniversaries(city: City, today: date) -> list[Anniversary]:
    """Every round one up to the next: of the oldest twin-city agreement of a twin, else of the oldest dated paper."""
    if city.current_status == "former":
        return []
    papers = city.dated_agreements()
    twinnings = [paper for paper in papers if paper.kind == "twin_city"] if city.current_status == "twin" else []
    paper = next(iter(twinnings or papers), None)
    if paper is None or paper.date is None or (text := _one_period(paper.date)) is None:
        return []
    found: list[Anniversary] = []
    while not found or found[-1].date.last < today:
        years = ROUND * (len(found) + 1)
        found.append(Anniversary(years, _years_later(text, years), paper, bool(twinnings)))
    return found


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
