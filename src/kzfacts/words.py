"""Does this text hold these words, in any of their forms, however they are spelled?

Query and text are cut into words, words into stems (`kazakh.endings`). A word of the query is read in three ways, each
only if the texts have none of it by the one before: as written; by its fold (`kazakh.folding`), which does without the
Kazakh letters and with Latin ones; with typing errors (`misspelling`). What it then scores, for example:

    exact      the same word, but for capitals                  100   қауіпсіздік: Қауіпсіздік
    spelling   the same word by its fold                         95   kauipsizdik: қауіпсіздік
    inflected  another form of its stem                          90   қауіпсіздік: қауіпсіздіктің
    inflected  a word made from it                               70   одақ: одақтастық
    fuzzy      a stem with nearly the same letters               60, less 20 for each letter

A text scores the mean of what the words of the query score in it, a missing word 0. Texts that hold more of the words
come first, then those that score higher, then those that stand first. The beginning of a word is no match: қала finds
no қалам, and whoever types `конф` is told that there is no such word.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kzfacts.kazakh.endings import HYPHENS, Stem, folded_stems, is_ending, stems
from kzfacts.kazakh.folding import coarse, fold, folds, normal
from kzfacts.misspelling import alike, deletions, distance
from kzfacts.model import Span

EXACT, SPELLING, INFLECTED, DERIVED, FUZZY = 100.0, 95.0, 90.0, 70.0, 60.0
FUZZY_LOSS = 20.0
KINDS = {EXACT: "exact", SPELLING: "spelling", INFLECTED: "inflected", DERIVED: "inflected"}

# Words that ask for nothing by themselves; they count only in a query that has no others.
FUNCTION_WORDS = """
    туралы жайлы жөнінде бойынша үшін және мен пен бен да де та те не кім бұл сол осы ол
"""

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_HYPHEN = re.compile(f"[{HYPHENS}]")


class Term(NamedTuple):
    """A word of a query, and how it is read."""

    text: str
    """As typed."""
    keys: frozenset[str]
    """The stems that it may have as written: a text that holds it has one of these, or of `near`, among its `keys`."""
    folds: frozenset[str]
    """The folds of the stems that it may have."""
    near: tuple[tuple[str, float], ...] = ()
    """Stems in another spelling that it is read as, with their distance: 0 by the fold, more for a misspelling."""


class Query(NamedTuple):
    """Words to look for."""

    terms: tuple[Term, ...]


class Hit(NamedTuple):
    """What of a query a text holds."""

    score: float
    """0 to 100."""
    kind: str
    """exact, spelling, inflected or fuzzy: that of the least certain of the words found."""
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
    terms = tuple(_term(word) for word in dict.fromkeys(word for word, _, _ in _words(text)))
    idle = frozenset(FUNCTION_WORDS.split())
    return Query(tuple(term for term in terms if normal(term.text) not in idle) or terms)


def keys(text: str) -> frozenset[str]:
    """Return what an index stores for a text: the stems that its words may have, about two a word."""
    return frozenset(stem for word, _, _ in _words(text) for stem, _ in _stems(word))


def forms(text: str) -> frozenset[str]:
    """Return the words of a text as they stand: `keys` of the text is `keys` of all these."""
    if _HYPHEN.search(text):
        return frozenset(word for word, _, _ in _words(text))
    return frozenset(_word_pattern().findall(text))  # the same, quicker


def near_keys(key: str) -> frozenset[str]:
    """Return what an index stores for each known key, to find it by a word in another spelling or misspelt."""
    return deletions(fold(key))


def asked(wanted: Query) -> frozenset[str]:
    """Return the near keys by which an index may know the words of a query."""
    return frozenset(
        near for term in wanted.terms for key in (*term.folds, *map(fold, term.keys)) for near in deletions(key)
    )


def resolve(wanted: Query, vocabulary: Collection[str], guess: bool = True) -> Query:
    """Read each word as the texts have it: as written, or else by its fold, or else with typing errors.

    Args:
        wanted: The query.
        vocabulary: The `keys` of all texts, or of them at least those with one of the near keys that are `asked` for:
            the answer is the same.
        guess: Whether to allow typing errors.
    """
    return Query(tuple(_read(term, vocabulary, guess) for term in wanted.terms))


def match(wanted: Query, text: str) -> Hit | None:
    """Look for the words of a resolved query in a text; None if it holds none of them."""
    best = [0.0] * len(wanted.terms)
    spans = []
    beginnings = tuple(beginning for term in wanted.terms for beginning in _beginnings(term))
    for word, start, end in _words(text):
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
    return Ranking(tuple(ranked), most < len(wanted.terms))


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the words of a text and where they start and end.

    The parts of a hyphenated word are words; an ending alone, as after the hyphen of an acronym, belongs to it.
    """
    last, last_start, last_end = "", 0, 0
    for found in _word_pattern().finditer(text):
        start, end = found.span()
        word = found.group()
        if last:
            if start == last_end + 1 and text[last_end] in HYPHENS and _is_symbol(last) and is_ending(word.lower()):
                last_end = end
                continue
            yield last, last_start, last_end
        last, last_start, last_end = word, start, end
    if last:
        yield last, last_start, last_end


def _is_symbol(word: str) -> bool:
    """Tell whether a word takes its endings after a hyphen: an acronym, a figure."""
    return word.isupper() or word[-1].isdigit()


def _term(word: str) -> Term:
    text = normal(word)
    written = frozenset(stem for stem, derived in stems(text) if not derived)
    if _is_kazakh(text):
        return Term(word, written, frozenset(map(fold, written)))
    # it may be in Latin or Russian letters: take endings off as they sound
    sounded = frozenset(stem for key in folds(text) for stem, derived in folded_stems(key) if not derived)
    return Term(word, written, sounded)


def _is_kazakh(text: str) -> bool:
    """Tell whether a word in small letters has one that only Kazakh has."""
    return not _KAZAKH_LETTERS.isdisjoint(text)


def _read(term: Term, vocabulary: Collection[str], guess: bool) -> Term:
    text = normal(term.text)
    # `каланы` is `кала` + ны as written, but қаланы is meant: only if the texts have all of it is it as written
    if any(key in vocabulary for key in (term.keys if _is_kazakh(text) else (text,))):
        return term
    known = {key: fold(key) for key in vocabulary if _may_be(key, term)}
    same = tuple((key, 0.0) for key, folded in known.items() if folded in term.folds)
    if same or not guess or any(key in vocabulary for key in term.keys):
        return term._replace(near=same)
    apart = {
        key: min(steps)
        for key, folded in known.items()
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
        elif apart[stem]:
            whole = FUZZY - FUZZY_LOSS * apart[stem]
        else:
            whole = SPELLING if fold(word) in folds(term.text) else INFLECTED
        score = max(score, min(whole, DERIVED) if derived else whole)
    return score


@lru_cache(maxsize=1 << 16)
def _normal(word: str) -> str:
    return normal(word)


@lru_cache(maxsize=1 << 16)
def _stems(word: str) -> tuple[Stem, ...]:
    return stems(_normal(word))


@cache
def _word_pattern() -> re.Pattern[str]:
    """Match letters and digits, with the marks that combine with them and the apostrophes inside a word."""
    return re.compile("[^\\W_]+(?:[\u0300-\u036f\u00ad'’ʼ]+[^\\W_]+)*[\u0300-\u036f]*")
