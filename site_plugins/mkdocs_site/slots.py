"""A rendered page with empty places: where pages differ in single texts alone, one is rendered and the others are set into it."""

import re
from collections.abc import Hashable, Iterator
from typing import Any, NoReturn

from markupsafe import Markup, escape

_SLOT = re.compile("\ue000(\\d+)(&amp;|&)\ue001")
"""A place as the template left it; its ampersand tells whether the template escaped the text."""


def _refuse(_slot: object, *_arguments: object) -> NoReturn:
    raise TypeError("theme/main.html may print and escape a text of the frame that differs from page to page, but not look into it")


class Slot(str):
    """Stands for a text while a template is rendered. The template may print it, escape it and ask whether it is there."""

    __slots__ = ()
    __eq__ = __ne__ = __lt__ = __len__ = __iter__ = __contains__ = __getitem__ = __hash__ = _refuse
    replace = startswith = endswith = split = strip = lower = upper = _refuse  # type: ignore[assignment]

    @classmethod
    def of(cls, number: int) -> "Slot":
        return cls(f"\ue000{number}&\ue001")

    def __bool__(self) -> bool:
        return True


class MarkupSlot(Slot):
    """Stands for markup, which a template's escaping leaves as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


Frame = list[str | tuple[int, bool]]
"""Texts, and between them the numbers of the places and whether the text there is escaped."""


def shape(value: Any, texts: list[str]) -> Hashable:
    """What a template could ask of a value without looking into its texts, which are added to `texts` in order."""
    if isinstance(value, str):
        if value:
            texts.append(value)
        return type(value) if value else ""
    if isinstance(value, dict):
        return tuple([(key, shape(inner, texts)) for key, inner in value.items()])
    if isinstance(value, list | tuple):
        return tuple([shape(inner, texts) for inner in value])
    assert isinstance(value, Hashable)
    return value


def with_slots(value: Any, numbers: Iterator[int], varying: set[int]) -> Any:
    """The value with a slot in place of every text whose number, in the order of `shape`, is in `varying`."""
    if isinstance(value, str):
        if value and (number := next(numbers)) in varying:
            return (MarkupSlot if isinstance(value, Markup) else Slot).of(number)
        return value
    if isinstance(value, dict):
        return {key: with_slots(inner, numbers, varying) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [with_slots(inner, numbers, varying) for inner in value]
    return value


def cut(rendered: str) -> Frame:
    """The frame that a template made of values with slots."""
    parts = _SLOT.split(rendered)
    broken = any("\ue000" in text or "%EE%80%80" in text for text in parts[::3])
    assert not broken, "theme/main.html changes a text of the frame instead of printing it"
    frame: Frame = []
    for text, number, ampersand in zip(parts[::3], [*parts[1::3], ""], [*parts[2::3], ""], strict=True):
        frame.append(text)
        if number:
            frame.append((int(number), ampersand != "&"))
    return frame


def fill(frame: Frame, texts: list[str]) -> str:
    """The page whose texts are these."""
    return "".join([part if isinstance(part, str) else escape(texts[part[0]]) if part[1] else texts[part[0]] for part in frame])
