"""What the report's template needs beside the report's own record, found by reference."""

from functools import partial
from itertools import count
from typing import Any

from site_plugins import counts
from site_plugins.outputs.charts import draw
from site_plugins.outputs.medals import medal_words
from site_plugins.outputs.pages.report_charts import delegations_chart, kinds_chart, medals_chart, ties_chart
from site_plugins.outputs.templating import View
from site_plugins.records.base import Model
from site_plugins.records.city import City, OwnName
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.programme import Programme
from site_plugins.records.report import Report

EVENT_FIELDS = ("main_events", "culture", "education", "sport")
HIGHLIGHTS = ("relations", "associations", "tourism")


def report_context(view: View, report: Report, *, paper: bool = False) -> dict[str, Any]:
    """Names for records/reports.html and report/paper.html. `paper`: charts say their values in their title, for PDF and DOCX."""
    catalog = view.catalog
    event_of = partial(catalog.get, Event)
    told = [event_of(item) for item in event_ids(report)]
    won = counts.medals(catalog, report.year)
    programmes = [programme for programme in catalog.all(Programme) if said_in(programme, report.year)]
    of_this_report = [programme for programme in programmes if set(programme.sources) & set(report.sources)]
    programmes.sort(key=lambda programme: programme not in of_this_report)
    return {
        "event_of": event_of,
        "city_of": partial(catalog.get, City),
        "medal_words": {event.id: medals(view, event) for event in told},
        "won": medal_words(won["gold"], won["silver"], won["bronze"], view.language),
        "delegation_countries": [view.country(code) for code in report.delegations.countries] if report.delegations else [],
        **{name: [event_of(item) for item in getattr(report, name)] for name in EVENT_FIELDS},
        "helper": catalog.get(Organisation, report.help_from) if report.help_from else None,
        "programmes": programmes,
        "of_this_report": of_this_report,
        "sites": {site.id: site for site in catalog.all(IndustrialSite)},
        "of_year": partial(of_year, year=report.year),
        "organisations": organisations(view, report, told, programmes, of_this_report),
        "organisation": partial(catalog.get, Organisation),
        "corrected": [event for event in told if event.corrections],
        "charts": {
            "kinds": kinds_chart(view, report.year),
            "medals": medals_chart(view, report.year),
            "ties": ties_chart(view, report.year),
            "delegations": delegations_chart(view, report),
        },
        "draw": partial(draw, described_by_title=paper),
        "paper": paper,
        "linked": not paper or bool(catalog.site.url),
        "own_names": partial(own_names, view),
        "country_names": lambda codes: [view.country(code) for code in codes],
        "next_table": partial(next, count(1)),
        "next_chart": partial(next, count(1)),
    }


def event_ids(report: Report) -> list[str]:
    """Events that the report tells of, in its order, each once."""
    parts = [report.main_events, *(item.events for item in report.relations), *(item.events for item in report.associations)]
    parts += [report.culture, report.education, report.sport, *(item.events for item in report.tourism)]
    return list(dict.fromkeys(item for part in parts for item in part))


def medals(view: View, event: Event) -> str:
    """An event's medals or nominations by kind, in words."""
    won = event.medals or event.nominations
    return medal_words(won.gold, won.silver, getattr(won, "bronze", 0), view.language) if won else ""


def own_names(view: View, ids: list[str]) -> list[OwnName]:
    """The cities' names in their own languages, those that the page's language does not have; none for a disputed place."""
    cities = [view.catalog.get(City, item) for item in ids]
    return [name for city in cities if not city.disputed for name in city.own_names if name.text != view.name(city)]


def of_year(items: list[Any], year: int) -> list[Any]:
    """Statements and figures that hold for a year."""
    return [item for item in items if item.date and item.date.year == year]


def said_in(programme: Programme, year: int) -> list[Model]:
    """What a programme's record says of a year."""
    joining = programme.eligible + programme.joining + programme.published
    said = programme.aims + joining + programme.statements + programme.current
    return [*of_year(said, year), *of_year(programme.figures, year)]


def organisations(
    view: View, report: Report, events: list[Event], programmes: list[Programme], of_this_report: list[Programme]
) -> list[Organisation]:
    """Organisations that the report names, by name."""
    sites = [view.catalog.get(IndustrialSite, item) for one in of_this_report for item in programme_sites(one)]
    ids = {item for event in events for item in event.organisations} | {item for one in programmes for item in one.organisations}
    ids |= {site.operator for site in sites} | ({report.help_from} if report.help_from else set())
    return sorted((view.catalog.get(Organisation, item) for item in ids), key=lambda organisation: view.name(organisation).casefold())


def programme_sites(programme: Programme) -> list[str]:
    """Sites that a programme names."""
    return [*programme.joined, *programme.most_active, *(programme.expected.sites if programme.expected else [])]
