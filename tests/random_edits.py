"""Random edits of a folder of records, of every kind that editors make: what they leave is valid, or broken and mended at once.

for edit in islice(random_edits(data, Random(seed)), 1000): ...
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.edits import branches, breaks, events, facts, files, optional, pictures, records, references, texts
from tests.edits.world import World

Function = Callable[[World], str | None]

EDITS: dict[Function, int] = {
    texts.change_a_text_in_russian: 4,
    texts.change_a_text_in_english: 4,
    texts.change_what_a_record_is_called: 4,
    texts.translate_a_text: 2,
    texts.drop_a_translation: 2,
    texts.change_a_city_s_own_names: 2,
    texts.name_another_city_in_a_summary: 2,
    texts.change_the_site_s_title: 1,
    texts.change_the_site_s_notice: 1,
    facts.change_a_date: 3,
    events.move_an_event_within_its_year: 3,
    events.tell_an_event_s_hours: 2,
    facts.change_a_source_s_address_and_kind: 1,
    facts.attest_a_city_s_status: 2,
    events.change_an_event_s_status: 2,
    events.change_an_event_s_category: 2,
    facts.change_a_number: 2,
    facts.change_coordinates: 2,
    facts.change_a_choice: 3,
    facts.change_who_may_visit: 2,
    facts.move_a_city_to_another_country: 1,
    optional.add_a_field: 8,
    optional.drop_a_field: 4,
    references.lead_a_reference_elsewhere: 5,
    references.add_to_a_list_of_references: 3,
    references.drop_a_reference: 5,
    events.make_an_event_part_of_another: 2,
    references.put_a_site_on_the_map: 2,
    records.add_a_record: 5,
    records.plan_an_event: 1,
    records.delete_a_record: 4,
    records.rename_a_record: 3,
    records.move_an_event_to_another_year: 2,
    pictures.add_a_picture: 1,
    pictures.paint_a_picture_anew: 1,
    pictures.drop_a_picture: 1,
    files.touch_a_file: 2,
    files.lay_out_a_file_anew: 3,
    files.swap_two_files_of_one_size: 2,
    files.change_a_file_behind_its_looks: 3,
    files.bring_the_ledger_up_to_date: 1,
    files.publish_addresses: 1,
    branches.switch_to_another_state: 3,
}
"""Each edit and how often it happens beside the others."""
BREAKS: dict[Function, int] = {
    breaks.refer_to_nothing: 1,
    breaks.break_the_yaml: 1,
    breaks.write_a_wrong_date: 1,
    breaks.date_an_event_beside_its_name: 1,
    breaks.drop_a_required_field: 1,
    breaks.lose_a_source: 1,
}
"""The same of those that a build refuses."""
MEND = "mend"


@dataclass(frozen=True)
class Edit:
    """One edit that was made: its kind, and what a person needs to repeat it."""

    name: str
    told: str
    breaks: bool
    """Whether the data have a mistake now; the next edit mends it, and only that."""


def random_edits(data: Path, random: Random) -> Iterator[Edit]:
    """Edits without end; each is made when it is yielded. Nothing but `random` decides which."""
    world = World(data, random)
    while True:
        branches.keep_now_and_then(world)
        edit = _edit(world)
        yield edit
        if edit.breaks:
            yield Edit(MEND, world.put_back(), breaks=False)


def name_of(function: Function) -> str:
    """What an edit is called: `rename a record`."""
    return function.__name__.replace("_", " ")


def _edit(world: World) -> Edit:
    """Draw until one finds something to edit."""
    table = EDITS | BREAKS
    while True:
        function = world.random.choices(list(table), list(table.values()))[0]
        world.before.clear()
        if told := function(world):
            return Edit(name_of(function), told, function in BREAKS)
        assert not world.before, f"{name_of(function)} edited and told nothing"
