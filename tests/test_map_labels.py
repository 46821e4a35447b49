"""Names on the map's picture: beside their points, never over one another."""

from itertools import combinations

from site_plugins.outputs.map_labels import Box, place_labels
from site_plugins.outputs.map_spread import spread

EDGE = Box(0, 0, 400, 200)


def test_a_name_stands_right_of_its_point_while_there_is_room() -> None:
    assert place_labels({"a": (100, 100)}, {"a": "Минск"}, [], EDGE)["a"].anchor == "start"


def test_at_the_right_edge_the_name_stands_left() -> None:
    assert place_labels({"a": (390, 100)}, {"a": "Фучжоу"}, [], EDGE)["a"].anchor == "end"


def test_a_name_without_room_is_left_out_rather_than_drawn_over_another() -> None:
    crowd = {f"{x}-{y}": (100.0 + 14 * x, 100.0 + 14 * y) for x in range(5) for y in range(5)}
    found = place_labels(crowd, dict.fromkeys(crowd, "Красноярск"), [], EDGE)
    assert 0 < len(found) < len(crowd)
    lines = sorted((label.y, label.x) for label in found.values())
    assert all(abs(one[0] - other[0]) >= 16 or abs(one[1] - other[1]) > 40 for one, other in combinations(lines, 2))


def test_what_is_taken_stays_free() -> None:
    assert place_labels({"a": (100, 100)}, {"a": "Омск"}, [EDGE], EDGE) == {}


def test_places_of_a_heap_move_apart_and_the_others_stay_where_they_are() -> None:
    heap = {f"{n}": (100.0 + n % 4, 100.0 + n // 4) for n in range(12)}
    alone = {"alone": (300.0, 150.0)}
    found = spread({**heap, **alone})
    assert found["alone"] == alone["alone"]
    assert all(max(abs(one[0] - other[0]), abs(one[1] - other[1])) > 24 for one, other in combinations(found.values(), 2))
