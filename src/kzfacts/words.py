"""Does this text hold these words, in any of their forms, however they are spelled?

Query and text are cut into words, words into stems (`kazakh.endings`). A word of the query is read in four ways, each
only if the texts have none of it by the one before: as written; by its fold (`kazakh.folding`), which does without the
Kazakh letters and with Latin ones; as the same keys give it in another layout (`kazakh.keyboard`); with typing errors
(`misspelling`). What it then scores, for example:

    exact      the same word, but for capitals                  100   қауіпсіздік: Қауіпсіздік
    spelling   the same word by its fold                         95   kauipsizdik: қауіпсіздік
    inflected  another form of its stem                          90   қауіпсіздік: қауіпсіздіктің
    inflected  a word made from it                               70   одақ: одақтастық
    layout     typed with another keyboard layout on         65   vtlbwbyf: медицина
    fuzzy      a stem with nearly the same letters               60, less 20 for each letter

A text scores the mean of what the words of the query score in it, a missing word 0. Texts that hold more of the words
come first, then those that score higher, then those that stand first. The beginning of a word is no match: қала finds
no қалам, and whoever types `конф` is told that there is no such word.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from kzfacts.kazakh.endings import Stem, folded_stems, stems, whole_fold
from kzfacts.kazakh.folding import coarse, fold, folds, normal
from kzfacts.kazakh.keyboard import retyped
from kzfacts.kazakh.tokens import words as words_in
from kzfacts.misspelling import alike, beginning, deletions, distance
from kzfacts.model import Span

EXACT, SPELLING, INFLECTED, DERIVED, LAYOUT, FUZZY = 100.0, 95.0, 90.0, 70.0, 65.0, 60.0
FUZZY_LOSS = 20.0
KINDS = {EXACT: "exact", SPELLING: "spelling", INFLECTED: "inflected", DERIVED: "inflected", LAYOUT: "layout"}

# Words that ask for nothing by themselves; they count only in a query that has no others.
FUNCTION_WORDS = frozenset(
    "туралы жайлы жөнінде бойынша үшін және мен пен бен да де та те не кім бұл сол осы ол".split()
)

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_NASALS = (("нг", "ңг"), ("ng", "ngg"))
# ъ in BGN/PCGN, ALA-LC and ISO 9: sʺezd.
_SIGNS = str.maketrans("", "", "”ʺ")
_CYRILLIC_WORD = re.compile("[\u0400-\u052f]+(?:-[\u0400-\u052f]+)*")


class Term(NamedTuple):
    """A word of a query, and how it is read."""

    text: str
    """As typed."""
    beside: str
    """With what stands beside it without a space."""
    keys: frozenset[str]
    """The stems that it may have as written: a text that holds it has one of these, or of `near`, among its `keys`."""
    folds: frozenset[str]
    """The folds of the stems that it may have."""
    near: tuple[tuple[str, float], ...] = ()
    """Stems in another spelling that it is read as, with their distance: 0 by the fold, more for a misspelling."""
    idle: bool = False
    """Whether it asks for nothing by itself."""
    layout: bool = False
    """Whether it is read in another keyboard layout than it was typed in."""


class Query(NamedTuple):
    """Words to look for."""

    terms: tuple[Term, ...]


class Hit(NamedTuple):
    """What of a query a text holds."""

    score: float
    """0 to 100."""
    kind: str
    """exact, spelling, inflected, layout or fuzzy: that of the least certain of the words found."""
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
    terms = {word: _term(word, beside) for beside in text.translate(_SIGNS).split() for word, _, _ in words_in(beside)}
    return Query(_telling(tuple(terms.values())))


def _telling(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Leave out the words that ask for nothing, unless there are no others."""
    return tuple(term for term in terms if not term.idle) or terms


def keys(text: str) -> frozenset[str]:
    """Return what an index stores for a text: the stems that its words may have, about two a word."""
    return frozenset(stem for word, _, _ in words_in(text) for stem, _ in _stems(word))


def near_keys(key: str) -> frozenset[str]:
    """Return what an index stores for each known key, to find it by a word in another spelling or misspelt."""
    return deletions(fold(key))


def asked(wanted: Query) -> frozenset[str]:
    """Return the near keys by which an index may know the words of a query."""
    misspelt = (key for term in wanted.terms for key in (*term.folds, *map(fold, term.keys)))
    other = (terms for beside, _ in _groups(wanted) for terms in _retyped(beside))
    mistyped = (key for terms in other for term in terms for key in term.folds)
    return frozenset(near for key in misspelt for near in deletions(key)) | frozenset(map(beginning, mistyped))


def resolve(wanted: Query, vocabulary: Collection[str], guess: bool = True) -> Query:
    """Read each word as the texts have it: as written, by its fold, in another keyboard layout, with typing errors.

    Args:
        wanted: The query.
        vocabulary: The `keys` of all texts, or of them at least those with one of the near keys that are `asked` for:
            the answer is the same.
        guess: Whether to allow other layouts and typing errors.
    """
    terms: list[Term] = []
    for beside, group in _groups(wanted):
        read = [_read(term, vocabulary) for term in group]
        if guess and not any(_known(term, vocabulary) for term in read):
            read = _mistyped(beside, vocabulary) or read
        terms += read
    return Query(_telling(tuple(_misspelt(term, vocabulary) if guess else term for term in terms)))


def _groups(wanted: Query) -> Iterator[tuple[str, Iterator[Term]]]:
    return groupby(wanted.terms, key=lambda term: term.beside)


def match(wanted: Query, text: str) -> Hit | None:
    """Look for the words of a resolved query in a text; None if it holds none of them."""
    best = [0.0] * len(wanted.terms)
    spans = []
    beginnings = tuple(beginning for term in wanted.terms for beginning in _beginnings(term))
    for word, start, end in words_in(text):
        if not _normal(word).startswith(beginnings):
            continue
        scores = [_score(term, word) for term in wanted.terms]
        if any(scores):
            spans.append(Span(start, end))
            best = [max(pair) for pair in zip(best, scores, strict=True)]
    if not spans:
        return None
    found = tuple(term.text for term, score in zip(wanted.terms, best, strict=True) if score)
    kind = KINDS.get(min(score for score in best if score), "fuzzy")
    return Hit(round(sum(best) / len(best), 1), kind, found, tuple(spans))


def rank(wanted: Query, texts: Sequence[str], guess: bool = True) -> Ranking:
    """Find the texts that hold all words of a query, or, if none does, the most of them; `guess` is as in `resolve`."""
    resolved = resolve(wanted, frozenset().union(*map(keys, texts)), guess)
    matches = ((place, match(resolved, text)) for place, text in enumerate(texts))
    hits = [(place, hit) for place, hit in matches if hit]
    most = max((len(hit.words) for _, hit in hits), default=0)
    ranked = sorted((hit for hit in hits if len(hit[1].words) == most), key=lambda hit: -hit[1].score)
    return Ranking(tuple(ranked), most < len(resolved.terms))


def _term(word: str, beside: str) -> Term:
    text = normal(word)
    written = frozenset(stem for stem, derived in stems(text) if not derived)
    idle = text in FUNCTION_WORDS
    if _is_kazakh(text):
        return Term(word, beside, written, frozenset(map(fold, written)), idle=idle)
    # it may be in Latin or Russian letters: take endings off as they sound
    read = _read_whole(text)
    read = tuple(key for key in read if whole_fold(key)) or read
    sounded = frozenset(stem for key in read for stem, derived in folded_stems(key) if not derived)
    return Term(word, beside, written, sounded, idle=idle)


@lru_cache(maxsize=1 << 10)
def _read_whole(word: str) -> tuple[str, ...]:
    """Give the folds of a word in any letters; where it has none of Kazakh, нг may be ңг too (денгей: деңгей)."""
    text = normal(word)
    spellings = {text} if _is_kazakh(text) else {text, *(text.replace(pair, long) for pair, long in _NASALS)}
    return tuple(key for spelling in sorted(spellings) for key in folds(spelling))


def _is_kazakh(text: str) -> bool:
    """Tell whether a word in small letters has one that only Kazakh has."""
    return not _KAZAKH_LETTERS.isdisjoint(text)


def _known(term: Term, vocabulary: Collection[str]) -> bool:
    """Tell whether the texts have a word as it is read."""
    return bool(term.near) or any(key in vocabulary for key in term.keys)


def _read(term: Term, vocabulary: Collection[str]) -> Term:
    """Read a word as written, or else by its fold."""
    text = normal(term.text)
    # `каланы` is `кала` + ны as written, but қаланы is meant: only if the texts have all of it is it as written
    if any(key in vocabulary for key in (term.keys if _is_kazakh(text) else (text,))):
        return term
    known = ((key, fold(key)) for key in vocabulary if _may_be(key, term))
    return term._replace(near=_same(key for key, folded in known if folded in term.folds))


def _mistyped(beside: str, vocabulary: Collection[str]) -> list[Term]:
    """Read what was typed without a space in the first keyboard layout in which the texts have all its words."""
    none: frozenset[str] = frozenset()
    for terms in _retyped(beside):
        read = [_read(term, vocabulary) for term in terms]
        if all(_known(term, vocabulary) for term in read):
            return [
                Term(beside, beside, none, none, term.near or _same(term.keys), term.idle, layout=True) for term in read
            ]
    return []


def _retyped(beside: str) -> Iterator[tuple[Term, ...]]:
    """Give the words that the same keys give in the Kazakh and Russian layouts, where that is Cyrillic throughout."""
    if beside.isdecimal() or _CYRILLIC_WORD.fullmatch(beside):
        return
    for text in retyped(beside):
        terms = query(text).terms
        if terms and all(_CYRILLIC_WORD.fullmatch(term.text) for term in terms):
            yield terms


def _same(keys: Iterable[str]) -> tuple[tuple[str, float], ...]:
    return tuple((key, 0.0) for key in keys)


def _misspelt(term: Term, vocabulary: Collection[str]) -> Term:
    """Read a word that the texts have not as the nearest that they have."""
    if _known(term, vocabulary):
        return term
    known = ((key, fold(key)) for key in vocabulary if _may_be(key, term))
    apart = {
        key: min(steps)
        for key, folded in known
        if (steps := [far for one in term.folds if (far := distance(one, folded)) is not None])
    }
    least = min(apart.values(), default=0.0)
    return term._replace(near=tuple(sorted((key, far) for key, far in apart.items() if far == least)))


def _may_be(key: str, term: Term) -> bool:
    """Tell by the first letter whether a stem may be one of a term's in another spelling: it saves folding most."""
    head = coarse(key[0])
    # a letter that stands for two, and д, which дж makes another, tell nothing
    return (
        key[0].isascii() or not head.isascii() or head == "d" or any(alike(head, one[0]) for one in term.folds if one)
    )


def _beginnings(term: Term) -> Iterator[str]:
    """Give what every form begins with: an ending changes the last two letters of a stem at most."""
    for key in (*term.keys, *(near for near, _ in term.near)):
        yield key[: max(1, len(key) - 2)]


def _score(term: Term, word: str) -> float:
    """Tell what a word of a text scores for a term."""
    apart = dict(term.near)
    score = 0.0
    for stem, derived in _stems(word):
        if stem in term.keys:
            whole = EXACT if _normal(word) == normal(term.text) else INFLECTED
        elif stem not in apart:
            continue
        elif term.layout:
            whole = LAYOUT
        elif apart[stem]:
            whole = FUZZY - FUZZY_LOSS * apart[stem]
        else:
            whole = SPELLING if fold(word) in _read_whole(term.text) else INFLECTED
        score = max(score, min(whole, DERIVED) if derived else whole)
    return score


@lru_cache(maxsize=1 << 16)
def _normal(word: str) -> str:
    return normal(word)


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> tuple[Stem, ...]:
    return stems(_normal(word))
