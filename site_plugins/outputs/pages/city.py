"""What a city's page tells beyond its record: the timeline and its gaps, what came of the tie, whom else it joins."""

from bisect import bisect_left
from collections import Counter
from typing import Any, NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.outputs import paging
from site_plugins.outputs.anniversaries import next_anniversary
from site_plugins.outputs.pages.city_answers import CLOSES, OPENS, anniversary_words, clock_words, hours_words, when_words
from site_plugins.outputs.pages.tallies import city_tallies
from site_plugins.outputs.pages.years_of import year_counts
from site_plugins.outputs.templating import View
from site_plugins.records.base import Text
from site_plugins.records.city import City
from site_plugins.records.edtf import Edtf, parse_edtf
from site_plugins.records.event import Event
from site_plugins.records.organisation import Organisation
from site_plugins.records.report import Report

SILENCE = 3
"""Years without an entry from which on the timeline says that there is none."""


class Moment(NamedTuple):
    """One line of a city's timeline: an event with its page, or a fact of the city's own record."""

    date: Edtf
    kind: str
    event: Event | None = None
    text: Text | None = None
    sources: tuple[str, ...] = ()
    silences: tuple[tuple[int, int], ...] = ()
    """First and last whole year of each span without a record between this moment and the next."""


def city_context(view: View, city: City) -> dict[str, Any]:
    """What `records/cities.html` needs."""
    catalog = view.catalog
    events = events_of_city(catalog, city)
    view.last(events)
    coming = [event for event in events if event.is_coming(catalog.today)]
    own = {own.text: own for own in city.own_names if own.text != view.plain(city.name)}
    others = {text: code for code in ("en", "de", "zh", "kk", "ru") if (text := city.name.get(code)) and text != view.plain(city.name)}
    first, anniversary = city.oldest_agreement(), next_anniversary(city, catalog.today)
    local = catalog.referring(city, Organisation)
    held = [event for event in events if event.status == "held"]
    together = named_together(view, events, Organisation, {item.id for item in local})
    hall = catalog.get(Organisation, catalog.site.city_hall) if catalog.site.city_hall else None
    return {
        "own_names": list(own.values()),
        "first_agreement": first,
        "anniversary": anniversary_words(anniversary, view.language) if anniversary else "",
        # The first paper stands beside it with its sources.
        "anniversary_sources": anniversary.paper.sources if anniversary and anniversary.paper != first else [],
        "shared_hours": hours_words(view, city),
        "office_hours": {"first": clock_words(OPENS), "last": clock_words(CLOSES)},
        "tallies": city_tallies(view, city, events),
        "coming": coming,
        "beginning": beginning(view, city),
        "held": held,
        "timeline": timeline(catalog, city)[-paging.PART :],
        "events": events,
        "years": year_counts(catalog, city),
        "organisations": local,
        "fellow_cities": named_together(view, events, City, {city.id}),
        "fellow_organisations": together,
        "hosts": [
            item for item in together if isinstance(item, Organisation) and item.country == catalog.home_country and item is not hall
        ],
        "city_hall": hall,
        "other_names": [(text, others.get(text, "")) for text in dict.fromkeys([*others, *city.aliases])],
    }


def beginning(view: View, city: City) -> dict[str, Any]:
    """How the tie began: when the first paper was signed, and when the city became what it is, where a source gives a beginning."""
    paper, now = city.oldest_agreement(), city.status[0]
    return {
        "paper": paper,
        "paper_when": when_words(paper.date, view.language) if paper and paper.date else "",
        "status_when": when_words(now.since, view.language) if now.since and now.status in ("twin", "partner") else "",
    }


def events_of_city(catalog: Catalog, city: City) -> list[Event]:
    """Events that name the city or took place in it, in time order."""
    return catalog.in_time_order(catalog.referring(city, Event))


def timeline(catalog: Catalog, city: City) -> list[Moment]:
    """Every event and dated agreement but what is still to come, oldest first; a signing that has its own page is told once, by that."""
    events = [event for event in events_of_city(catalog, city) if not event.is_coming(catalog.today)]
    signings = {event.date.text for event in events if event.category == "agreement"}
    papers = [paper for paper in city.dated_agreements() if paper.date and paper.date.text not in signings]
    moments = [Moment(event.date, "agreement" if event.category == "agreement" else "event", event) for event in events]
    moments += [Moment(paper.date, "agreement", text=paper.title, sources=tuple(paper.sources)) for paper in papers if paper.date]
    moments.sort(key=lambda moment: (moment.date.first, moment.date.last, moment.kind))
    return with_silences(moments, told_elsewhere(catalog, city))


def told_elsewhere(catalog: Catalog, city: City) -> list[Edtf]:
    """Dates of what the page tells outside the timeline: cooperation, and visits of a year's report."""
    visits = [parse_edtf(str(report.year)) for report in catalog.referring(city, Report) if any(v.city == city.id for v in report.visits)]
    return [said.date for said in city.cooperation if said.date] + visits


def with_silences(moments: list[Moment], elsewhere: list[Edtf]) -> list[Moment]:
    """Moments in time order, each with the spans of more than SILENCE years after it of which the page tells nothing at all."""
    told = list(moments)
    dates = sorted([moment.date for moment in moments] + elsewhere, key=lambda date: (date.first, date.last))
    until = dates[0].last if dates else None
    for later in dates:
        assert until is not None
        first = later.first
        before = bisect_left(moments, first, key=lambda moment: moment.date.first) - 1
        long = (first.year - SILENCE, first.month, first.day) > (until.year, until.month, until.day)
        if long and 0 <= before < len(moments) - 1:
            last = told[before]
            told[before] = last._replace(silences=(*last.silences, (until.year + 1, first.year - 1)))
        until = max(until, later.last)
    return told


def named_together(view: View, events: list[Event], kind: type[City | Organisation], without: set[str]) -> list[City | Organisation]:
    """Cities or organisations of the same events, those of most events first."""
    found = Counter(item for event in events for item in (event.cities if kind is City else event.organisations) if item not in without)
    records = [view.catalog.get(kind, item) for item in found]
    return sorted(records, key=lambda record: (-found[record.id], view.name(record)))
