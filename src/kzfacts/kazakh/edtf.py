"""Dates as facts carry them: Extended Date/Time Format, level 1, and the days that they cover.

Source: Library of Congress, EDTF specification (2019) = ISO 8601-2:2019, annex A, levels 0 and 1. Years have four
digits and a day is the finest grain: no times of day, no years before 0000 or after 9999.
"""

import re
from functools import lru_cache
from typing import NamedTuple

FIRST_DAY = "0000-01-01"
LAST_DAY = "9999-12-31"

# First and last month of what EDTF numbers like months; a winter begins in December of its year.
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}

# A year may end in X or XX; a month or day may be XX, which says no more than that it is not known.
_DATE = r"(?a:(\d{3}X|\d\dXX|\d{4})(?:(?<!X)-(?:XX(?:-XX)?|(\d\d)(?:-(?:(\d\d)|XX))?))?([~?%]?))"


class DateError(ValueError):
    """This is a date by its form, and there is no such date; the message says why in one sentence."""


class Interval(NamedTuple):
    """The days that a date covers, first to last, as `YYYY-MM-DD`; an open end reaches `FIRST_DAY` or `LAST_DAY`."""

    first: str
    last: str
    approximate: bool = False


class Yearly(NamedTuple):
    """A month, or a day of it, of no particular year."""

    month: int
    day: int | None = None


When = Interval | Yearly


class Date(NamedTuple):
    """One end of an EDTF date, in its parts: `month` may be a season, `qualifier` is one of ~ ? % or nothing."""

    year: str
    month: int | None = None
    day: int | None = None
    qualifier: str = ""

    def __str__(self) -> str:
        numbers = [f"-{number:02}" for number in (self.month, self.day) if number is not None]
        return self.year + "".join(numbers) + self.qualifier


@lru_cache(maxsize=1 << 14)
def edtf(text: str) -> Interval:
    """Read an EDTF date, level 1: `2022-09-23`, `2022-10~`, `202X`, `2022-09/2022-10`, `2022-09-23/..`.

    Raises:
        DateError: if it is no such date.
    """
    first, last = ends(text)
    approximate = any(date is not None and date.qualifier != "" for date in (first, last))
    interval = Interval(_days(first)[0] if first else FIRST_DAY, _days(last)[1] if last else LAST_DAY, approximate)
    if interval.first > interval.last:
        raise DateError(f"The range {text} ends before it begins.")
    return interval


def valid_edtf(text: str) -> bool:
    """Tell whether text is an EDTF date, level 1."""
    try:
        edtf(text)
    except DateError:
        return False
    return True


def ends(text: str) -> tuple[Date | None, Date | None]:
    """Take an EDTF date apart into its two ends, None for an open or unknown one; a single date is both its ends.

    Raises:
        DateError: if the form is wrong. Whether there are such days, `edtf` tells.
    """
    parts = text.split("/")
    if len(parts) == 1:
        return (date := _date(text)), date
    first, last = (None if part in ("", "..") else _date(part) for part in parts[:2])
    if len(parts) > 2 or first is last is None:
        raise DateError(f"{text!r} is not a range of two dates.")
    return first, last


def meets(one: When, other: When) -> bool:
    """Tell whether two dates have a day in common."""
    if isinstance(one, Interval) and isinstance(other, Interval):
        return one.first <= other.last and other.first <= one.last
    if isinstance(one, Interval):
        return meets(other, one)
    if isinstance(other, Yearly):
        return one.month == other.month and (one.day == other.day or None in (one.day, other.day))
    first, last = int(other.first[:4]), int(other.last[:4])
    # within nine years every day of the year comes round, 29 February too
    return any(_meets_in(year, one, other) for year in range(first, min(last, first + 8) + 1))


def _meets_in(year: int, yearly: Yearly, interval: Interval) -> bool:
    length = days_of(yearly.month, year)
    first, last = (f"{year:04}-{yearly.month:02}-{yearly.day or day:02}" for day in (1, length))
    return (yearly.day or 1) <= length and meets(Interval(first, last), interval)


def days_of(month: int, year: int) -> int:
    """Return how many days a month has in the Gregorian calendar."""
    if month == 2:
        return 29 if (year % 4 == 0 and year % 100 != 0) or year % 400 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _date(text: str) -> Date:
    match = re.fullmatch(_DATE, text)
    if match is None:
        raise DateError(f"{text!r} is not a date such as 2022-09-23, 2022-10~ or 2022.")
    year, month, day, qualifier = match.groups()
    return Date(year, int(month) if month else None, int(day) if day else None, qualifier)


def _days(date: Date) -> tuple[str, str]:
    first, last = (date.year.replace("X", digit) for digit in "09")
    if date.month is None:
        return f"{first}-01-01", f"{last}-12-31"
    if date.month in SEASONS and date.day is None:
        start, end = SEASONS[date.month]
        last = f"{int(last) + (end < start):04}"
    elif 1 <= date.month <= 12:
        start = end = date.month
    else:
        raise DateError(f"There is no month {date.month}.")
    length = days_of(end, int(last))
    if date.day is not None and not 1 <= date.day <= length:
        raise DateError(f"There is no day {date.day} in {date.year}-{date.month:02}.")
    return f"{first}-{start:02}-{date.day or 1:02}", f"{last}-{end:02}-{date.day or length:02}"
