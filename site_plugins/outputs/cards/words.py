"""What stands on a page's card: the kind of thing it is, its name, and one line of the facts that a reader looks for first."""

from collections.abc import Callable
from typing import Any, NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.languages import formats
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.kinds import kind_words
from site_plugins.outputs.templating import View
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.programme import Programme
from site_plugins.records.report import Report
from site_plugins.records.route import Route

WITHOUT_CARD = ("search",)
"""Kinds of pages that nobody shares."""


class CardWords(NamedTuple):
    """The texts of one card; any but the title may be empty."""

    kind: str
    title: str
    facts: str


def card_path(page: Page) -> str:
    """Where the card of a page lies, for ever: `cards/ru/cities/kaifeng.png`."""
    return f"cards/{page.language}/{page.address.strip('/') or 'home'}.png"


def card_words(catalog: Catalog, page: Page) -> CardWords:
    """The words for one page: by its record's type, else its title with what it says of itself, or what the site does."""
    view = View(catalog, page.language, page.address)
    kind, facts = CARDS.get(type(page.record), _other)(view, page.record)
    if not page.record:
        facts = page.description if page.description != page.title else view.plain(catalog.site.description)
    return CardWords(_capital(kind), page.title, _capital(facts))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _city(view: View, city: City) -> tuple[str, str]:
    """Silent of the state where that is disputed, as the record is: `country` is not set there (checks/disputed_places.py)."""
    paper = city.oldest_agreement()
    country = view.country(city.country) if city.country and city.group == "foreign" else ""
    since = f"{words(view.language).gettext('Earliest dated document')}: {_date(view, paper.date)}" if paper else ""
    return _joined(kind_words(city, view.language), country), since


def _event(view: View, event: Event) -> tuple[str, str]:
    state = event.state(view.catalog.today)
    said = "" if state == "held" else view.label("event_status", state)
    places = ", ".join(dict.fromkeys(view.plain(place.name) for place in event.places))
    return _joined(kind_words(event, view.language), said), _joined(_date(view, event.date), places)


def _site(view: View, site: IndustrialSite) -> tuple[str, str]:
    access = site.access
    said = view.label("access", access.state) if access else ""
    kind = kind_words(site, view.language) or words(view.language).gettext(IndustrialSite.plural)
    return kind, f"{said} ({_date(view, access.date)})" if access and access.date else said


def _route(view: View, route: Route) -> tuple[str, str]:
    return words(view.language).gettext("route"), _joined(kind_words(route, view.language), _date(view, route.date))


def _organisation(view: View, organisation: Organisation) -> tuple[str, str]:
    city = view.name(view.catalog.get(City, organisation.city)) if organisation.city else ""
    return kind_words(organisation, view.language), city


def _programme(view: View, _record: Programme) -> tuple[str, str]:
    return words(view.language).gettext("programme"), ""


def _report(view: View, report: Report) -> tuple[str, str]:
    return words(view.language).gettext("report for %(year)s") % {"year": report.year}, ""


def _other(view: View, record: Record | None) -> tuple[str, str]:
    return (words(view.language).gettext(record.plural) if record else ""), ""


def _date(view: View, date: Any) -> str:
    return formats.date_words(date, view.language) if date else ""


CARDS: dict[type, Callable[[View, Any], tuple[str, str]]] = {
    City: _city,
    Event: _event,
    IndustrialSite: _site,
    Route: _route,
    Organisation: _organisation,
    Programme: _programme,
    Report: _report,
}
"""A record's type -> its kind and facts; any other record is called by what its list is called."""
