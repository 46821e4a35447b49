"""Which calendars there are, what each holds and how much it leaves out, and where its file stands for ever."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from site_plugins.languages.words import words
from site_plugins.outputs.addresses import address, link_from, section
from site_plugins.outputs.anniversaries import round_anniversaries
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.calendars.calendar import Calendar
from site_plugins.outputs.calendars.entries import anniversary_entries, event_entries
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
    """Of the file, below the site's root; `old_addresses` keeps it answering under a record's former names."""
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


def of_record(view: View, record: Record) -> Collection | None:
    """The calendar of a city or an industrial site, or an event to be taken into one's own; None where no day is known."""
    catalog, cities = view.catalog, [record] if isinstance(record, City) else []
    if isinstance(record, Event):
        events = [record]
    elif isinstance(record, City | IndustrialSite):
        events = catalog.referring(record, Event)
    else:
        return None
    folder = section(type(record))
    found = _collect(view, Subject(f"{folder}{record.id}", view.name(record), address(record)), events, cities)
    uid = stable_uuid("calendars", f"{folder}{first_id(record)}", view.language)
    calendar = found.calendar._replace(uid=uid)
    if isinstance(record, Event):
        calendar = calendar._replace(title="", description="")  # a named file would be offered as a calendar of its own
    return found._replace(calendar=calendar) if calendar.entries else None


def collections(view: View) -> dict[str, list[Collection]]:
    """Group -> its calendars that have an entry; the single events are not among them."""
    cities, sites = (sorted(view.catalog.all(kind), key=view.name) for kind in (City, IndustrialSite))
    groups: dict[str, Iterable[Collection | None]] = {
        "whole": (every_event(view), every_anniversary(view)),
        "categories": (of_category(view, category) for category in LABELS["category"]),
        "cities": (of_record(view, city) for city in cities),
        "industrial_sites": (of_record(view, site) for site in sites),
    }
    return {group: [each for each in found if each and each.calendar.entries] for group, found in groups.items()}


def single_events(view: View) -> Iterator[Collection]:
    """A calendar for each event whose days are known."""
    return (found for event in view.catalog.all(Event) if (found := of_record(view, event)))


def _collect(view: View, subject: Subject, events: Iterable[Event] = (), cities: Iterable[City] = ()) -> Collection:
    catalog, url = view.catalog, view.catalog.site.url
    path = f"{prefix(view.language)}calendars/{subject.name}.ics"
    entries, left_out = [], 0
    for event in events:
        entries += event_entries(view, event)
        left_out += not event.date.in_days
    for city in cities:
        days = anniversary_entries(view, city)
        entries += days
        left_out += not days and bool(round_anniversaries(city, catalog.today))
    calendar = Calendar(
        uid=stable_uuid("calendars", subject.name, view.language),
        title=f"{view.plain(catalog.site.title)}: {subject.title}",
        description=_description(view, with_anniversaries=bool(cities), left_out=left_out),
        language=view.language,
        page=link_from("", prefix(view.language) + subject.page, url) if url else "",
        address=link_from("", path, url) if url else "",
        entries=tuple(sorted(entries, key=lambda entry: (entry.start.isoformat(), entry.uid))),
    )
    return Collection(subject, path, left_out, calendar)


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
