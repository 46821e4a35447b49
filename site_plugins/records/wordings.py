"""How sources speak of visitors, and which one state each way of speaking amounts to."""

from typing import Literal

Access = Literal["everyone", "groups", "open_days", "from_street", "pupils", "closed"]
Wording = Literal[
    "anyone", "anyone_by_appointment", "tourist_groups", "organised_groups", "anyone_on_open_day", "outside", "school_groups",
    "students", "employees_only", "old_directory", "repost", "single_visit", "delegations", "press", "member", "planned_member",
    "planned_stop",
]  # fmt: skip

STATES: dict[Wording, Access | None] = {
    "anyone": "everyone",
    "anyone_by_appointment": "everyone",
    "tourist_groups": "groups",
    "organised_groups": "groups",
    "anyone_on_open_day": "open_days",
    "outside": "from_street",
    "school_groups": "pupils",
    "students": "pupils",
    "employees_only": "closed",
    "old_directory": None,
    "repost": None,
    "single_visit": None,
    "delegations": None,
    "press": None,
    "member": None,
    "planned_member": None,
    "planned_stop": None,
}
"""Each wording's state, None where it does not tell whom the site lets in. In this order: of several, the first decides."""


def state_of(wordings: list[Wording]) -> Access | None:
    """The state that a site's wordings amount to, None for not known."""
    return next((state for wording, state in STATES.items() if wording in wordings and state), None)
