"""All records together, and the questions that pages, maps and feeds ask of them."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from site_plugins.asking import PAST, Asked, Question
from site_plugins.languages import countries
from site_plugins.reading.accessibility import Tested
from site_plugins.reading.entry import Entry, Reading
from site_plugins.reading.ledger import Key
from site_plugins.reading.memory import nothing_is_garbage
from site_plugins.reading.pictures import PictureFile, Unfit
from site_plugins.reading.revisions import revise
from site_plugins.reading.yaml_subset import Document
from site_plugins.records import RECORD_TYPES
from site_plugins.records.base import Record
from site_plugins.records.city import City, CityStatus
from site_plugins.records.event import Event
from site_plugins.records.past import NOTHING, Past
from site_plugins.records.references import Reference
from site_plugins.records.revision import Revision
from site_plugins.records.site import SiteFacts
from site_plugins.today import morning_of

R = TypeVar("R", bound=Record)
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Catalog:
    """The records of one reading. `today` is given from outside: no clock in here.

    A catalog equals itself alone, so that an output can keep what it has made of one.
    """

    entries: tuple[Entry, ...]
    site: SiteFacts
    today: date
    broken: frozenset[tuple[str, str]] = frozenset()
    """(folder, id) of records that are there but could not be read."""
    site_place: tuple[str, Document] | None = None
    """The file of `site`, and where each of its values stands there."""
    revisions: Mapping[Key, Revision] = field(default_factory=dict)
    """(folder, id) -> how often it changed and when."""
    removed: Mapping[Key, Revision] = field(default_factory=dict)
    """(folder, id) of records that are there no more under any name -> the same, with the removal as the last change."""
    behind: int = 0
    """How many records changed since the ledger was last written."""
    published: Mapping[str, int] = field(default_factory=dict)
    """Every address that was ever published -> its line in the list of them."""
    read_past: Callable[[], Past] = lambda: NOTHING
    """How to read `past`, which takes git half a second and is asked for by two outputs alone."""
    pictures: Mapping[str, PictureFile | Unfit] = field(default_factory=dict)
    """The name of each file in pictures/ -> the picture, or what is wrong with it."""
    tested: Tested | None = None
    """The newest run of the accessibility tests on record."""
    remember: Callable[[str, Callable[[], bytes]], bytes] = field(default=lambda _key, make: make(), compare=False, repr=False)
    """Gives what an earlier build made under a key that says all it depends on, else makes it; without a door that keeps it, makes it."""
    worked_out: dict[Hashable, tuple[Any, set[Question]]] = field(default_factory=dict, init=False, repr=False)
    """What `once` has made and what it asked for that; a copy of the catalog with other records begins with nothing."""
    asked: Asked = field(default_factory=Asked, init=False, repr=False)
    """What outputs ask (answers.py says which question stands for what)."""

    @classmethod
    def of(cls, reading: Reading, today: date) -> "Catalog":
        """The catalog of a reading that has its `site.yml`."""
        assert reading.site is not None
        lines = revise(reading, morning_of(today))
        taken = {(entry.record.folder, former) for entry in reading.entries for former in entry.record.former_ids}
        return cls(
            tuple(reading.entries),
            reading.site,
            today,
            frozenset(reading.broken),
            reading.site_place,
            {key: line.revision for key, line in lines.items() if line.meaning is not None},
            {key: line.revision for key, line in lines.items() if line.meaning is None and key not in taken},
            sum(reading.ledger.get(key) != line for key, line in lines.items()),
            reading.published,
            pictures=reading.pictures,
            tested=reading.tested,
        )

    @cached_property
    def home_country(self) -> str | None:
        """The country of the city whose ties these are, by its clock."""
        return countries.of_time_zone(self.site.time_zone)

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What an output works out of these records and several pages need: made at the first call with this key."""
        known = self.worked_out.get(key)
        if known is None:
            with self.asked.apart() as questions:
                known = make(), questions
            self.worked_out[key] = known
        elif known[1]:
            self.asked.also(known[1])
        made: T = known[0]
        return made

    def _ask(self, *question: str) -> None:
        if (now := self.asked.now) is not None:
            now.add(question)

    @property
    def past(self) -> Past:
        """What changed by days."""
        self._ask(*PAST)
        return self._past

    @cached_property
    def _past(self) -> Past:
        return self.read_past()

    @cached_property
    def by_folder(self) -> dict[str, dict[str, Entry]]:
        """folder -> id -> entry, in the order of the ids."""
        found: dict[str, dict[str, Entry]] = {record_type.folder: {} for record_type in RECORD_TYPES}
        for entry in self.entries:
            found[entry.record.folder][entry.record.id] = entry
        return found

    def all(self, record_type: type[R]) -> list[R]:
        """Every record of a type, by id."""
        self._ask("all", record_type.folder)
        found = self.once(("all", record_type), lambda: [record for _, record in self.typed_entries(record_type)])
        return found.copy()  # the caller's own: hundreds ask, and one may sort it

    def number(self, record_type: type[Record]) -> int:
        """How many records of a type there are."""
        self._ask("number", record_type.folder)
        return len(self.by_folder[record_type.folder])

    def get(self, record_type: type[R], record_id: str) -> R:
        """The record with this id; KeyError where there is none (checks have refused that before)."""
        self._ask("get", record_type.folder, record_id)
        record = self.by_folder[record_type.folder][record_id].record
        assert isinstance(record, record_type)
        return record

    def find(self, record_type: type[R], record_id: str) -> R | None:
        """The record with this id, if there is one."""
        self._ask("get", record_type.folder, record_id)
        return self.get(record_type, record_id) if record_id in self.by_folder[record_type.folder] else None

    def revision(self, record: Record) -> Revision:
        """The history of a record; one that nobody told of is new today."""
        self._ask("revision", record.folder, record.id)
        return self.revisions.get((record.folder, record.id)) or self.first_revision

    @cached_property
    def first_revision(self) -> Revision:
        """That of a record which came today."""
        return Revision(0, morning_of(self.today), morning_of(self.today))

    @cached_property
    def citations(self) -> dict[tuple[str, str], list[tuple[Record, Reference]]]:
        """(folder, id) -> the records that refer to it, and from where."""
        found: dict[tuple[str, str], list[tuple[Record, Reference]]] = {}
        with nothing_is_garbage():
            for entry in self.entries:
                for reference in entry.references:
                    found.setdefault((reference.folder, reference.id), []).append((entry.record, reference))
        return found

    @property
    def own_names(self) -> tuple[tuple[str, str], ...]:
        """Every city's name in its own language, with that language."""
        self._ask("own names")
        return self._own_names

    @cached_property
    def _own_names(self) -> tuple[tuple[str, str], ...]:
        cities = [entry.record for entry in self.by_folder[City.folder].values()]
        return tuple(dict.fromkeys((own.text, own.language) for city in cities if isinstance(city, City) for own in city.own_names))

    def citing(self, record: Record) -> list[tuple[Record, Reference]]:
        """The records that refer to `record`, and from where, in the order of the files."""
        self._ask("citing", record.folder, record.id)
        return self.citations.get((record.folder, record.id), [])

    def referring(self, record: Record, record_type: type[R]) -> list[R]:
        """Records of a type that refer to `record`, each once, by id."""
        self._ask("referring", record.folder, record.id, record_type.folder)
        found = {r.id: r for r, _ in self.citations.get((record.folder, record.id), []) if isinstance(r, record_type)}
        return [found[key] for key in sorted(found)]

    def picture(self, name: str) -> PictureFile:
        """The picture of a file's name (checks/pictures.py has refused every other)."""
        self._ask("picture", name)
        found = self.pictures[name]
        assert isinstance(found, PictureFile)
        return found

    def cities_with_status(self, *statuses: CityStatus) -> list[City]:
        """Cities whose newest attestation is one of `statuses`."""
        return [city for city in self.all(City) if city.current_status in statuses]

    def partners(self) -> list[City]:
        """Everyone on the list today: twins, partners, and partners without joint projects."""
        return self.cities_with_status("twin", "partner", "partner_suspended")

    def events_of_year(self, year: int) -> list[Event]:
        """Events that began in a year, in time order."""
        self._ask("year", str(year))
        return self._by_year.get(year, [])

    @cached_property
    def _by_year(self) -> dict[int, list[Event]]:
        found: dict[int, list[Event]] = {}
        for event in self.in_time_order(event for _, event in self.typed_entries(Event)):
            found.setdefault(event.date.year, []).append(event)
        return found

    def events_in(self, country: str) -> list[Event]:
        """Events with a place in a country, by id."""
        self._ask("country", country)
        return self._by_country.get(country, [])

    @cached_property
    def _by_country(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for _, event in self.typed_entries(Event):
            for country in {place.country for place in event.places if place.country}:
                found.setdefault(country, []).append(event)
        return found

    @staticmethod
    def in_time_order(events: Iterable[Event]) -> list[Event]:
        """By first day, then by how exact the date is, then by id."""
        return sorted(events, key=lambda event: (event.date.first, event.date.last, event.id))

    def typed_entries(self, record_type: type[R]) -> Iterator[tuple[Entry, R]]:
        """Entries of a type, with their record typed."""
        for entry in self.by_folder[record_type.folder].values():
            if isinstance(entry.record, record_type):
                yield entry, entry.record
