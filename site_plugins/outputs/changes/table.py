"""Which fields tell their changes, and which are silent: coordinates, sources, summaries, other names, notes, what is unknown.

People are silent too: who was taken out of the data must not stand on a page of changes. So are sources as records. A field
that stands in neither table is found by a test.
"""

from site_plugins.outputs.changes.field import Rule
from site_plugins.outputs.changes.papers import figures, papers
from site_plugins.outputs.changes.prose import contacts, hours, name, statement, statements
from site_plugins.outputs.changes.values import address, choice, date_rule, happened, medals, newest_status, number, records, state, within
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite, Visit
from site_plugins.records.organisation import Organisation
from site_plugins.records.programme import Programme
from site_plugins.records.report import Report
from site_plugins.records.route import Route
from site_plugins.records.source import Source

events, sites, organisations = records("events"), records("industrial_sites"), records("organisations")

TOLD: dict[type[Record], dict[str, Rule]] = {
    City: {
        "name": name, "status": newest_status, "agreements": papers, "cooperation": statements, "population": figures, "website": address,
    },
    Event: {
        "title": name, "status": happened, "date": date_rule, "times": hours, "cities": records("cities"), "organisations": organisations,
        "industrial_sites": sites, "figures": figures, "medals": medals, "nominations": within({"total": number}),
        "awards": statements, "outcomes": statements, "statements": statements,
    },
    IndustrialSite: {
        "name": name, "operator": organisations, "access": state, "participation": statements, "products": statements,
        "sights": statements, "visit": within(dict.fromkeys(Visit.model_fields, statement)),
        "location": within(dict.fromkeys(("address", "transport"), statement)), "contacts": contacts, "statements": statements,
    },
    Route: {"name": name, "status": choice("route_status"), "date": date_rule, "stops": statements, "statements": statements},
    Programme: {
        "name": name, "legal_act": statement, "eligible": statements, "joining": statements, "visiting": statements,
        "figures": figures, "joined": sites, "most_active": sites, "published": statements,
        "statements": statements, "current": statements, "contacts": contacts,
    },
    Organisation: {"name": name, "website": address, "statements": statements},
    Report: {
        "title": name, "partners": figures, "main_events": events, "delegations": within({"count": number}),
        "missions": within({"count": number}), "culture": events, "education": events, "sport": events, "results": statements,
        "goals": statements, "help_wanted": statements,
    },
    Source: {},
}  # fmt: skip

MUTED: dict[type[Record], frozenset[str]] = {
    City: frozenset({"own_names", "kind", "group", "country", "disputed", "region", "point", "time_zone", "time_note", "wikidata",
                     "summary", "disagreements", "unknown"}),
    Event: frozenset({"category", "date_basis", "date_note", "date_sources", "places", "theme", "summary", "countries", "people", "part_of",
                      "corrections", "unknown"}),
    IndustrialSite: frozenset({"industry", "evidence", "summary", "wordings", "disagreements", "unknown"}),
    Route: frozenset({"organisations", "summary", "unknown"}),
    Programme: frozenset({"summary", "aims", "run_by", "organisations", "expected", "unknown"}),
    Organisation: frozenset({"legal_name", "kind", "country", "city", "summary"}),
    Report: frozenset({"year", "summary", "aims", "relations", "visits", "associations", "humanitarian", "experience", "help_from",
                       "topic", "training_topic", "tourism"}),
    Source: frozenset(Source.model_fields),
}  # fmt: skip
SILENT = frozenset({"id", "aliases", "former_ids", "sources", "pictures"})
"""What no type tells."""
