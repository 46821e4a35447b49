"""A report of any year as far as the records go, and what they do not tell."""

from collections.abc import Iterable

from site_plugins.catalog import Catalog
from site_plugins.languages import LANGUAGES
from site_plugins.languages.words import words
from site_plugins.outputs.labels import N_
from site_plugins.records.base import Text
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.report import Highlight, Report

TIES = ("visit", "agreement", "mission")
"""Categories that a report tells city by city."""
ASKED = {
    "aims": N_("the aims of the work"),
    "partners": N_("how many partners the city counts, in how many countries"),
    "delegations": N_("how many delegations were received, and from which countries"),
    "visits": N_("which partner cities were visited officially"),
    "missions": N_("how many trade missions there were, where they went, where guests came from"),
    "associations": N_("what came of the work with international organisations"),
    "humanitarian": N_("what the year brought for humanitarian ties"),
    "culture": N_("events in culture"),
    "education": N_("events in education"),
    "sport": N_("events in sport"),
    "experience": N_("which experience of other cities is worth studying"),
    "results": N_("which of the tasks of the year were done"),
    "goals": N_("the goals for the next year"),
    "help_wanted": N_("what help is wanted, and whose"),
    "topic": N_("the topic for the exchange of experience"),
    "training_topic": N_("the topic for the training of municipal officers"),
    "tourism": N_("what the year brought for industrial tourism"),
}
"""Fields of a report -> what an editor is asked for where the records have nothing, in the order of the report."""


def make_draft(catalog: Catalog, year: int) -> Report | None:
    """A report of the events of a year, by category and city; nothing where there are none."""
    events = catalog.events_of_year(year)
    if not events:
        return None
    awards = _ids(events, "award")
    return Report(
        id=str(year),
        year=year,
        title=_said(N_("International activity of the City of Omsk in %(year)s"), year),
        summary=_said(N_("A draft: the events of %(year)s that this site has records of, and nothing else."), year),
        main_events=_ids(events, "forum"),
        relations=list(_ties(catalog, events)),
        associations=[Highlight(title=_said(N_("Awards of the year"), year), events=awards)] if awards else [],
        culture=_ids(events, "culture"),
        education=_ids(events, "education"),
        sport=_ids(events, "sport"),
        sources=events[0].sources,
    )


def missing(draft: Report, language: str) -> list[str]:
    """What a draft lacks to be a report, in words."""
    said = words(language).gettext
    return [said(text) for field, text in ASKED.items() if not getattr(draft, field)]


def _ids(events: Iterable[Event], category: str) -> list[str]:
    return [event.id for event in events if event.category == category]


def _ties(catalog: Catalog, events: list[Event]) -> Iterable[Highlight]:
    """Visits, agreements and missions by the first partner city that each names, then those that name none."""
    by_city: dict[str, list[str]] = {}
    for event in events:
        if event.category in TIES:
            by_city.setdefault(event.cities[0] if event.cities else "", []).append(event.id)
    for city_id in sorted(by_city, key=lambda city_id: (city_id == "", city_id)):
        if city_id:
            yield Highlight(title=catalog.get(City, city_id).name, cities=[city_id], events=by_city[city_id])
        else:
            yield Highlight(title=_said(N_("Other visits, agreements and missions"), 0), events=by_city[city_id])


def _said(text: str, year: int) -> Text:
    return Text(**{language: words(language).gettext(text) % {"year": year} for language in LANGUAGES})
