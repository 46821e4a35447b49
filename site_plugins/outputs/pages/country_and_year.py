"""The page of a country and the page of a year: cities, events and agreements that have one of them in common."""

from collections import Counter
from collections.abc import Iterator

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.medals import medal_words
from site_plugins.outputs.pages.city import HOME, events_of_city
from site_plugins.outputs.pages.tallies import Tally, events_tally, papers_tally
from site_plugins.outputs.templating import View
from site_plugins.records.city import Agreement, City
from site_plugins.records.event import Event
from site_plugins.records.organisation import Organisation
from site_plugins.records.report import Report


def make_countries(catalog: Catalog, language: str) -> Iterator[Page]:
    """A page for every country of a foreign partner."""
    for code in country_pages(catalog):
        yield _country(catalog, language, code)


def country_pages(catalog: Catalog) -> list[str]:
    """Codes of the countries that have a page."""
    return sorted({city.country for city in catalog.all(City) if city.group == "foreign" and city.country})


def _country(catalog: Catalog, language: str, code: str) -> Page:
    view = View(catalog, language, f"countries/{code.lower()}/")
    cities = sorted((city for city in catalog.all(City) if city.country == code and city.group == "foreign"), key=view.name)
    found = {event.id: event for city in cities for event in events_of_city(catalog, city)}
    found |= {event.id: event for event in catalog.all(Event) if any(place.country == code for place in event.places)}
    events = catalog.in_time_order(found.values())
    papers = [(city, paper) for city, paper in papers_in_order(catalog) if city in cities]
    name = view.country(code)
    body = view.render(
        "country.html",
        title=name,
        cities=cities,
        papers=papers,
        first=next(((city, paper) for city, paper in reversed(papers) if paper.date and not paper.announced), None),
        twin_names=[view.name(city) for city in cities if city.status[0].status == "twin"],
        partner_names=[view.name(city) for city in cities if city.status[0].status in ("partner", "partner_suspended")],
        held=[event for event in events if event.status == "held"],
        events=events,
        organisations=sorted((item for item in catalog.all(Organisation) if item.country == code), key=view.name),
    )
    said = words(language).gettext
    description = said("%(name)s: partner cities of Omsk and what they did together.") % {"name": name}
    return Page(f"countries/{code.lower()}/", language, name, description, body, section="cities/", kind="country")


def make_years(catalog: Catalog, language: str) -> Iterator[Page]:
    """A page for every year with events, each leading to its neighbours."""
    years = sorted({event.date.year for event in catalog.all(Event)})
    for before, year, after in zip([None, *years], years, [*years[1:], None], strict=False):
        yield _year(catalog, language, year, before, after)


def _year(catalog: Catalog, language: str, year: int, before: int | None, after: int | None) -> Page:
    view = View(catalog, language, f"years/{year}/")
    events = catalog.events_of_year(year)
    won = counts.medals(catalog, year)
    papers = [(city, paper) for city, paper in papers_in_order(catalog) if paper.date and paper.date.year == year]
    busiest = _busiest(view, events)
    body = view.render(
        "year.html",
        year=year,
        before=before,
        after=after,
        report=next((report for report in catalog.all(Report) if report.year == year), None),
        tallies=_year_tallies(view, year, events, sum(not paper.announced for _, paper in papers)),
        medals=medal_words(won["gold"], won["silver"], won["bronze"], language),
        winners=[
            (event, medal_words(event.medals.gold, event.medals.silver, event.medals.bronze, language)) for event in events if event.medals
        ],
        kinds=_by_kind(view, events),
        held=[event for event in events if event.status == "held"],
        signings=[event for event in events if event.category == "agreement"],
        countries=len(countries_of(catalog, events)),
        busiest=busiest,
        busiest_names=[view.name(city) for city, _ in busiest],
        papers=papers,
    )
    said = words(language).gettext
    title = said("The year %(year)s") % {"year": year}
    description = said("What tied Omsk to the world in %(year)s: events and agreements.") % {"year": year}
    return Page(f"years/{year}/", language, title, description, body, section="events/", kind="year")


def _by_kind(view: View, events: list[Event]) -> list[tuple[str, str, list[Event]]]:
    """The events of each kind but signings, in time order: the kind, its heading, the events."""
    kinds = [kind for kind in LABELS["category_group"] if kind != "agreement" and any(event.category == kind for event in events)]
    return [(kind, view.label("category_group", kind), [event for event in events if event.category == kind]) for kind in kinds]


def _busiest(view: View, events: list[Event]) -> list[tuple[City, int]]:
    """The cities that took part in the most events of all, those of two events at least."""
    found = Counter(city for event in events if event.status == "held" for city in event.cities)
    most = max(found.values(), default=0)
    cities = [view.catalog.get(City, city) for city, number in found.items() if number == most > 1]
    return [(city, most) for city in sorted(cities, key=view.name)]


def _year_tallies(view: View, year: int, events: list[Event], signed: int) -> list[Tally]:
    said = words(view.language)
    found = events_tally(view, events, f"year={year}") + papers_tally(view, signed)
    codes = sorted(countries_of(view.catalog, events), key=view.country)
    if codes:
        own_page = country_pages(view.catalog)
        text = said.ngettext("%(num)s country besides Russia", "%(num)s countries besides Russia", len(codes)) % {"num": len(codes)}
        parts = (Tally(view.country(code), f"countries/{code.lower()}/" if code in own_page else "") for code in codes)
        found.append(Tally(text, "", tuple(parts)))
    return found


def countries_of(catalog: Catalog, events: list[Event]) -> set[str]:
    """Countries where events took place, which took part in them, or whose partner cities did; not those of events without an outcome."""
    held = [event for event in events if event.status == "held"]
    cities = [catalog.get(City, city) for event in held for city in event.cities]
    found = {code for event in held for code in (*event.countries, *(place.country for place in event.places)) if code}
    return (found | {city.country for city in cities if city.group == "foreign" and city.country}) - {HOME}


def papers_in_order(catalog: Catalog) -> list[tuple[City, Agreement]]:
    """All agreements, newest first, undated ones at the end."""
    rows = [(city, paper) for city in catalog.all(City) for paper in city.agreements]
    dated = [row for row in rows if row[1].date]
    dated.sort(key=lambda row: (row[1].date.first if row[1].date else None, row[0].id), reverse=True)
    return dated + [row for row in rows if not row[1].date]
