"""EDTF, level 1, and the days that a date covers."""

import calendar as gregorian

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.kazakh.edtf import (
    FIRST_DAY,
    LAST_DAY,
    DateError,
    Interval,
    Yearly,
    days_of,
    edtf,
    meets,
    valid_edtf,
)


@pytest.mark.parametrize(
    ("text", "first", "last", "approximate"),
    [
        ("2022-09-23", "2022-09-23", "2022-09-23", False),
        ("2022-10", "2022-10-01", "2022-10-31", False),
        ("2022-10~", "2022-10-01", "2022-10-31", True),
        ("2022?", "2022-01-01", "2022-12-31", True),
        ("2022-09-23%", "2022-09-23", "2022-09-23", True),
        ("2024-02", "2024-02-01", "2024-02-29", False),
        ("1900-02", "1900-02-01", "1900-02-28", False),
        ("2000-02-29", "2000-02-29", "2000-02-29", False),
        ("202X", "2020-01-01", "2029-12-31", False),
        ("20XX", "2000-01-01", "2099-12-31", False),
        ("2022-XX", "2022-01-01", "2022-12-31", False),
        ("2022-09-XX", "2022-09-01", "2022-09-30", False),
        ("2022-XX-XX", "2022-01-01", "2022-12-31", False),
        ("2022-21", "2022-03-01", "2022-05-31", False),
        ("2023-24", "2023-12-01", "2024-02-29", False),
        ("2022-09/2022-10", "2022-09-01", "2022-10-31", False),
        ("2022-09~/2022-10", "2022-09-01", "2022-10-31", True),
        ("2022-09-23/..", "2022-09-23", LAST_DAY, False),
        ("../2022", FIRST_DAY, "2022-12-31", False),
        ("2022/", "2022-01-01", LAST_DAY, False),
    ],
)
def test_the_days_of_a_date(text: str, first: str, last: str, approximate: bool) -> None:
    assert valid_edtf(text)
    assert edtf(text) == Interval(first, last, approximate)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing"),
        ("..", "an open end alone"),
        ("/", "no date on either side"),
        ("../..", "no date on either side"),
        ("2022-13", "no such month"),
        ("2022-00", "no such month"),
        ("2022-25", "no such season"),
        ("2022-21-01", "a season has no days"),
        ("2023-02-29", "no leap year"),
        ("1900-02-29", "no leap year"),
        ("2022-09-31", "no such day"),
        ("2022-09-00", "no such day"),
        ("2022-10/2022-09", "reversed"),
        ("2022/2023/2024", "three dates"),
        ("2022-1X", "level 2"),
        ("2022-XX-01", "level 2"),
        ("~2022", "level 2"),
        ("202X-01", "level 2"),
        ("20220923", "no hyphens"),
        ("2022-9-3", "no zeros"),
        ("2022-09-23T10:00", "a time of day"),
        ("23.09.2022", "another order"),
        ("２０２２", "other digits"),
        ("2022\n", "a line end"),
        (" 2022", "a space"),
    ],
)
def test_what_is_no_date(text: str, why: str) -> None:
    assert not valid_edtf(text), why
    with pytest.raises(DateError):
        edtf(text)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (edtf("2022-09"), edtf("2022-09-23"), True),
        (edtf("2022-09"), edtf("2022-10"), False),
        (edtf("2022-09-30/2022-10-01"), edtf("2022-10~"), True),
        (edtf("2022-09/.."), edtf("2050"), True),
        (edtf("../2021"), edtf("2022"), False),
        (Yearly(10), edtf("2022-10~"), True),
        (Yearly(10), edtf("2022-09"), False),
        (Yearly(10), edtf("2022"), True),
        (Yearly(1, 1), edtf("2022-12-30/2023-01-02"), True),
        (Yearly(2, 29), edtf("2021/2023"), False),
        (Yearly(2, 29), edtf("2021/2024"), True),
        (Yearly(2, 29), edtf("1896-03/1904-02"), True),
        (Yearly(2, 29), edtf("../2000"), True),
        (Yearly(9, 23), Yearly(9), True),
        (Yearly(9, 23), Yearly(9, 24), False),
        (Yearly(9), Yearly(10), False),
    ],
)
def test_dates_meet(one: Interval | Yearly, other: Interval | Yearly, expected: bool) -> None:
    assert meets(one, other) is meets(other, one) is expected


@given(st.integers(1, 9999), st.integers(1, 12))
def test_months_are_as_long_as_the_standard_library_says(year: int, month: int) -> None:
    assert days_of(month, year) == gregorian.monthrange(year, month)[1]


ranges = st.tuples(st.dates(), st.dates()).map(lambda days: sorted(map(str, days)))


@given(ranges, ranges)
def test_ranges_meet_if_they_share_a_day(one: list[str], other: list[str]) -> None:
    expected = max(one[0], other[0]) <= min(one[1], other[1])
    assert meets(edtf("/".join(one)), edtf("/".join(other))) is expected


@given(st.text("0123456789X-/~?%.", max_size=12))
def test_any_text_is_a_date_or_is_refused(text: str) -> None:
    if valid_edtf(text):
        assert FIRST_DAY <= edtf(text).first <= edtf(text).last <= LAST_DAY
