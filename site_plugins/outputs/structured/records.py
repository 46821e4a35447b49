"""Records as schema.org has them: City, Event, TouristAttraction, Organization, TouristTrip."""

from collections.abc import Callable
from typing import Any

from site_plugins.outputs.structured.terms import Speaker, Thing, coordinates, known, postal
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.edtf import Point as Moment
from site_plugins.records.event import Event, EventPlace
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.route import Route


def describe_record(speaker: Speaker) -> Thing | None:
    """What the page's record is; None for a page of none, and for types that schema.org has no word for."""
    record = speaker.page.record
    describe = DESCRIPTIONS.get(type(record)) if record else None
    thing = describe(speaker, record) if describe else None
    return thing | {"mainEntityOfPage": speaker.to(speaker.page.path)} if thing else None


def _city(speaker: Speaker, city: City) -> Thing:
    names = [name.text for name in city.own_names] + city.aliases
    name = speaker.text(city.name)
    return known(
        type_="City" if city.kind in ("city", "town") else "AdministrativeArea",
        name=name,
        alternateName=[other for other in dict.fromkeys(names) if other != name],
        description=speaker.text(city.summary),
        geo=coordinates(city.point),
        address=postal(city.country, speaker.text(city.region) if city.region else None),
        url=city.website.url if city.website else None,
        sameAs=f"http://www.wikidata.org/entity/{city.wikidata}" if city.wikidata else None,
    )


EVENT_TYPES = {"sport": "SportsEvent", "education": "EducationEvent"}
EVENT_STATES = {"held": "EventScheduled", "planned": "EventScheduled", "cancelled": "EventCancelled"}
"""«The event is taking place or has taken place on the startDate as scheduled»; an announced one nobody has confirmed has no state."""


def _event(speaker: Speaker, event: Event) -> Thing:
    whole = speaker.catalog.get(Event, event.part_of) if event.part_of else None
    state = EVENT_STATES.get(event.status)
    return known(
        type_=EVENT_TYPES.get(event.category, "Event"),
        name=speaker.text(event.title),
        description=speaker.text(event.summary),
        startDate=_day(event.date.start),
        endDate=_day(event.date.end) if event.date.is_interval else None,
        eventStatus=f"https://schema.org/{state}" if state else None,
        location=[_place(speaker, place) for place in event.places],
        superEvent=known(type_="Event", name=speaker.text(whole.title), url=speaker.of(whole)) if whole else None,
    )


def _day(moment: Moment) -> str | None:
    """A day that is known for sure; a month or a year is no date for a calendar."""
    sure = moment.precision == "day" and not moment.uncertain and not moment.approximate
    return moment.first.isoformat() if sure else None


def _place(speaker: Speaker, place: EventPlace) -> Thing:
    """The city, or the hall in it; the point is the city's."""
    partner = speaker.catalog.get(City, place.city) if place.city else None
    name = speaker.text(place.name)
    geo = coordinates(place.point or (partner.point if partner else None))
    city = known(type_="City", name=name, geo=geo, address=postal(place.country), mainEntityOfPage=speaker.of(partner) if partner else None)
    return known(type_="Place", name=speaker.text(place.venue), containedInPlace=city) if place.venue else city


def _site(speaker: Speaker, site: IndustrialSite) -> Thing:
    audiences = site.access.audiences if site.access else []
    visited = site.access is not None and site.access.state != "closed"
    common = known(
        type_="TouristAttraction" if visited else "Place",
        name=speaker.text(site.name),
        description=speaker.text(site.summary),
        address=speaker.text(site.location.address.text) if site.location.address else None,
        geo=coordinates(site.location.point),
        publicAccess={"everyone": True, "closed": False}.get(site.access.state) if site.access else None,
        isAccessibleForFree=site.visit.price.free if site.visit.price else None,
    )
    if visited:
        common |= known(
            type_="TouristAttraction",
            touristType=[speaker.label("audience", audience) for audience in audiences],
            availableLanguage=list(site.visit.languages.codes) if site.visit.languages else None,
        )
    return common


ORGANISATION_TYPES = {
    "government": "GovernmentOrganization",
    "education": "EducationalOrganization",
    "science": "ResearchOrganization",
    "sport": "SportsOrganization",
}


def _organisation(speaker: Speaker, organisation: Organisation) -> Thing:
    return known(
        type_=ORGANISATION_TYPES.get(organisation.kind, "Organization"),
        name=speaker.text(organisation.name),
        legalName=organisation.legal_name,
        description=speaker.text(organisation.summary),
        address=postal(organisation.country),
        url=organisation.website,
    )


def _route(speaker: Speaker, route: Route) -> Thing | None:
    """A route that one can follow; one that is being designed is no trip yet."""
    if route.status not in ("launched", "self_guided"):
        return None
    stops = [known(type_="ListItem", position=number, name=speaker.text(stop.text)) for number, stop in enumerate(route.stops, 1)]
    return known(
        type_="TouristTrip",
        name=speaker.text(route.name),
        description=speaker.text(route.summary),
        itinerary=known(type_="ItemList", itemListElement=stops) if stops else None,
    )


DESCRIPTIONS: dict[type[Record], Callable[[Speaker, Any], Thing | None]] = {
    City: _city,
    Event: _event,
    IndustrialSite: _site,
    Organisation: _organisation,
    Route: _route,
}
