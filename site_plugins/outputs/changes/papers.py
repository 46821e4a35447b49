"""Rules for agreements and for figures."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from site_plugins.outputs.changes.field import Field, alike, small
from site_plugins.outputs.changes.values import date_rule, value_of
from site_plugins.outputs.labels import N_
from site_plugins.outputs.templating import View
from site_plugins.records.base import Figure, Text
from site_plugins.records.city import Agreement, Population

FRESH_DAYS = 366
"""How old a paper may be to be told as signed, not as found."""

SIGNED = {
    "twin_city": N_("a twin-city agreement was signed"),
    "partnership": N_("a partnership agreement was signed"),
    "cooperation": N_("a cooperation agreement was signed"),
    "friendship": N_("an agreement on friendly ties was signed"),
    "protocol": N_("a protocol was signed"),
    "memorandum": N_("a memorandum was signed"),
    "letter_of_intent": N_("a letter of intent was signed"),
}


def papers(field: Field) -> Iterator[Markup]:
    """Agreements: a new one is signed, announced, or an old one that was found."""
    left = [paper for paper in field.before if paper not in field.after]
    for paper in field.after:
        if paper in field.before:
            continue
        old = next((other for other in left if other.kind == paper.kind and alike(other.title.ru, paper.title.ru)), None)
        if old is None:
            yield _paper(field, paper)
            continue
        left.remove(old)
        if old.announced and not paper.announced:
            yield _paper(field, paper)
        else:
            yield from date_rule(replace(field, title=field.view.text(paper.title), before=old.date, after=paper.date))
    if left:
        yield field.number_of(len(left))


def _paper(field: Field, paper: Agreement) -> Markup:
    when = Markup(" ({})").format(field.view.date(paper.date)) if paper.date else ""
    if not paper.announced and paper.date and (field.day - paper.date.last).days <= FRESH_DAYS:
        return field.say(SIGNED[paper.kind]) + when
    sentence = N_("%(field)s — announced: %(what)s") if paper.announced else N_("%(field)s — added: %(what)s")
    return field.say(sentence, what=field.quote(paper.title) or field.view.label("agreement", paper.kind)) + when


def figures(field: Field) -> Iterator[Markup]:
    """Numbers with a label each: a corrected or newer one with what it was."""
    left = [item for item in field.before if item not in field.after]
    for item in field.after:
        if item in field.before:
            continue
        label = _label(item)
        old = next((other for other in left if _label(other).ru == label.ru), None)
        if old is not None:
            left.remove(old)
        said = value_of(_figure)(replace(field, title=small(field.view.plain(label)), before=old, after=item))
        yield from (Markup("{}: {}").format(field.title, sentence) if isinstance(item, Population) else sentence for sentence in said)
    if left:
        yield field.number_of(len(left))


def _label(item: Figure | Population) -> Text:
    return item.of if isinstance(item, Population) else item.label


def _figure(view: View, item: Figure | Population) -> str:
    said = view.number(item.value)
    return view.label("qualifier", item.qualifier) % said if isinstance(item, Figure) else said
