"""The best of the records that hold words, told from the index alone: no record is read that is not shown.

The index lists, for each word of a query, the words of the base that fit it and where each stands. How well a word
fits is known (`words.match`), and a record scores the mean of its best for each word of the query. So records are
parted by what they score, word by word, as sets of places.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

# Places of records in their base, ascending.
Places = Sequence[int]
# For one word of a query: the score of each fit, and where the words stand that fit so well.
Fits = Mapping[float, Sequence[Places]]

# So many places are ranked at a time: a word of a million records need not be held as one set.
BLOCK = 1 << 14


class Ranking(NamedTuple):
    """The best places first, equal ones in the order of the base."""

    places: Sequence[int]
    total: int  # how many there are, also of those left out by a limit
    held: int  # how many words of the query each of them holds


def ranked(terms: Sequence[Fits], lets: Sequence[Places] | None, size: int, least: float, limit: int) -> Ranking:
    """Rank the records that hold all the words, or, if none does, the most of them.

    Args:
        terms: For each word of the query, what fits it and where.
        lets: The places that alone are wanted, where all of these lists have them; None lets all through.
        size: How many records there are.
        least: The least score wanted.
        limit: How many places to give at most; 0 for all.
    """
    held, total = 0, 0
    best: dict[float, list[int]] = {}
    for first in range(0, size, BLOCK):
        within = [list(_parted(fits, first)) for fits in terms]
        allowed = None if lets is None else set.intersection(*(set(_cut(places, first)) for places in lets))
        count, scored = _scored(within, allowed, held)
        if count > held:
            held, total, best = count, 0, {}
        for score, places in scored.items():
            if score >= least:
                total += len(places)
                _keep(best, score, places, limit)
    ordered = list(chain.from_iterable(best[score] for score in sorted(best, reverse=True)))
    return Ranking(ordered[:limit] if limit else ordered, total, held)


def _keep(best: dict[float, list[int]], score: float, places: set[int], limit: int) -> None:
    """Add places to those of their score, unless enough are better."""
    if not limit or sum(len(found) for known, found in best.items() if known >= score) < limit:
        best.setdefault(score, []).extend(sorted(places))


def _cut(places: Places, first: int) -> Places:
    """Give the places of one block."""
    start = bisect_left(places, first)
    return places[start : bisect_left(places, first + BLOCK, start)]


def _parted(fits: Fits, first: int) -> Iterator[tuple[float, set[int]]]:
    """Yield, for one word and one block, the places by their best score."""
    seen: set[int] = set()
    for score in sorted(fits, reverse=True):
        places = set(chain.from_iterable(_cut(each, first) for each in fits[score])) - seen
        if places:
            seen |= places
            yield score, places


def _scored(
    within: list[list[tuple[float, set[int]]]], allowed: set[int] | None, held: int
) -> tuple[int, dict[float, set[int]]]:
    """Give the most words that a place of the block holds, and such places by score; none if it is less than `held`."""
    whole = _all(within, allowed)
    if whole or held == len(within):
        return len(within), whole
    return _most(within, allowed, held)


def _all(within: list[list[tuple[float, set[int]]]], allowed: set[int] | None) -> dict[float, set[int]]:
    parts: dict[float, set[int]] = {}
    for number, parted in enumerate(within):
        if number == 0:
            parts = {score: places if allowed is None else places & allowed for score, places in parted}
            continue
        both: dict[float, set[int]] = {}
        for known, held in parts.items():
            for score, places in parted:
                both.setdefault(known + score, set()).update(held & places)
        parts = both
    return _meant({score: places for score, places in parts.items() if places}, len(within))


def _most(
    within: list[list[tuple[float, set[int]]]], allowed: set[int] | None, held: int
) -> tuple[int, dict[float, set[int]]]:
    counts = Counter(chain.from_iterable(places for parted in within for _, places in parted))
    if allowed is not None:
        counts = Counter({place: counts[place] for place in allowed if place in counts})
    most = max(counts.values(), default=0)
    if most < max(held, 1):
        return held, {}
    sums = {place: 0.0 for place, count in counts.items() if count == most}
    for parted in within:
        for score, places in parted:
            for place in places & sums.keys():
                sums[place] += score
    parts: dict[float, set[int]] = {}
    for place, score in sums.items():
        parts.setdefault(score, set()).add(place)
    return most, _meant(parts, len(within))


def _meant(parts: Mapping[float, set[int]], terms: int) -> dict[float, set[int]]:
    """Give the places by the mean of their scores, as it is shown."""
    meant: dict[float, set[int]] = {}
    for score, places in parts.items():
        meant.setdefault(round(score / terms, 1), set()).update(places)
    return meant
