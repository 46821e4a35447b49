"""What can be counted of a city or a year, each number with the way to what was counted."""

from collections.abc import Iterable
from typing import NamedTuple

from site_plugins import counts
from site_plugins.languages.words import words
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.medals import medal_words
from site_plugins.outputs.templating import View
from site_plugins.records.city import Agreement, City
from site_plugins.records.event import Event
from site_plugins.records.report import Report


class Tally(NamedTuple):
    """One counted thing, where it is listed, and what it is made of."""

    text: str
    address: str = ""
    parts: tuple["Tally", ...] = ()


def events_tally(view: View, events: Iterable[Event], query: str) -> list[Tally]:
    """Events that took place, by kind, and those that were only announced; `query` is how the list of events is filtered to them."""
    said = words(view.language)
    events = list(events)
    kinds = counts.held_by_kind(events)
    unconfirmed = sum(event.is_unconfirmed(view.catalog.today) for event in events)
    found, of_kind = [], said.gettext("%(kind)s – %(num)s")
    if held := kinds.total():
        parts = tuple(
            Tally(of_kind % {"kind": view.label("category", kind), "num": kinds[kind]}, f"events/?{query}&category={kind}&status=held")
            for kind in LABELS["category"]
            if kinds[kind]
        )
        text = said.ngettext("%(num)s event took place", "%(num)s events took place", held) % {"num": held}
        found.append(Tally(text, f"events/?{query}&status=held", parts))
    if unconfirmed:
        text = said.ngettext(
            "%(num)s event was announced but is not confirmed", "%(num)s events were announced but are not confirmed", unconfirmed
        ) % {"num": unconfirmed}
        found.append(Tally(text, f"events/?{query}&status=unconfirmed"))
    return found


def papers_tally(view: View, signed: list[tuple[City, Agreement]], events: Iterable[Event]) -> list[Tally]:
    """How many papers were signed, which stand further down on the same page; where some signings are events, how many are not."""
    said = words(view.language).ngettext
    signings = [event for event in events if event.category == "agreement" and event.status == "held"]
    alone = sum(not any(_may_be(event, city, paper) for event in signings) for city, paper in signed)
    without = said("%(num)s of them has no signing event here", "%(num)s of them have no signing event here", alone)
    parts = (Tally(without % {"num": alone}),) if alone and signings else ()
    text = said("%(num)s signed document", "%(num)s signed documents", len(signed)) % {"num": len(signed)}
    return [Tally(text, "#agreements", parts)] if signed else []


def _may_be(signing: Event, city: City, paper: Agreement) -> bool:
    """Whether an event may be the signing of a paper: one of them may be dated to the day and the other to the year, or not at all."""
    date = paper.date
    return city.id in signing.cities and (date is None or (signing.date.first <= date.last and date.first <= signing.date.last))


def city_tallies(view: View, city: City, events: list[Event]) -> list[Tally]:
    """What the tie brought in numbers: papers, delegations, events by kind, medals won there."""
    said = words(view.language)
    found = papers_tally(view, [(city, paper) for paper in city.agreements if not paper.announced], events)
    if received := len(delegations_received(view, events)):
        text = said.ngettext("%(num)s delegation received in Omsk", "%(num)s delegations received in Omsk", received)
        found.append(Tally(text % {"num": received}))
    if paid := visits_paid(view, city, events):
        text = said.ngettext("%(num)s visit from Omsk", "%(num)s visits from Omsk", paid)
        found.append(Tally(text % {"num": paid}))
    found += events_tally(view, [event for event in events if city.id in event.cities], f"city={city.id}")
    won = [event.medals for event in events if event.medals and event.status == "held" and _is_there(event, city)]
    medals = medal_words(sum(m.gold for m in won), sum(m.silver for m in won), sum(m.bronze for m in won), view.language)
    if medals:
        title = said.gettext("Medals won there by people from Omsk:")
        found.append(Tally(f"{title} {medals}"))
    return found


def _is_there(event: Event, city: City) -> bool:
    return any(place.city == city.id for place in event.places)


def _visits(events: list[Event]) -> list[Event]:
    """Visits that took place; what was part of a visit is not one more."""
    ids = {event.id for event in events if event.category == "visit"}
    return [event for event in events if event.category == "visit" and event.status == "held" and event.part_of not in ids]


def delegations_received(view: View, events: list[Event]) -> list[Event]:
    """Visits to Omsk."""
    home = view.catalog.site.city.ru
    return [event for event in _visits(events) if any(place.name.ru == home for place in event.places)]


def visits_paid(view: View, city: City, events: list[Event]) -> int:
    """Visits to the city, and those of a year's report that have no event of their own."""
    there = {event.id: event.date.year for event in _visits(events) if _is_there(event, city)}
    reports = view.catalog.all(Report)
    there |= {visit.event: report.year for report in reports for visit in report.visits if visit.city == city.id and visit.event}
    alone = [
        report.year
        for report in reports
        for visit in report.visits
        if visit.city == city.id and not visit.event and report.year not in there.values()
    ]
    return len(there) + len(alone)
