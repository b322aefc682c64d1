"""Does this text hold these words, in any of their forms, however they are spelled?

Query and text are cut into words, words into stems (`kazakh.endings`). A word of the query is read in three ways, each only
if no text holds it by the one before: as written; by its fold (`kazakh.folding`), which does without the Kazakh letters and
with Latin ones; with typing errors. What it scores in a text, for example:

    exact      the same word, but for capitals                  100   қауіпсіздік: Қауіпсіздік
    spelling   the same word by its fold                         95   kauipsizdik: қауіпсіздік
    inflected  another form of its stem                          90   қауіпсіздік: қауіпсіздіктің
    inflected  a word made from it                               70   одақ: одақтастық
    fuzzy      a stem with nearly the same letters               60, less 20 for each letter

A text scores the mean of what the words of the query score in it, a missing word 0. Texts that hold more of the words come
first, then those that score higher, then those that stand first. The beginning of a word is no match: қала finds no қалам.
"""

import math
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from kzfacts.kazakh.endings import HYPHENS, Stem, folded_stems, is_ending, stems
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


class Term(NamedTuple):
    """A word of a query, and how it is read."""

    text: str
    """As typed."""
    keys: frozenset[str]
    """The stems that it may have as written: a text that holds it has one of these, or of `near`, among its `keys`."""
    folds: frozenset[str]
    """The folds of the stems that it may have."""
    near: tuple[tuple[str, float], ...] = ()
    """Stems in other spelling that it is read as, with their distance: 0 if the fold is the same, more for a misspelling."""


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
    """Return what an index stores for a text: the stems that its words may have."""
    return frozenset(key for word, _ in _words(text) for key, _ in _stems(word))


def near_keys(key: str) -> frozenset[str]:
    """Return what an index stores for each known stem, to find it by a word in another spelling or misspelt.

    It is the beginning of the stem's fold, less up to two letters. Symmetric deletion with a prefix, after W. Garbe's
    SymSpell (2012): what takes k edits shares a beginning less k letters.
    """
    return _deletions(fold(key))


def asked(wanted: Query) -> frozenset[str]:
    """Return the `near_keys` by which a vocabulary may know the words of a query."""
    return frozenset().union(*(_deletions(key) for term in wanted.terms for key in term.folds))


def resolve(wanted: Query, vocabulary: Collection[str], guess: bool = True) -> Query:
    """Read each word as the texts have it: as written, or else by its fold, or else with typing errors.

    Args:
        wanted: The query.
        vocabulary: The `keys` of all texts, or of them at least the `keys` of the query and those that have one of the
            near keys that are `asked` for: the answer is the same.
        guess: Whether to allow typing errors.
    """
    return Query(tuple(_read(term, vocabulary, guess) for term in wanted.terms))


def match(wanted: Query, text: str) -> Hit | None:
    """Look for the words of a resolved query in a text; None if it holds none of them."""
    best = [0.0] * len(wanted.terms)
    spans = []
    beginnings = tuple(beginning for term in wanted.terms for beginning in _beginnings(term))
    for word, span in _words(text):
        if not _normal(word).startswith(beginnings):
            continue
        scores = [_score(term, word) for term in wanted.terms]
        if any(scores):
            spans.append(span)
            best = [max(pair) for pair in zip(best, scores, strict=True)]
    if not spans:
        return None
    found = tuple(term.text for term, score in zip(wanted.terms, best, strict=True) if score)
    kind = KINDS.get(min(score for score in best if score), "fuzzy")
    return Hit(round(sum(best) / len(best), 1), kind, found, tuple(spans))


def rank(wanted: Query, texts: Sequence[str], guess: bool = True) -> Ranking:
    """Find the texts that hold all words of a query, or, if none does, the most of them; `guess` is as for `resolve`."""
    resolved = resolve(wanted, frozenset().union(*map(keys, texts)), guess)
    matches = ((place, match(resolved, text)) for place, text in enumerate(texts))
    hits = [(place, hit) for place, hit in matches if hit]
    most = max((len(hit.words) for _, hit in hits), default=0)
    ranked = sorted((hit for hit in hits if len(hit[1].words) == most), key=lambda hit: -hit[1].score)
    return Ranking(tuple(ranked), most < len(wanted.terms))


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
    written = frozenset(stem for stem, derived in stems(text) if not derived)
    if _KAZAKH_LETTER.search(text):
        return Term(word, written, frozenset(map(fold, written)))
    # without a letter that only Kazakh has, it may be in Latin or Russian letters: take endings off as they sound
    sounded = frozenset(stem for key in folds(text) for stem, derived in folded_stems(key) if not derived)
    return Term(word, written, sounded)


def _read(term: Term, vocabulary: Collection[str], guess: bool) -> Term:
    text = normal(term.text)
    known = {text} if not _KAZAKH_LETTER.search(text) else term.keys
    if any(key in vocabulary for key in known):
        return term
    like = [key for key in vocabulary if _may_be_like(key, term)]
    near = [(key, 0.0) for key in like if fold(key) in term.folds]
    if near or any(key in vocabulary for key in term.keys):
        return term._replace(near=tuple(near))
    return term._replace(near=_misspelt(term, like)) if guess else term


def _may_be_like(key: str, term: Term) -> bool:
    """Tell by its first letter whether a stem is worth folding."""
    head = _HEADS.get(key[0])
    return head is None or any(_exchange(head, folded[:1]) < 1 for folded in term.folds)


def _misspelt(term: Term, known: Iterable[str]) -> tuple[tuple[str, float], ...]:
    """Give the known stems nearest to those of a term, if near enough."""
    distances: dict[str, float] = {}
    for stem in known:
        key = fold(stem)
        for folded in term.folds:
            limit = _tolerance(min(len(key), len(folded)))
            if limit and abs(len(key) - len(folded)) <= limit and _exchange(key[0], folded[0]) < 1:
                distance = _distance(key, folded)
                if distance <= limit:
                    distances[stem] = min(distance, distances.get(stem, distance))
    least = min(distances.values(), default=0.0)
    return tuple(sorted((stem, distance) for stem, distance in distances.items() if distance == least))


def _beginnings(term: Term) -> Iterator[str]:
    """Give what every form begins with: an ending changes the last two letters of a stem at most."""
    for key in (*term.keys, *(near for near, _ in term.near)):
        yield key[: max(1, len(key) - 2)]


def _score(term: Term, word: str) -> float:
    """Tell what a word of a text scores for a term."""
    distances = dict(term.near)
    score = 0.0
    for stem, derived in _stems(word):
        if stem in term.keys:
            whole = EXACT if _normal(word) == normal(term.text) else INFLECTED
        elif stem in distances:
            whole = SPELLING if not set(folds(word)).isdisjoint(folds(term.text)) else INFLECTED
            if distances[stem]:
                whole = FUZZY - 20 * distances[stem]
        else:
            continue
        score = max(score, min(whole, DERIVED) if derived else whole)
    return score


@lru_cache(maxsize=1 << 16)
def _normal(word: str) -> str:
    return normal(word)


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> tuple[Stem, ...]:
    return stems(_normal(word))


def _deletions(key: str) -> frozenset[str]:
    most = min(DELETES, math.ceil(_tolerance(len(key))))
    head = key[:PREFIX]
    kept = (combinations(head, len(head) - gone) for gone in range(min(most, len(head)) + 1))
    return frozenset("".join(letters) for some in kept for letters in some)


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
    if letter == other:
        return 0.0
    return 0.5 if any(letter in letters and other in letters for letters in _ALIKE) else 1.0
