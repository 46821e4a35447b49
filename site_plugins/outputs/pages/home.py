"""The home page: the map, three sentences with computed numbers, what is new, where one can go."""

from functools import partial

from site_plugins import counts
from site_plugins.catalog import Catalog
from site_plugins.outputs.artifact import Page
from site_plugins.outputs.map_picture import make_picture
from site_plugins.outputs.pages.industrial_answers import PARTIES, answer, old_words
from site_plugins.outputs.pages.industrial_list import in_answer_order
from site_plugins.outputs.templating import View
from site_plugins.records.event import Event
from site_plugins.records.industrial_site import IndustrialSite

SHOWN = 5


def make_home(catalog: Catalog, language: str) -> Page:
    """The page at the language's root."""
    view = View(catalog, language, "")
    site = catalog.site
    return Page("", language, view.plain(site.title), view.plain(site.description), partial(_body, catalog, language), kind="home")


def _body(catalog: Catalog, language: str) -> str:
    view = View(catalog, language, "")
    events = catalog.in_time_order(catalog.all(Event))
    ahead = [event for event in events if event.is_coming(catalog.today)]
    silent = [event for event in events if event.is_unconfirmed(catalog.today)]
    held = [event for event in events if event.status == "held"]
    sites = [site for site in in_answer_order(view, catalog.all(IndustrialSite)) if answer(site, PARTIES[0]) == "yes"][:SHOWN]
    return view.render(
        "home.html",
        site=catalog.site,
        newest=counts.newest_attestation(catalog),
        numbers={
            "partners": counts.count(catalog, "partners"),
            "foreign": counts.count(catalog, "foreign-partners"),
            "countries": len(counts.countries(catalog)),
            "events": counts.count(catalog, "events"),
            "sites": counts.count(catalog, "industrial-sites"),
        },
        map_svg=make_picture(view),
        latest=held[::-1][:SHOWN],
        coming=ahead[:SHOWN],
        unconfirmed=silent[::-1][:3],
        sites=sites,
        old={site.id: old_words(view, site) for site in sites},
    )
