"""Pages that gather records of many kinds: countries and years, the register of agreements, the map, search, what changed."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import WITHDRAWN, Page
from site_plugins.outputs.changes import tell
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.map_interactive import make_markup, map_files
from site_plugins.outputs.map_picture import make_picture
from site_plugins.outputs.pages.country_and_year import make_countries, make_years, papers_in_order
from site_plugins.outputs.templating import View
from site_plugins.records import RECORD_TYPES
from site_plugins.records.city import City
from site_plugins.records.edtf import parse_edtf
from site_plugins.records.source import Source


def make_gatherings(catalog: Catalog, language: str) -> Iterator[Page]:
    """Countries, years, the register of agreements, the map, search, what changed."""
    yield from make_countries(catalog, language)
    yield from make_years(catalog, language)
    yield _agreements(catalog, language)
    yield _map(catalog, language)
    yield _search(catalog, language)
    yield _changes(catalog, language)
    yield from _withdrawn(catalog, language)


def _agreements(catalog: Catalog, language: str) -> Page:
    view = View(catalog, language, "agreements/")
    body = view.render("agreements.html", rows=papers_in_order(catalog))
    said = words(language).gettext
    title = said("Register of agreements")
    description = said("Every paper between Omsk and its partner cities: date, title, signatories, source.")
    return Page("agreements/", language, title, description, body, section="cities/", kind="agreements")


def _map(catalog: Catalog, language: str) -> Page:
    view = View(catalog, language, "map/")
    files = map_files(view)
    groups = [
        (status, sorted((c for c in catalog.all(City) if c.status[0].status == status), key=view.name)) for status in LABELS["status"]
    ]
    body = view.render(
        "map.html",
        home=catalog.site.point,
        map_svg=make_picture(view),
        map_html=make_markup(view),
        files=files,
        groups=[group for group in groups if group[1]],
    )
    said = words(language).gettext
    title = said("Map of twin and partner cities")
    return Page("map/", language, title, title, body, kind="map", scripts=("leaflet", "map", files.script.path))


def _search(catalog: Catalog, language: str) -> Page:
    view = View(catalog, language, "search/")
    said = words(language).gettext
    lists = [
        (said(kind.plural), sorted(catalog.all(kind), key=view.name)) for kind in RECORD_TYPES if kind is not Source and catalog.all(kind)
    ]
    body = view.render("search.html", lists=lists)
    title = said("Search")
    return Page("search/", language, title, title, body, kind="search", scripts=("stemmers", "search"))


def _changes(catalog: Catalog, language: str) -> Page:
    view = View(catalog, language, "changes/")
    past = catalog.past
    days = [(parse_edtf(told.day.isoformat()), told) for told in tell(view)]
    since = parse_edtf(past.since.isoformat()) if past.since else None
    body = view.render("changes.html", days=days, past=past, since=since)
    said = words(language).gettext
    description = said("Which facts were added to the site and which were corrected, day by day.")
    return Page("changes/", language, said("What changed"), description, body, kind="changes")


def _withdrawn(catalog: Catalog, language: str) -> Iterator[Page]:
    """A page for each address that was taken off the site on purpose."""
    title = words(language).gettext("This page was withdrawn")
    for entry in catalog.site.withdrawn:
        address = f"{entry.strip('/').replace('_', '-')}/"
        body = View(catalog, language, address).render("withdrawn.html")
        yield Page(address, language, title, title, body, kind=WITHDRAWN)
