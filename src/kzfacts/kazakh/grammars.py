"""The grammar of noun endings in each set of letters: as Kazakh is written, in Russian letters, and folded."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kzfacts.kazakh.ending_tables import (
    ATTRIBUTIVES,
    CASES,
    DERIVATIONS,
    EQUATIVES,
    GLIDE,
    HARD,
    INVARIABLE,
    LINKED,
    PLURALS,
    POSSESSED,
    POSSESSIVES,
    SOFT,
    UNPOSSESSED,
    UNVOICED,
    VOICED,
    VOWEL,
)
from kzfacts.kazakh.folding import coarse, fold
from kzfacts.kazakh.lexicon import ADJECTIVES, ELIDED, TWO_LETTER_NOUNS, UNINFLECTED, WHOLE

# What a Russian keyboard offers for the letters that only Kazakh has.
PLAIN = str.maketrans("әғқңөұүһі", "агкноуухи")

# The tables in the order in which their endings are taken off. After -дағы a word goes round again, but for its case;
# derivations follow one another (`одақтастық`: `одақтас`, `одақ`).
_TABLES = (CASES, EQUATIVES, POSSESSIVES, PLURALS, ATTRIBUTIVES, DERIVATIONS)
CASE, EQUATIVE, POSSESSIVE, PLURAL, ATTRIBUTIVE, DERIVATION = range(1, 7)
AGAIN = {ATTRIBUTIVE: EQUATIVE, DERIVATION: PLURAL}


class Ending(NamedTuple):
    """A shape of an ending: what it marks, after which letters, when it is taken off, and with which vowels."""

    name: str
    after: frozenset[str]
    slot: int
    shape: frozenset[str] | None


class Grammar(NamedTuple):
    """The tables in one set of letters."""

    endings: dict[str, list[Ending]]
    vowels: frozenset[str]
    possessed: frozenset[str]
    unpossessed: frozenset[str]
    voiced: dict[str, tuple[str, ...]]
    unvoiced: frozenset[str]
    elided: dict[str, str]
    linked: tuple[str, ...]
    whole: frozenset[str]
    uninflected: frozenset[str]
    adjectives: frozenset[str]
    two_letter_nouns: frozenset[str]


def vowels_of(ending: str) -> frozenset[str] | None:
    """Give the vowels that an ending goes with, hard or soft, or None if it goes with all."""
    if ending in INVARIABLE:
        return None
    return HARD if not HARD.isdisjoint(ending) else SOFT if not SOFT.isdisjoint(ending) else None


@cache
def cyrillic() -> Grammar:
    """Give the grammar of words in Kazakh letters."""
    endings: dict[str, list[Ending]] = {}
    for slot, table in enumerate(_TABLES, start=CASE):
        for name, shapes, after, _ in table:
            for shape in shapes.split():
                endings.setdefault(shape, []).append(Ending(name, after, slot, vowels_of(shape)))
    return Grammar(
        endings,
        VOWEL | GLIDE,
        POSSESSED,
        UNPOSSESSED,
        VOICED,
        UNVOICED,
        ELIDED,
        LINKED,
        WHOLE,
        UNINFLECTED,
        ADJECTIVES,
        TWO_LETTER_NOUNS,
    )


@cache
def case_endings() -> dict[str, list[Ending]]:
    """Give the endings that mark a case, by their letters."""
    rows = {shape: [row for row in rows if row.slot == CASE] for shape, rows in cyrillic().endings.items()}
    return {shape: cases for shape, cases in rows.items() if cases}


@cache
def plain() -> Grammar:
    """Give the grammar of words in which Russian letters stand for the Kazakh ones, and hide vowel harmony."""

    def written(words: Iterable[str]) -> frozenset[str]:
        return frozenset(word.translate(PLAIN) for word in words)

    endings: dict[str, list[Ending]] = {}
    for shape, rows in cyrillic().endings.items():
        each = [row._replace(after=written(row.after), shape=None) for row in rows]
        endings.setdefault(shape.translate(PLAIN), []).extend(each)
    return Grammar(
        endings,
        written(VOWEL | GLIDE),
        written(POSSESSED),
        written(UNPOSSESSED),
        VOICED | {"г": ("к", "г")},
        written(UNVOICED),
        {stem.translate(PLAIN): word.translate(PLAIN) for stem, word in ELIDED.items()},
        tuple(written(LINKED)),
        written(WHOLE),
        written(UNINFLECTED),
        written(ADJECTIVES),
        written(TWO_LETTER_NOUNS),
    )


@cache
def folded() -> Grammar:
    """Give the grammar of folded words (`folding.fold`), in which hard and soft are one."""
    endings: dict[str, list[Ending]] = {}
    for shape, rows in cyrillic().endings.items():
        each = [row._replace(after=frozenset(map(coarse, row.after)), shape=None) for row in rows]
        endings.setdefault(coarse(shape), []).extend(each)
    # a fold reads нғ as ң: Арманға is armana
    for vowel in "ae":
        endings.setdefault(vowel, []).append(Ending("dative", frozenset("n"), CASE, None))
    return Grammar(
        endings,
        frozenset(map(coarse, VOWEL | GLIDE)),
        frozenset(map(coarse, POSSESSED)),
        frozenset(map(coarse, UNPOSSESSED)),
        {coarse(letter): tuple(dict.fromkeys(map(coarse, read))) for letter, read in VOICED.items()}
        | {"g": ("k", "g")},
        frozenset(map(coarse, UNVOICED)),
        {fold(stem): fold(word) for stem, word in ELIDED.items()},
        tuple(map(fold, LINKED)),
        frozenset(map(fold, WHOLE)),
        frozenset(map(fold, UNINFLECTED)),
        frozenset(map(fold, ADJECTIVES)),
        frozenset(map(fold, TWO_LETTER_NOUNS)),
    )
