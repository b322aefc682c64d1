"""Dates in running Kazakh text: few forms, and sure of them."""

import re
from collections.abc import Iterator
from functools import cache

from kzfacts.kazakh.alphabet import lower
from kzfacts.kazakh.edtf import Date, valid_edtf
from kzfacts.kazakh.months import MONTHS

# Forms of жыл that date what follows or what precedes; жылдық, жылдар, жылға дейін count years or name many.
_OF_YEAR = r"(?:жылғы|жылдың|жылы|жылында)(?!\w)|ж\."
# Forms of ай that follow the name of a month: қазан айында.
_OF_MONTH = r"ай(?:ы|ының|ында|ынан|ына|ындағы)(?!\w)"
# At the beginning, in the middle, at the end of it, on its eve.
_ABOUT = r"(?:бас|ортас|аяғ|соң)(?:ында|ынан|ына|ындағы)(?!\w)|қарсаңында(?!\w)"
# Қыркүйек softens its last letter before a vowel: қыркүйегінде.
_SOFTENED = {"қыркүйек": "қыркүйе[кг]"}
# Before a date without a year: the year is another one, or every year.
_OTHER_YEAR = r"(?i:(?<!осы )(?<!ағымдағы )(?<!биылғы )жыл\w*(?:\s+сайын\w*)?|былтыр\w*)\s+$"
_TAIL = 40


def dates_in(text: str, year: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Find the dates that are written out in Kazakh text, in its order.

    Args:
        text: Running text, in Cyrillic.
        year: The year to which a day or month without one belongs; without it such dates are left out, and with it
            those that the text puts into another year (`өткен жылдың қазан айында`).

    Yields:
        The start and end of the words, in code points, and the date in EDTF: `2022 жылғы 23 қыркүйекте` is 2022-09-23,
        `қазан айының ортасында` 2022-10~. Words that no calendar has (`31 ақпан`) are passed over.
    """
    at = 0
    while match := _pattern().search(text, at):
        found = _read(match, year) or _read_year(_year_alone().match(text, match.start()))
        if found:
            yield found
        at = found[1] if found else match.start() + 1


def _read(match: re.Match[str], assumed: int | None) -> tuple[int, int, str] | None:
    if match["iso"]:
        return _valid(match, match["iso"])
    if match["dotted"]:
        day, month, year = match["dotted"].split(".")
        return _valid(match, f"{year}-{month:0>2}-{day:0>2}")
    month_number = _month(match["month"]) if match["month"] else None
    # the city of Қазан, and a family named Наурыз, are not dates
    if month_number is None or not (match["day"] or match["of_month"] or match["month"].islower()):
        return None
    year = match["year"] or match["late"]
    if not year:
        undated = not match["day"] and not match["of_month"]
        if (
            assumed is None
            or undated
            or re.search(_OTHER_YEAR, match.string[max(match.start() - _TAIL, 0) : match.start()])
        ):
            return None
        year = f"{assumed:04}"
    about = "~" if match["about"] else ""
    days = [Date(year, month_number, int(day), about) for day in (match["day"], match["last"]) if day]
    return _valid(match, "/".join(map(str, days or [Date(year, month_number, None, about)])))


def _read_year(match: re.Match[str] | None) -> tuple[int, int, str] | None:
    return _valid(match, match["year"] + "~" * bool(match["about"])) if match else None


def _valid(match: re.Match[str], edtf: str) -> tuple[int, int, str] | None:
    return (match.start(), match.end(), edtf) if valid_edtf(edtf) else None


def _month(word: str) -> int | None:
    from kzfacts.kazakh.endings import stems

    for stem in stems(lower(word)):
        if stem.text in MONTHS and not stem.derived:
            return MONTHS.index(stem.text) + 1
    return None


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(_SOFTENED.get(month, month) for month in MONTHS)
    return re.compile(
        rf"""(?<![\w.-])(?:
            (?P<iso>\d{{4}}-\d\d-\d\d)(?![\w-])
          | (?P<dotted>\d{{1,2}}\.\d{{1,2}}\.\d{{4}})(?!\w|\.\d)
          | (?:(?P<year>[12]\d{{3}})\s*(?:{_OF_YEAR})\s*)?
            (?:(?P<day>\d{{1,2}})(?:\s?[-–—]\s?(?P<last>\d{{1,2}}))?\s+)?
            (?P<month>(?:{months})[^\W\d_]*)
            (?:\s+(?P<of_month>{_OF_MONTH}))?
            (?:\s+(?P<about>{_ABOUT}))?
            (?:\s+(?P<late>[12]\d{{3}})(?:\s*(?:{_OF_YEAR})|(?=[.,;:)»"]|\s*$|\n)))?
          | [12]\d{{3}}\s*(?:{_OF_YEAR})
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _year_alone() -> re.Pattern[str]:
    return re.compile(rf"(?P<year>[12]\d{{3}})\s*(?:{_OF_YEAR})(?:\s+(?P<about>{_ABOUT}))?", re.IGNORECASE)
