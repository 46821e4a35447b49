"""The catalogue of industrial sites: what a visitor can choose by. What is not known is a choice of its own, and never a match."""

from typing import Any

from site_plugins.languages import formats
from site_plugins.languages.words import words
from site_plugins.outputs.industrial_scheme import located
from site_plugins.outputs.pages.filters import Filter, choices
from site_plugins.outputs.pages.industrial_answers import ANSWERS, PARTIES, answer, answers_context, state
from site_plugins.outputs.pages.industrial_site import tourist_contacts
from site_plugins.outputs.paging import Part
from site_plugins.outputs.templating import View
from site_plugins.records.base import Statement
from site_plugins.records.industrial_site import IndustrialSite

UNKNOWN = "unknown"
IN_WORDS = "words"
"""A source tells it, but in words that no filter can reckon with: «для 7–11 классов»."""
WORKDAYS = {"mon", "tue", "wed", "thu", "fri"}


def in_answer_order(view: View, items: list[IndustrialSite]) -> list[IndustrialSite]:
    """By what they say to the party that the page shows first, then by how much is known of them."""
    return sorted(items, key=lambda site: (ANSWERS.index(answer(site, PARTIES[0])), -how_much_is_known(site), view.name(site)))


def catalogue_context(view: View, part: Part[IndustrialSite]) -> dict[str, Any]:
    """The sites of a page, what each says to whom, what each is marked with for the filters, and the filters, which are for all sites."""
    items = view.catalog.all(IndustrialSite)
    minimums = sorted({site.visit.age.minimum for site in items if site.visit.age and site.visit.age.minimum is not None})
    marks = {site.id: site_marks(site, minimums) for site in items}
    items = sorted(items, key=lambda site: (-how_much_is_known(site), view.name(site)))
    first = PARTIES[0]
    shown = {site.id for site in part.items}
    return {
        "members_of": {name: [site for site in items if site.id in shown and answer(site, first) == name] for name in ANSWERS},
        "ranks": {site.id: rank for rank, site in enumerate(items)},
        "marks": marks,
        "filters": _filters(view, list(marks.values())),
        "located": located(view),
        "contacts": tourist_contacts(view.catalog),
        **answers_context(view, items),
    }


def site_marks(site: IndustrialSite, minimums: list[int]) -> dict[str, list[str]]:
    """Filter -> the choices that find the site. A guest of ten gets in wherever the least age is ten or less."""
    visit = site.visit
    least = visit.age.minimum if visit.age else None
    return {
        "access": [state(site)],
        "industry": [site.industry or UNKNOWN],
        "way": _ways(site),
        "age": [str(age) for age in minimums if least is not None and age >= least] or _unmeasured(visit.age),
        "price": [_price(site)],
        "weekday": _weekdays(site),
        "language": list(visit.languages.codes if visit.languages else []) or _unmeasured(visit.languages),
        "evidence": [site.evidence],
    }


def how_much_is_known(site: IndustrialSite) -> int:
    """How many of a visitor's questions a source answers."""
    return sum(getattr(site.visit, name) is not None for name in type(site.visit).model_fields) + (site.access is not None)


def _weekdays(site: IndustrialSite) -> list[str]:
    days = list(site.visit.schedule.weekdays if site.visit.schedule else [])
    return [*(["workday"] if WORKDAYS & set(days) else []), *days] or [UNKNOWN]


def _ways(site: IndustrialSite) -> list[str]:
    if state(site) == "closed":
        return ["closed"]
    ways = {"booking": site.visit.booking is not None, "outside": state(site) == "from_street"}
    return [way for way, open_ in ways.items() if open_] or [UNKNOWN]


def _price(site: IndustrialSite) -> str:
    price = site.visit.price
    if price is None or (price.free is None and price.amount is None):
        return _unmeasured(price)[0]
    return "free" if price.free else "paid"


def _unmeasured(said: Statement | None) -> list[str]:
    return [IN_WORDS if said else UNKNOWN]


def _filters(view: View, marks: list[dict[str, list[str]]]) -> list[Filter]:
    said = words(view.language).gettext

    def of(name: str) -> list[str]:
        return [value for mark in marks for value in mark[name]]

    return [
        choices(view, "access", "access", said("Who can visit"), of("access")),
        choices(view, "industry", "industry", said("Industry"), of("industry")),
        choices(view, "way", "way", said("How to see it"), of("way")),
        _numbered(view, "age", said("Age of the youngest visitor"), of("age")),
        choices(view, "price", "price", said("Price"), of("price")),
        choices(view, "weekday", "weekday", said("Day of the week"), of("weekday")),
        _languages(view, "language", said("Language of the tour"), of("language")),
        choices(view, "evidence", "evidence", said("What is known about visits"), of("evidence")),
    ]


def _numbered(view: View, name: str, title: str, values: list[str]) -> Filter:
    ngettext = words(view.language).ngettext
    ages = sorted({int(value) for value in values if value not in (IN_WORDS, UNKNOWN)})
    options = [(str(age), ngettext("%(num)s year", "%(num)s years", age) % {"num": age}, values.count(str(age))) for age in ages]
    return Filter(name, title, options + _without_value(view, values))


def _languages(view: View, name: str, title: str, values: list[str]) -> Filter:
    named = sorted((formats.language_name(code, view.language), code) for code in set(values) - {IN_WORDS, UNKNOWN})
    return Filter(name, title, [(code, said, values.count(code)) for said, code in named] + _without_value(view, values))


def _without_value(view: View, values: list[str]) -> list[tuple[str, str, int]]:
    return [(name, view.label("price", name), values.count(name)) for name in (IN_WORDS, UNKNOWN) if name in values]
