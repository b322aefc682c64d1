"""Find the quotations of an article, and hide them while its sentences are cut."""

import re
from functools import cache
from typing import NamedTuple

from kzfacts.model import Span

# A quotation is given up when it is still open after so many lines: the closing mark is missing.
MOST_LINES_OF_A_QUOTATION = 15


class Quotation(NamedTuple):
    """A quotation with its marks, and what stands inside without the comma or full stop before the closing mark."""

    span: Span
    inner: Span


@cache
def _quote_marks() -> re.Pattern[str]:
    return re.compile(r'[«»“”„"\n]')


@cache
def _reporting_dash() -> re.Pattern[str]:
    # Where the words end when the closing mark was forgotten: «…, – деді ол
    return re.compile(r"[,.!?…]\s*[–—-]\s*(?:деді|дейді|деп|депті)\b")


def _opens(text: str, at: int, depth: int) -> bool:
    mark = text[at]
    if mark in "«„":
        return True
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in "»”":  # ….»Биыл жұмыс …»: the wrong mark
        return mark == "»" and depth == 0 and before in ".!? " and after.isupper()
    if mark == "“":
        return depth == 0 or not (before.isalnum() or before in ".,!?…")
    if after.isspace() or after in ".,;:!?)»”":
        return False
    return depth == 0 or before.isspace() or before in "([«“–—-"


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `text` in order; nested ones belong to the one around them.

    An opening mark that nothing closes counts up to the reporting dash of its line (`«…, – деді ол`), else up to the
    last closing mark of its line (`«… «X», – деді ол`); else it is no quotation.
    """
    found: list[Quotation] = []
    depth = start = lines = line_start = 0
    last_close = -1
    for match in _quote_marks().finditer(text):
        at = match.start()
        if text[at] == "\n":
            if depth:
                lines += 1
                dash = _reporting_dash().search(text, max(start, line_start), at)
                if dash and last_close < dash.start():
                    found.append(_quotation(text, start, dash.start(), closed=False))
                    depth = 0
                elif last_close > start and last_close >= line_start:
                    found.append(_quotation(text, start, last_close + 1, closed=True))
                    depth = 0
                elif lines > MOST_LINES_OF_A_QUOTATION:
                    depth = 0
            line_start = at + 1
        elif _opens(text, at, depth):
            if depth == 0:
                start, lines, last_close = at, 0, -1
            depth += 1
        elif not depth and found and found[-1].span.start >= line_start and _reporting_dash_after(text, at):
            # «A» B», – деді ол: one mark too many or too few, and the speech is the whole line
            while found and found[-1].span.start >= line_start:
                found.pop()
            found.append(_line_spoken(text, line_start, at))
        elif depth:
            depth -= 1
            last_close = at
            if depth == 0:
                found.append(_quotation(text, start, at + 1, closed=True))
    if depth and last_close > start:
        found.append(_quotation(text, start, last_close + 1, closed=True))
    elif depth and (dash := _reporting_dash().search(text, max(start, line_start))):
        found.append(_quotation(text, start, dash.start(), closed=False))
    said = (quotation for quotation in found if quotation.inner.start < quotation.inner.end)  # and no «»
    return tuple(part for quotation in said for part in _parts(text, quotation))


@cache
def _interruption() -> re.Pattern[str]:
    return re.compile(
        r"[,!?…][^\S\n]*[–—-][^\S\n]*(?:деді|дейді|деп|депті)\b[^«»“”\"\n–—]{1,80}[.,][^\S\n]*[–—-]\s*(?=\S)"
    )


def _parts(text: str, quotation: Quotation) -> tuple[Quotation, ...]:
    """Return both halves of «Дайынбыз, – деді ол. – Бастаймыз», the reporter's words being between them."""
    between = _interruption().search(text, *quotation.inner)
    if between is None:
        return (quotation,)
    first = _quotation(text, quotation.span.start, between.start() + 1, closed=False)
    return first, Quotation(Span(between.end(), quotation.span.end), Span(between.end(), quotation.inner.end))


def _reporting_dash_after(text: str, at: int) -> bool:
    """Does a mark that nothing opened stand before «, – деді»?"""
    return text[at] in '»”"' and bool(_reporting_dash().match(text, at + 1))


def _line_spoken(text: str, line_start: int, at: int) -> Quotation:
    """Return the line up to the closing mark at `at` as a quotation, whether a mark opens it or not."""
    if text[line_start] in '«“„"':
        return _quotation(text, line_start, at + 1, closed=True)
    inner = _quotation(text, line_start - 1, at + 1, closed=True).inner
    return Quotation(Span(inner.start, at + 1), inner)


def _quotation(text: str, start: int, end: int, closed: bool) -> Quotation:
    first, last = start + 1, end - 1 if closed else end
    while first < last and text[first].isspace():
        first += 1
    while last > first and (text[last - 1].isspace() or text[last - 1] in ",."):
        last -= 1
    return Quotation(Span(start, end), Span(first, max(first, last)))


HIDDEN = "\ue000"  # stands for every character of a quotation while sentences are cut


def masked(text: str, quotes: tuple[Quotation, ...]) -> str:
    """Return `text` of the same length with every character of a quotation hidden."""
    parts: list[str] = []
    at = 0
    for quote in quotes:
        parts += [text[at : quote.span.start], HIDDEN * (quote.span.end - quote.span.start)]
        at = quote.span.end
    parts.append(text[at:])
    return "".join(parts)
