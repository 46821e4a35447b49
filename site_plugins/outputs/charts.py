"""Bar charts as SVG that is read aloud, follows the page's colours and needs no script."""

from itertools import accumulate
from textwrap import wrap
from typing import NamedTuple

from markupsafe import Markup

WIDTH = 360
"""Units of the drawing: a phone's width, so that letters keep their size there."""
LETTER = 7.7
"""Units that a letter of a label takes, generously."""
LONGEST_BESIDE = 22
"""Letters of a label that still stands beside its bar; a longer one stands above, in lines of LINE letters."""
LINE = 46
BAR, GAP, ABOVE = 18, 8, 18
COLOURS = (("#14507a", "#ffffff"), ("#ffffff", "#16242f"), ("#7a4d00", "#ffffff"))
"""Bar and its number on paper, series by series; on a page classes of site.css take their place. The second is told by its outline."""


class Row(NamedTuple):
    """One bar: its label, its value in each series, and what the table adds to it."""

    label: str
    values: tuple[int, ...]
    more: Markup = Markup()


class Chart(NamedTuple):
    """What is drawn, and the table that says the same: both come from these rows."""

    name: str
    """Unique within a page: anchors and ids begin with it."""
    title: str
    head: str
    """What a row is."""
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    more: str = ""
    """Heading of the table's last column, where rows say more."""

    def description(self) -> str:
        """All values in a sentence, for whoever does not see the drawing."""
        return "; ".join(f"{row.label}: {self._said(row)}" for row in self.rows) + "."

    def _said(self, row: Row) -> str:
        if len(self.series) == 1:
            return str(row.values[0])
        return ", ".join(f"{name} {value}" for name, value in zip(self.series, row.values, strict=True) if value)


def draw(chart: Chart, font: str = "inherit", *, described_by_title: bool = False) -> Markup:
    """The chart as inline SVG. `described_by_title`: the title says the values too, for programs that read nothing else (PDF's Alt)."""
    longest = max(len(row.label) for row in chart.rows)
    beside = longest <= LONGEST_BESIDE
    start = longest * LETTER + 6 if beside else 0.0
    most = max(sum(row.values) for row in chart.rows) or 1
    unit = (WIDTH - start - 30) / most
    legend = _legend(chart.series) if len(chart.series) > 1 else Markup()
    top = 26 if legend else 0
    above = [0 if beside else ABOVE * len(wrap(row.label, LINE)) for row in chart.rows]
    tops = list(accumulate((BAR + GAP + lines for lines in above), initial=top))
    bars = Markup().join(_row(row, row_top, lines, start, unit) for row, row_top, lines in zip(chart.rows, tops, above, strict=False))
    title = f"{chart.title}. {chart.description()}" if described_by_title else chart.title
    return PICTURE.format(
        name=chart.name, title=title, description=chart.description(), width=WIDTH, height=tops[-1],
        font=font, bars=legend + bars,
    )  # fmt: skip


PICTURE = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" class="chart__picture" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
    'role="img" aria-labelledby="{name}-title {name}-values" font-family="{font}" font-size="13">'
    '<title id="{name}-title">{title}</title><desc id="{name}-values">{description}</desc>{bars}</svg>'
)
BAR_OF = Markup(
    '<rect class="chart__bar chart__bar--{n}" x="{x:.1f}" y="{y}" width="{width:.1f}" height="{height}" fill="{fill}" stroke="#14507a"/>'
)
NUMBER_IN = Markup(
    '<text class="chart__in chart__in--{n}" x="{x:.1f}" y="{y}" fill="{fill}" text-anchor="middle" font-size="12">{value}</text>'
)
WORDS = Markup('<text class="chart__words" x="{x:.1f}" y="{y}" fill="#16242f">{words}</text>')


def _row(row: Row, top: int, above: int, start: float, unit: float) -> Markup:
    """A label, its bar in as many parts as there are series, and the sum at its end. `above`: the height of a label over its bar."""
    bar_top = top + above
    base = bar_top + BAR - 5
    lines = wrap(row.label, LINE) if above else [row.label]
    parts = [WORDS.format(x=0, y=(top + 13 if above else base) + number * ABOVE, words=line) for number, line in enumerate(lines)]
    x = start + 1
    for n, value in enumerate(row.values):
        if value:
            parts.append(_bar(n, x, bar_top, value * unit))
            if len(row.values) > 1:
                parts.append(NUMBER_IN.format(n=n, x=x + value * unit / 2, y=base, fill=COLOURS[n][1], value=value))
            x += value * unit
    return Markup().join([*parts, WORDS.format(x=x + 6, y=base, words=sum(row.values))])


def _legend(series: tuple[str, ...]) -> Markup:
    parts, x = [], 1.0
    for n, name in enumerate(series):
        parts += [_bar(n, x, 1, 14, 14), WORDS.format(x=x + 20, y=13, words=name)]
        x += 36 + len(name) * LETTER
    return Markup().join(parts)


def _bar(n: int, x: float, y: int, width: float, height: int = BAR) -> Markup:
    return BAR_OF.format(n=n, x=x, y=y, width=width, height=height, fill=COLOURS[n][0])
