"""Rules for prose: a new sentence is quoted, one that is gone is only counted, and of an edited one only another number is news."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from markupsafe import Markup

from site_plugins.outputs.changes.field import Field, alike
from site_plugins.outputs.labels import N_
from site_plugins.records.base import Text


def name(field: Field) -> Iterator[Markup]:
    """What the record is called, in the page's language; only the new name is told."""
    if _folded(field.view.plain(field.before)) != _folded(field.view.plain(field.after)):
        yield field.say(N_("%(field)s — %(new)s"), new=field.view.text(field.after))


def statement(field: Field) -> Iterator[Markup]:
    """One sourced sentence that may be absent."""
    old, new = ([value] if value else [] for value in (field.before, field.after))
    yield from statements(replace(field, before=old, after=new))


def statements(field: Field) -> Iterator[Markup]:
    """Sentences: new ones are quoted, gone ones counted; of an edited one only another number is told."""
    edited, new, gone = _matched(field.before, field.after)
    corrected = [text for old, text in edited if _numbers(old.ru) != _numbers(text.ru)]
    for sentence, texts in ((N_("%(field)s — corrected: %(what)s"), corrected), (N_("%(field)s — added: %(what)s"), new)):
        for text in texts:
            if quoted := field.quote(text):
                yield field.say(sentence, what=quoted)
    if gone:
        yield field.number_of(len(gone))


def hours(field: Field) -> Iterator[Markup]:
    """When parts of an event begin: of those that are new or begin at another time, the local hour."""
    known = {part.title.ru: part.starts for part in field.before}
    for part in field.after:
        if known.get(part.title.ru) != part.starts and (title := field.quote(part.title)):
            sentence = N_("%(field)s — corrected: %(what)s") if part.title.ru in known else N_("%(field)s — added: %(what)s")
            yield field.say(sentence, what=Markup("{}, {}").format(title, part.starts[11:16]))


def contacts(field: Field) -> Iterator[Markup]:
    """Where to ask: what is new by its value; the old one is not repeated."""
    known = {contact.value for contact in field.before}
    for contact in field.after:
        if contact.value not in known:
            what = f"{field.view.label('contact', contact.kind)} {contact.value}"
            yield field.say(N_("%(field)s — added: %(what)s"), what=what)


def _matched(before: list[Any], after: list[Any]) -> tuple[list[tuple[Text, Text]], list[Text], list[Text]]:
    """Texts that were edited, as pairs; texts that are new; texts that are gone."""
    old, new = ([_text(item) for item in items] for items in (before, after))
    left = [text for text in old if text.ru not in {other.ru for other in new}]
    edited, fresh = [], []
    for text in new:
        if text.ru in {other.ru for other in old}:
            continue
        near = max(left, key=lambda other: SequenceMatcher(None, other.ru, text.ru).ratio(), default=None)
        if near is not None and alike(near.ru, text.ru):
            left.remove(near)
            edited.append((near, text))
        else:
            fresh.append(text)
    return edited, fresh, left


def _text(item: Any) -> Text:
    found = item if isinstance(item, Text) else item.text
    assert isinstance(found, Text)
    return found


def _numbers(text: str) -> list[str]:
    """Every number of a text, without the spaces within it."""
    return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3})", "", text)))


def _folded(text: str) -> str:
    """A text without what is only its typography."""
    return re.sub(r"[^\w]+", " ", text.casefold().replace("ё", "е")).strip()
