"""Time against the number of records, as a picture: both axes logarithmic, so that linear growth is a straight line of slope one."""

from math import log10

WIDTH, HEIGHT, EDGE = 720, 440, 60
COLORS = ("#0b57a4", "#b3261e", "#7a4b00", "#2e6b2e", "#6b3fa0", "#444", "#00707a")


def draw(points: dict[str, list[tuple[int, float]]]) -> str:
    """An SVG of name -> (records, seconds)."""
    many = [number for line in points.values() for number, _ in line]
    times = [seconds for line in points.values() for _, seconds in line]
    low, high = log10(min(many)), log10(max(many))
    bottom, top = log10(min(times)), log10(max(times))

    def at(number: float, seconds: float) -> tuple[float, float]:
        x = EDGE + (log10(number) - low) / ((high - low) or 1) * (WIDTH - 4 * EDGE)
        return x, HEIGHT - EDGE - (log10(seconds) - bottom) / ((top - bottom) or 1) * (HEIGHT - 2 * EDGE)

    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="13" role="img">',
        "<title>Seconds of a cold build against the number of records</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for number in sorted(set(many)):
        x, _ = at(number, min(times))
        drawn.append(f'<text x="{x:.0f}" y="{HEIGHT - EDGE / 2:.0f}" text-anchor="middle">{number}</text>')
    for color, (name, line) in zip(COLORS * len(points), points.items(), strict=False):
        places = [at(number, seconds) for number, seconds in line]
        drawn.append(
            f'<polyline fill="none" stroke="{color}" stroke-width="2" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>'
        )
        drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in places]
        x, y = places[-1]
        drawn.append(f'<text x="{x + 8:.0f}" y="{y + 4:.0f}" fill="{color}">{name} {line[-1][1]:.1f} s</text>')
    return "\n".join([*drawn, "</svg>"]) + "\n"
