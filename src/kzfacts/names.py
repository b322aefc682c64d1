"""Does this query name this person, how surely, and why.

A query is read as typed, and as typed with another keyboard layout; its words are set against the words of a name. The
weakest word decides: a given name that contradicts is not made good by the surname. Nothing is compared that shares
no key with the query, so that an index over `keys` gives just what a scan of all names gives.
"""

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from .kazakh.anthroponyms import INITIALS, KAZAKH_LETTERS, gender
from .kazakh.folding import coarse
from .kazakh.keyboard import retyped
from .kazakh.likeness import CEILING, LEAST, Likeness, Word, asked, likeness, word
from .kazakh.name_words import LONGEST, spelled_words

# A name is found from this score up. Calibrated on one half of tests/data/names.tsv (benchmarks/names.py --half tune):
# from 76 to 85 the figures hardly move, above that typing errors are lost.
THRESHOLD = 82.0

# What a score loses if the query leaves a part of the name out, or gives an initial for it.
GIVEN_NAME_MISSING = 1.0
FAMILY_NAME_MISSING = 3.0
INITIAL = 1.0
# From this score up a word bears out a slip in another.
SURE = CEILING["inflected"]
# Part of the name is right and part is not: a namesake. Such a name is good for a suggestion.
CONTRADICTED = 0.7

# The same keys in another layout often give what no name has: that layout was not meant.
_NO_NAME = re.compile(r"[^\w\s.'’«»\"“”-]|_")
# Names that end in these are not declined in Russian, nor need agree: Нуртлеу, Руденко.
_INDECLINABLE = frozenset("eiou")


class Match(NamedTuple):
    """A name found: how surely (0 to 100), by which kind of likeness, and what was compared."""

    score: float
    kind: str
    query: str
    matched: str


class Reading(NamedTuple):
    """One way to read a query: its words, and the one that tells most, without which the rest does not matter."""

    words: tuple[Word, ...]
    telling: Word


class Name(NamedTuple):
    """A stored name, prepared: its words, once more with double names as one word, and the keys of them all."""

    variants: tuple[tuple[Word, ...], ...]
    keys: frozenset[str]


class Query:
    """A query, prepared once and set against any number of names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.typed = tuple(_reading(parts) for parts in spelled_words(text))
        self._likenesses: dict[tuple[str, str], Likeness | None] = {}

    @cached_property
    def retyped(self) -> tuple[Reading, ...]:
        """The words that the same keys give in other keyboard layouts."""
        if len(self.text) > LONGEST:
            return ()
        texts = (text for text in retyped(self.text) if not _NO_NAME.search(text))
        return tuple(_reading(parts) for text in texts for parts in spelled_words(text))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of the word that tells most, in every reading."""
        return frozenset(key for reading in self.typed + self.retyped for key in reading.telling.keys)

    def likeness(self, one: Word, other: Word) -> Likeness | None:
        """Return `likeness(one, other)`, remembered: many people bear the same name."""
        pair = (one.plain, other.plain)
        if pair not in self._likenesses:
            self._likenesses[pair] = likeness(one, other)
        return self._likenesses[pair]


def query(text: str) -> Query:
    """Prepare what somebody typed. Any text will do; one that is no name finds nobody."""
    return Query(text)


@lru_cache(maxsize=1 << 17)
def name(text: str) -> Name:
    """Prepare the name of a person or a group."""
    variants = tuple(tuple(word(*part) for part in parts) for parts in spelled_words(text))
    return Name(variants, frozenset(key for words in variants for word in words for key in word.keys))


def keys(n: Name) -> frozenset[str]:
    """Return what an index stores for a name."""
    return n.keys


def query_keys(q: Query) -> frozenset[str]:
    """Return the keys to look up: `match` gives None for every name that has none of them."""
    return q.keys


def match(q: Query, n: Name) -> Match | None:
    """Return the best reading of a query as a name, or None if they have nothing in common.

    A score below `THRESHOLD` says that this is somebody else, near enough to be suggested.
    """
    found = _best(q, q.typed, n)
    if found is None or found.score < THRESHOLD:
        slipped = _best(q, q.retyped, n)
        if slipped and slipped.score >= THRESHOLD:
            return slipped._replace(score=min(slipped.score, CEILING["layout"]), kind="layout")
    return found


class _Met(NamedTuple):
    """A word of the query that met a word of the name."""

    asked: Word
    known: Word
    likeness: Likeness


def _best(q: Query, readings: tuple[Reading, ...], n: Name) -> Match | None:
    best = None
    for words, telling in readings:
        if not telling.keys.isdisjoint(n.keys):
            for known in n.variants:
                found = _compare(q, words, known) if any(q.likeness(telling, word) for word in known) else None
                best = max(found, best) if found and best else found or best
    return best


def _compare(q: Query, words: tuple[Word, ...], known: tuple[Word, ...]) -> Match | None:
    met = _meet(q, words, known)
    score = min(_borne_out(pair, met) for pair in met)
    missing = [word for word in known if not word.father and all(word is not pair.known for pair in met)]
    if missing:
        family = any(pair.known.family for pair in met) or not any(word.family for word in missing)
        score -= GIVEN_NAME_MISSING if family else FAMILY_NAME_MISSING
    if _contradicts(words, met, known, missing):
        score = min(score, THRESHOLD) * CONTRADICTED
    if score < LEAST:
        return None
    kind = max((pair.likeness.kind for pair in met), key=list(CEILING).index)
    if len(met) < 2 and any(pair.likeness.company for pair in met):
        kind = "fuzzy"
    matched = [word.text for word in known if any(word is pair.known for pair in met)]
    return Match(round(score, 1), kind, q.text, " ".join(matched))


def _borne_out(pair: _Met, met: list[_Met]) -> float:
    """Return how surely a word is meant, given the words beside it: a slip is likelier in a name that is else right."""
    sure = any(other.likeness.score >= SURE and not other.asked.initial for other in met if other is not pair)
    return max(pair.likeness.score, pair.likeness.beside) if sure else pair.likeness.score


def _meet(q: Query, words: tuple[Word, ...], known: tuple[Word, ...]) -> list[_Met]:
    """Pair the words of a query with those of a name, the most alike first, each once; then the initials."""
    alike = [
        _Met(one, other, found)
        for one in words
        for other in known
        if not one.initial and not other.initial and (found := q.likeness(one, other))
    ]
    initials = [
        _Met(one, other, Likeness(CEILING["exact"] - INITIAL, "exact"))
        for one in words
        for other in known
        if (one.initial or other.initial) and _may_abbreviate(one, other)
    ]
    met: list[_Met] = []
    for pair in sorted(alike, key=lambda pair: -pair.likeness.score) + initials:
        if all(pair.asked is not other.asked and pair.known is not other.known for other in met):
            met.append(pair)
    return met


def _may_abbreviate(one: Word, other: Word) -> bool:
    short, long = (one, other) if one.initial else (other, one)
    if short.plain in KAZAKH_LETTERS and long.plain[:1].isalpha() and not long.plain.isascii():
        return long.plain.startswith(short.plain)
    letters = {reading[:1] for reading in short.readings} | set(INITIALS.get(short.plain, ""))
    return not {coarse(letter) for letter in letters}.isdisjoint(coarse(reading[:1]) for reading in long.readings)


def _contradicts(words: tuple[Word, ...], met: list[_Met], known: tuple[Word, ...], missing: list[Word]) -> bool:
    """Tell whether something in the query speaks against the name."""
    extra = [word for word in words if all(word is not pair.asked for pair in met)]
    if any(not word.initial and not word.father for word in extra):
        return True
    # a father's name or initial that the base has not may stand beside the whole name, not in the place of a part of it
    unnamed = missing or any(word.father and all(word is not pair.known for pair in met) for word in known)
    if extra and unnamed:
        return True
    # in initials the given name comes first
    initials = [word for word in words if word.initial]
    if initials and initials[0] in extra and initials[-1] not in extra:
        return True
    if all(pair.known.father for pair in met) and len(known) > 2:
        return True
    if len(met) < 2 and any(pair.likeness.company and not pair.likeness.alone for pair in met):
        return True
    declined = [pair for pair in met if pair.likeness.kind == "inflected" or pair.likeness.mens]
    upright = [pair.known.readings[0] for pair in met if pair not in declined and not pair.asked.initial]
    return any(pair.likeness.mens for pair in met) and any(map(_declines_as_mans, upright))


def _declines_as_mans(reading: str) -> bool:
    """Tell whether a word, given in the nominative, shows that a man's name beside it is no case form either."""
    return gender(reading) != "woman" and coarse(reading)[-1:] not in _INDECLINABLE


def _reading(parts: list[tuple[str, bool]]) -> Reading:
    words = tuple(asked(*part) for part in parts)
    # fewer people share a family name, or else a long name, than another
    telling = max(words, key=lambda word: (not word.initial, not word.father, word.family, len(word.readings[0])))
    return Reading(words, telling)
