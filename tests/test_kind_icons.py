"""Icons of kinds of events and of industries."""

import xml.etree.ElementTree as ET
from typing import get_args

from site_plugins.mkdocs_site.kind_icons import ICONS, rules, sprite
from site_plugins.records.event import Category
from site_plugins.records.industrial_site import Industry


def test_every_kind_of_event_and_every_industry_has_an_icon_and_nothing_else_has() -> None:
    assert set(ICONS) == {*get_args(Category), *get_args(Industry)}


def test_the_sprite_holds_one_drawing_for_each_in_the_order_of_the_rules() -> None:
    groups = ET.fromstring(sprite())
    assert len(groups) == len(ICONS)
    assert all(len(group) for group in groups)
    assert rules("icons.svg").count("mask-position") == len(ICONS)
