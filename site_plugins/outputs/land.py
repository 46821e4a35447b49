"""The base map's file: land, lakes and rivers without borders, derived by `make land` from Natural Earth."""

from pathlib import Path

LAND = Path(__file__).parent.parent.parent / "data" / "geo" / "land.json"
