"""The report of a year counts what its records can count, and refers to events of its year."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.problems import Problem
from site_plugins.records.event import Event
from site_plugins.records.report import Report

CATEGORY_OF_SECTION = {"culture": "culture", "education": "education", "sport": "sport"}


def check(catalog: Catalog) -> Iterator[Problem]:
    """Events in their own section; no event in a section twice."""
    for entry, report in catalog.typed_entries(Report):
        for section, category in CATEGORY_OF_SECTION.items():
            for number, event_id in enumerate(getattr(report, section)):
                found = catalog.by_folder["events"].get(event_id)
                if found and isinstance(found.record, Event) and found.record.category != category:
                    values = {"value": event_id, "category": found.record.category}
                    yield entry.problem((section, number), "report-section", **values)
        if report.missions and not report.missions.places:
            yield entry.problem_at_key(("missions",), "missions-nowhere")
        if report.delegations and report.delegations.count < len(report.delegations.countries):
            values = {"value": str(report.delegations.count), "other": str(len(report.delegations.countries))}
            yield entry.problem(("delegations", "count"), "delegations-fewer", **values)
