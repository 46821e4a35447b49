"""«Пустят ли нас?»: what the sources of a site amount to for whoever wants to come, and what is left to ask."""

from typing import Literal

from site_plugins.languages.words import words
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.templating import View
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.wordings import Access

Party = Literal["family", "group", "pupils", "students"]
Answer = Literal["yes", "ask", "outside", "unknown", "no"]

PARTIES: tuple[Party, ...] = ("family", "group", "pupils", "students")
"""Who comes. The first is what the page shows before a reader chooses."""
ANSWERS: tuple[Answer, ...] = ("yes", "ask", "outside", "unknown", "no")
"""In the order in which a page tells them."""
OF_STATE: dict[Access, Answer] = {"everyone": "yes", "groups": "ask", "open_days": "ask", "from_street": "outside", "closed": "no"}
"""What holds for every party alike."""
OLD = 2
"""Years after which a fact about visits is called old."""
ESSENTIALS = ("access", "age", "schedule", "booking")
"""Of all questions, those that decide whether a family can set out at all."""


def state(site: IndustrialSite) -> str:
    """Whom the site lets in, in one word; `unknown` where no source tells."""
    return site.access.state if site.access else "unknown"


def answer(site: IndustrialSite, party: Party) -> Answer:
    """What the site says to a party. A group that was received, like an open day without a date, is a reason to ask."""
    if site.access is None:
        return "ask" if site.evidence in ("recent", "older_or_undated") else "unknown"
    if site.access.state == "pupils":
        return "no" if party in ("family", "group") else "yes" if party in site.access.audiences else "ask"
    return OF_STATE[site.access.state]


def left_to_ask(site: IndustrialSite) -> list[str]:
    """Which of the essentials no source tells; nothing is asked of a site that is closed or seen from the street."""
    return [] if state(site) in ("closed", "from_street") else [name for name in ESSENTIALS if not is_told(site, name)]


def is_told(site: IndustrialSite, name: str) -> bool:
    """Whether a source answers a question in full: days to plan by, somebody to book with, a gate that is not closed."""
    visit = site.visit
    if name == "access":
        return state(site) not in ("unknown", "closed")
    if name == "schedule":
        return visit.schedule is not None and bool(visit.schedule.weekdays)
    if name == "booking":
        return visit.booking is not None and bool(site.contacts)
    if name == "meeting_point":
        return visit.meeting_point is not None or (site.location.address is not None and site.location.transport is not None)
    return getattr(visit, name) is not None


def old_words(view: View, site: IndustrialSite) -> str:
    """«сведения 2019 года», «сведения без даты»; empty where the state rests on newer facts, or on none."""
    if site.access is None:
        return ""
    said, date = words(view.language).gettext, site.access.date
    if date is None:
        return said("undated information")
    today = view.catalog.today
    newest = date.last
    is_old = (newest.year + OLD, newest.month, newest.day) < (today.year, today.month, today.day)
    return said("information from %(year)s") % {"year": newest.year} if is_old else ""


def answers_context(view: View, items: list[IndustrialSite]) -> dict[str, object]:
    """For the catalogue: the parties, each site's answers, what to ask there, and how old the facts are."""
    return {
        "parties": [(party, view.label("party", party)) for party in PARTIES],
        "answers": {site.id: {party: answer(site, party) for party in PARTIES} for site in items},
        "sections": [(name, view.label("answer", name), view.label("answer_definition", name)) for name in ANSWERS],
        "asks": {site.id: [view.label("ask", name) for name in left_to_ask(site)] for site in items},
        "old": {site.id: old_words(view, site) for site in items},
        "told": {name: [site for site in items if is_told(site, name)] for name in LABELS["told"]},
    }
