"""The head of an article: title, subtitle and date line, where the first lines look like them.

A headline has no full stop at its end and a paragraph has one; a text that begins with a paragraph has no headline, and
nothing of it is taken for head.
"""

import re
from functools import cache
from typing import NamedTuple

from kzfacts.kazakh.calendar import parse
from kzfacts.kazakh.edtf import DateError, Interval, valid_edtf

# In characters. A longer line is a paragraph, whatever it ends in.
LONGEST_TITLE = 250
LONGEST_DATE_LINE = 80
# Of a title made of the first sentence.
LONGEST_SHORTENED = 100
# Lines that are looked at: a date, a title, a subtitle, a date.
_MOST_LINES = 4

# What may stand in a date line beside the date.
WEEKDAYS = "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі".split()
_TIME = r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?"
_BLANK = " \t\r\f\v\xa0\u2007\u202f\ufeff\u200b"


class Head(NamedTuple):
    """What stands above the body; `body` is the offset where the body begins."""

    title: str
    subtitle: str | None
    date: str | None
    date_literal: str | None
    body: int


class _Line(NamedTuple):
    text: str
    end: int  # offset behind it and its line end
    apart: bool  # a blank line follows


class _Day(NamedTuple):
    literal: str
    date: str | None  # None where the line leaves the year out


def head(text: str, title: str | None = None, date: str | None = None) -> Head:
    """Tell the head of an article from its body.

    Args:
        text: The article as decoded.
        title: The title, if it is known; the text then has a headline only if it begins with just this one.
        date: The day of publication, if it is known; the text is then not asked for it.

    Returns:
        The head. Without a headline the title is the first sentence, shortened, and the body begins at 0, or after a
        date line that stands first.

    Raises:
        ValueError: The date line names a day that no calendar has.
    """
    lines = _first_lines(text)
    reading = _Reading(lines, date is None)
    day = reading.day()
    known = title or reading.title()
    headed = known is not None and (title is None or reading.skip_title(title))
    subtitle = None
    if headed:
        day = day or reading.day()
        subtitle = reading.subtitle()
        day = day or reading.day()
    elif known:  # the text may have a headline of its own, and a date below it
        day = day or reading.day_below()
    return Head(
        title=known or _shortened(text[reading.body :]),
        subtitle=subtitle,
        date=date or (day.date if day else None),
        date_literal=day.literal if day and (date is None or day.date == date) else None,
        body=reading.body,
    )


class _Reading:
    """The first lines while they are read from the top; `body` is the offset behind those that are head."""

    def __init__(self, lines: list[_Line], strict: bool) -> None:
        self.lines = lines
        self.strict = strict  # an impossible date is refused, not passed over
        self.at = 0

    @property
    def body(self) -> int:
        return self.lines[self.at - 1].end if self.at else 0

    def _more(self, count: int = 1) -> bool:
        """Is there something left below the next `count` lines?"""
        return self.at + count < len(self.lines)

    def day(self) -> _Day | None:
        if not self._more():
            return None
        found = _day(self.lines[self.at].text, self.strict)
        self.at += bool(found)
        return found

    def day_below(self) -> _Day | None:
        """Find a date line below headlines, and go past nothing."""
        for line in self.lines[self.at : -1]:
            if found := _day(line.text, self.strict):
                return found
            if not _headline(line.text):
                break
        return None

    def title(self) -> str | None:
        if not self._more():
            return None
        line = self.lines[self.at]
        # a date below a line makes it a headline, also one with a full stop
        if not _headline(line.text) and not (
            len(line.text) <= LONGEST_TITLE and self._more(2) and _day(self.lines[self.at + 1].text, self.strict)
        ):
            return None
        self.at += 1
        return line.text

    def skip_title(self, title: str) -> bool:
        """Go past the first line if it is this title; tell whether it was."""
        if not self._more() or _bare(self.lines[self.at].text) != _bare(title):
            return False
        self.at += 1
        return True

    def subtitle(self) -> str | None:
        if not self._more():
            return None
        line = self.lines[self.at]
        dated = self._more(2) and _day(self.lines[self.at + 1].text, self.strict) is not None
        if not _headline(line.text) or not (line.apart or dated):
            return None
        self.at += 1
        return line.text


def _first_lines(text: str) -> list[_Line]:
    """Give the first lines that are not blank, and one more to tell whether anything follows."""
    lines: list[_Line] = []
    at = 0
    while at < len(text) and len(lines) <= _MOST_LINES:
        end = text.find("\n", at) + 1 or len(text)
        line = text[at:end].strip("\n" + _BLANK)
        if line:
            lines.append(_Line(line, end, False))
        elif lines:
            lines[-1] = lines[-1]._replace(apart=True)
        at = end
    return lines


def _headline(line: str) -> bool:
    return len(line) <= LONGEST_TITLE and line[-1] not in ".,;:…–—" and not re.search(r"[.,]\s*[»”\"]$", line)


def _bare(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.lower()))


def _shortened(text: str) -> str:
    """Give the first sentence of a text, cut between words where it is long."""
    line = next((line for line in text.split("\n") if line.strip("\n" + _BLANK)), text)
    words = line.strip("\n" + _BLANK).split()
    short = ""
    for number, word in enumerate(words):
        longer = f"{short} {word}" if short else word
        if len(longer) > LONGEST_SHORTENED:
            return (short or longer[:LONGEST_SHORTENED]) + "…"
        short = longer
        ends = word[-1] in ".!?…" and len(word) > 3 and not word[:-1].isdigit()
        if ends and number + 1 < len(words) and words[number + 1][0].isupper():
            return short.removesuffix(".")
    return short.removesuffix(".") or short


def _day(line: str, strict: bool) -> _Day | None:
    """Read a date line: a date and nothing else but a time, a weekday, a town, a word of what happened then."""
    if len(line) > LONGEST_DATE_LINE or not re.search(r"\d{4}|\d[.:]\d", line):
        return None
    bare = _beside().sub(" ", line).strip(" ,.|•·/–—-")
    try:
        when = parse(bare)
    except DateError as error:
        if strict and str(error).startswith("There is no"):
            raise ValueError(f"the date {line!r}: {error}") from None
        return _Day(line, None)  # 23.09.22: a date, but of which century?
    if when is None or bare.isdigit():
        return None
    if not isinstance(when, Interval):  # the year is left out
        return _Day(line, None)
    if when.first == when.last:
        return _Day(line, when.first)
    month = when.first[:7]
    return _Day(line, month) if when.last.startswith(month) and valid_edtf(month) else None


@cache
def _beside() -> re.Pattern[str]:
    weekdays = "|".join(WEEKDAYS)
    return re.compile(
        rf"""^[^\W\d][\w\s]{{2,30}}:\s+                       # Жарияланған күні:
          | ^[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+[.,]\s+(?=\d)              # Астана,
          | (?:сағат\s+)?(?<![\d.:])(?<=[\s,T|/–—-]){_TIME}(?=$|[\s,|/–—-])
          | ^{_TIME}(?=[\s,|/–—-])
          | (?<=\d)T(?=\d)
          | (?<!\w)(?:{weekdays})(?!\w)
        """,
        re.VERBOSE | re.IGNORECASE,
    )
