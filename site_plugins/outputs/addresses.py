"""Addresses of pages, for ever: `/cities/<id>/`, `/industrial-sites/<id>/`; sources share one page, an anchor each."""

from functools import cache

from site_plugins.records.base import Record
from site_plugins.records.source import Source


@cache
def section(record_type: type[Record]) -> str:
    """The address of a type's list: `industrial-sites/`."""
    return record_type.folder.replace("_", "-") + "/"


def address(record: Record) -> str:
    """The address of a record's page, without the language's prefix."""
    if isinstance(record, Source):
        return f"sources/#{record.id}"
    return f"{section(type(record))}{record.id}/"


def relative(start: str, target: str) -> str:
    """The way from one page to another, so that the site works below any folder: `../../cities/kaifeng/`."""
    if start.partition("/")[0] != target.partition("/")[0]:
        return "../" * start.count("/") + target  # nothing in common, as most links
    path, hash_, anchor = target.partition("#")
    here, there = start.split("/")[:-1], path.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    way = "../" * (len(here) - common) + "/".join(there[common:])
    return (way or ("" if hash_ else "./")) + hash_ + anchor


def link_from(path: str, target: str, url: str | None) -> str:
    """From the file at `path` to a page or file of the site: a whole address where the site has one, else the way there."""
    return f"{url}/{target}" if url else relative(path, target)
