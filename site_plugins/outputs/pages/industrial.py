"""How a visitor gets in, how an organisation joins, and where the places are."""

from collections.abc import Iterator

from site_plugins.catalog import Catalog
from site_plugins.languages import formats
from site_plugins.languages.words import words
from site_plugins.outputs import industrial_map, industrial_scheme
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.pages.industrial_answers import old_words, state
from site_plugins.outputs.pages.industrial_list import how_much_is_known
from site_plugins.outputs.pages.industrial_site import tourist_contacts
from site_plugins.outputs.templating import View
from site_plugins.records.industrial_site import IndustrialSite
from site_plugins.records.organisation import Organisation
from site_plugins.records.programme import Programme
from site_plugins.records.wordings import STATES


def make_industrial_pages(catalog: Catalog, language: str) -> Iterator[Page]:
    """`/how-to-visit/`, `/how-to-join/` and `/industrial-map/`, where the records have something to say there."""
    said = words(language).gettext
    programmes = catalog.all(Programme)
    contacts = tourist_contacts(catalog)
    if any(programme.visiting for programme in programmes):
        view = View(catalog, language, "how-to-visit/")
        sites = sorted(catalog.all(IndustrialSite), key=lambda site: (-how_much_is_known(site), view.name(site)))
        states = [(name, [site for site in sites if state(site) == name]) for name in LABELS["access"]]
        body = view.render(
            "how_to_visit.html",
            programmes=programmes,
            states=[named for named in states if named[1]],
            wordings={name: [word for word, meant in STATES.items() if (meant or "unknown") == name] for name in LABELS["access"]},
            old={site.id: old_words(view, site) for site in sites},
            contacts=contacts,
            questions=list(LABELS["question"]),
        )
        title = said("How to visit a factory in Omsk")
        yield Page("how-to-visit/", language, title, title, body, section="industrial-sites/", kind="guide", scripts=("copy",))
    joinable = [programme for programme in programmes if programme.joining]
    if joinable:
        view = View(catalog, language, "how-to-join/")
        organisations = {p.id: [catalog.get(Organisation, organisation) for organisation in p.organisations] for p in joinable}
        body = view.render("how_to_join.html", programmes=joinable, organisations=organisations)
        title = said("For organisations: how to join")
        yield Page("how-to-join/", language, title, title, body, section="industrial-sites/", kind="guide")
    view = View(catalog, language, industrial_map.ADDRESS)
    if sites := industrial_scheme.located(view):
        yield _map(view, sites)


def _map(view: View, sites: list[IndustrialSite]) -> Page:
    home = view.catalog.site.point
    precisions = {industrial_scheme.point_of(site).precision for site in sites}
    rings = [{"metres": km * 1000, "name": formats.whole_kilometres(km, view.language)} for km in industrial_scheme.rings_of(home, sites)]
    script, places = industrial_map.map_files(view, sites)
    body = view.render(
        "industrial_map.html",
        home=home,
        sites=sites,
        left=view.catalog.number(IndustrialSite) - len(sites),
        precisions=[name for name in LABELS["precision"] if name in precisions],
        rings=rings,
        map_svg=industrial_scheme.make_picture(view, sites),
        map_html=industrial_map.make_markup(view, sites),
        places=places,
    )
    title = words(view.language).gettext("Map of industrial tourism")
    scripts = ("leaflet", "map", script.path)
    return Page(industrial_map.ADDRESS, view.language, title, title, body, section="industrial-sites/", kind="map", scripts=scripts)
