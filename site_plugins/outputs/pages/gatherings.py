"""Pages that gather records of many kinds: countries and years, the register of agreements, the map, search, what changed."""

from collections.abc import Iterator
from functools import partial

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs import paging
from site_plugins.outputs.addresses import section
from site_plugins.outputs.artifact import WITHDRAWN, Page
from site_plugins.outputs.changes import tell
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.map_interactive import MapFiles, make_markup, map_files
from site_plugins.outputs.map_picture import make_picture
from site_plugins.outputs.pages.countries import make_countries, papers_in_order
from site_plugins.outputs.pages.years import make_years
from site_plugins.outputs.paging import Part, numbered, titled
from site_plugins.outputs.templating import View
from site_plugins.records import RECORD_TYPES
from site_plugins.records.city import Agreement, City
from site_plugins.records.edtf import parse_edtf
from site_plugins.records.site import withdrawn_as
from site_plugins.records.source import Source


def make_gatherings(catalog: Catalog, language: str) -> Iterator[Page]:
    """Countries, years, the register of agreements, the map, search, what changed."""
    yield from make_countries(catalog, language)
    yield from make_years(catalog, language)
    yield from _agreements(catalog, language)
    yield _map(catalog, language)
    yield _search(catalog, language)
    yield _changes(catalog, language)


def _agreements(catalog: Catalog, language: str) -> Iterator[Page]:
    said = words(language).gettext
    title = said("Register of agreements")
    description = said("All documents between Omsk and its partner cities: date, title, signatories, source.")
    for part in numbered("agreements/", papers_in_order(catalog), paging.PART):
        whole = titled(title, part, language)
        body = partial(_register, catalog, language, part)
        yield Page(part.address, language, whole, description, body, section="cities/", kind="agreements")


def _register(catalog: Catalog, language: str, part: Part[tuple[City, Agreement]]) -> str:
    view = View(catalog, language, part.address)
    return view.render("agreements.html", rows=part.items, part=part, all=len(papers_in_order(catalog)))


def _map(catalog: Catalog, language: str) -> Page:
    title = words(language).gettext("Map of twin and partner cities")
    files = map_files(View(catalog, language, "map/"))
    body = partial(_map_body, catalog, language, files)
    return Page("map/", language, title, title, body, kind="map", scripts=("leaflet", "map", files.script.path))


def _map_body(catalog: Catalog, language: str, files: MapFiles) -> str:
    view = View(catalog, language, "map/")
    cities = sorted(catalog.all(City), key=view.name)
    groups = [(status, [city for city in cities if city.current_status == status]) for status in LABELS["status"]]
    return view.render(
        "map.html",
        home=catalog.site.point,
        map_svg=make_picture(view),
        map_html=make_markup(view),
        files=files,
        groups=[group for group in groups if group[1]],
        long=len(cities) > paging.MOST,
    )


def _search(catalog: Catalog, language: str) -> Page:
    title = words(language).gettext("Search")
    return Page("search/", language, title, title, partial(_search_body, catalog, language), kind="search", scripts=("stemmers", "search"))


def _search_body(catalog: Catalog, language: str) -> str:
    view, said = View(catalog, language, "search/"), words(language).gettext
    kinds = [kind for kind in RECORD_TYPES if kind is not Source and catalog.all(kind)]
    long = sum(map(catalog.number, kinds)) > paging.MOST
    lists = [
        (said(kind.plural), section(kind), len(items), [] if long else sorted(items, key=view.name))
        for kind in kinds
        for items in [catalog.all(kind)]
    ]
    return view.render("search.html", lists=lists, long=long)


def _changes(catalog: Catalog, language: str) -> Page:
    said = words(language).gettext
    description = said("Which facts were added to the site and which were corrected, day by day.")
    return Page("changes/", language, said("What changed"), description, partial(_changes_body, catalog, language), kind="changes")


def _changes_body(catalog: Catalog, language: str) -> str:
    view = View(catalog, language, "changes/")
    past = catalog.past
    days = [(parse_edtf(told.day.isoformat()), told) for told in tell(view)]
    since = parse_edtf(past.since.isoformat()) if past.since else None
    return view.render("changes.html", days=days, past=past, since=since)


def make_withdrawn(catalog: Catalog, language: str) -> Iterator[Page]:
    """A page for each address that was taken off the site on purpose."""
    title = words(language).gettext("This page was withdrawn")
    for entry in catalog.site.withdrawn:
        address = f"{withdrawn_as(entry)}/"
        body = View(catalog, language, address).render("withdrawn.html")
        yield Page(address, language, title, title, body, kind=WITHDRAWN)
