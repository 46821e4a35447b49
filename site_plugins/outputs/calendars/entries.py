"""Events and anniversaries as entries of a calendar."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from site_plugins.languages.formats import date_words
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import address, link_from
from site_plugins.outputs.anniversaries import PAPERS, Anniversary, round_anniversaries
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.calendars.calendar import Entry, Status, Words
from site_plugins.outputs.event_words import places_words, titled
from site_plugins.outputs.identity import record_uuid
from site_plugins.outputs.templating import View
from site_plugins.records.base import Record, Text
from site_plugins.records.city import City
from site_plugins.records.event import Event
from site_plugins.records.revision import Revision

STATUS: dict[str, Status] = {"held": "CONFIRMED", "planned": "TENTATIVE", "announced": "TENTATIVE", "cancelled": "CANCELLED"}
"""What is only planned or announced is tentative, also when its day has passed and no source tells what came of it."""
DAY = timedelta(days=1)


def number_of_entries(event: Event) -> int:
    """How many entries an event has: one if its day is known, and one for each part whose hour is."""
    return int(event.date.in_days) + len(event.times)


def entries_of(view: View, event: Event) -> list[Entry]:
    """The entries of an event, made once for all calendars that have them."""
    return view.catalog.once(("entries", view.language, event.id), lambda: _event_entries(view, event))


def _event_entries(view: View, event: Event) -> list[Entry]:
    """The event in whole days, unless only its month, season or year is known; and each part of it whose hour is known."""
    told = [event.summary, *([event.date_note] if event.date_note else [])]
    places = event.places
    whole = Entry(
        uid=record_uuid(event),
        start=event.date.first,
        end=event.date.last + DAY,
        title=Words(titled(view, event), _language(view, event.title)),
        description=Words("\n".join(view.plain(text) for text in told), _language(view, *told)),
        status=STATUS[event.status],
        revision=_revision(view, event),
        category=Words(view.label("category", event.category), view.language),
        location=Words(places_words(view, event), _language(view, *(place.name for place in places))) if places else None,
        point=places[0].point if len(places) == 1 else None,
        url=_url(view, event),
    )
    parts = [_part(view, whole, event, number) for number in range(len(event.times))]
    return [whole, *parts] if event.date.in_days else parts


def _part(view: View, whole: Entry, event: Event, number: int) -> Entry:
    """A part goes by its number: one put before it, or its hour corrected, replaces entries and leaves none behind."""
    part = event.times[number]
    title, doubtful = f"{view.plain(part.title)}: {whole.title.text}", part.announced and whole.status == "CONFIRMED"
    if doubtful:
        title += f" ({words(view.language).gettext('announced only')})"
    return whole._replace(
        uid=record_uuid(event, "times", str(number)),
        start=view.moment(part.starts, part.time_zone),
        end=view.moment(part.ends, part.time_zone) if part.ends else None,
        title=Words(title, _language(view, part.title, event.title)),
        status="TENTATIVE" if doubtful else whole.status,
    )


def number_of_anniversaries(view: View, city: City) -> int:
    """How many round anniversaries of a tie there are up to the next; none where no day of signing is known."""
    return sum(each.date.in_days for each in round_anniversaries(city, view.catalog.today))


def anniversary_entries(view: View, city: City) -> list[Entry]:
    """An entry for each of these."""
    return [_anniversary(view, city, each) for each in round_anniversaries(city, view.catalog.today) if each.date.in_days]


def _anniversary(view: View, city: City, anniversary: Anniversary) -> Entry:
    said, paper = words(view.language), anniversary.paper
    years = said.ngettext("%(num)s year", "%(num)s years", anniversary.years) % {"num": anniversary.years}
    if anniversary.of_twinning:
        title = said.gettext("%(city)s: %(years)s of twinning") % {"city": view.name(city), "years": years}
    else:
        values = {"city": view.name(city), "years": years, "paper": said.gettext(PAPERS[paper.kind])}
        title = said.gettext("%(city)s: %(years)s since %(paper)s") % values
    assert paper.date is not None
    return Entry(
        uid=record_uuid(city, "anniversaries", str(anniversary.years)),
        start=anniversary.date.first,
        end=anniversary.date.last + DAY,
        title=Words(title, _language(view, city.name)),
        description=Words(f"{view.plain(paper.title)}. {date_words(paper.date, view.language)}", _language(view, paper.title)),
        status="CONFIRMED",
        revision=view.catalog.revision(city),
        category=Words(said.gettext("anniversary"), view.language),
        url=_url(view, city),
    )


def _revision(view: View, event: Event) -> Revision:
    """The record's; where an announced day has passed in silence, the entry says so since the next midnight in Omsk."""
    revision = view.catalog.revision(event)
    if not event.is_unconfirmed(view.catalog.today):
        return revision
    midnight = datetime.combine(event.date.last + DAY, time(), ZoneInfo(view.catalog.site.time_zone))
    return revision._replace(modified=max(revision.modified, midnight.astimezone(UTC)))


def _language(view: View, *texts: Text) -> str:
    return view.language if all(text.get(view.language) for text in texts) else "ru"


def _url(view: View, record: Record) -> str:
    url = view.catalog.site.url
    return link_from("", prefix(view.language) + address(record), url) if url else ""
