"""Does this text hold these words, in any of their forms, however they are spelled?

Query and text are cut into words, words into stems (`kazakh.endings`). A word of the query is read in four ways, each
only if the texts have none of it by the one before: as written; by its fold (`kazakh.folding`), which does without the
Kazakh letters and with Latin ones; as the same keys give it in another layout (`kazakh.keyboard`); with typing errors
(`misspelling`); see `word_query`. What it then scores, for example:

    exact      the same word, but for capitals                  100   қауіпсіздік: Қауіпсіздік
    spelling   the same word by its fold                         95   kauipsizdik: қауіпсіздік
    inflected  another form of its stem                          90   қауіпсіздік: қауіпсіздіктің
    inflected  a word made from it                               70   одақ: одақтастық
    layout     typed with another keyboard layout on             65   vtlbwbyf: медицина
    fuzzy      a stem with nearly the same letters               60, less 20 for each letter

A text scores the mean of what the words of the query score in it, a missing word 0. Texts that hold more of the words
come first, then those that score higher, then those that stand first. The parts of a hyphenated word (қарым-қатынас)
are words that stand side by side, or, if they do so in no text, anywhere; two words may be one in the texts (екі жақты:
екіжақты). The beginning of a word is no match: қала finds no қалам, and whoever types `конф` is told that there is no
such word.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kzfacts.kazakh.endings import HYPHENS, Stem, stems
from kzfacts.kazakh.folding import fold, normal
from kzfacts.kazakh.tokens import DASHES
from kzfacts.kazakh.tokens import words as words_in
from kzfacts.misspelling import deletions
from kzfacts.model import Span
from kzfacts.word_query import Query, Term, asked, query, resolve, whole_folds

__all__ = ["Hit", "Query", "Ranking", "Term", "asked", "keys", "match", "near_keys", "query", "rank", "resolve"]

EXACT, SPELLING, INFLECTED, DERIVED, LAYOUT, FUZZY = 100.0, 95.0, 90.0, 70.0, 65.0, 60.0
FUZZY_LOSS = 20.0
KINDS = {EXACT: "exact", SPELLING: "spelling", INFLECTED: "inflected", DERIVED: "inflected", LAYOUT: "layout"}


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
    whole: bool
    """Whether the parts of each hyphenated word stand side by side."""


class Ranking(NamedTuple):
    """The texts that hold the words, best first."""

    hits: tuple[tuple[int, Hit], ...]
    """The place of each text among those given, and its hit."""
    missing: bool
    """Whether no text holds all the words, so that these hold only the most of them."""


def keys(text: str) -> frozenset[str]:
    """Return what an index stores for a text: the stems that its words may have, about two a word."""
    return frozenset(stem for word, _, _ in words_in(text) for stem, _ in _stems(word))


def near_keys(key: str) -> frozenset[str]:
    """Return what an index stores for each known key, to find it by a word in another spelling or misspelt."""
    return deletions(fold(key))


def match(wanted: Query, text: str) -> Hit | None:
    """Look for the words of a resolved query in a text; None if it holds none of them."""
    best = [0.0] * len(wanted.terms)
    spans = []
    places: list[list[_Place]] = [[] for _ in wanted.terms]
    beginnings = tuple(beginning for term in wanted.terms for beginning in _beginnings(term))
    for word, start, end in words_in(text):
        if not _normal(word).startswith(beginnings):
            continue
        scores = [_score(term, word) for term in wanted.terms]
        if any(scores):
            spans.append(Span(start, end))
            best = [max(pair) for pair in zip(best, scores, strict=True)]
            for place, score in zip(places, scores, strict=True):
                place += [_Place(start, end, score)] if score else []
    if not spans:
        return None
    found = tuple(term.text for term, score in zip(wanted.terms, best, strict=True) if score)
    kind = KINDS.get(min(score for score in best if score), "fuzzy")
    joined = (
        _side_by_side(text, places[at - 1], places[at])
        for at, term in enumerate(wanted.terms)
        if at and term.joined and wanted.terms[at - 1].beside == term.beside
    )
    return Hit(round(sum(best) / len(best), 1), kind, found, tuple(spans), all(joined))


def fullest(hits: Iterable[Hit]) -> Callable[[Hit], bool]:
    """Give what tells, of the hits for one query, those that hold the most of it."""
    most = max(((len(hit.words), hit.whole) for hit in hits), default=(0, False))
    return lambda hit: (len(hit.words), hit.whole) == most


class _Place(NamedTuple):
    """Where a word stands in a text, and what it scores."""

    start: int
    end: int
    score: float


def _side_by_side(text: str, ones: list[_Place], others: list[_Place]) -> bool:
    """Tell whether only a hyphen or dash parts one word from another, or a space if it has no ending (кең байтақ)."""
    between = ((one.score, text[one.end : other.start]) for one in ones for other in others if one.end < other.start)
    return any(
        not gap.strip(f" {HYPHENS}{DASHES}") and (gap != " " or score in (EXACT, SPELLING)) for score, gap in between
    )


def rank(wanted: Query, texts: Sequence[str], guess: bool = True) -> Ranking:
    """Find the texts that hold all words of a query, or, if none does, the most of them; `guess` is as in `resolve`."""
    resolved = resolve(wanted, frozenset().union(*map(keys, texts)), guess)
    matches = ((place, match(resolved, text)) for place, text in enumerate(texts))
    hits = [(place, hit) for place, hit in matches if hit]
    full = fullest(hit for _, hit in hits)
    ranked = sorted((hit for hit in hits if full(hit[1])), key=lambda hit: -hit[1].score)
    return Ranking(tuple(ranked), any(len(hit.words) < len(resolved.terms) for _, hit in ranked))


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
            whole = SPELLING if fold(word) in whole_folds(term.text) else INFLECTED
        score = max(score, min(whole, DERIVED) if derived else whole)
    return score


@lru_cache(maxsize=1 << 16)
def _normal(word: str) -> str:
    return normal(word)


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> tuple[Stem, ...]:
    return stems(_normal(word))
