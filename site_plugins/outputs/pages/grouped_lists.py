"""Long lists whose parts are groups with pages of their own: organisations by kind, sources by year."""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from site_plugins.catalog import Catalog
from site_plugins.languages.words import words
from site_plugins.outputs import paging
from site_plugins.outputs.addresses import section
from site_plugins.outputs.artifact import Artifact, Page, named_after
from site_plugins.outputs.labels import LABELS
from site_plugins.outputs.paging import Part, numbered, titled
from site_plugins.outputs.templating import View
from site_plugins.records.base import Record
from site_plugins.records.organisation import Organisation
from site_plugins.records.source import Source


class Group(NamedTuple):
    """A part of a list with a heading."""

    id: str
    title: str
    items: list[Any]
    address: str = ""
    """Of its own page; empty where the list tells all of it."""


def make_organisations(catalog: Catalog, language: str, record_type: type[Record]) -> Iterator[Page]:
    """One page, or one that names a few of each kind and leads to the pages of the kinds."""
    view, long = View(catalog, language, ""), catalog.number(Organisation) > paging.MOST
    groups = []
    for kind, items in _by(LABELS["organisation"], catalog.all(Organisation)).items():
        address = f"{section(Organisation)}kinds/{kind}/" if long else ""
        groups.append(Group(kind, view.label("organisation_group", kind), sorted(items, key=view.name), address))
    yield _whole(catalog, language, record_type, groups)
    if long:
        yield from _parts(catalog, language, "lists/organisations_of_kind.html", groups)


def make_sources(catalog: Catalog, language: str, record_type: type[Record]) -> Iterator[Page]:
    """One page, or one that leads to the pages of the years in which the sources appeared."""
    if catalog.number(Source) <= paging.MOST:
        yield _whole(catalog, language, record_type, _by_kind(catalog, language, catalog.all(Source)))
        return
    groups = _by_year(catalog, language)
    yield _whole(catalog, language, record_type, groups, ("anchor",))
    yield from _parts(catalog, language, "lists/sources_of_year.html", groups)


def make_source_places(catalog: Catalog) -> Iterator[Artifact]:
    """Where each source stands while they have several pages: `sources/#id` goes on leading to it (theme/assets/anchor.js)."""
    if catalog.number(Source) > paging.MOST:
        yield source_places(catalog)


def source_places(catalog: Catalog) -> Artifact:
    """Address of a page, below the list's own -> the sources on it, in every language alike."""

    def make() -> Artifact:
        parts = [part for group in _by_year(catalog, "ru") for part in numbered(group.address, group.items, paging.PART)]
        found = {part.address.removeprefix(section(Source)): [source.id for source in part.items] for part in parts}
        return named_after("sources/places.json", json.dumps(found, separators=(",", ":")) + "\n")

    return catalog.once("source_places", make)


def _by_kind(catalog: Catalog, language: str, items: list[Source]) -> list[Group]:
    view = View(catalog, language, "")
    kinds = _by(LABELS["source_kind"], items)
    return [Group(kind, view.label("source_kind", kind), sorted(found, key=view.name)) for kind, found in kinds.items()]


def _by_year(catalog: Catalog, language: str) -> list[Group]:
    """The newest year first, undated sources at the end; within a year by id, so that both languages have the same pages."""
    said = words(language).gettext
    found: dict[int, list[Source]] = {}
    for source in catalog.all(Source):
        found.setdefault(source.date.year if source.date else 0, []).append(source)
    return [
        Group(
            str(year or "undated"),
            said("Sources of %(year)s") % {"year": year} if year else said("Sources without a date"),
            found[year],
            f"{section(Source)}{f'of-{year}' if year else 'undated'}/",
        )
        for year in sorted(found, reverse=True)
    ]


def _by(kinds: dict[str, str], items: list[Any]) -> dict[str, list[Any]]:
    """The items of each kind, in the order of the kinds; none without items."""
    found = {kind: [item for item in items if item.kind == kind] for kind in kinds}
    return {kind: members for kind, members in found.items() if members}


def _whole(catalog: Catalog, language: str, record_type: type[Record], groups: list[Group], scripts: tuple[str, ...] = ()) -> Page:
    title = words(language).gettext(record_type.plural)
    body = partial(_render, catalog, language, section(record_type), f"lists/{record_type.folder}.html", {"groups": groups})
    return Page(section(record_type), language, title, title, body, kind="list", scripts=scripts)


def _parts(catalog: Catalog, language: str, template: str, groups: list[Group]) -> Iterator[Page]:
    """The pages of each group."""
    most = paging.PART if groups and isinstance(groups[0].items[0], Source) else paging.MOST
    for group in groups:
        for part in numbered(group.address, group.items, most):
            title = titled(group.title, part, language)
            record_type: type[Record] = type(group.items[0])
            body = partial(_render, catalog, language, part.address, template, {"group": group, "groups": groups, "part": part})
            yield Page(part.address, language, title, title, body, section=section(record_type), kind="list")


def _render(catalog: Catalog, language: str, address: str, template: str, context: dict[str, Any]) -> str:
    view = View(catalog, language, address)
    part: Part[Any] | None = context.get("part")
    if part and isinstance(part.items[0], Source):
        context = context | {"kinds": _by_kind(catalog, language, part.items)}
    places = view.file(source_places(catalog).path) if template == "lists/sources.html" and catalog.number(Source) > paging.MOST else ""
    return view.render(template, users=lambda record: users(catalog, record), few=paging.FEW, places=places, **context)


def users(catalog: Catalog, record: Record) -> list[Record]:
    """Who refers to a source, each once, by type and id."""
    found = {(r.folder, r.id): r for r, _ in catalog.citing(record)}
    return [found[key] for key in sorted(found)]
