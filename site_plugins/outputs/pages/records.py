"""One page for each record: what its template needs beyond the record itself, found by reference, both ways."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from site_plugins.catalog import Catalog
from site_plugins.outputs.addresses import address, section
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.calendars.collections import path_of, subject_of
from site_plugins.outputs.calendars.entries import number_of_entries
from site_plugins.outputs.medals import medal_words
from site_plugins.outputs.pages.city import city_context
from site_plugins.outputs.pages.industrial_site import site_context, site_scripts
from site_plugins.outputs.pages.report import report_context
from site_plugins.outputs.pages.years_of import make_years_of, year_counts
from site_plugins.outputs.templating import View
from site_plugins.reading.entry import Entry
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record, Text
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.programme import Programme
from site_plugins.records.report import Report
from site_plugins.records.route import Route
from site_plugins.records.source import Source

Context = dict[str, Any]


def make_record_pages(catalog: Catalog, language: str) -> Iterator[Page]:
    """A page for every record but the sources, which share one."""
    for record_type in RECORD_TYPES:
        if record_type is not Source:
            for entry in catalog.by_folder.get(record_type.folder, {}).values():
                yield make_record_page(catalog, language, entry)
                yield from make_years_of(catalog, language, entry.record)


def find_record_page(catalog: Catalog, language: str, place: str) -> Page | None:
    """The page of the record that stands at an address without the language's prefix; None where none does."""
    list_address, _, record_id = place.removesuffix("/").rpartition("/")
    for record_type in RECORD_TYPES:
        if record_type is not Source and section(record_type) == f"{list_address}/":
            entry = catalog.by_folder[record_type.folder].get(record_id)
            return make_record_page(catalog, language, entry) if entry else None
    return None


def make_record_page(catalog: Catalog, language: str, entry: Entry) -> Page:
    """The page of one record."""
    record = entry.record
    view = View(catalog, language, address(record))
    summary = getattr(record, "summary", None)
    return Page(
        address(record),
        language,
        view.name(record),
        view.plain(summary) if isinstance(summary, Text) else view.name(record),
        partial(_body, catalog, language, record),
        section=section(type(record)),
        data_file=entry.file,
        kind=record.folder,
        record=record,
        scripts=_scripts(record),
    )


def _body(catalog: Catalog, language: str, record: Record) -> str:
    view = View(catalog, language, address(record))
    context = CONTEXTS.get(type(record), _nothing)(view, record)
    return view.render(f"records/{record.folder}.html", record=record, **context)


def _scripts(record: Record) -> tuple[str, ...]:
    if isinstance(record, IndustrialSite):
        return site_scripts(record)
    return ("clock",) if getattr(record, "time_zone", None) else ()


def _event(view: View, event: Event) -> Context:
    catalog = view.catalog
    medals, won = event.medals, event.nominations
    coming = event.is_coming(catalog.today) and number_of_entries(event)
    return {
        "calendar": view.file(path_of(view, subject_of(view, event))) if coming else "",
        "whole": catalog.get(Event, event.part_of) if event.part_of else None,
        "cities": [catalog.get(City, city) for city in event.cities],
        "country_names": [view.country(code) for code in event.countries],
        "medals": medal_words(medals.gold, medals.silver, medals.bronze, view.language) if medals else "",
        "nomination_kinds": medal_words(won.gold, won.silver, 0, view.language) if won else "",
        "parts": catalog.in_time_order(catalog.referring(event, Event)),
        "years": year_counts(catalog, event),
        "organisations": [catalog.get(Organisation, item) for item in event.organisations],
        "sites": [catalog.get(IndustrialSite, item) for item in event.industrial_sites],
        "reports": catalog.referring(event, Report),
    }


def _route(view: View, route: Route) -> Context:
    sites = [stop.site for stop in route.stops if stop.site]
    return {
        "stop_names": {site: view.catalog.get(IndustrialSite, site).name for site in sites},
        "organisations": [view.catalog.get(Organisation, item) for item in route.organisations],
    }


def _programme(view: View, programme: Programme) -> Context:
    def sites(ids: list[str]) -> list[IndustrialSite]:
        return [view.catalog.get(IndustrialSite, item) for item in ids]

    return {
        "joined": sites(programme.joined),
        "most_active": sites(programme.most_active),
        "expected": sites(programme.expected.sites if programme.expected else []),
        "organisations": [view.catalog.get(Organisation, item) for item in programme.organisations],
    }


def _organisation(view: View, organisation: Organisation) -> Context:
    catalog = view.catalog
    return {
        "city": catalog.get(City, organisation.city) if organisation.city else None,
        "events": catalog.in_time_order(catalog.referring(organisation, Event)),
        "years": year_counts(catalog, organisation),
        "sites": catalog.referring(organisation, IndustrialSite),
        "routes": catalog.referring(organisation, Route),
        "programmes": catalog.referring(organisation, Programme),
        "reports": catalog.referring(organisation, Report),
    }


def _nothing(_view: View, _record: Record) -> Context:
    return {}


CONTEXTS: dict[type[Record], Callable[[View, Any], Context]] = {
    City: city_context,
    Event: _event,
    IndustrialSite: site_context,
    Route: _route,
    Programme: _programme,
    Organisation: _organisation,
    Report: report_context,
}
