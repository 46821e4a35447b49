"""An event's name and places as plain words, where no badge and no link can stand."""

from site_plugins.outputs.templating import View
from site_plugins.records.event import Event, EventPlace


def titled(view: View, event: Event) -> str:
    """Its name; of one that is not known to have taken place, with what is known: «Сабантуй (отменено)»."""
    state = event.state(view.catalog.today)
    return view.name(event) if state == "held" else f"{view.name(event)} ({view.label('event_status', state)})"


def places_words(view: View, event: Event) -> str:
    """Where it was, as its page says: «Берлин (Германия), Русский дом; Лейпциг (Германия)»."""
    return "; ".join(_place(view, place) for place in event.places)


def _place(view: View, place: EventPlace) -> str:
    country = f" ({view.country(place.country)})" if place.country and place.country != view.catalog.home_country else ""
    return view.plain(place.name) + country + (f", {view.plain(place.venue)}" if place.venue else "")
