"""Which calendars there are, what each holds and how much it leaves out, and where its file stands for ever."""

from collections.abc import Iterable
from typing import NamedTuple

from site_plugins.languages.words import words
from site_plugins.outputs.addresses import address, link_from, section
from site_plugins.outputs.anniversaries import round_anniversaries
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.calendars.calendar import Calendar, Entry
from site_plugins.outputs.calendars.entries import anniversary_entries, entries_of
from site_plugins.outputs.identity import first_id, stable_uuid
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.templating import View
from site_plugins.records.base import Record
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite


class Subject(NamedTuple):
    """What a calendar is about."""

    name: str
    """Of the file: `calendars/<name>.ics`."""
    title: str
    page: str
    """Address of the page that shows the same, without the language's prefix."""


class Collection(NamedTuple):
    """A calendar and what the site tells of it."""

    subject: Subject
    path: str
    """Of the file, below the site's root."""
    left_out: int
    """How many events and ties are not in it, for their day is not known."""
    calendar: Calendar


def every_event(view: View) -> Collection:
    """All events."""
    return _collect(view, Subject("events", words(view.language).gettext("All events"), section(Event)), view.catalog.all(Event))


def every_anniversary(view: View) -> Collection:
    """The anniversaries of all ties."""
    subject = Subject("anniversaries", words(view.language).gettext("Anniversaries of ties"), section(City))
    return _collect(view, subject, cities=view.catalog.all(City))


def of_category(view: View, category: str) -> Collection:
    """All events of one kind."""
    events = [event for event in view.catalog.all(Event) if event.category == category]
    title, page = view.label("category_group", category), f"{section(Event)}?category={category}"
    return _collect(view, Subject(f"categories/{category}", title, page), events)


def of_record(view: View, record: City | IndustrialSite) -> Collection | None:
    """The calendar of a city or an industrial site; None where no day is known."""
    return view.catalog.once(("calendar", view.language, address(record)), lambda: _of_record(view, record))


def _of_record(view: View, record: City | IndustrialSite) -> Collection | None:
    found = _collect(view, subject_of(view, record), view.catalog.referring(record, Event), [record] if isinstance(record, City) else [])
    uid = stable_uuid("calendars", f"{section(type(record))}{first_id(record)}", view.language)
    return found._replace(calendar=found.calendar._replace(uid=uid)) if found.calendar.entries else None


def of_event(view: View, event: Event) -> Calendar | None:
    """An event to be taken into one's own calendar; None where no day is known."""
    if not (entries := entries_of(view, event)):
        return None
    subject = subject_of(view, event)
    uid = stable_uuid("calendars", f"{section(Event)}{first_id(event)}", view.language)
    page, address = _addresses(view, subject)
    return Calendar(uid, "", "", view.language, page, address, _in_order(entries))  # a named file would be offered as one to subscribe to


def subject_of(view: View, record: Record) -> Subject:
    """What the calendar of a record is about."""
    here = address(record)
    return Subject(here.rstrip("/"), view.name(record), here)


def path_of(view: View, subject: Subject) -> str:
    """Where a calendar's file stands, from the site's root; `old_addresses` keeps it answering under a record's former names."""
    return f"{prefix(view.language)}calendars/{subject.name}.ics"


def collections(view: View) -> dict[str, list[Collection]]:
    """Group -> its calendars that have an entry; the single events are not among them."""
    return view.catalog.once(("calendars", view.language), lambda: _collections(view))


def _collections(view: View) -> dict[str, list[Collection]]:
    cities, sites = sorted(view.catalog.all(City), key=view.name), sorted(view.catalog.all(IndustrialSite), key=view.name)
    groups: dict[str, Iterable[Collection | None]] = {
        "whole": (every_event(view), every_anniversary(view)),
        "categories": (of_category(view, category) for category in LABELS["category"]),
        "cities": (of_record(view, city) for city in cities),
        "industrial_sites": (of_record(view, site) for site in sites),
    }
    return {group: [each for each in found if each and each.calendar.entries] for group, found in groups.items()}


def _collect(view: View, subject: Subject, events: Iterable[Event] = (), cities: Iterable[City] = ()) -> Collection:
    entries, left_out = [], 0
    for event in events:
        entries += entries_of(view, event)
        left_out += not event.date.in_days
    for city in cities:
        days = anniversary_entries(view, city)
        entries += days
        left_out += not days and bool(round_anniversaries(city, view.catalog.today))
    page, address = _addresses(view, subject)
    calendar = Calendar(
        uid=stable_uuid("calendars", subject.name, view.language),
        title=f"{view.plain(view.catalog.site.title)}: {subject.title}",
        description=_description(view, with_anniversaries=bool(cities), left_out=left_out),
        language=view.language,
        page=page,
        address=address,
        entries=_in_order(entries),
    )
    return Collection(subject, path_of(view, subject), left_out, calendar)


def _in_order(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.start.isoformat(), entry.uid)))


def _addresses(view: View, subject: Subject) -> tuple[str, str]:
    """Of the page that shows the same, and of the file; empty where the site has none yet."""
    url = view.catalog.site.url
    if not url:
        return "", ""
    return link_from("", prefix(view.language) + subject.page, url), link_from("", path_of(view, subject), url)


def _description(view: View, *, with_anniversaries: bool, left_out: int) -> str:
    said = words(view.language)
    found = [view.plain(view.catalog.site.description)]
    if with_anniversaries:
        found.append(said.gettext("Anniversaries of a tie are kept every five years."))
    if left_out:
        more = said.ngettext(
            "%(num)s more date is left out: its day is not known.", "%(num)s more dates are left out: their days are not known.", left_out
        )
        found.append(more % {"num": left_out})
    return " ".join(found)
