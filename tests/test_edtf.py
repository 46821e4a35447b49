"""Dates as sources give them: EDTF of levels 0 and 1."""

from calendar import monthrange
from datetime import date, timedelta

import pytest

from site_plugins.records.edtf import EdtfError, parse_edtf

MEANT = {
    "2019": ("2019-01-01", "2019-12-31", "year"),
    "2009-08": ("2009-08-01", "2009-08-31", "month"),
    "2020-02": ("2020-02-01", "2020-02-29", "month"),
    "1900-02": ("1900-02-01", "1900-02-28", "month"),
    "2009-08-04": ("2009-08-04", "2009-08-04", "day"),
    "2020-02-29": ("2020-02-29", "2020-02-29", "day"),
    "2023-21": ("2023-03-01", "2023-05-31", "season"),
    "2023-22": ("2023-06-01", "2023-08-31", "season"),
    "2023-23": ("2023-09-01", "2023-11-30", "season"),
    "2023-24": ("2023-12-01", "2024-02-29", "season"),
    "2016~": ("2016-01-01", "2016-12-31", "year"),
    "2025?": ("2025-01-01", "2025-12-31", "year"),
    "2025-03%": ("2025-03-01", "2025-03-31", "month"),
    "2025-03-08?": ("2025-03-08", "2025-03-08", "day"),
    "0001": ("0001-01-01", "0001-12-31", "year"),
    "2019-11-06/2019-11-07": ("2019-11-06", "2019-11-07", "day"),
    "2019-11/2020-02": ("2019-11-01", "2020-02-29", "month"),
    "2004-06/2006": ("2004-06-01", "2006-12-31", "month"),
    "2019-12-30/2020": ("2019-12-30", "2020-12-31", "day"),
    "2018-24/2019-03": ("2018-12-01", "2019-03-31", "season"),
}
REFUSED = {
    "date-form": (
        "", " ", "май 2019", "19", "201", "20190", "2019-5", "2019-005", "2019/", "/2019", "2019-05-4", "04.05.2019", "2019.05", "2019–05",
        "2019-05-04T10:00", "2019-05-04 ", " 2019", "-2019", "+2019", "Y2019", "201X", "20XX", "2019~?", "?2019", "2019-21-04x", "0000",
        "0000-01", "9999", "9999-24", "２０１９", "٢٠١٩", "2019-05-04\n", "2019-11-06 / 2019-11-07", "..", "../2019", "2019/open",
    ),
    "date-month": ("2019-00", "2019-13", "2019-20", "2019-25", "2019-99", "2019-13-01", "2019-21-01"),
    "date-day": ("2019-02-29", "2019-02-30", "2019-04-31", "2019-01-00", "2019-01-32", "1900-02-29"),
    "date-interval-form": ("2019/2020/2021", "//", "2019-05//2019-06"),
    "date-interval-order": ("2020/2019", "2019-05-02/2019-05-01", "2019-06/2019-05", "2019-05-02/2019-05", "2019-05/2019-05-02"),
}  # fmt: skip


@pytest.mark.parametrize("text", MEANT)
def test_a_date_means_from_its_first_to_its_last_day(text: str) -> None:
    first, last, precision = MEANT[text]
    value = parse_edtf(text)
    assert (value.first, value.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert value.start.precision == precision
    assert value.year == value.first.year


@pytest.mark.parametrize("text", MEANT)
def test_a_date_keeps_the_text_of_the_file(text: str) -> None:
    assert str(parse_edtf(text)) == parse_edtf(text).text == text


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in REFUSED.items() for text in texts])
def test_what_is_no_date_is_refused_with_its_reason(code: str, text: str) -> None:
    with pytest.raises(EdtfError) as refusal:
        parse_edtf(text)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"), [("2016", False, False), ("2016?", True, False), ("2016~", False, True), ("2016%", True, True)]
)
def test_a_mark_says_how_sure_the_source_is(text: str, uncertain: bool, approximate: bool) -> None:
    point = parse_edtf(text).start
    assert (point.uncertain, point.approximate) == (uncertain, approximate)


def test_each_end_of_an_interval_has_its_own_mark() -> None:
    value = parse_edtf("2016~/2018?")
    assert (value.start.approximate, value.start.uncertain) == (True, False)
    assert (value.end.approximate, value.end.uncertain) == (False, True)


def test_an_interval_of_one_date_is_that_date() -> None:
    assert not parse_edtf("2019-05").is_interval
    assert not parse_edtf("2019-05/2019-05").is_interval
    assert parse_edtf("2019-05/2019-06").is_interval


def test_every_day_of_a_leap_year_is_read_as_itself() -> None:
    day = date(2020, 1, 1)
    while day.year == 2020:
        value = parse_edtf(day.isoformat())
        assert (value.first, value.last, value.start.precision) == (day, day, "day")
        day += timedelta(days=1)


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_ends_with_its_last_day(month: int) -> None:
    for year in (1900, 2000, 2019, 2020):
        assert parse_edtf(f"{year}-{month:02}").last.day == monthrange(year, month)[1]
