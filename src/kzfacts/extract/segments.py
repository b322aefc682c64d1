"""Cut an article into paragraphs, quotations, sentences and tokens, every one a span of the text as it is.

A quotation is opaque: no sentence ends inside one, and nothing inside one is a token. So a quotation of several
sentences or paragraphs stays one piece of the sentence that reports it.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, pairwise
from typing import NamedTuple

from kzfacts.extract.quotations import HIDDEN, Quotation, masked, quotations
from kzfacts.extract.tables import words
from kzfacts.kazakh.folding import TO_CYRILLIC
from kzfacts.model import Span

ABBREVIATIONS = words("abbreviations")  # no sentence ends at the full stop of these


# In tokens, a quotation being one. Nobody writes such sentences; what has no full stops is cut, so that reading it
# takes no longer than reading as much of anything else.
LONGEST_SENTENCE = 300


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


def lowered(text: str) -> str:
    """Return `text` in lower case, code point for code point, so that offsets stay."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


@cache
def _ends() -> re.Pattern[str]:
    # one set of characters before all else, so that whatever is none of them is passed over at once
    return re.compile(
        rf"""[\n.!?…{HIDDEN}](?:
              (?<=\n)
            | (?<=[.!?…])[.!?…]*(?=\s|$|[–—{HIDDEN}])
            | (?<=[а-яәғқңөұүһі][.!?…])[.!?…]*(?=[А-ЯӘҒҚҢӨҰҮҺІ])
            | (?<={HIDDEN})(?=[^\S\n]+[^\s{HIDDEN}])
        )""",
        re.VERBOSE,
    )


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"[\w.-]*$")


@cache
def _next_character() -> re.Pattern[str]:
    return re.compile(r"[^\S\n]*(\S?)")


@cache
def _said_after() -> re.Pattern[str]:
    return re.compile(r"[^\S\n]*[–—-][^\S\n]*(?:деді|дейді|деп|депті)\b")


# Abbreviations that often end a sentence.
_ENDING = frozenset("мың млн млрд трлн тг кг км га т.б т.с.с ж.т.б".split())


@cache
def _capital_word() -> re.Pattern[str]:
    return re.compile(r"[^\S\n]+[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі]")


def _splits(text: str, hidden: str, begin: int, start: int, end: int) -> bool:
    """Does the sentence that began at `begin` end with the mark at `start`…`end`?"""
    following = _next_character().match(hidden, end)
    after = following.group(1) if following else ""
    if hidden[start] == HIDDEN:
        # a quotation that ends its own sentence and is followed by a new one
        return text[start - 1] in ".!?…" and after.isupper()
    if _said_after().match(hidden, end):
        return False  # … алмаймыз. – деді ол
    if hidden[start] != "." or end - start > 1:
        return (not after.islower() and after not in (",", "–", "—", "-")) or not after
    if after.islower() or after in (",", ";", ":", ")"):
        return False
    window = hidden[max(begin, start - 20) : start]
    found = _last_word().search(window)
    word = found.group() if found else ""
    if len(word) == 1 and word.isalpha():  # an initial, or ж. т. с.
        return False
    if word.lower() in _ENDING and _capital_word().match(hidden, end):
        return True  # … 300 мың. Қазір …
    if word.lower() in ABBREVIATIONS or (word.rpartition(".")[2].lower() in ABBREVIATIONS and "." in word):
        return False
    if "." in word and all(len(part) <= 1 for part in word.split(".")):  # Қ.К
        return False
    # an ordinal: "1. …" at the head of a line, "23. ..." before a digit
    return not (word.isdigit() and len(word) <= 2 and (window.strip() == word or after.isdigit()))


def sentence_spans(text: str, quotes: tuple[Quotation, ...], hidden: str) -> Iterator[tuple[Span, int]]:
    """Yield the span of each sentence with the number of its paragraph; a line end outside quotations ends both."""
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
    return re.compile(
        rf"(?P<quote>{HIDDEN}+)|(?P<word>\w+(?:(?:[-‐‑’'/&]|(?<=\w\w)\.(?=\w\w)|(?<=\d)\.(?=\d))\w+)*)|(?P<mark>[^\w\s])"
    )


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
    lower: str  # the text in small letters


@cache
def _strays() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(chr, TO_CYRILLIC))}]+|[ӊҥӄҡӷҳӉҤӃҠӶҲ]")


def lettered(text: str) -> str:
    """Return `text` code point for code point with strays as the Kazakh letters they look like: əкім, мiнистр, аӊ."""

    def kazakh(stray: re.Match[str]) -> str:
        around = text[stray.start() - 1 : stray.start()] + text[stray.end() : stray.end() + 1]
        within = any("\u0400" <= letter <= "\u052f" for letter in around)
        foreign = any(letter.isalpha() and not "\u0400" <= letter <= "\u052f" for letter in around)
        return stray.group().translate(_LETTERS) if within and not foreign else stray.group()

    return _strays().sub(kazakh, text)


_LETTERS = TO_CYRILLIC | str.maketrans("ӊҥӄҡӷҳӉҤӃҠӶҲ", "ңңққғһҢҢҚҚҒҺ")


# Of a text that is broken at a width, and not one with a sentence or a paragraph a line.
_FEWEST_LINES = 4
_NARROWEST, _WIDEST = 50, 120
_MOST_LINES = 0.9


@cache
def _line_end_within() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)\n(?=[^\S\n]*\S)")


def unwrapped(text: str) -> str:
    """Return `text` of the same length with spaces for the line ends that only keep it within a width."""
    lines = text.split("\n")
    width = max(map(len, lines))
    if len(lines) < _FEWEST_LINES or not _NARROWEST <= width <= _WIDEST:
        return text
    joined = [(line, following) for line, following in pairwise(lines) if line.strip() and following.strip()]
    full = sum(len(line.rstrip()) + 1 + len(following.split()[0]) > width for line, following in joined)
    if full < _FEWEST_LINES - 1 or full < _MOST_LINES * len(joined):
        return text
    return _line_end_within().sub(" ", text)


def segments(text: str) -> Segments:
    """Return the sentences of `text` with their tokens, and its quotations."""
    text = unwrapped(lettered(text))
    found = quotations(text)
    hidden = masked(text, found)
    lower = lowered(text)
    by_start = {quote.span.start: quote for quote in found}
    return Segments(tuple(_sentences(text, lower, hidden, found, by_start)), by_start, lower)


def _sentences(
    text: str, lower: str, hidden: str, found: tuple[Quotation, ...], quotes: dict[int, Quotation]
) -> Iterator[Sentence]:
    for span, paragraph in sentence_spans(text, found, hidden):
        words = tokens(text, lower, hidden, span, quotes)
        while piece := tuple(islice(words, LONGEST_SENTENCE)):
            yield Sentence(Span(piece[0].start, piece[-1].end), paragraph, piece)
