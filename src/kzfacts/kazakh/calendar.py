"""Dates as people type them and as Kazakh prints them, to and from EDTF."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from kzfacts.kazakh.alphabet import lower
from kzfacts.kazakh.edtf import Date, DateError, Interval, When, Yearly, days_of, edtf, ends, meets, valid_edtf
from kzfacts.kazakh.months import MONTHS, Beside, month_named
from kzfacts.kazakh.running_dates import dates_in

__all__ = [
    "Date",
    "DateError",
    "Interval",
    "When",
    "Yearly",
    "dates_in",
    "edtf",
    "kazakh",
    "meets",
    "parse",
    "valid_edtf",
]

SEASON_NAMES = {21: "көктем", 22: "жаз", 23: "күз", 24: "қыс"}

# Words that stand with the parts of a date and add nothing: after a year, after a month, after a month or day.
# Their forms in Latin letters are recognised by their fold.
YEAR_WORDS = "г год года году ж жыл жылы жылғы жылдың жылда жылдан жылға жылдағы жылында жылының жылынан жылына"
MONTH_WORDS = "ай айы айының айында айынан айына айындағы айын"
DAY_WORDS = "күн күні күнгі күнінде күнінен күніне"
# Of any date, anywhere in it.
WEEKDAYS = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі"
# About that time: roughly, close to, at the beginning, in the middle, at the end of it.
ABOUT_WORDS = "шамамен шамасында жуық жуығында басы басында ортасы ортасында аяғы аяғында соңы соңында қарсаңында"

# What a number may end in, after a hyphen: ordinals, possessives, cases.
_NUMBER_ENDING = (
    "(?:н?ш[іы]|с?[іы]|с?[іы]н|с?інде|с?ында|с?інен|с?ынан|[дт]е|[дт]а|нде|нда|[дтн]ен|[дтн]ан|[гкн]е|[ғқн]а)"
)
_TOKEN = rf"(\d+)(?:-{_NUMBER_ENDING}\b)?|((?:[^\W\d_][\u0300-\u036f]*)+)|[^\s.,-]"
# Year first or day first, with any of the usual signs between.
_YEAR_FIRST = r"(?P<year>\d{4})([-./])(?P<month>\d{1,2})(?:\2(?P<day>\d{1,2}))?(?P<about>[~?%]?)"
_DAY_FIRST = r"(?:(?P<day>\d{1,2})([-./]))?(?P<month>\d{1,2})(?(2)\2|[-./])(?P<year>\d{4})(?P<about>[~?%]?)"
_SHORT_YEAR = r"\d{1,2}([./])\d{1,2}\1\d{2}"
# A hyphen without spaces stands between two years, or two days beside a month.
_DASH = (
    r"\s*[–—]\s*|\s+-\s+|(?<=^\d{4})-(?=\d{4}\b)"
    r"|(?:(?<=(?<![\d./-])\d)|(?<=(?<![\d./-])\d\d))-(?=\d{1,2}(?:\s|$))"
)
# From … to …; since …
_FROM_TO = r"(.*(?:[дтн][ае]н))\s(.*(?:[ғқ]а|[гк]е|[ыі]на|[ыі]не))\sдейін(.*)"
_SINCE = r"(.*(?:[дтн][ае]н))\sбастап"

# Nobody types a longer date, in characters; whole sentences need not be looked at.
_LONGEST = 100


class _Parts(NamedTuple):
    """What a typed date says, as far as it does."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    about: int = 0


def parse(text: str) -> When | None:
    """Read a date or a range of dates as people type it.

    ISO and EDTF dates, numbers with the day first, Kazakh words in any order, case form or script, Russian months; `..`
    or a dash between two dates, one of which may lean on the other for its month or year; `..` with an open end.

    Returns:
        The days meant; or, if no year is given, what comes round every year; or None, if the text is not a date.

    Raises:
        DateError: if it is a date by its form, and there is no such date.
    """
    text = " ".join(unicodedata.normalize("NFC", text).replace("…", "..").split())
    try:
        ends(text)
    except DateError:
        return _typed(lower(text)) if len(text) <= _LONGEST else None
    return edtf(text)


def kazakh(text: str) -> str:
    """Write an EDTF date in Kazakh: `2022 ж. 23 қыркүйек`, `шамамен 2022 ж. қазан`; other text as it stands."""
    if not valid_edtf(text):
        return text
    first, last = ends(text)
    if first == last and first is not None:
        return _about(first) + _written(first)
    if first is None or last is None:
        return " – ".join("…" if end is None else _about(end) + _written(end) for end in (first, last))
    about = _about(first) or _about(last)
    if first.month is None and last.month is None and "X" not in first.year + last.year:
        return f"{about}{int(first.year)}–{int(last.year)} жж."
    if "X" in first.year + last.year or first.year != last.year or first.month is None or last.month is None:
        return f"{about}{_written(first)} – {_written(last)}"
    if first.month == last.month and first.day and last.day:
        return f"{about}{first.year} ж. {first.day}–{last.day} {MONTHS[first.month - 1]}"
    return f"{about}{_written(first)} – {_written(last).removeprefix(f'{first.year} ж. ')}"


def _about(date: Date) -> str:
    return {"": "", "~": "шамамен ", "?": "бәлкім ", "%": "бәлкім шамамен "}[date.qualifier]


def _written(date: Date) -> str:
    if "X" in date.year:
        return f"{date.year.replace('X', '0')}–{date.year.replace('X', '9')} жж."
    words = [str(int(date.year)), "ж."]
    if date.day is not None:
        words.append(str(date.day))
    if date.month is not None:
        words.append(SEASON_NAMES.get(date.month) or MONTHS[date.month - 1])
    return " ".join(words)


def _typed(text: str) -> When | None:
    if ".." in text:
        return _open_range(*(side.strip() for side in text.split("..", 1)))
    if match := re.fullmatch(_FROM_TO, text):
        first, last = _parts(match[1]), _parts(match[2] + match[3])
        return _range(first, last) if first and last else None
    if (match := re.fullmatch(_SINCE, text)) and (first := _parts(match[1])):
        return _range(first, None)
    sides = re.split(_DASH, text)
    parts = [_parts(side) for side in sides]
    if len(parts) == 2 and parts[0] and parts[1]:
        return _range(*parts)
    return _when(parts[0]) if len(parts) == 1 and parts[0] else None


def _open_range(first: str, last: str) -> Interval | None:
    parts = [_parts(side) for side in (first, last)]
    if not any(parts):
        return None
    for side, part in zip((first, last), parts, strict=True):
        if side and not part:
            raise DateError(f"{side!r} is not a date.")
    return _range(*parts)


def _range(first: _Parts | None, last: _Parts | None) -> Interval:
    if first and last:
        first, last = _leaning(first, last), _leaning(last, first)
    return edtf("/".join(_edtf(parts) if parts else ".." for parts in (first, last)))


def _leaning(parts: _Parts, other: _Parts) -> _Parts:
    """Take over from the other end of a range what this end leaves out: `23–25 қыркүйек 2022`."""
    month = other.month if parts.month is None and parts.day is not None else parts.month
    return parts._replace(year=other.year if parts.year is None else parts.year, month=month)


def _edtf(parts: _Parts) -> str:
    if parts.year is None or (parts.day is not None and parts.month is None):
        raise DateError("A range of dates needs a year, and a day its month.")
    return str(Date(f"{parts.year:04}", parts.month, parts.day, "~" * parts.about))


def _when(parts: _Parts) -> When | None:
    if parts.month is None and (parts.year is None or parts.day is not None):
        return None
    if parts.year is not None or parts.month is None:
        return edtf(_edtf(parts))
    if parts.month in SEASON_NAMES:
        return None
    if parts.day is not None and not 1 <= parts.day <= days_of(parts.month, 2000):
        raise DateError(f"There is no day {parts.day} in {MONTHS[parts.month - 1]}.")
    return Yearly(parts.month, parts.day)


def _parts(text: str) -> _Parts | None:
    """Read one date, or None; a day alone is one too, for the sake of ranges."""
    bare = re.sub(rf"(?<=\d)(?:-{_NUMBER_ENDING}$|\s?(?:жылы?|ж|г)?\.?$)", "", text)
    match = re.fullmatch(_YEAR_FIRST, bare) or re.fullmatch(_DAY_FIRST, bare)
    if match:
        year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
        return _Parts(year, month, day, int(bool(match["about"])))
    if re.fullmatch(_SHORT_YEAR, bare):
        raise DateError(f"The year of {bare} is to be written with four digits.")
    return _worded(text)


def _worded(text: str) -> _Parts | None:
    said: dict[str, int] = {}
    before = ""
    numbers = [len(digits) for digits in re.findall(r"\d+", text)]
    beside: Beside = "nothing" if not numbers else "day" if min(numbers) < 4 else "year"
    for match in re.finditer(_TOKEN, text):
        number, word = match.groups()
        if word and not _weekdays().isdisjoint(_folds(word)):
            continue
        if word and before and not _fillers()[before].isdisjoint(_folds(word)):
            continue
        part, value = _number(number) if number else _word(word, beside) if word else ("", 0)
        if not part or part in said:
            return None
        said[part] = value
        before = part
    return _Parts(**said) if said else None


def _number(digits: str) -> tuple[str, int]:
    part = {1: "day", 2: "day", 4: "year"}.get(len(digits))
    return (part, int(digits)) if part else ("", 0)


def _word(word: str, beside: Beside) -> tuple[str, int]:
    if not _about_words().isdisjoint(_folds(word)):
        return "about", 1
    month = _season(word) or month_named(word, beside)
    return ("month", month) if month else ("", 0)


def _season(word: str) -> int | None:
    from kzfacts.kazakh.endings import folded_stems

    stems = {stem.text for key in _folds(word) for stem in folded_stems(key) if not stem.derived}
    return next((number for number, name in SEASON_NAMES.items() if _folds(name)[0] in stems), None)


def _folds(word: str) -> tuple[str, ...]:
    from kzfacts.kazakh.folding import folds

    return folds(word)


def _folded(words: str) -> frozenset[str]:
    return frozenset(_folds(word)[0] for word in words.split())


@cache
def _fillers() -> dict[str, frozenset[str]]:
    """Return the folds of the words that may follow each part of a date."""
    days = _folded(DAY_WORDS)
    return {"year": _folded(YEAR_WORDS), "month": _folded(MONTH_WORDS) | days, "day": days, "about": frozenset()}


@cache
def _weekdays() -> frozenset[str]:
    return _folded(WEEKDAYS)


@cache
def _about_words() -> frozenset[str]:
    return _folded(ABOUT_WORDS)
