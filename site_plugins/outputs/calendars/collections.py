"""Which calendars there are, what each is to hold and how much it leaves out, and where its file stands for ever."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from site_plugins.languages.words import words
from site_plugins.outputs.addresses import address, link_from, section
from site_plugins.outputs.anniversaries import round_anniversaries
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.calendars.calendar import Calendar, Entry
from site_plugins.outputs.calendars.entries import anniversary_entries, entries_of, number_of_anniversaries, number_of_entries
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
    lasting: str
    """A name that stays when a record gets another: what the calendar is known by to programs."""


class Collection(NamedTuple):
    """A calendar to subscribe to: the events and the ties that it has entries of. The entries are made when its file is written."""

    subject: Subject
    events: Sequence[Event] = ()
    cities: Sequence[City] = ()


def every_event(view: View) -> Collection:
    """All events."""
    return Collection(_list("events", words(view.language).gettext("All events"), section(Event)), view.catalog.all(Event))


def every_anniversary(view: View) -> Collection:
    """The anniversaries of all ties."""
    title = words(view.language).gettext("Anniversaries of relationships")
    return Collection(_list("anniversaries", title, section(City)), cities=view.catalog.all(City))


def of_category(view: View, category: str) -> Collection:
    """All events of one kind."""
    title, page = view.label("category_group", category), f"{section(Event)}?category={category}"
    events = [event for event in view.catalog.all(Event) if event.category == category]
    return Collection(_list(f"categories/{category}", title, page), events)


def of_record(view: View, record: City | IndustrialSite) -> Collection:
    """What a city or an industrial site takes part in, and the anniversaries of a city's tie."""
    return Collection(subject_of(view, record), view.catalog.referring(record, Event), [record] if isinstance(record, City) else ())


def subject_of(view: View, record: Record) -> Subject:
    """What the calendar of a record is about."""
    here = address(record)
    return Subject(here.rstrip("/"), view.name(record), here, f"{section(type(record))}{first_id(record)}")


def path_of(view: View, subject: Subject) -> str:
    """Where a calendar's file stands, from the site's root; `old_addresses` keeps it answering under a record's former names."""
    return f"{prefix(view.language)}calendars/{subject.name}.ics"


def address_of(view: View, subject: Subject) -> str:
    """The whole address of the file; empty where the site has none yet."""
    url = view.catalog.site.url
    return link_from("", path_of(view, subject), url) if url else ""


def collections(view: View) -> dict[str, list[Collection]]:
    """Group -> its calendars that have an entry; the single events are not among them."""
    return view.catalog.once(("calendars", view.language), lambda: _collections(view))


def _collections(view: View) -> dict[str, list[Collection]]:
    cities, sites = sorted(view.catalog.all(City), key=view.name), sorted(view.catalog.all(IndustrialSite), key=view.name)
    groups: dict[str, Iterable[Collection]] = {
        "whole": (every_event(view), every_anniversary(view)),
        "categories": (of_category(view, category) for category in LABELS["category"]),
        "cities": (of_record(view, city) for city in cities),
        "industrial_sites": (of_record(view, site) for site in sites),
    }
    return {group: [each for each in found if number(view, each)] for group, found in groups.items()}


def number(view: View, collection: Collection) -> int:
    """How many entries a calendar has."""
    return sum(map(number_of_entries, collection.events)) + sum(number_of_anniversaries(view, city) for city in collection.cities)


def left_out(view: View, collection: Collection) -> int:
    """How many events and ties are not in it, for their day is not known."""
    events = sum(not event.date.in_days for event in collection.events)
    ties = (not number_of_anniversaries(view, city) and bool(round_anniversaries(city, view.catalog.today)) for city in collection.cities)
    return events + sum(ties)


def make_calendar(view: View, collection: Collection) -> Calendar:
    """The calendar with its entries."""
    subject = collection.subject
    entries = [entry for event in collection.events for entry in entries_of(view, event)]
    entries += [entry for city in collection.cities for entry in anniversary_entries(view, city)]
    title = f"{view.plain(view.catalog.site.title)}: {subject.title}"
    return _calendar(view, subject, title, _description(view, collection), entries)


def of_event(view: View, event: Event) -> Calendar:
    """An event to be taken into one's own calendar: a named one would be offered as one to subscribe to."""
    return _calendar(view, subject_of(view, event), "", "", entries_of(view, event))


def _calendar(view: View, subject: Subject, title: str, description: str, entries: list[Entry]) -> Calendar:
    url = view.catalog.site.url
    return Calendar(
        uid=stable_uuid("calendars", subject.lasting, view.language),
        title=title,
        description=description,
        language=view.language,
        page=link_from("", prefix(view.language) + subject.page, url) if url else "",
        address=address_of(view, subject),
        entries=tuple(sorted(entries, key=lambda entry: (entry.start.isoformat(), entry.uid))),
    )


def _list(name: str, title: str, page: str) -> Subject:
    return Subject(name, title, page, name)


def _description(view: View, collection: Collection) -> str:
    said = words(view.language)
    found = [view.plain(view.catalog.site.description)]
    if collection.cities:
        found.append(said.gettext("Anniversaries of a relationship are listed every five years."))
    if missing := left_out(view, collection):
        more = said.ngettext(
            "%(num)s more date is not included: its exact day is unknown.",
            "%(num)s more dates are not included: their exact days are unknown.",
            missing,
        )
        found.append(more % {"num": missing})
    return " ".join(found)
