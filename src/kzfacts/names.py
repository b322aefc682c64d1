"""Does this query name this person, how surely, and why.

A query is read as typed, and as typed with another keyboard layout; its words are set against the words of a name. The
weakest word decides: a given name that contradicts is not made good by the surname. Nothing is compared that shares
no key with the query, so that an index over `keys` gives just what a scan of all names gives.
"""

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import NamedTuple

from .kazakh.anthroponyms import INITIALS, gender, is_honorific
from .kazakh.folding import coarse, fold
from .kazakh.keyboard import retyped
from .kazakh.likeness import CEILING, LEAST, Likeness, Word, asked, likeness, word

# A name is found from this score up. Calibrated on labelled queries with benchmarks/names.py.
THRESHOLD = 85.0

# What a score loses if the query leaves a part of the name out, or gives an initial for it.
GIVEN_NAME_MISSING = 1.0
FAMILY_NAME_MISSING = 3.0
INITIAL = 1.0
# Part of the name is right and part is not: a namesake. Such a name is good for a suggestion.
CONTRADICTED = 0.7

LONGEST_QUERY = 300
MOST_WORDS = 8

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f'’ʼ‘`ʹʻ´·])+\.?")
# The same keys in another layout often give what no name has: that layout was not meant.
_NO_NAME = re.compile(r"[^\w\s.'’«»\"“”-]|_")
_HYPHEN = re.compile(r"(?<=\w)-(\w)")
_POSSESSIVE = re.compile("['’]s$")
# ұлы and қызы may be written apart
_PATRONYMIC_PARTICLES = frozenset(map(fold, ("ұлы", "қызы", "оғлы", "ұғлы")))
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
        self.typed = tuple(_reading(parts) for parts in _variants(text))
        self._likenesses: dict[tuple[str, str], Likeness | None] = {}

    @cached_property
    def retyped(self) -> tuple[Reading, ...]:
        """The words that the same keys give in other keyboard layouts."""
        if len(self.text) > LONGEST_QUERY:
            return ()
        texts = (text for text in retyped(self.text) if not _NO_NAME.search(text))
        return tuple(_reading(parts) for text in texts for parts in _variants(text))

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
    variants = tuple(tuple(word(*part) for part in parts) for parts in _variants(text))
    return Name(variants, frozenset(key for words in variants for word in words for key in word.keys))


def keys(n: Name) -> frozenset[str]:
    """Return what an index stores for a name."""
    return n.keys


def query_keys(q: Query) -> frozenset[str]:
    """Return the keys to look up: `match` gives None for every name that has none of them."""
    return q.keys


def needed(q: Query) -> tuple[tuple[frozenset[str], ...], ...]:
    """Return, for each reading of a query, the keys of the words that a name must have to be found.

    For a name that has none of the keys of one of them, and no initial, `match` scores below `THRESHOLD`.
    """
    return tuple(
        tuple(word.keys for word in words if not word.initial and not word.father) or (telling.keys,)
        for words, telling in q.typed + q.retyped
    )


def has_initial(n: Name) -> bool:
    """Tell whether a name has an initial, which stands for any word with its letter."""
    return any(word.initial for words in n.variants for word in words)


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
    score = min(pair.likeness.score for pair in met)
    missing = [word for word in known if not word.father and all(word is not pair.known for pair in met)]
    if missing:
        family = any(pair.known.family for pair in met) or not any(word.family for word in missing)
        score -= GIVEN_NAME_MISSING if family else FAMILY_NAME_MISSING
    if _contradicts(words, met, known, missing):
        score = min(score, THRESHOLD) * CONTRADICTED
    if score < LEAST:
        return None
    kind = max((pair.likeness.kind for pair in met), key=list(CEILING).index)
    matched = [word.text for word in known if any(word is pair.known for pair in met)]
    return Match(round(score, 1), kind, q.text, " ".join(matched))


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
    if any(pair.likeness.company for pair in met) and len(met) < 2:
        return True
    upright = [pair.known.readings[0] for pair in met if pair.likeness.kind != "inflected" and not pair.asked.initial]
    return any(pair.likeness.mens for pair in met) and any(map(_declines_as_mans, upright))


def _declines_as_mans(reading: str) -> bool:
    """Tell whether a word, given in the nominative, shows that a man's name beside it is no case form either."""
    return gender(reading) != "woman" and coarse(reading)[-1:] not in _INDECLINABLE


def _reading(parts: list[tuple[str, bool]]) -> Reading:
    words = tuple(asked(*part) for part in parts)
    # fewer people share a family name, or else a long name, than another
    telling = max(words, key=lambda word: (not word.initial, not word.father, word.family, len(word.readings[0])))
    return Reading(words, telling)


def _variants(text: str) -> list[list[tuple[str, bool]]]:
    """Return the words of a name, each with whether it is an initial; if there are hyphens, once more without them."""
    short = " ".join(text[: 10 * LONGEST_QUERY].split())
    if len(short) > LONGEST_QUERY:
        return []
    composed = unicodedata.normalize("NFC", short)
    joined = _HYPHEN.sub(lambda match: match.group(1).lower(), composed)
    texts = dict.fromkeys((composed, joined))
    return [parts for parts in map(_parts, texts) if 0 < len(parts) <= MOST_WORDS]


def _parts(text: str) -> list[tuple[str, bool]]:
    """Return the words of a name; words of address are left out if there is any other."""
    parts: list[tuple[str, bool]] = []
    titles: list[tuple[str, bool]] = []
    for token in (token for chunk in _unglued(text).split() for token in _tokens(chunk)):
        bare = _POSSESSIVE.sub("", token.rstrip(".")).strip("'’")
        if parts and fold(bare) in _PATRONYMIC_PARTICLES:
            parts[-1] = (parts[-1][0] + bare, False)
        elif is_honorific(bare):
            titles.append((bare, False))
        elif fold(bare):
            parts.append((bare, len(bare) == 1 or (token.endswith(".") and len(bare) == 2)))
    return parts or titles


def _tokens(chunk: str) -> list[str]:
    bare = chunk.strip('«»"“”„.,;:!?()')
    return [bare] if "-" in bare and is_honorific(bare) else _WORD.findall(chunk)


def _unglued(text: str) -> str:
    """Set apart two names written as one: ZagipaYahyanovna."""
    return "".join(
        f" {letter}"
        if letter.isupper()
        and text[at - 1 : at].islower()
        and text[at - 3 : at].isalpha()
        and text[at + 1 : at + 3].islower()
        else letter
        for at, letter in enumerate(text)
    )
