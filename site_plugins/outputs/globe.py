"""The globe as a sphere: how far apart two places are, the shortest way between them, and where a map draws them."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

from site_plugins.records.base import Point

EARTH_RADIUS = 6371.0088
"""Mean radius in km (IUGG)."""


def central_angle(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The angle between two places, given in degrees, as seen from the middle of the globe, in radians (haversine)."""
    lat, other_lat, lon = radians(latitude), radians(other_latitude), radians(other_longitude - longitude)
    half = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin(lon / 2) ** 2
    return 2 * asin(min(1.0, sqrt(half)))


def distance(start: Point, end: Point) -> float:
    """Kilometres along the great circle."""
    return EARTH_RADIUS * central_angle(start.latitude, start.longitude, end.latitude, end.longitude)


def great_circle(start: Point, end: Point, steps: int = 24) -> list[list[float]]:
    """Points along the shortest way, in degrees (spherical interpolation, Williams' Aviation Formulary); both ends, where they are one."""
    lat1, lon1, lat2, lon2 = map(radians, (start.latitude, start.longitude, end.latitude, end.longitude))
    away = central_angle(start.latitude, start.longitude, end.latitude, end.longitude)
    if away == 0:
        return [[round(point.latitude, 2), round(point.longitude, 2)] for point in (start, end)]
    line = []
    for step in range(steps + 1):
        a, b = sin((1 - step / steps) * away) / sin(away), sin(step / steps * away) / sin(away)
        x = a * cos(lat1) * cos(lon1) + b * cos(lat2) * cos(lon2)
        y = a * cos(lat1) * sin(lon1) + b * cos(lat2) * sin(lon2)
        z = a * sin(lat1) + b * sin(lat2)
        line.append([round(degrees(atan2(z, sqrt(x * x + y * y))), 2), round(degrees(atan2(y, x)), 2)])
    return line


def project(latitude: float, longitude: float, centre: Point, at: tuple[float, float], scale: float) -> tuple[float, float]:
    """A place's pixel: its true distance and direction from `centre`, which is drawn `at`, with `scale` pixels for a kilometre.

    Snyder 1987, azimuthal equidistant, sphere.
    """
    lat, lon, lat0 = radians(latitude), radians(longitude - centre.longitude), radians(centre.latitude)
    bearing = atan2(sin(lon) * cos(lat), cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(lon))
    length = EARTH_RADIUS * central_angle(centre.latitude, centre.longitude, latitude, longitude) * scale
    return at[0] + length * sin(bearing), at[1] - length * cos(bearing)
