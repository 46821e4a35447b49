"""Templates with the words, dates and links of one page of one language."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from jinja2.runtime import Macro
from markupsafe import Markup, escape

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.languages import countries, formats
from site_plugins.languages.lines import keep_together
from site_plugins.languages.words import words
from site_plugins.outputs import paging
from site_plugins.outputs.addresses import address, relative, section
from site_plugins.outputs.artifact import prefix
from site_plugins.outputs.citations import Citations
from site_plugins.outputs.crumbs import Step, trail
from site_plugins.outputs.environment import environment, html
from site_plugins.outputs.event_marks import event_marks
from site_plugins.outputs.globe import distance
from site_plugins.outputs.labels import label
from site_plugins.outputs.pictures import Shown, shown
from site_plugins.outputs.pieces import Pieces
from site_plugins.outputs.speech import Explained, Voice
from site_plugins.records.base import Picture, Point, Record, Text
from site_plugins.records.edtf import Edtf, parse_edtf
from site_plugins.records.event import TimedPart
from site_plugins.records.source import Source

R = TypeVar("R", bound=Record)


@cache
def _date(text: str, language: str) -> Markup:
    value = parse_edtf(text)
    said = keep_together(formats.date_words(value, language))
    if value.is_interval or value.start.precision == "season" or text[-1] in "?~%":
        return escape(said)
    return html('<time datetime="%s">%s</time>', text, said)


class View:
    """What a template can ask while it renders one page."""

    citing = Citations
    """How claims lead to their sources."""

    def __init__(self, catalog: Catalog, language: str, page_address: str) -> None:
        self.catalog = catalog
        self.language = language
        self.address = page_address
        self.here = prefix(language) + page_address
        self.linked: set[str] = set()
        self.explained = Explained()
        self.voice = catalog.once(("voice", language), lambda: Voice(language, catalog.own_names))
        self.pieces = Pieces(catalog, language)
        self.citations = self.citing(catalog, language, self.pieces)

    def render(self, template: str, **context: Any) -> str:
        """The template's HTML; `view` is this object."""
        said = {name: getattr(self, name) for name in HELPERS} | event_marks(self.language, self.catalog.today)
        said |= {"cite": self.citations.cite, "cited_sources": self.citations.cited_sources}
        ready = self.catalog.once(("template", template, self.language), lambda: environment(self.language).get_template(template))
        return ready.render({"view": self, "part_size": paging.PART, **said, **context})

    def text(self, text: Text | None) -> Markup:
        """A text in the page's language; where it is not translated, Russian marked as such."""
        if text is None:
            return Markup("")
        if (found := text.get(self.language)) is not None:
            return self.voice.speak(found, self.explained)
        note = words(self.language).gettext("not translated")
        return html('<span lang="ru">%s</span> <span class="untranslated">(%s)</span>', self.speak(text.ru, "ru"), note)

    def speak(self, text: str, language: str | None = None) -> Markup:
        """Words in the page's language or another, with the language of foreign ones and the meaning of abbreviations."""
        voice = self.catalog.once(("voice", language), lambda: Voice(language, self.catalog.own_names)) if language else self.voice
        return voice.speak(text, self.explained)

    def kept(self, macro: Macro, record: Record) -> Markup:
        """What a macro makes of a record, made once for all pages, unless it has an abbreviation, which each page explains at its first.

        Not for a macro that links to other pages: the way there differs from page to page.
        """
        key = macro.name, record.folder, record.id
        if piece := self.pieces.get(key):
            return piece
        met = self.explained.met
        with self.catalog.asked.apart() as questions:
            made = Markup(macro(record))  # noqa: S704 - a macro gives markup
        if self.explained.met == met:
            self.pieces.keep(key, made, questions)
        return made

    def plain(self, text: Text) -> str:
        """A text without markup, for titles and attributes."""
        return text.said(self.language)

    def name(self, record: Record) -> str:
        """What a record is called, without markup."""
        return self.plain(record.label())

    def href(self, target: Record | str) -> str:
        """The way to a record or to an address, within the page's language."""
        there = target if isinstance(target, str) else address(target)
        self.linked.add(there)
        return relative(self.address, there)  # both lie below the language's prefix

    def cut(self, items: list[R]) -> list[R]:
        """What a page that tells other things too tells of a list; the page answers for the rest by one link (macros.html, `more`)."""
        if len(items) <= paging.PART:
            return items
        self.linked.update(map(address, items))
        return items[: paging.PART]

    def last(self, items: list[R]) -> list[R]:
        """The same of a list in time order: its end."""
        return items if self.cut(items) is items else items[-paging.PART :]

    def section_of(self, record: Record) -> str:
        """The address of the list that a record is in."""
        return section(type(record))

    def address_of(self, record: Record) -> str:
        """The address of a record's page."""
        return address(record)

    def trail(self, record: Record | None = None) -> list[Step]:
        """The way to this page, which is of `record` or of none."""
        return trail(self.address, record, self.language)

    def file(self, path: str) -> str:
        """The way to a file of the site that has no language."""
        return relative(self.here, path)

    def picture(self, picture: Picture) -> Shown:
        """The files of a record's picture."""
        return shown(self.catalog.picture(picture.file), self.file)

    def source(self, source_id: str) -> Source:
        """The source of an id."""
        return self.catalog.get(Source, source_id)

    def link(self, record: Record) -> Markup:
        """A link to a record's page, with its name."""
        return html('<a href="%s">%s</a>', self.href(record), self.text(record.label()))

    def date(self, value: Edtf) -> Markup:
        """A date in words, within <time> where it is one day, month or year."""
        return _date(value.text, self.language)

    def moment(self, local: str, zone: str | None) -> datetime:
        """`2019-08-02T16:00` by the clocks of a zone; where none is named, by those of Omsk."""
        return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone or self.catalog.site.time_zone))

    def hours(self, part: TimedPart) -> Markup:
        """When a part of an event begins and ends: «2 августа 2019 г., 16:00–18:00 по времени Омска»."""
        begins, said = self.moment(part.starts, part.time_zone), words(self.language).gettext
        time = f"{formats.day(begins.date(), self.language)}, {begins:%H:%M}"
        if part.ends:
            ends = self.moment(part.ends, part.time_zone)
            same_day = ends.date() == begins.date()
            time += "–" if same_day else f"{formats.interval_dash(self.language)}{formats.day(ends.date(), self.language)}, "
            time += f"{ends:%H:%M}"
        own = part.time_zone in (None, self.catalog.site.time_zone)
        clock = said("%(time)s Omsk time") if own else said("%(time)s local time")
        return Markup('<time datetime="{}">{}</time>').format(begins.isoformat(timespec="minutes"), clock % {"time": keep_together(time)})

    def number(self, value: float) -> str:
        """A number with the language's separators."""
        return formats.number(value, self.language)

    def country(self, code: str) -> str:
        """The country's name."""
        return countries.name(code, self.language)

    def language_name(self, code: str) -> str:
        """The language's name."""
        return formats.language_name(code, self.language)

    def enumeration(self, items: Iterable[str]) -> str:
        """Items as a sentence lists them."""
        return formats.enumeration(list(items), self.language)

    def label(self, field: str, value: str) -> str:
        """The words for a value of a fixed choice: `status`, `twin` → «побратим»."""
        return label(field, value, self.language)

    def count(self, query: str) -> Markup:
        """A number that the records answer, with its question's name for whoever checks."""
        value = counts.count(self.catalog, query)
        return html('<data value="%s" data-query="%s">%s</data>', value, query, self.number(value))

    def also_in(self, record: Record) -> list[tuple[str, list[Record]]]:
        """Records that refer to this one and are not linked from its page yet, by type: every reference leads both ways."""
        found = {address(other): other for other, _ in self.catalog.citing(record)}
        left = [found[key] for key in sorted(found) if key not in self.linked]
        said = words(self.language).gettext
        return [(said(kind.plural), [item for item in left if type(item) is kind]) for kind in dict.fromkeys(type(item) for item in left)]

    def kilometres(self, point: Point) -> str:
        """The distance from Omsk along the great circle."""
        return formats.kilometres(distance(self.catalog.site.point, point), self.language)

    def clock_difference(self, zone: str) -> float:
        """Hours that a zone's clock is ahead of Omsk's, on the day of the build."""
        noon = datetime.combine(self.catalog.today, datetime.min.time().replace(hour=12))
        there, here = (noon.replace(tzinfo=ZoneInfo(z)).utcoffset() for z in (zone, self.catalog.site.time_zone))
        assert there is not None
        assert here is not None
        return (there - here).total_seconds() / 3600


HELPERS = (
    "text", "speak", "kept", "plain", "name", "href", "file", "link", "date", "hours", "number", "country", "language_name", "enumeration",
    "label", "count", "also_in", "kilometres", "clock_difference", "picture", "trail", "cut", "last",
)  # fmt: skip
