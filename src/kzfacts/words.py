"""Does this text hold these words, in any of their forms, however they are spelled?

Query and text are cut into words, words into stems (`kazakh.endings`), and stems are compared by their fold
(`kazakh.folding`). What a text word is found by, best first, and what it scores:

    exact      the same letters, but for capitals                      100   қауіпсіздік: Қауіпсіздік
    spelling   the same word in another script or spelling              95   kauipsizdik: қауіпсіздік
    inflected  a form of the same stem                                  90   қауіпсіздік: қауіпсіздіктің
    inflected  a word made from it                                      70   одақ: одақтастық
    fuzzy      a word with nearly the same letters, of no known word    60 − 20 × the distance

A text scores the mean of what the words of the query score in it, a missing word 0. Texts that hold more of the words come
first, then those that score higher, then those that stand first.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from kzfacts.kazakh.endings import HYPHENS, folded_stems, is_ending, stems
from kzfacts.kazakh.folding import CLASSES, fold, folds, normal
from kzfacts.model import Span

EXACT, SPELLING, INFLECTED, DERIVED, FUZZY = 100.0, 95.0, 90.0, 70.0, 60.0
KINDS = {EXACT: "exact", SPELLING: "spelling", INFLECTED: "inflected", DERIVED: "inflected"}

# Words that ask for nothing by themselves; they count only in a query that has no others.
FUNCTION_WORDS = frozenset(
    "туралы жайлы жөнінде бойынша үшін және мен пен бен да де та те не кім бұл сол осы ол".split()
)

# How far a misspelt word may be from a known one, by the length of the shorter fold: nothing under five letters.
TOLERANCE = ((12, 2.0), (9, 1.5), (6, 1.0), (5, 0.5))
DELETES = 2
PREFIX = 8

# Letters that are taken for one another cost half: one vowel for another, a voiced consonant for a voiceless one.
_ALIKE = ("aeiou", "kgh", "bpv", "dt", "sz", "xjc", "mn")

# The class of the first letter, where it alone tells how the fold of a word begins (дж is read as ж): a word that cannot
# match need not be read.
_HEADS = {
    capital: key
    for key, letters in CLASSES.items()
    for letter in letters
    if letter != "д"
    for capital in (letter, letter.upper())
}

_WORD = re.compile("[^\\W_]+(?:[\u0300-\u036f\u00ad'’ʼ]+[^\\W_]+)*[\u0300-\u036f]*")
_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")


class Term(NamedTuple):
    """A word of a query."""

    text: str
    """As typed."""
    whole: frozenset[str]
    """The folds of the word as it stands."""
    keys: frozenset[str]
    """The folds of the stems that it may have; a text is a candidate if it has one of them among its `keys`."""
    near: tuple[tuple[str, float], ...] = ()
    """Known stems that it may be a misspelling of, with their distance."""

    def beginnings(self) -> tuple[str, ...]:
        """Return what the fold of every form begins with: an ending changes the last two letters of a stem at most."""
        return tuple(key[: max(1, len(key) - 2)] for key in (*self.keys, *(near for near, _ in self.near)))


class Query(NamedTuple):
    """Words to look for."""

    terms: tuple[Term, ...]


class Hit(NamedTuple):
    """What of a query a text holds."""

    score: float
    """0 to 100."""
    kind: str
    """exact, spelling, inflected or fuzzy: the least certain of the words found."""
    words: tuple[str, ...]
    """The words of the query that were found, as typed."""
    spans: tuple[Span, ...]
    """Where the matching words stand in the text, in order."""


class Ranking(NamedTuple):
    """The texts that hold the words, best first."""

    hits: tuple[tuple[int, Hit], ...]
    """The place of each text among those given, and its hit."""
    missing: bool
    """Whether no text holds all the words, so that these hold only the most of them."""


def query(text: str) -> Query:
    """Read a query: Kazakh in any form, script or spelling; any other text is taken letter by letter."""
    terms = tuple(dict.fromkeys(_term(word) for word, _ in _words(text)))
    asking = tuple(term for term in terms if normal(term.text) not in FUNCTION_WORDS)
    return Query(asking or terms)


def keys(text: str) -> frozenset[str]:
    """Return what an index stores for a text: the folds of the stems that its words may have."""
    return frozenset(key for word, _ in _words(text) for key, _ in _stem_keys(word))


def match(wanted: Query, text: str) -> Hit | None:
    """Look for the words of a query in a text; None if it holds none of them."""
    best = [0.0] * len(wanted.terms)
    spans = []
    beginnings = [term.beginnings() for term in wanted.terms]
    heads = {beginning[:1] for some in beginnings for beginning in some}
    for word, span in _words(text):
        if _HEADS.get(word[0], next(iter(heads), "")) not in heads:
            continue
        whole = _whole_keys(word)
        scores = [
            _score(term, word) if any(key.startswith(some) for key in whole) else 0.0
            for term, some in zip(wanted.terms, beginnings, strict=True)
        ]
        if any(scores):
            spans.append(span)
            best = [max(pair) for pair in zip(best, scores, strict=True)]
    if not spans:
        return None
    found = tuple(term.text for term, score in zip(wanted.terms, best, strict=True) if score)
    kind = KINDS.get(min(score for score in best if score), "fuzzy")
    return Hit(round(sum(best) / len(best), 1), kind, found, tuple(spans))


def rank(wanted: Query, texts: Sequence[str], guess: bool = True) -> Ranking:
    """Find the texts that hold all words of a query, or, if none does, the most of them.

    A word that no text holds is looked for among their words with typing errors allowed, unless `guess` is false.
    """
    hits = _hits(wanted, texts)
    held = {word for _, hit in hits for word in hit.words}
    if guess and any(term.text not in held for term in wanted.terms):
        corrected = resolve(wanted, frozenset().union(*map(keys, texts)))
        if corrected != wanted:
            hits = _hits(corrected, texts)
    most = max((len(hit.words) for _, hit in hits), default=0)
    ranked = sorted((hit for hit in hits if len(hit[1].words) == most), key=lambda hit: -hit[1].score)
    return Ranking(tuple(ranked), most < len(wanted.terms))


def near_keys(key: str) -> frozenset[str]:
    """Return what two keys share if one may be a misspelling of the other: the beginning of the key less up to two letters.

    To be stored with each known stem by an index, and asked for with each key of a term; `resolve` tells which are near.
    Symmetric deletion with a prefix, after W. Garbe's SymSpell (2012): an edit costs each side one letter at most.
    """
    most = min(DELETES, int(_tolerance(len(key)) * 2))
    head = key[:PREFIX]
    kept = (combinations(head, len(head) - gone) for gone in range(min(most, len(head)) + 1))
    return frozenset("".join(letters) for some in kept for letters in some)


def resolve(wanted: Query, vocabulary: Collection[str]) -> Query:
    """Add to each word that is not in the vocabulary the stems there that it may be a misspelling of.

    Args:
        wanted: The query.
        vocabulary: The `keys` of all texts, or of them at least those that share one of their `near_keys` with a key of a
            term: the answer is the same.
    """
    known = frozenset(vocabulary)
    return Query(tuple(term if term.keys & known else term._replace(near=_near(term, known)) for term in wanted.terms))


def _hits(wanted: Query, texts: Iterable[str]) -> list[tuple[int, Hit]]:
    matches = ((index, match(wanted, text)) for index, text in enumerate(texts))
    return [(index, hit) for index, hit in matches if hit]


def _words(text: str) -> Iterator[tuple[str, Span]]:
    """Give the words of a text and where they stand; the parts of a hyphenated one are words, an ending alone is none."""
    previous, start, end = "", 0, 0
    for found in _WORD.finditer(text):
        part, at = found.group(), found.start()
        if previous and at == end + 1 and text[end] in HYPHENS and _is_symbol(previous) and is_ending(part.lower()):
            end = found.end()
            continue
        if previous:
            yield previous, Span(start, end)
        previous, start, end = part, at, found.end()
    if previous:
        yield previous, Span(start, end)


def _is_symbol(word: str) -> bool:
    """Tell whether a word takes its endings after a hyphen: an acronym, a figure."""
    return word.isupper() or word[-1].isdigit()


def _term(word: str) -> Term:
    text = normal(word)
    whole = frozenset(folds(text))
    if _KAZAKH_LETTER.search(text):
        return Term(word, whole, frozenset(fold(stem.text) for stem in stems(text) if not stem.derived))
    # without a letter that only Kazakh has, the word may be in Russian letters or Latin: strip it as it sounds
    return Term(word, whole, frozenset(stem.text for key in whole for stem in folded_stems(key) if not stem.derived))


def _score(term: Term, word: str) -> float:
    score = 0.0
    for key, derived in _stem_keys(word):
        if key in term.keys:
            score = max(score, DERIVED if derived else INFLECTED)
        score = max([score, *(FUZZY - 20 * distance for near, distance in term.near if near == key)])
    if score == INFLECTED and not term.whole.isdisjoint(_whole_keys(word)):
        return EXACT if normal(word) == normal(term.text) else SPELLING
    return score


@lru_cache(maxsize=1 << 16)
def _stem_keys(word: str) -> tuple[tuple[str, bool], ...]:
    """Give the folds of the stems that a word of a text may have, and whether it is made from them rather than a form."""
    if not _CYRILLIC_LETTER.search(word):
        return tuple((key, False) for key in folds(word))
    found: dict[str, bool] = {}
    for stem in stems(normal(word)):
        found.setdefault(fold(stem.text), stem.derived)
    return tuple(found.items())


@lru_cache(maxsize=1 << 12)
def _whole_keys(word: str) -> frozenset[str]:
    return frozenset(folds(word))


def _near(term: Term, known: Iterable[str]) -> tuple[tuple[str, float], ...]:
    """Give the known keys nearest to those of a term, if near enough."""
    distances: dict[str, float] = {}
    for candidate in known:
        for key in term.keys:
            limit = _tolerance(min(len(key), len(candidate)))
            if limit and abs(len(key) - len(candidate)) <= DELETES:
                distance = _distance(key, candidate)
                if distance <= limit:
                    distances[candidate] = min(distance, distances.get(candidate, distance))
    least = min(distances.values(), default=0.0)
    return tuple(sorted((key, distance) for key, distance in distances.items() if distance == least))


def _tolerance(length: int) -> float:
    return next((distance for letters, distance in TOLERANCE if length >= letters), 0.0)


def _distance(one: str, other: str) -> float:
    """Give the weighted number of letters written wrong, left out, put in or swapped that part two keys."""
    before: list[float] = []
    last = [float(at) for at in range(len(other) + 1)]
    for i, letter in enumerate(one, start=1):
        row = [float(i)]
        for j, opposite in enumerate(other, start=1):
            if letter == opposite:
                cost = last[j - 1]
            else:
                cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + _exchange(letter, opposite))
                if i > 1 and j > 1 and letter == other[j - 2] and opposite == one[i - 2]:
                    cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]


def _exchange(letter: str, other: str) -> float:
    return 0.5 if any(letter in letters and other in letters for letters in _ALIKE) else 1.0
