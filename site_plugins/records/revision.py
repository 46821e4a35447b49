"""When a record came and last changed, and how often: what calendars, feeds and sitemaps tell their readers."""

from datetime import datetime
from typing import NamedTuple


class Revision(NamedTuple):
    """The history of one record in three values; both moments are in UTC."""

    sequence: int
    """0 for a record that never changed (RFC 5545, 3.8.7.4)."""
    created: datetime
    modified: datetime
