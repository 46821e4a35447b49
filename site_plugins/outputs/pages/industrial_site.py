"""What the page of an industrial site needs beyond its record; on paper the page is a sheet to take along."""

from typing import Any

import segno
from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.outputs.industrial_scheme import located
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.pages.industrial_answers import PARTIES, answer, is_told, old_words
from site_plugins.outputs.pages.years_of import year_counts
from site_plugins.outputs.templating import View
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.programme import Programme
from site_plugins.records.route import Route


def site_context(view: View, site: IndustrialSite) -> dict[str, Any]:
    """The answers there are, the questions that are left, and who else speaks of the site."""
    catalog = view.catalog
    answers = [(field, getattr(site.visit, field)) for field in LABELS["visit"]]
    return {
        "audiences": [view.label("audience", value) for value in site.access.audiences] if site.access else [],
        "visit": [(field, said) for field, said in answers if said],
        "questions": _questions(site),
        "days_before": _days_before(site),
        "page_url": page_url(view),
        "qr": qr_code(page_url(view)),
        "centre_contacts": tourist_contacts(catalog),
        "routes": catalog.referring(site, Route),
        "programmes": catalog.referring(site, Programme),
        "events": catalog.in_time_order(catalog.referring(site, Event)),
        "years": year_counts(catalog, site),
        "on_map": site in located(view),
        "old": old_words(view, site),
        "operator": catalog.get(Organisation, site.operator),
        "parties": [(view.label("party", party), answer(site, party)) for party in PARTIES],
        "class_questions": list(LABELS["class_question"]),
    }


def site_scripts(site: IndustrialSite) -> tuple[str, ...]:
    """The letter to copy and the latest day to book."""
    return (*(("copy",) if _questions(site) else ()), *(("booking",) if _days_before(site) is not None else ()))


def _questions(site: IndustrialSite) -> list[str]:
    return [field for field in LABELS["question"] if not is_told(site, field)]


def _days_before(site: IndustrialSite) -> int | None:
    return site.visit.booking.days_before if site.visit.booking else None


def tourist_contacts(catalog: Catalog) -> list[Any]:
    """The public contacts of the programmes: whom to ask where a site has none of its own."""
    found = {contact.value: contact for programme in catalog.all(Programme) for contact in programme.contacts}
    return list(found.values())


def page_url(view: View) -> str:
    """The page's full address; empty as long as data/site.yml does not say where the site stands."""
    url = view.catalog.site.url
    return f"{url}/{view.here}" if url else ""


def qr_code(url: str) -> Markup:
    """The address as a QR code, for whoever holds the printed sheet; nothing without an address."""
    if not url:
        return Markup("")
    drawing: str = segno.make(url, error="m", micro=False).svg_inline(omitsize=True, svgclass=None, lineclass=None, border=2)
    return Markup(drawing.replace("<svg", '<svg aria-hidden="true"', 1))  # noqa: S704 - segno draws squares alone
