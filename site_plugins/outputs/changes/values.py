"""Rules for values that are one thing: a choice, a number, a date, an address, a reference."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from site_plugins.outputs.changes.field import Field, Rule, title_of
from site_plugins.outputs.labels import N_
from site_plugins.outputs.medals import medal_words
from site_plugins.outputs.templating import View

HAPPENED = {"held": N_("the event took place"), "cancelled": N_("the event was cancelled")}


def value_of(show: Callable[[View, Any], Any]) -> Rule:
    """The rule of a value that is told as `show` words it, with what it was before."""

    def rule(field: Field) -> Iterator[Markup]:
        old, new = (None if value is None else show(field.view, value) for value in (field.before, field.after))
        if old == new:
            return
        if new is None:
            yield field.say(N_("%(field)s — no longer given"))
        elif old is None:
            yield field.say(N_("%(field)s — %(new)s"), new=new)
        else:
            yield field.say(N_("%(field)s — %(new)s (was %(old)s)"), new=new, old=old)

    return rule


def choice(label: str) -> Rule:
    """A value of a fixed choice, by its words."""
    return value_of(lambda view, value: view.label(label, value))


number = value_of(lambda view, value: view.number(value))
date_rule = value_of(lambda view, value: view.date(value))


def address(field: Field) -> Iterator[Markup]:
    """A web address, or something that has one; only the new one is told."""
    old, new = (getattr(value, "url", value) for value in (field.before, field.after))
    if old != new:
        yield field.say(N_("%(field)s — %(new)s"), new=new) if new else field.say(N_("%(field)s — no longer given"))


def happened(field: Field) -> Iterator[Markup]:
    """An event's state."""
    if field.before != field.after and field.after in HAPPENED:
        yield field.say(HAPPENED[field.after])
    else:
        yield from choice("event_status")(field)


def newest_status(field: Field) -> Iterator[Markup]:
    """A city's status; a newer attestation of the same is no news."""
    yield from choice("status")(replace(field, before=field.before[0].status, after=field.after[0].status))


def state(field: Field) -> Iterator[Markup]:
    """Whom a site lets in, by its one word."""
    yield from choice("access")(replace(field, before=getattr(field.before, "state", None), after=getattr(field.after, "state", None)))


def medals(field: Field) -> Iterator[Markup]:
    """Medals by kind."""
    yield from value_of(lambda view, won: medal_words(won.gold, won.silver, won.bronze, view.language))(field)


def records(folder: str) -> Rule:
    """References, one or several: those that came and those that went, where there is still a record to name."""

    def rule(field: Field) -> Iterator[Markup]:
        entries = field.view.catalog.by_folder[folder]
        old, new = (value if isinstance(value, list) else [value] if value else [] for value in (field.before, field.after))
        came, went = [item for item in new if item not in old], [item for item in old if item not in new]
        for sentence, ids in ((N_("%(field)s — added: %(what)s"), came), (N_("%(field)s — removed: %(what)s"), went)):
            links = [field.view.link(entries[record_id].record) for record_id in ids if record_id in entries]
            if links:
                yield field.say(sentence, what=Markup(field.view.enumeration(links)))  # noqa: S704 - links made by the view

    return rule


def within(rules: dict[str, Rule]) -> Rule:
    """The rule of a part that has told fields of its own."""

    def rule(field: Field) -> Iterator[Markup]:
        part = type(field.after or field.before)
        for inner, tell in rules.items():
            old, new = (getattr(value, inner, None) for value in (field.before, field.after))
            if old != new:
                yield from tell(replace(field, title=title_of(part, inner, field.view.language), before=old, after=new))

    return rule
