"""«What changed»: the past of the records in sentences, for a page and a feed."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from markupsafe import Markup

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.addresses import address
from site_plugins.outputs.changes.field import Field, title_of
from site_plugins.outputs.changes.table import TOLD
from site_plugins.outputs.labels import N_
from site_plugins.outputs.templating import View
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from site_plugins.records.past import Change, Day, Key
from site_plugins.records.source import Source
from site_plugins.records.texts import texts

MANY = 12
"""A day that adds more records than this tells their numbers, not their names."""
MOST_OF_A_DAY = 40
"""How many changed records of one day are told."""

NEW = {
    "cities": N_("New city: %(name)s"),
    "events": N_("New event: %(name)s"),
    "industrial_sites": N_("New industrial site: %(name)s"),
    "routes": N_("New route: %(name)s"),
    "programmes": N_("New programme: %(name)s"),
    "organisations": N_("New organisation: %(name)s"),
    "reports": N_("New report: %(name)s"),
}
GONE = {
    "cities": N_("Removed from the site: the city of %(name)s"),
    "events": N_("An event was removed from the site"),
    "industrial_sites": N_("Removed from the site: the industrial site “%(name)s”"),
    "routes": N_("Removed from the site: the route “%(name)s”"),
    "programmes": N_("Removed from the site: the programme “%(name)s”"),
    "organisations": N_("An organisation was removed from the site"),
    "reports": N_("Removed from the site: the report “%(name)s”"),
}
"""An event's title or an organisation's name may be a person's, who asked to be left out: they are not repeated."""


class Told(NamedTuple):
    """One record on one day. Links in `line` and `sentences` lead from the page that the view is of."""

    key: Key
    moment: datetime
    address: str
    """Of the record's page, without the language; empty where it has none any more."""
    name: str
    line: Markup
    """A whole sentence, where the record was added or taken away."""
    sentences: tuple[Markup, ...] = ()
    """What changed about it, else."""

    @property
    def plain(self) -> str:
        """The same without markup: «Витебск: подписано соглашение о побратимстве»."""
        return self.line.striptags() if self.line else f"{self.name}: {Markup('; ').join(self.sentences).striptags()}"


class ToldDay(NamedTuple):
    """A day: records by kind and name, or a sum of them; how many more there are."""

    day: date
    moment: datetime
    sums: tuple[Markup, ...]
    items: tuple[Told, ...]
    more: int


def tell(view: View) -> list[ToldDay]:
    """Every day that has something to tell, newest first."""
    days = [_day(view, day) for day in view.catalog.past.days]
    return [day for day in days if day]


def _day(view: View, day: Day) -> ToldDay | None:
    added = [(record, moment) for key, moment in day.added if (record := _present(view.catalog, key))]
    many = sum(type(record) is not Source for record, _ in added) > MANY
    items = [] if many else [_added(view, record, moment) for record, moment in added if record.folder in NEW]
    now = [(change, record) for change in day.changed if (record := _present(view.catalog, change.key))]
    changed = [told for change, record in now if (told := _changed(view, day.day, change, record))]
    items += [*changed[:MOST_OF_A_DAY], *(_removed(view, *gone) for gone in day.removed if _is_gone(view.catalog, gone[0]))]
    sums = (_sum(view, [record for record, _ in added]),) if many else ()
    if not items and not sums:
        return None
    order = [record_type.folder for record_type in RECORD_TYPES]
    items.sort(key=lambda told: (order.index(told.key[0]), told.name, told.key))
    moments = [told.moment for told in items] + [moment for _, moment in added if many]
    return ToldDay(day.day, max(moments), sums, tuple(items), day.more + len(changed[MOST_OF_A_DAY:]))


def _present(catalog: Catalog, key: Key) -> Record | None:
    folder, record_id = key
    entry = catalog.by_folder.get(folder, {}).get(record_id)
    return entry.record if entry else None


def _is_gone(catalog: Catalog, key: Key) -> bool:
    """Whether a removed record is still missing, under any name, and of a kind that tells so."""
    return key[0] in GONE and key in catalog.removed


def _added(view: View, record: Record, moment: datetime) -> Told:
    line = Markup(words(view.language).gettext(NEW[record.folder])) % {"name": view.link(record)}  # noqa: S704 - our own words
    return Told((record.folder, record.id), moment, address(record), view.name(record), line)


def _removed(view: View, key: Key, moment: datetime, record: Record) -> Told:
    line = Markup(words(view.language).gettext(GONE[key[0]])) % {"name": view.name(record)}  # noqa: S704 - our own words
    return Told(key, moment, "", view.name(record), line)


def _changed(view: View, day: date, change: Change, now: Record) -> Told | None:
    quotable = tuple(text for _, text in texts(now))
    sentences: list[Markup] = []
    for name, rule in TOLD.get(type(now), {}).items():
        before, after = getattr(change.before, name), getattr(change.after, name)
        if before != after:
            sentences += rule(Field(view, title_of(type(now), name, view.language), before, after, day, quotable))
    return Told(change.key, change.moment, address(now), view.name(now), Markup(), tuple(sentences)) if sentences else None


def _sum(view: View, records: list[Record]) -> Markup:
    """«Добавлено на сайт: 36 городов, 70 событий и 279 источников»."""
    ngettext = words(view.language).ngettext
    found = Counter(record.folder for record in records)
    words_for: dict[str, Callable[[int], str]] = {
        "cities": lambda n: ngettext("%(num)s city", "%(num)s cities", n),
        "events": lambda n: ngettext("%(num)s event", "%(num)s events", n),
        "industrial_sites": lambda n: ngettext("%(num)s industrial site", "%(num)s industrial sites", n),
        "routes": lambda n: ngettext("%(num)s route", "%(num)s routes", n),
        "programmes": lambda n: ngettext("%(num)s programme", "%(num)s programmes", n),
        "organisations": lambda n: ngettext("%(num)s organisation", "%(num)s organisations", n),
        "reports": lambda n: ngettext("%(num)s report", "%(num)s reports", n),
        "sources": lambda n: ngettext("%(num)s source", "%(num)s sources", n),
    }
    counted = [say(found[folder]) % {"num": view.number(found[folder])} for folder, say in words_for.items() if found[folder]]
    return Markup(words(view.language).gettext("Added to the site: %(what)s")) % {"what": view.enumeration(counted)}  # noqa: S704
