"""Cut an article into paragraphs, quotations, sentences and tokens, every one a span of the text as it is.

A quotation is opaque: no sentence ends inside one, and nothing inside one is a token. So a quotation of several
sentences or paragraphs stays one piece of the sentence that reports it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kzfacts.model import Span

# No sentence ends at the full stop of these.
# Source: Қазақ тілінің орфографиялық анықтамасы (2015), lists of шартты қысқартулар; Russian ones that news use too.
ABBREVIATIONS = frozenset(
    """
    ж жж ғ ғғ млн млрд трлн мың т б с м п обл қ ауд көш көшесі даң даңғ пр просп ш шағ а ауыл мкр б.з б.э б.д т.б т.с.с т.с
    т.т ж.т.б қ.а қаз рес ағыл лат орыс нем фр проф акад доц ген полк майор см км кг га тг АҚШ долл ин инж мыс салыст қар
    ред авт басп бет баб ст им г гг тыс руб св
    """.split()
)

# A quotation is given up when it is still open after so many lines: the closing mark is missing.
MOST_LINES_OF_A_QUOTATION = 15


class Quotation(NamedTuple):
    """A quotation with its marks, and what stands inside without the comma or full stop before the closing mark."""

    span: Span
    inner: Span


class Token(NamedTuple):
    """A word, a whole quotation, or a punctuation mark."""

    start: int
    end: int
    text: str
    lower: str
    kind: str  # word | quote | mark


class Sentence(NamedTuple):
    """A sentence with its tokens; `paragraph` counts lines that are not blank, from 0."""

    span: Span
    paragraph: int
    tokens: tuple[Token, ...]


@cache
def _quote_marks() -> re.Pattern[str]:
    return re.compile(r'[«»“”„"\n]')


@cache
def _reporting_dash() -> re.Pattern[str]:
    # Where the words end when the closing mark was forgotten: «…, – деді ол
    return re.compile(r"[,.!?…]\s*[–—-]\s*(?:деді|дейді|деп|депті)\b")


def lowered(text: str) -> str:
    """Return `text` in lower case, code point for code point, so that offsets stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def _opens(text: str, at: int, depth: int) -> bool:
    mark = text[at]
    if mark in "«„":
        return True
    if mark in "»”":
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
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
        elif depth:
            depth -= 1
            last_close = at
            if depth == 0:
                found.append(_quotation(text, start, at + 1, closed=True))
    if depth and last_close > start:
        found.append(_quotation(text, start, last_close + 1, closed=True))
    elif depth and (dash := _reporting_dash().search(text, max(start, line_start))):
        found.append(_quotation(text, start, dash.start(), closed=False))
    return tuple(found)


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


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(
        rf"\n|[.!?…]+(?=\s|$|[–—{HIDDEN}])|(?<=[а-яәғқңөұүһі])[.!?…]+(?=[А-ЯӘҒҚҢӨҰҮҺІ])|{HIDDEN}(?=[^\S\n]+[^\s{HIDDEN}])"
    )


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"[\w.-]*$")


@cache
def _next_character() -> re.Pattern[str]:
    return re.compile(r"[^\S\n]*(\S?)")


def _splits(text: str, hidden: str, begin: int, start: int, end: int) -> bool:
    """Does the sentence that began at `begin` end with the mark at `start`…`end`?"""
    following = _next_character().match(hidden, end)
    after = following.group(1) if following else ""
    if hidden[start] == HIDDEN:
        # a quotation that ends its own sentence and is followed by a new one
        return text[start - 1] in ".!?…" and after.isupper()
    if hidden[start] != "." or end - start > 1:
        return not after.islower() and after not in (",", "–", "—", "-") or not after
    if after.islower() or after in (",", ";", ":", ")"):
        return False
    window = hidden[max(begin, start - 20) : start]
    found = _last_word().search(window)
    word = found.group() if found else ""
    if len(word) == 1 and word.isalpha():  # an initial, or ж. т. с.
        return False
    if word.lower() in ABBREVIATIONS or word.rpartition(".")[2].lower() in ABBREVIATIONS and "." in word:
        return False
    if "." in word and all(len(part) <= 1 for part in word.split(".")):  # Қ.К
        return False
    # an ordinal: "1. …" at the head of a line, "23. ..." before a digit
    return not (word.isdigit() and len(word) <= 2 and (window.strip() == word or after.isdigit()))


def sentence_spans(text: str, quotes: tuple[Quotation, ...], hidden: str) -> Iterator[tuple[Span, int]]:
    """Yield the span of each sentence of `text` with the number of its paragraph; a line end outside quotations ends both."""
    del quotes
    begin = paragraph = 0
    lines_with_text = False
    for match in _ends().finditer(hidden):
        start, end = match.span()
        line_end = hidden[start] == "\n"
        if not line_end and not _splits(text, hidden, begin, start, end):
            continue
        span = _stripped(text, begin, start if line_end else end)
        if span.start < span.end:
            yield span, paragraph
            lines_with_text = True
        if line_end and lines_with_text:
            paragraph += 1
            lines_with_text = False
        begin = end
    span = _stripped(text, begin, len(text))
    if span.start < span.end:
        yield span, paragraph


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


@cache
def _token() -> re.Pattern[str]:
    return re.compile(rf"(?P<quote>{HIDDEN}+)|(?P<word>\w+(?:[-‐‑’'./&]\w+)*)|(?P<mark>[^\w\s])")


def tokens(text: str, lower: str, hidden: str, span: Span, quotes: dict[int, Quotation]) -> Iterator[Token]:
    """Yield the tokens of one sentence; `quotes` are the quotations by where they start."""
    for match in _token().finditer(hidden, span.start, span.end):
        start, end = match.span()
        kind = match.lastgroup or "mark"
        while kind == "quote" and start in quotes and quotes[start].span.end < end:  # two quotations side by side
            middle = quotes[start].span.end
            yield Token(start, middle, text[start:middle], lower[start:middle], kind)
            start = middle
        yield Token(start, end, text[start:end], lower[start:end], kind)


class Segments(NamedTuple):
    """An article cut into pieces."""

    sentences: tuple[Sentence, ...]
    quotations: dict[int, Quotation]  # by where they start


def segments(text: str) -> Segments:
    """Return the sentences of `text` with their tokens, and its quotations."""
    found = quotations(text)
    hidden = masked(text, found)
    lower = lowered(text)
    by_start = {quote.span.start: quote for quote in found}
    return Segments(
        tuple(
            Sentence(span, paragraph, tuple(tokens(text, lower, hidden, span, by_start)))
            for span, paragraph in sentence_spans(text, found, hidden)
        ),
        by_start,
    )


def sentence_at(sentences: tuple[Sentence, ...], offset: int) -> int:
    """Return the index of the sentence that holds `offset`, or of the last one before it."""
    return max(0, bisect_left([sentence.span.start for sentence in sentences], offset + 1) - 1)
