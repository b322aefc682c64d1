"""The words of a query, and how each is read where the texts have it in another spelling.

A Latin letter means different things in different schemes, and a slip of the keyboard anything: so a query is resolved
against the vocabulary of the texts, and read as what they have.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from kzfacts.kazakh.endings import HYPHENS, folded_stems, is_adjective, plain_stems, stems, whole_fold
from kzfacts.kazakh.folding import coarse, fold, folds, normal
from kzfacts.kazakh.keyboard import retyped
from kzfacts.kazakh.tokens import DASHES, words
from kzfacts.misspelling import alike, beginning, deletions, distance

# Words that ask for nothing by themselves; they count only in a query that has no others.
FUNCTION_WORDS = frozenset(
    "туралы жайлы жөнінде бойынша үшін және мен пен бен да де та те не кім бұл сол осы ол".split()
)

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
# і may be typed for others too.
_OF_THEIR_OWN = _KAZAKH_LETTERS - {"і"}
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
    joined: bool = False
    """Whether a hyphen or dash joins it to the word before."""
    idle: bool = False
    """Whether it asks for nothing by itself."""
    layout: bool = False
    """Whether it is read in another keyboard layout than it was typed in."""


class Query(NamedTuple):
    """Words to look for."""

    terms: tuple[Term, ...]


def query(text: str) -> Query:
    """Read a query: Kazakh in any form, script or spelling; any other text is taken letter by letter."""
    terms: dict[str, Term] = {}
    for beside in text.translate(_SIGNS).split():
        last = -1
        for word, start, end in words(beside):
            terms.setdefault(word, _term(word, beside, joined=start - last == 1 and beside[last] in HYPHENS + DASHES))
            last = end
    return Query(_telling(tuple(terms.values())))


def _telling(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Leave out the words that ask for nothing, unless there are no others."""
    return tuple(term for term in terms if not term.idle) or terms


def asked(wanted: Query) -> frozenset[str]:
    """Return the near keys by which an index may know the words of a query."""
    misspelt = (key for term in wanted.terms for key in (*term.folds, *map(fold, term.keys)))
    other = (terms for beside, _ in _groups(wanted) for terms in _slips(beside))
    pairs = (_compound(one, two) for one, two in pairwise(wanted.terms))
    whole = (key for term in chain(pairs, *other) for key in term.folds)
    return frozenset(near for key in misspelt for near in deletions(key)) | frozenset(map(beginning, whole))


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
    terms = _compounded(terms, vocabulary)
    return Query(_telling(tuple(_misspelt(term, vocabulary) if guess else term for term in terms)))


def _compounded(terms: list[Term], vocabulary: Collection[str]) -> list[Term]:
    """Join two words that the texts write as one, where they have not both: екі жақты, екіжақты."""
    found: list[Term] = []
    for term in terms:
        if found and not (_known(found[-1], vocabulary) and _known(term, vocabulary)):
            both = _read(_compound(found[-1], term), vocabulary)
            if _known(both, vocabulary):
                near = both.near or _same(both.keys)
                found[-1] = both._replace(keys=frozenset(), near=near)
                continue
        found.append(term)
    return found


def _compound(one: Term, two: Term) -> Term:
    return _term(one.text + two.text, one.beside, one.joined)


def _groups(wanted: Query) -> Iterator[tuple[str, Iterator[Term]]]:
    return groupby(wanted.terms, key=lambda term: term.beside)


def _term(word: str, beside: str, joined: bool) -> Term:
    text = normal(word)
    either = is_adjective(text)
    written = frozenset(stem for stem, derived in stems(text) if either or not derived)
    idle = text in FUNCTION_WORDS
    if _is_kazakh(text):
        return Term(word, beside, written, frozenset(map(fold, written)), joined=joined, idle=idle)
    if _CYRILLIC_WORD.fullmatch(text):  # Russian letters may stand for Kazakh ones
        read = (stem for stem, derived in plain_stems(text) if either or not derived)
        sounded = frozenset(key for stem in read for key in whole_folds(stem))
    else:  # take endings off as they sound
        heard = whole_folds(text)
        heard = tuple(key for key in heard if whole_fold(key)) or heard
        sounded = frozenset(stem for key in heard for stem, derived in folded_stems(key) if not derived)
    return Term(word, beside, written, sounded, joined=joined, idle=idle)


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
    return term._replace(near=_same(key for key, folded in known if folded in term.folds and _faithful(term, key)))


def _faithful(term: Term, key: str) -> bool:
    """Tell whether a stem with the fold of a term has the Kazakh letters that were typed: құн is not meant for күн."""
    return not _is_kazakh(normal(term.text)) or any(_agree(stem, key) for stem in term.keys if fold(stem) == fold(key))


def _agree(stem: str, key: str) -> bool:
    """Tell whether the letters of their own in a stem stand in another too: at their place, if it can be told."""
    if len(stem) != len(key):
        return _OF_THEIR_OWN.isdisjoint(set(stem) - set(key))
    return all(letter == other or letter not in _OF_THEIR_OWN for letter, other in zip(stem, key, strict=True))


def _mistyped(beside: str, vocabulary: Collection[str]) -> list[Term]:
    """Read what was typed without a space in the first keyboard layout in which the texts have all its words."""
    none: frozenset[str] = frozenset()
    for terms in _slips(beside):
        read = [_read(term, vocabulary) for term in terms]
        if all(_known(term, vocabulary) for term in read):
            return [
                Term(beside, beside, none, none, term.near or _same(term.keys), term.joined, term.idle, True)
                for term in read
            ]
    return []


def _slips(beside: str) -> Iterator[tuple[Term, ...]]:
    """Give the words that the same keys give in the Kazakh and Russian layouts, where that is Cyrillic throughout."""
    if beside.isdecimal() or _CYRILLIC_WORD.fullmatch(beside):
        return
    for text in retyped(beside):
        terms = query(text).terms
        if terms and all(_CYRILLIC_WORD.fullmatch(term.text) for term in terms):
            yield terms


def _same(keys: Iterable[str]) -> tuple[tuple[str, float], ...]:
    return tuple((key, 0.0) for key in sorted(keys))


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


@lru_cache(maxsize=1 << 10)
def whole_folds(word: str) -> tuple[str, ...]:
    """Give the folds of a word in any letters; where it has none of Kazakh, нг may be ңг too (денгей: деңгей)."""
    text = normal(word)
    spellings = {text} if _is_kazakh(text) else {text, *(text.replace(pair, long) for pair, long in _NASALS)}
    return tuple(key for spelling in sorted(spellings) for key in folds(spelling))


def _is_kazakh(text: str) -> bool:
    """Tell whether a word in small letters has one that only Kazakh has."""
    return not _KAZAKH_LETTERS.isdisjoint(text)


def _may_be(key: str, term: Term) -> bool:
    """Tell by the first letter whether a stem may be one of a term's in another spelling: it saves folding most."""
    head = coarse(key[0])
    # a letter that stands for two, and д, which дж makes another, tell nothing
    return (
        key[0].isascii() or not head.isascii() or head == "d" or any(alike(head, one[0]) for one in term.folds if one)
    )
