"""The page of all calendars and feeds: what each holds, how much it leaves out, how one subscribes."""

from functools import partial
from typing import NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs.artifact import Page, prefix
from site_plugins.outputs.calendars.collections import Collection, address_of, collections, left_out, number, path_of
from site_plugins.outputs.feeds.feed import NEWEST
from site_plugins.outputs.feeds.lists import lists
from site_plugins.outputs.templating import View


class Line(NamedTuple):
    """One calendar on the page."""

    title: str
    href: str
    subscribe: str
    """A `webcal:` address, which opens the calendar program; empty where the site has no address yet."""
    entries: int
    left_out: int


def make_subscribe(catalog: Catalog, language: str) -> Page:
    """`/subscribe/`."""
    said = words(language).gettext
    description = said("Calendars of events and anniversaries and feeds of what is new, for your own calendar and news (RSS) reader.")
    return Page("subscribe/", language, said("Subscribe"), description, partial(_body, catalog, language), kind="subscribe")


def _body(catalog: Catalog, language: str) -> str:
    view = View(catalog, language, "subscribe/")
    said = words(language).gettext
    titles = {"categories": said("Events by kind"), "cities": said("Cities"), "industrial_sites": said("Industrial tourism")}
    groups = {group: [_line(view, each) for each in found] for group, found in collections(view).items()}
    return view.render(
        "subscribe.html",
        whole=groups.pop("whole"),
        groups=[(group, titles[group], found) for group, found in groups.items() if found],
        feeds=[(made, sum(map(catalog.number, made.types)), _files(view, made.name)) for made in lists(catalog, language)],
        changes=_files(view, "changes"),
        newest=NEWEST,
    )


def _line(view: View, found: Collection) -> Line:
    address = address_of(view, found.subject)
    subscribe = f"webcal:{address.partition(':')[2]}" if address else ""
    return Line(found.subject.title, view.file(path_of(view, found.subject)), subscribe, number(view, found), left_out(view, found))


def _files(view: View, name: str) -> tuple[str, str]:
    folder = f"{prefix(view.language)}feeds/{name}"
    return view.file(f"{folder}.atom"), view.file(f"{folder}.json")
