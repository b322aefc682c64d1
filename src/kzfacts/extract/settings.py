"""When and where an event is, by the dates and towns that stand with it in its sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kzfacts.extract.gatherings import HELD_BEFORE, TO_COME_BEFORE, TODAY, VAGUE
from kzfacts.extract.memo import per_word
from kzfacts.extract.nouns import COUNTRIES
from kzfacts.extract.places import SETTLEMENTS, TOWNS
from kzfacts.extract.segments import Sentence, Token
from kzfacts.kazakh.calendar import dates_in
from kzfacts.kazakh.endings import nominatives
from kzfacts.model import Source

# Words from an event to its verb.
REACH = 8


class Dated(NamedTuple):
    """A date in a sentence, by its tokens."""

    first: int
    end: int
    literal: str
    date: str | None  # EDTF; None for кеше, жақында


def dates(source: Source, sentence: Sentence) -> Iterator[Dated]:
    """Give the dates of a sentence, by its tokens, those told from the day of the article among them."""
    year = int(source.date[:4]) if source.date else None
    start = sentence.span.start
    for begin, end, edtf in dates_in(source.text[slice(*sentence.span)], year):
        held = [at for at, each in enumerate(sentence.tokens) if each.start < start + end and each.end > start + begin]
        if held:
            literal = source.text[start + begin : start + end]
            yield Dated(held[0], held[-1] + 1, literal, edtf)
    for at, token in enumerate(sentence.tokens):
        if token.lower in VAGUE:
            yield Dated(at, at + 1, token.text, source.date if token.lower == TODAY else None)


def date_of(tokens: tuple[Token, ...], first: int, head: int, dated: Sequence[Dated], subject: bool) -> Dated | None:
    """Return the date that stands with an event: right before it, at the head of its sentence, or before its verb."""
    fitting = [
        each
        for each in dated
        if (each.end <= first and _only_setting(tokens, each.end, first, dated))
        or (subject and each.end <= first and _opens(tokens, each.first, dated))
        or (subject and head < each.first <= head + REACH)
    ]
    certain = [each for each in fitting if each.date and tokens[each.first].lower != TODAY]
    chosen = certain or fitting
    return chosen[0] if len({each.date for each in chosen}) == 1 else None


def place_of(tokens: tuple[Token, ...], first: int, head: int, dated: Sequence[Dated], subject: bool) -> str | None:
    """Return the town or country that stands with an event."""
    inside = {town for at in range(first, head) if (town := _town(tokens[at].text, ("attributive",)))}
    if inside:
        return inside.pop() if len(inside) == 1 else None
    found = {
        place
        for at, token in enumerate(tokens)
        if token.kind == "word"
        and (place := town_at(tokens, at))
        and (
            (at < first and _only_setting(tokens, at + 1, first, dated))
            or (subject and at < first and _opens(tokens, at, dated))
            or (subject and head < at <= head + REACH)
        )
    }
    return found.pop() if len(found) == 1 else None


def _only_setting(tokens: tuple[Token, ...], start: int, end: int, dated: Sequence[Dated]) -> bool:
    """Do these tokens say nothing but when and where: dates, towns, «өтетін»?"""
    return all(
        any(each.first <= at < each.end for each in dated)
        or tokens[at].lower in HELD_BEFORE
        or tokens[at].lower in TO_COME_BEFORE
        or tokens[at].lower in ("күні", "күн", "сағат", ",")
        or town_at(tokens, at) is not None
        or town_at(tokens, at + 1) is not None
        for at in range(start, end)
    )


def _opens(tokens: tuple[Token, ...], at: int, dated: Sequence[Dated]) -> bool:
    """Does the sentence open with this token, or with nothing but dates and places before it?"""
    return _only_setting(tokens, 0, at, dated)


def town_at(tokens: tuple[Token, ...], at: int) -> str | None:
    """Return the place that the token at `at` names in the locative: Мәскеуде, «Семей қаласында»."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return None
    if at and tokens[at - 1].text[0].isupper() and (settlement := _settlement(tokens[at].lower)):
        name = tokens[at - 1].text
        return name if settlement == "қаласы" else f"{name} {settlement}"
    return _town(tokens[at].text, ("locative",))


@per_word
def _settlement(word: str) -> str | None:
    """Return what kind of place `word` (lower case) is, if it stands in the locative: қаласында."""
    stems = (form.stem for form in nominatives(word) if form.case == "locative")
    return next((stem for stem in stems if stem in SETTLEMENTS), None)


@lru_cache(maxsize=1 << 14)
def _town(word: str, cases: tuple[str, ...]) -> str | None:
    """Return the town or country that a word is, if it stands in one of these cases."""
    if not word[0].isupper():
        return None
    if "attributive" in cases:
        bare = re.sub(r"(?:дағы|дегі|тағы|тегі)$", "", word)
        return bare if bare != word and is_place(bare) else None
    stems = (form.stem for form in nominatives(word) if form.case in cases)
    return next((stem for stem in stems if is_place(stem)), None)


def is_place(stem: str) -> bool:
    """Is this a town or country, in the nominative?"""
    return stem.lower() in TOWNS or stem.lower() in COUNTRIES
