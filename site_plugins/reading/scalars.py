"""One value as it is written: what makes it unclear to a reader, or to another program."""

import re
from typing import Any

from site_plugins.reading.text import FORBIDDEN, code_point

MAX_VALUE = 2000
"""Characters in one value; the longest text of a record is a paragraph."""

EMPTY = ("", "~", "null")
"""What stands for no value."""

_COMMENT = re.compile(r"\s+#")
LOOKS_OTHERWISE = re.compile(
    r"(?i:yes|no|on|off|y|n)|[+-]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[+-]?0[0-7_]+|0[xob][\da-fA-F_]+|[+-]?\d+_[\d_]*"
)
"""What programs of YAML 1.1 take for a truth value, base 60, base 8, base 16 or a number."""


def fault(event: Any, line: str) -> tuple[str, dict[str, str]] | None:
    """The code and values of what is wrong with libyaml's scalar `event`, which ends on `line`."""
    value: str = event.value
    if event.style in ("|", ">"):
        return "yaml-block-text", {}
    if event.start_mark.line != event.end_mark.line:
        return "yaml-value-on-two-lines", {}
    if len(value) > MAX_VALUE:
        return "value-too-long", {"limit": str(MAX_VALUE)}
    if event.style:
        found = FORBIDDEN.search(value.replace("\n", ""))
        return ("character-forbidden", {"character": code_point(found[0])}) if found else None
    return _plain(value, followed=bool(_COMMENT.match(line, event.end_mark.column)))


def _plain(value: str, *, followed: bool) -> tuple[str, dict[str, str]] | None:
    if value.lower() in EMPTY:
        return "value-empty", {}
    if followed:
        return "yaml-comment-after-value", {"value": value}
    if LOOKS_OTHERWISE.fullmatch(value):
        return "yaml-quote-needed", {"value": value}
    return None
