"""What the report draws: each chart is a question to the records, and what they cannot answer is not drawn."""

from collections import Counter

from markupsafe import Markup

from site_plugins import counts
from site_plugins.languages.words import words
from site_plugins.outputs.charts import Chart, Row
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.pages.countries import countries_of
from site_plugins.outputs.pages.tallies import delegations_received
from site_plugins.outputs.templating import View
from site_plugins.records.report import Report

MEDALS = ("gold", "silver", "bronze")
FEWEST_BARS = 2
"""One bar compares nothing."""


def kinds_chart(view: View, year: int) -> Chart | None:
    """Events of the year that took place, by kind, most first."""
    said = words(view.language).gettext
    held = counts.held_by_kind(view.catalog.events_of_year(year))
    kinds = sorted((kind for kind in LABELS["category"] if held[kind]), key=lambda kind: -held[kind])
    rows = [Row(view.label("category", kind).capitalize(), (held[kind],)) for kind in kinds]
    title = said("Events of %(year)s on this site, by kind") % {"year": year}
    return Chart("kinds-chart", title, said("Kind"), (said("Events"),), tuple(rows)) if rows else None


def medals_chart(view: View, year: int) -> Chart | None:
    """Medals of the year by competition; only the kinds of medal that were won."""
    said = words(view.language).gettext
    winners = [event for event in view.catalog.events_of_year(year) if event.medals]
    names = {"gold": said("gold"), "silver": said("silver"), "bronze": said("bronze")}
    won = [kind for kind in MEDALS if counts.medals(view.catalog, year)[kind]]
    rows = [Row(view.name(event), tuple(getattr(event.medals, kind) for kind in won)) for event in winners]
    title = said("Medals of %(year)s by competition") % {"year": year}
    return Chart("medals-chart", title, said("Competition"), tuple(names[kind] for kind in won), tuple(rows)) if won else None


def ties_chart(view: View, year: int) -> Chart | None:
    """How many cities had a signed paper with Omsk at the end of each year, up to `year`, counted by each city's oldest dated one."""
    said = words(view.language).gettext
    signed = counts.first_papers(view.catalog, year)
    rows, total = [], 0
    for when in sorted({paper.date.year for _, paper in signed if paper.date}):
        new = [(city, paper) for city, paper in signed if paper.date and paper.date.year == when]
        total += len(new)
        named = (Markup("{} ({})").format(view.link(city), view.date(paper.date)) for city, paper in new if paper.date)
        rows.append(Row(str(when), (total,), Markup(", ").join(named)))
    title = said("Cities with a signed document whose date is known, by the end of the year")
    return Chart("ties-chart", title, said("Year"), (said("Cities"),), tuple(rows), said("First document in that year")) if rows else None


def delegations_chart(view: View, report: Report) -> Chart | None:
    """Delegations by country, where the records describe every delegation that the report counts; a part of them would mislead."""
    said = words(view.language).gettext
    received = delegations_received(view, view.catalog.events_of_year(report.year))
    by_country = Counter(code for event in received for code in sorted(countries_of(view.catalog, [event])))
    if len(by_country) < FEWEST_BARS or (report.delegations and len(received) < report.delegations.count):
        return None
    rows = [Row(view.country(code), (number,)) for code, number in sorted(by_country.items(), key=lambda item: (-item[1], item[0]))]
    return Chart("delegations-chart", said("Delegations received, by country"), said("Country"), (said("Delegations"),), tuple(rows))
