"""The list of each type: complete without JavaScript, filtered in the browser with it, in pages where it is long."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from typing import Any, NamedTuple

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs import paging
from site_plugins.outputs.addresses import section
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.environment import TEMPLATES
from site_plugins.outputs.pages.filters import Filter, choices
from site_plugins.outputs.pages.grouped_lists import make_organisations, make_sources
from site_plugins.outputs.pages.industrial_list import catalogue_context, in_answer_order
from site_plugins.outputs.pages.years import year_parts
from site_plugins.outputs.paging import Part, numbered, titled
from site_plugins.outputs.templating import View
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
    """The list pages of every type that has records."""
    for record_type in RECORD_TYPES:
        if catalog.all(record_type):
            yield from MAKERS.get(record_type, _by_number)(catalog, language, record_type)


def _by_number(catalog: Catalog, language: str, record_type: type[Record]) -> Iterator[Page]:
    """A list whose parts go by numbers."""
    view = View(catalog, language, section(record_type))
    order, most = ORDERS.get(record_type, (_by_name, _cards))
    for part in numbered(section(record_type), order(view, catalog.all(record_type)), most()):
        title = words(language).gettext(record_type.plural)
        whole = titled(title, part, language)
        scripts = SCRIPTS.get(record_type, ()) if part.number == 1 else ()
        above = section(record_type) if part.number > 1 else ""
        body = partial(_part, catalog, language, record_type, title, part)
        yield Page(part.address, language, whole, whole, body, section=above, kind="list", scripts=scripts)


def _part(catalog: Catalog, language: str, record_type: type[Record], title: str, part: Part[Any]) -> str:
    view = View(catalog, language, part.address)
    template = f"lists/{record_type.folder}.html"
    context = CONTEXTS.get(record_type, _plain)(view, part)
    return view.render(template if (TEMPLATES / template).exists() else "lists/default.html", title=title, part=part, **context)


def _by_name(view: View, items: list[Any]) -> list[Any]:
    return sorted(items, key=view.name)


def _plain(view: View, part: Part[Any]) -> Context:
    del view
    return {"items": part.items}


def _groups(view: View, items: list[City]) -> list[Group]:
    """Cities by country, then the Russian group, then those that are on the list no more."""
    current = [city for city in items if city.current_status != "former"]
    abroad = [city for city in current if city.group == "foreign" and city.country]
    groups = [
        Group(code.lower(), view.country(code), f"countries/{code.lower()}/", [city for city in abroad if city.country == code])
        for code in sorted({city.country for city in abroad if city.country}, key=view.country)
    ]
    groups.append(Group("russian", view.label("group", "russian"), "", [city for city in current if city.group == "russian"]))
    former = [city for city in items if city.current_status == "former"]
    if former:
        groups.append(Group("former", view.label("status_group", "former"), "", former))
    return [group._replace(members=sorted(group.members, key=view.name)) for group in groups]


def _by_group(view: View, items: list[City]) -> list[City]:
    return [city for group in _groups(view, items) for city in group.members]


def _cities(view: View, part: Part[City]) -> Context:
    said = words(view.language).gettext
    catalog = view.catalog
    items = catalog.all(City)
    reports = sorted(catalog.all(Report), key=lambda report: report.year, reverse=True)
    report = next((report for report in reports if report.partners), None)
    return {
        "groups": [group for group in _groups(view, part.items) if group.members or len(part.addresses) == 1],
        "firsts": {city.id: paper.date if (paper := city.oldest_agreement()) else None for city in part.items},
        "newest": counts.newest_attestation(catalog),
        "counts": {
            "all": len(items),
            "partners": counts.count(catalog, "partners"),
            "foreign": counts.count(catalog, "foreign-partners"),
            "countries": len(counts.countries(catalog)),
            "twins": counts.count(catalog, "twins"),
            "suspended": counts.count(catalog, "suspended"),
        },
        "report": report,
        "report_total": report.partners[0].value if report else 0,
        "filters": [
            choices(view, "status", "status", said("Status"), (city.current_status for city in items)),
            choices(view, "group", "group", said("Group"), (city.group for city in items)),
        ],
    }


def make_events(catalog: Catalog, language: str, record_type: type[Record]) -> Iterator[Page]:
    """All events; of very many the last whole years, and the way to the pages of the years before."""
    title = words(language).gettext(record_type.plural)
    body = partial(_events, catalog, language)
    yield Page(section(record_type), language, title, title, body, kind="list", scripts=("filter",))


def _events(catalog: Catalog, language: str) -> str:
    view, said = View(catalog, language, section(Event)), words(language).gettext
    items = catalog.in_time_order(catalog.all(Event))[::-1]
    found = Counter(event.date.year for event in items)
    by_year = {year: catalog.events_of_year(year)[::-1] for year in found}
    whole = {year for year, number in zip(found, accumulate(found.values()), strict=True) if number <= paging.MOST}
    shown = whole or {next(iter(found))}
    cities = Counter(city for event in items for city in event.cities)
    names = {city.id: view.name(city) for city in catalog.all(City)}
    found_in = [(city, names[city], number) for city, number in cities.most_common(paging.MOST)]
    states = (event.state(catalog.today) for event in items)
    return view.render(
        "lists/events.html",
        years=[(year, by_year[year][: paging.MOST] if year in shown else []) for year in found],
        found=found,
        parts={year: year_parts(catalog, year) for year in found if year not in whole},
        total=len(items),
        filters=[
            choices(view, "category", "category", said("Kind"), (event.category for event in items)),
            Filter("year", said("Year"), [(str(year), str(year), found[year]) for year in found]),
            Filter("city", said("Partner city"), sorted(found_in, key=lambda option: option[1])),
            choices(view, "event_status", "status", said("State"), states),
        ],
    )


def _most() -> int:
    return paging.MOST


def _cards() -> int:
    return paging.PART


ORDERS: dict[type[Record], tuple[Callable[[View, list[Any]], list[Any]], Callable[[], int]]] = {
    City: (_by_group, _most),
    IndustrialSite: (in_answer_order, _cards),
}
"""In which order a list is cut, and at how many; a type that is not here goes by name, its entries being cards."""
CONTEXTS: dict[type[Record], Callable[[View, Part[Any]], Context]] = {City: _cities, IndustrialSite: catalogue_context}
"""What a type's own list template is given; a type that is not here gets its records by name."""
SCRIPTS: dict[type[Record], tuple[str, ...]] = {City: ("filter",), IndustrialSite: ("regroup", "filter")}
MAKERS: dict[type[Record], Callable[[Catalog, str, type[Record]], Iterator[Page]]] = {
    Event: make_events,
    Organisation: make_organisations,
    Source: make_sources,
}
"""What makes the pages of a list whose parts go by something better than numbers."""
