"""The page of a country: its partner cities, what they agreed and did together."""

from collections.abc import Iterator
from functools import partial

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs import paging
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.templating import View
from site_plugins.records.city import Agreement, City
from site_plugins.records.event import Event
from site_plugins.records.organisation import Organisation


def make_countries(catalog: Catalog, language: str) -> Iterator[Page]:
    """A page for every country of a foreign partner."""
    for code in country_pages(catalog):
        yield _country(catalog, language, code)


def country_pages(catalog: Catalog) -> list[str]:
    """Codes of the countries that have a page."""
    return sorted({city.country for city in catalog.all(City) if city.group == "foreign" and city.country})


def _country(catalog: Catalog, language: str, code: str) -> Page:
    said = words(language).gettext
    name = View(catalog, language, "").country(code)
    description = said("%(name)s: partner cities of Omsk and what they did together.") % {"name": name}
    address = f"countries/{code.lower()}/"
    return Page(address, language, name, description, partial(_body, catalog, language, code), section="cities/", kind="country")


def _body(catalog: Catalog, language: str, code: str) -> str:
    view = View(catalog, language, f"countries/{code.lower()}/")
    cities = sorted((city for city in catalog.all(City) if city.country == code and city.group == "foreign"), key=view.name)
    found = {event.id: event for city in cities for event in catalog.referring(city, Event)}
    found |= {event.id: event for event in catalog.events_in(code)}
    events = catalog.in_time_order(found.values())
    own = {city.id for city in cities}
    papers = [(city, paper) for city, paper in papers_in_order(catalog) if city.id in own]
    return view.render(
        "country.html",
        title=view.country(code),
        cities=cities,
        papers=papers,
        first=next(((city, paper) for city, paper in reversed(papers) if paper.date and not paper.announced), None),
        twins=[city for city in cities if city.current_status == "twin"],
        partners=[city for city in cities if city.current_status in ("partner", "partner_suspended")],
        names=partial(_names, view),
        held=[event for event in events if event.status == "held"],
        events=events,
        organisations=sorted((item for item in catalog.all(Organisation) if item.country == code), key=view.name),
    )


def countries_of(catalog: Catalog, events: list[Event]) -> set[str]:
    """Countries where events took place, which took part in them, or whose partner cities did; not those of events without an outcome."""
    held = [event for event in events if event.status == "held"]
    cities = [catalog.get(City, city) for event in held for city in event.cities]
    found = {code for event in held for code in (*event.countries, *(place.country for place in event.places)) if code}
    return (found | {city.country for city in cities if city.group == "foreign" and city.country}) - {catalog.home_country}


def _names(view: View, cities: list[City]) -> list[str]:
    """The names of cities for a sentence; of many the first, and how many more."""
    names = [view.name(city) for city in cities]
    if left := len(names[paging.FEW :]):
        return [*names[: paging.FEW], words(view.language).ngettext("%(num)s more", "%(num)s more", left) % {"num": left}]
    return names


def papers_in_order(catalog: Catalog) -> list[tuple[City, Agreement]]:
    """All agreements, newest first, undated ones at the end."""
    return catalog.once("papers_in_order", lambda: _papers_in_order(catalog))


def _papers_in_order(catalog: Catalog) -> list[tuple[City, Agreement]]:
    rows = [(city, paper) for city in catalog.all(City) for paper in city.agreements]
    dated = [row for row in rows if row[1].date]
    dated.sort(key=lambda row: (row[1].date.first if row[1].date else None, row[0].id), reverse=True)
    return dated + [row for row in rows if not row[1].date]
