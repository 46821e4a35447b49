"""The numbers a page tells: each is a named question to the records, and none is typed by hand."""

from collections import Counter
from collections.abc import Callable, Iterable

from site_plugins.catalog import Catalog
from site_plugins.records.base import Record
from site_plugins.records.city import Agreement, City
from site_plugins.records.edtf import Edtf, parse_edtf
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite


def partners(catalog: Catalog) -> list[Record]:
    """Cities on the list of partners today."""
    return list(catalog.partners())


def twins(catalog: Catalog) -> list[Record]:
    """Twin cities of today."""
    return list(catalog.cities_with_status("twin"))


def suspended(catalog: Catalog) -> list[Record]:
    """Partners on the list with whom no joint projects are carried out."""
    return list(catalog.cities_with_status("partner_suspended"))


def former(catalog: Catalog) -> list[Record]:
    """Partners of the past: no longer on the list."""
    return list(catalog.cities_with_status("former"))


def foreign_partners(catalog: Catalog) -> list[Record]:
    """Partners of today in the list's foreign group."""
    return [city for city in catalog.partners() if city.group == "foreign"]


def russian_partners(catalog: Catalog) -> list[Record]:
    """Partners of today in the list's Russian group."""
    return [city for city in catalog.partners() if city.group == "russian"]


def events(catalog: Catalog) -> list[Record]:
    """All events."""
    return list(catalog.all(Event))


def events_of_report_year(catalog: Catalog) -> list[Record]:
    """Events of 2019, the year of the report."""
    return list(catalog.events_of_year(2019))


def industrial_sites(catalog: Catalog) -> list[Record]:
    """Sites of industrial tourism described."""
    return list(catalog.all(IndustrialSite))


def sites_for_anyone(catalog: Catalog) -> list[Record]:
    """Sites whose sources say that anyone may come, also alone."""
    return [site for site in catalog.all(IndustrialSite) if site.access and site.access.state == "everyone"]


COUNTS: dict[str, Callable[[Catalog], list[Record]]] = {
    query.__name__.replace("_", "-"): query
    for query in (
        partners, twins, suspended, former, foreign_partners, russian_partners,
        events, events_of_report_year, industrial_sites, sites_for_anyone,
    )
}  # fmt: skip


def count(catalog: Catalog, query: str) -> int:
    """How many records answer a named question."""
    return len(COUNTS[query](catalog))


def countries(catalog: Catalog) -> list[str]:
    """Codes of the countries of the foreign partners of today; a disputed place is never counted as one."""
    return sorted({city.country for city in catalog.partners() if city.group == "foreign" and city.country})


def years(catalog: Catalog) -> list[int]:
    """Years in which an event began or an agreement is dated, the first first."""
    papers = {paper.date.year for city in catalog.all(City) for paper in city.agreements if paper.date}
    return sorted(papers | {event.date.year for event in catalog.all(Event)})


def medals(catalog: Catalog, year: int) -> dict[str, int]:
    """Medals won in a year, by kind."""
    won = [event.medals for event in catalog.events_of_year(year) if event.medals]
    return {kind: sum(getattr(medal, kind) for medal in won) for kind in ("gold", "silver", "bronze")}


def held_by_kind(events: Iterable[Event]) -> Counter[str]:
    """Events that took place, by category."""
    return Counter(event.category for event in events if event.status == "held")


def first_papers(catalog: Catalog, year: int) -> list[tuple[City, Agreement]]:
    """Each city's oldest signed paper whose date is known, those up to the end of a year, oldest first."""
    found = [(city, paper) for city in catalog.all(City) if (paper := city.oldest_agreement()) and paper.date and paper.date.year <= year]
    return sorted(found, key=lambda pair: (pair[1].date.first if pair[1].date else catalog.today, pair[0].id))


def newest_attestation(catalog: Catalog) -> Edtf:
    """The date that the list of partners is known for: its newest attestation; today, where there is none."""
    attested = [attestation.as_of for city in catalog.all(City) for attestation in city.status]
    return max(attested, key=lambda date: date.last, default=parse_edtf(catalog.today.isoformat()))
