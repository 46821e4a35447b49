"""Which kind of its type a record is, and the words for that: what search, feeds and social cards say of it beside its name."""

from site_plugins.outputs.labels import label
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.route import Route
from site_plugins.records.source import Source

KINDS: dict[type[Record], tuple[str, str]] = {
    City: ("current_status", "status"),
    Event: ("category", "category"),
    IndustrialSite: ("industry", "industry"),
    Route: ("status", "route_status"),
    Organisation: ("kind", "organisation"),
    Source: ("kind", "source_kind"),
}
"""Type -> what of a record is its kind, and the choice in LABELS with the words; a type that is not here has no kinds."""


def kind_of(record: Record) -> str | None:
    """`twin`, `forum`, `food`; None where the type has no kinds, or it is not known of this record."""
    if type(record) not in KINDS:
        return None
    kind: str | None = getattr(record, KINDS[type(record)][0])
    return kind


def kind_words(record: Record, language: str) -> str:
    """«город-побратим», «форум»; empty where there is no kind."""
    kind = kind_of(record)
    return label(KINDS[type(record)][1], kind, language) if kind else ""
