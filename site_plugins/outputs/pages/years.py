"""The page of a year: events by kind, agreements, numbers; of very many events, a page for each kind."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs import paging
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.medals import medal_words
from site_plugins.outputs.pages.countries import countries_of, country_pages, papers_in_order
from site_plugins.outputs.pages.tallies import Tally, events_tally, papers_tally
from site_plugins.outputs.paging import Part, numbered, titled
from site_plugins.outputs.templating import View
from site_plugins.records.city import Agreement, City
from site_plugins.records.event import Event
from site_plugins.records.report import Report


class Kind(NamedTuple):
    """The events of one kind in a year, in time order."""

    id: str
    title: str
    events: list[Event]
    parts: list[Part[Event]]
    """Pages of its own; none where the year's page tells all of them."""


def make_years(catalog: Catalog, language: str) -> Iterator[Page]:
    """A page for every year with events or dated agreements, each leading to its neighbours."""
    years = counts.years(catalog)
    said = words(language).gettext
    for before, year, after in zip([None, *years], years, [*years[1:], None], strict=False):
        title = said("The year %(year)s") % {"year": year}
        description = said("What linked Omsk with the world in %(year)s: events and agreements.") % {"year": year}
        body = partial(_year, catalog, language, year, before, after)
        yield Page(f"years/{year}/", language, title, description, body, section="events/", kind="year")
        for kind in _kinds(View(catalog, language, ""), year):
            for part in kind.parts:
                title = titled(f"{year}: {kind.title}", part, language)
                body = partial(_kind, catalog, language, year, kind, part)
                yield Page(part.address, language, title, title, body, section="events/", kind="year")


def year_parts(catalog: Catalog, year: int) -> list[str]:
    """The addresses of the pages that together tell every event of a year."""
    own = [address for kind in _kinds(View(catalog, "ru", ""), year) for address in (kind.parts[0].addresses if kind.parts else [])]
    return own or [f"years/{year}/"]


def _kinds(view: View, year: int) -> list[Kind]:
    events = view.catalog.events_of_year(year)
    found: dict[str, list[Event]] = {kind: [] for kind in LABELS["category_group"]}
    for event in events:
        found[event.category].append(event)
    long = len(events) > paging.MOST
    return [
        Kind(kind, view.label("category_group", kind), told, numbered(f"years/{year}/{kind}/", told, paging.MOST) if long else [])
        for kind, told in found.items()
        if told
    ]


def _kind(catalog: Catalog, language: str, year: int, kind: Kind, part: Part[Event]) -> str:
    return View(catalog, language, part.address).render("year_kind.html", year=year, kind=kind, part=part)


def _year(catalog: Catalog, language: str, year: int, before: int | None, after: int | None) -> str:
    view = View(catalog, language, f"years/{year}/")
    events = catalog.events_of_year(year)
    kinds = _kinds(view, year)
    won = counts.medals(catalog, year)
    papers = [(city, paper) for city, paper in papers_in_order(catalog) if paper.date and paper.date.year == year]
    signed = [(city, paper) for city, paper in papers if not paper.announced]
    countries = countries_of(catalog, events) | {city.country for city, _ in signed if city.group == "foreign" and city.country}
    busiest = _busiest(view, events)
    return view.render(
        "year.html",
        year=year,
        before=before,
        after=after,
        report=next((report for report in catalog.all(Report) if report.year == year), None),
        tallies=_year_tallies(view, year, events, signed, countries),
        medals=medal_words(won["gold"], won["silver"], won["bronze"], language),
        winners=[
            (event, medal_words(event.medals.gold, event.medals.silver, event.medals.bronze, language)) for event in events if event.medals
        ][: paging.PART],
        kinds=[kind for kind in kinds if kind.id != "agreement"],
        few=paging.FEW,
        tagged=catalog.number(Event) > paging.MOST,
        held=[event for event in events if event.status == "held"],
        coming=[event for event in events if event.is_coming(catalog.today)],
        signings=next((kind for kind in kinds if kind.id == "agreement"), None),
        countries=len(countries),
        busiest=busiest,
        busiest_names=[view.name(city) for city, _ in busiest],
        papers=papers,
        signed=signed,
    )


def _busiest(view: View, events: list[Event]) -> list[tuple[City, int]]:
    """The cities that took part in the most events of all, those of two events at least."""
    found = Counter(city for event in events if event.status == "held" for city in event.cities)
    most = max(found.values(), default=0)
    cities = [view.catalog.get(City, city) for city, number in found.items() if number == most > 1]
    return [(city, most) for city in sorted(cities, key=view.name)]


def _year_tallies(view: View, year: int, events: list[Event], signed: list[tuple[City, Agreement]], countries: set[str]) -> list[Tally]:
    said = words(view.language)
    found = events_tally(view, events, f"year={year}") + papers_tally(view, signed, events)
    codes = sorted(countries, key=view.country)
    if codes:
        own_page = country_pages(view.catalog)
        text = said.ngettext("%(num)s country besides Russia", "%(num)s countries besides Russia", len(codes)) % {"num": len(codes)}
        parts = (Tally(view.country(code), f"countries/{code.lower()}/" if code in own_page else "") for code in codes)
        found.append(Tally(text, "", tuple(parts)))
    return found
