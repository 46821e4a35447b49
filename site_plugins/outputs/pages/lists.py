"""The list of each type: complete without JavaScript, filtered in the browser with it."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import section
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.pages.filters import Filter, choices
from site_plugins.outputs.pages.industrial_list import catalogue_context
from site_plugins.outputs.templating import TEMPLATES, View
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.report import Report
from site_plugins.records.source import Source

Context = dict[str, Any]


class Group(NamedTuple):
    """Cities below one heading; the heading leads to its own page where it has one."""

    id: str
    title: str
    address: str
    members: list[City]


def make_lists(catalog: Catalog, language: str) -> Iterator[Page]:
    """A list page for every type that has records."""
    for record_type in RECORD_TYPES:
        items = catalog.all(record_type)
        if not items:
            continue
        view = View(catalog, language, section(record_type))
        template = f"lists/{record_type.folder}.html"
        known = (TEMPLATES / template).exists()
        title = words(language).gettext(record_type.plural)
        context = CONTEXTS.get(record_type, _plain)(view, items)
        body = view.render(template if known else "lists/default.html", title=title, **context)
        scripts = (*(("regroup",) if "parties" in context else ()), *(("filter",) if "filters" in context else ()))
        yield Page(section(record_type), language, title, title, body, kind="list", scripts=scripts)


def _plain(view: View, items: list[Any]) -> Context:
    return {"items": sorted(items, key=view.name)}


def _cities(view: View, items: list[City]) -> Context:
    said = words(view.language).gettext
    catalog = view.catalog
    current = [city for city in items if city.status[0].status != "former"]
    groups = []
    codes = {city.country for city in current if city.group == "foreign" and city.country}
    for code in sorted(codes, key=view.country):
        members = [city for city in current if city.group == "foreign" and city.country == code]
        groups.append(Group(code.lower(), view.country(code), f"countries/{code.lower()}/", sorted(members, key=view.name)))
    russian = [city for city in current if city.group == "russian"]
    groups.append(Group("russian", view.label("group", "russian"), "", sorted(russian, key=view.name)))
    former = [city for city in items if city.status[0].status == "former"]
    if former:
        groups.append(Group("former", view.label("status_group", "former"), "", sorted(former, key=view.name)))
    report = next(iter(catalog.all(Report)), None)
    return {
        "groups": groups,
        "firsts": {city.id: paper.date if (paper := city.oldest_agreement()) else None for city in items},
        "newest": counts.newest_attestation(catalog),
        "counts": {
            "partners": counts.count(catalog, "partners"),
            "foreign": counts.count(catalog, "foreign-partners"),
            "countries": len(counts.countries(catalog)),
            "twins": counts.count(catalog, "twins"),
            "suspended": counts.count(catalog, "suspended"),
        },
        "report": report,
        "report_total": report.partners[0].value if report and report.partners else 0,
        "filters": [
            choices(view, "status", "status", said("Status"), (city.status[0].status for city in items)),
            choices(view, "group", "group", said("Group"), (city.group for city in items)),
        ],
    }


def _events(view: View, items: list[Event]) -> Context:
    said = words(view.language).gettext
    ordered = view.catalog.in_time_order(items)[::-1]
    years = sorted({event.date.year for event in items}, reverse=True)
    found = Counter(event.date.year for event in items)
    cities = Counter(city for event in items for city in event.cities)
    names = {city.id: view.name(city) for city in view.catalog.all(City)}
    states = ("unconfirmed" if view.is_unconfirmed(event) else event.status for event in items)
    return {
        "years": [(year, [event for event in ordered if event.date.year == year]) for year in years],
        "filters": [
            choices(view, "category", "category", said("Kind"), (event.category for event in items)),
            Filter("year", said("Year"), [(str(year), str(year), found[year]) for year in years]),
            Filter("city", said("Partner city"), sorted(((c, names[c], n) for c, n in cities.items()), key=lambda option: option[1])),
            choices(view, "event_status", "status", said("State"), states),
        ],
    }


def _organisations(view: View, items: list[Organisation]) -> Context:
    kinds = [kind for kind in LABELS["organisation"] if any(item.kind == kind for item in items)]
    return {"kinds": [(kind, sorted((item for item in items if item.kind == kind), key=view.name)) for kind in kinds]}


def _sources(view: View, items: list[Source]) -> Context:
    kinds = [kind for kind in LABELS["source_kind"] if any(item.kind == kind for item in items)]
    users = {}
    for source in items:
        found = {(r.folder, r.id): r for r, _ in view.catalog.citations.get(("sources", source.id), [])}
        users[source.id] = [found[key] for key in sorted(found)]
    return {"kinds": [(kind, sorted((i for i in items if i.kind == kind), key=view.name)) for kind in kinds], "users": users}


CONTEXTS: dict[type[Record], Callable[[View, list[Any]], Context]] = {
    City: _cities,
    Event: _events,
    IndustrialSite: catalogue_context,
    Organisation: _organisations,
    Source: _sources,
}
"""What a type's own list template is given; a type that is not here gets its records by name."""
