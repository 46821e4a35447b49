"""A calendar as plain values."""

from datetime import date, datetime
from typing import Literal, NamedTuple
from uuid import UUID

from site_plugins.records.base import Point
from site_plugins.records.revision import Revision

MEDIA_TYPE = "text/calendar"

Status = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]


class Words(NamedTuple):
    """A text and its language, which may be another than the calendar's."""

    text: str
    language: str


class Entry(NamedTuple):
    """One entry: whole days where `start` is a date, else a moment in its place's zone."""

    uid: UUID
    start: date | datetime
    end: date | datetime | None
    """The first day or moment after it; None where no source says when it ended."""
    title: Words
    description: Words
    status: Status
    revision: Revision
    category: Words
    location: Words | None = None
    point: Point | None = None
    url: str = ""
    """Its page; empty where the site has no address yet."""


class Calendar(NamedTuple):
    """A calendar, its entries in time order."""

    uid: UUID
    title: str
    """Empty, like `description`, where its entries are to be taken into a reader's own calendar."""
    description: str
    language: str
    page: str
    """Absolute, like `address`; both are empty where the site has no address yet."""
    address: str
    entries: tuple[Entry, ...]
