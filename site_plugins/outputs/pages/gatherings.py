"""Pages that gather records by something they share: a country, a year, agreements; the map and the search page."""

from collections.abc import Iterator

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.map_interactive import make_markup
from site_plugins.outputs.map_picture import make_picture
from site_plugins.outputs.pages.medals import medal_words
from site_plugins.outputs.pages.records import events_of_city
from site_plugins.outputs.templating import View
from site_plugins.records import RECORD_TYPES
from site_plugins.records.city import Agreement, City
from site_plugins.records.event import Event
from site_plugins.records.report import Report
from site_plugins.records.source import Source


def make_gatherings(catalog: Catalog, language: str) -> Iterator[Page]:
    """Countries, years, the register of agreements, the map, the search page."""
    codes = {city.country for city in catalog.all(City) if city.group == "foreign" and city.country}
    for code in sorted(codes):
        yield _country(catalog, language, code)
    years = sorted({event.date.year for event in catalog.all(Event)})
    for number, year in enumerate(years):
        before = years[number - 1] if number else None
        after = years[number + 1] if number + 1 < len(years) else None
        yield _year(catalog, language, year, before, after)
    yield _agreements(catalog, language)
    yield _map(catalog, language)
    yield _search(catalog, language)


def _country(catalog: Catalog, language: str, code: str) -> Page:
    view = View(catalog, language, f"countries/{code.lower()}/")
    cities = sorted((city for city in catalog.all(City) if city.country == code and city.group == "foreign"), key=view.name)
    events = {event.id: event for city in cities for event in events_of_city(catalog, city)}
    events |= {event.id: event for event in catalog.all(Event) if any(place.country == code for place in event.places)}
    name = view.country(code)
    body = view.render("country.html", title=name, cities=cities, events=catalog.in_time_order(events.values())[::-1])
    said = words(language).gettext
    description = said("%(name)s: partner cities of Omsk and what they did together.") % {"name": name}
    return Page(f"countries/{code.lower()}/", language, name, description, body, section="cities/", kind="country")


def _year(catalog: Catalog, language: str, year: int, before: int | None, after: int | None) -> Page:
    view = View(catalog, language, f"years/{year}/")
    won = counts.medals(catalog, year)
    body = view.render(
        "year.html",
        year=year,
        before=before,
        after=after,
        report=next((report for report in catalog.all(Report) if report.year == year), None),
        medals=medal_words(won["gold"], won["silver"], won["bronze"], language),
        events=catalog.events_of_year(year),
        papers=[(city, paper) for city, paper in _papers(catalog) if paper.date and paper.date.year == year],
    )
    said = words(language).gettext
    title = said("The year %(year)s") % {"year": year}
    description = said("What tied Omsk to the world in %(year)s: events and agreements.") % {"year": year}
    return Page(f"years/{year}/", language, title, description, body, section="events/", kind="year")


def _papers(catalog: Catalog) -> list[tuple[City, Agreement]]:
    """All agreements, newest first, undated ones at the end."""
    rows = [(city, paper) for city in catalog.all(City) for paper in city.agreements]
    dated = [row for row in rows if row[1].date]
    dated.sort(key=lambda row: (row[1].date.first if row[1].date else None, row[0].id), reverse=True)
    return dated + [row for row in rows if not row[1].date]


def _agreements(catalog: Catalog, language: str) -> Page:
    view = View(catalog, language, "agreements/")
    body = view.render("agreements.html", rows=_papers(catalog))
    said = words(language).gettext
    title = said("Register of agreements")
    description = said("Every paper between Omsk and its partner cities: date, title, signatories, source.")
    return Page("agreements/", language, title, description, body, section="cities/", kind="agreements")


def _map(catalog: Catalog, language: str) -> Page:
    view = View(catalog, language, "map/")
    groups = [
        (status, sorted((c for c in catalog.all(City) if c.status[0].status == status), key=view.name)) for status in LABELS["status"]
    ]
    body = view.render(
        "map.html",
        home=catalog.site.point,
        map_svg=make_picture(view),
        map_html=make_markup(view),
        groups=[group for group in groups if group[1]],
    )
    said = words(language).gettext
    title = said("Map of twin and partner cities")
    return Page("map/", language, title, title, body, kind="map", scripts=("leaflet", "map", "twin-cities"))


def _search(catalog: Catalog, language: str) -> Page:
    view = View(catalog, language, "search/")
    said = words(language).gettext
    lists = [
        (said(kind.plural), sorted(catalog.all(kind), key=view.name)) for kind in RECORD_TYPES if kind is not Source and catalog.all(kind)
    ]
    body = view.render("search.html", lists=lists)
    title = said("Search")
    return Page("search/", language, title, title, body, kind="search", scripts=("stemmers", "search"))
