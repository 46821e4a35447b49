"""What stands beside an event's name wherever a page lists it: its state, its kind, and what a filter knows of it."""

from collections.abc import Callable
from datetime import date
from functools import cache, partial

from markupsafe import Markup

from site_plugins.outputs.environment import html
from site_plugins.outputs.labels import label
from site_plugins.records.event import Event


@cache
def event_marks(language: str, today: date) -> dict[str, Callable[..., Markup]]:
    """The marks of pages in a language on a day, by the names that templates call them by."""
    return {
        "event_state": partial(state_badge, language, today),
        "kind_badge": lambda event, style="": kind_badge(language, event.category, f"badge {style}".rstrip()),
        "tags": partial(tags, today),
    }


def state_badge(language: str, today: date, event: Event) -> Markup:
    """A badge for every state but the usual one."""
    state = event.state(today)
    return Markup("") if state == "held" else html('<span class="badge badge--%s">%s</span>', state, label("event_status", state, language))


@cache
def kind_badge(language: str, category: str, style: str) -> Markup:
    """An event's kind with its sign."""
    said = label("category", category, language)
    return html('<span class="%s"><span class="icon icon--%s"></span> %s</span>', style, category, said)


def tags(today: date, event: Event) -> Markup:
    """What theme/assets/filter.js knows of an event."""
    marks = ' data-item data-category="%s" data-status="%s" data-year="%s" data-city="%s"'
    return html(marks, event.category, event.state(today), event.date.year, " ".join(event.cities))
