"""Switching between states of the whole folder, as `git switch` does: back to an earlier one, and forward again."""

from tests.edits.world import World

MOST = 5
OFTEN = 0.1
"""How often a state is kept to come back to."""


def keep_now_and_then(world: World) -> None:
    """Keep the present state, and forget the oldest beyond MOST."""
    if not world.kept or world.random.random() < OFTEN:
        _keep(world)


def switch_to_another_state(world: World) -> str | None:
    """Files that differ are written, files that were not there go; the state that is left is kept."""
    number, files = world.random.choice(world.kept)
    now = world.files()
    if now == files:
        return None
    _keep(world)
    for file in sorted(now.keys() | files.keys()):
        if now.get(file) != files.get(file):
            world.write(file, files.get(file))
    return f"as it was at number {number}"


def _keep(world: World) -> None:
    world.kept = [*world.kept, (world.number, world.files())][-MOST:]
