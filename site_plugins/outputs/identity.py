"""Names of records for other programs: the same for ever, whatever the site's domain, and whatever the file is called next."""

from uuid import UUID, uuid5

from site_plugins.records.base import Record

OMSK_AND_THE_WORLD = UUID("7b0c6a52-5a5e-4f0e-9d0b-3c5f6e1f0a86")
"""The space that our names are made in (RFC 9562, 5.5); to change it would make every entry of every reader a new one."""


def stable_uuid(*parts: str) -> UUID:
    """The UUID of what `parts` name, such as `events`, `flora-2019`."""
    return uuid5(OMSK_AND_THE_WORLD, "/".join(parts))


def record_uuid(record: Record, *parts: str) -> UUID:
    """The UUID of a record, or of a part of it. A renamed record keeps its own: that of its first file name."""
    return stable_uuid(record.folder, first_id(record), *parts)


def first_id(record: Record) -> str:
    """What the record's file was called in the beginning."""
    return record.former_ids[0] if record.former_ids else record.id
