"""What one record may say: one module for each type. The registry below is the only list of them."""

from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.programme import Programme
from site_plugins.records.report import Report
from site_plugins.records.route import Route
from site_plugins.records.source import Source

RECORD_TYPES: tuple[type[Record], ...] = (City, Event, IndustrialSite, Route, Programme, Organisation, Report, Source)
