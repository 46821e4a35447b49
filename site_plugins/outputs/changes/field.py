"""One field of a record before and after a day, and how a sentence about it is put together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from site_plugins.languages.words import words
from site_plugins.outputs.templating import View
from site_plugins.records.base import Text

SIMILAR = 0.6
"""From which likeness on (difflib's ratio) two texts are one text that was edited."""


@dataclass(frozen=True)
class Field:
    """One field of one record: its title in the page's language, its values, and what may be quoted."""

    view: View
    title: str
    before: Any
    after: Any
    day: date
    quotable: tuple[Text, ...]
    """Every text of the record as it is today."""

    def say(self, sentence: str, **values: Any) -> Markup:
        """A translated sentence; values that are no markup are escaped."""
        return Markup(words(self.view.language).gettext(sentence)) % {"field": self.title, **values}  # noqa: S704 - our own words

    def quote(self, text: Text) -> Markup | None:
        """A text as it stands in the record today; None where it was taken out, for then it stands nowhere on the site."""
        found = next((known for known in self.quotable if known.ru == text.ru), None)
        found = found or next((known for known in self.quotable if alike(known.ru, text.ru)), None)
        return self.view.text(found) if found else None

    def number_of(self, count: int) -> Markup:
        """How many statements are gone; never what they said."""
        ngettext = words(self.view.language).ngettext
        said = ngettext("%(field)s — %(num)s statement removed", "%(field)s — %(num)s statements removed", count)
        return Markup(said) % {"field": self.title, "num": count}  # noqa: S704 - our own words


Rule = Callable[[Field], Iterator[Markup]]
"""How a field tells its change: sentences without a stop, none where the change is no news."""


def alike(one: str, other: str) -> bool:
    """Whether two texts are one that was edited."""
    return SequenceMatcher(None, one, other).ratio() >= SIMILAR


def title_of(model: type[BaseModel], field: str, language: str) -> str:
    """What a field is called within a sentence: the model's title in Russian, else its name."""
    title = model.model_fields[field].title or field
    return small(title) if language == "ru" else field.replace("_", " ")


def small(title: str) -> str:
    """A title as it stands within a sentence."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
