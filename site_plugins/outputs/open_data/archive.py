"""All data in one archive, and the checksums by which a reader knows that nothing was lost on the way."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from site_plugins.outputs.artifact import Artifact

SUMS = "SHA256SUMS"
MODE = 0o100644 << 16
"""A plain file that its owner may write and everybody read, where ZIP keeps Unix' modes."""


def make_sums(files: Iterable[Artifact], folder: str, others: Iterable[str] = ()) -> bytes:
    """What `sha256sum --check` reads, in the folder that the paths begin at; `others` are lines of files that are not at hand."""
    lines = [*others, *(f"{sha256(as_bytes(file)).hexdigest()}  {file.path.removeprefix(folder)}\n" for file in files)]
    return "".join(sorted(lines, key=lambda line: line[66:])).encode()


def make_zip(files: Iterable[Artifact], strip: str, inside: str, day: date) -> bytes:
    """A ZIP of equal bytes for equal files: sorted, all of one day. Paths lose `strip` and begin with `inside`."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for file in sorted(files, key=lambda file: file.path):
            entry = ZipInfo(inside + file.path.removeprefix(strip), (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr, entry.compress_type, entry.create_system = MODE, ZIP_DEFLATED, 3
            archive.writestr(entry, as_bytes(file))
    return out.getvalue()


def as_bytes(file: Artifact) -> bytes:
    """A file's content as it is written."""
    return file.content if isinstance(file.content, bytes) else file.content.encode()
