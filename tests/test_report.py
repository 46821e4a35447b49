"""The report of a year is whole by itself, and what it draws says the same as its tables and as the records."""

import re
from typing import Any

import pytest
from lxml import html

from site_plugins import counts
from site_plugins.outputs.charts import Chart, Row, draw
from site_plugins.outputs.pages.records import make_record_page
from tests.test_report_2019 import CATALOG, STATEMENTS, count, entry_of, page_of

REPORT = entry_of("reports/2019")


def page(language: str = "ru") -> Any:
    return html.fromstring(make_record_page(CATALOG, language, REPORT).body)


def rows(table: Any) -> dict[str, list[str]]:
    """First cell -> the others, of the table's body."""
    cells = ([cell.text_content().strip() for cell in row] for row in table.iterfind("tbody/tr"))
    return {first: others for first, *others in cells}


def table_of(chart: str) -> dict[str, list[str]]:
    """The table beside a chart of the page."""
    picture = page().xpath(f"//*[@aria-labelledby='{chart}-title {chart}-values']")[0]
    return rows(picture.getparent().getparent().find("table"))


def test_the_report_by_itself_tells_every_statement_of_the_citys_report() -> None:
    told = page_of(CATALOG, REPORT)
    assert [words for statement in STATEMENTS for words in statement["expect"] if not count(words, told)] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_chart_has_a_title_its_values_in_words_and_the_same_values_in_a_table_beside_it(language: str) -> None:
    pictures = page(language).xpath("//*[@class='chart__picture']")
    assert len(pictures) == 3
    for picture in pictures:
        assert picture.get("role") == "img"
        title, values = (picture.find(name).text for name in ("title", "desc"))
        assert picture.get("aria-labelledby").split() == [picture.find(name).get("id") for name in ("title", "desc")]
        block = picture.getparent().getparent()
        assert title in block.find("table/caption").text_content()
        assert title in block.find("figure/figcaption").text_content()
        for label, cells in rows(block.find("table")).items():
            numbers = [cell for cell in cells if cell.isdigit() and cell != "0"]
            said = re.search(rf"{re.escape(label)}: ([^;]+?)[;.]", values)
            assert said, label
            assert re.findall(r"\d+", said[1]) == numbers


def test_tables_and_figures_are_numbered_without_a_gap() -> None:
    for tag, name in (("caption", "Таблица"), ("figcaption", "Рисунок")):
        numbers = [re.match(rf"{name} (\d+)\. ", item.text_content()) for item in page().iter(tag)]
        assert [int(found[1]) for found in numbers if found] == list(range(1, len(numbers) + 1))
        assert len(numbers) > 2


def test_events_by_kind_add_up_to_the_events_that_took_place() -> None:
    held = [event for event in CATALOG.events_of_year(2019) if event.status == "held"]
    assert sum(int(cells[0]) for cells in table_of("kinds-chart").values()) == len(held)


def test_medals_by_competition_add_up_to_the_medals_of_the_year() -> None:
    won = counts.medals(CATALOG, 2019)
    sums = [sum(map(int, column)) for column in zip(*table_of("medals-chart").values(), strict=True)]
    assert sums == [won["gold"], won["silver"]]
    assert won["bronze"] == 0


def test_a_city_is_counted_once_from_the_year_of_its_oldest_paper_with_a_date_and_never_by_a_later_one() -> None:
    table = table_of("ties-chart")
    papers = counts.first_papers(CATALOG, 2019)
    assert len({city.id for city, _ in papers}) == len(papers) == int(table["2017"][0])
    assert "Кайфын" in table["2007"][1]
    assert all("Кайфын" not in cells[1] for year, cells in table.items() if year != "2007")
    assert "2019" not in table


def test_delegations_are_not_drawn_by_country_while_only_some_of_them_are_described() -> None:
    found = page()
    assert not found.xpath("//*[starts-with(@aria-labelledby, 'delegations-chart')]")
    assert "Сколько делегаций приехало из каждой страны, отчёт не говорит" in found.text_content()


def test_a_bar_is_as_long_as_its_value() -> None:
    drawn = html.fromstring(str(draw(Chart("c", "Title", "Kind", ("gold", "silver"), (Row("one", (4, 2)), Row("two", (3, 0)))))))
    widths = [float(bar.get("width")) for bar in drawn.iter("rect") if bar.get("height") == "18"]
    assert widths == [pytest.approx(widths[1] * factor, abs=0.2) for factor in (2, 1, 1.5)]


def test_a_label_too_long_to_stand_beside_its_bar_stands_above_it() -> None:
    drawn = html.fromstring(str(draw(Chart("c", "Title", "Kind", ("gold",), (Row("a competition with a long name", (4,)),)))))
    label, bar = drawn.find("text"), drawn.find("rect")
    assert int(label.get("y")) < int(bar.get("y"))
    assert float(bar.get("x")) == 1
