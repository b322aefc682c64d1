"""How near are two folded words (`kazakh.folding`), if one may be a misspelling of the other?"""

import math
from functools import cache
from itertools import chain, combinations

from kzfacts.kazakh.folding import coarse
from kzfacts.kazakh.keyboard import neighbours

# How far apart they may be, by the length of the shorter: nothing under six letters, since short words have too many
# neighbours (кеме, кеше, кене).
TOLERANCE = ((12, 2.0), (9, 1.5), (6, 1.0))

# Letters that are taken for one another count less: vowels that sound alike, a voiced consonant for a voiceless one.
# Others count more, unless their keys touch: two words that differ in one letter are mostly two words (байлық, барлық).
ALIKE = ("ae", "ei", "ao", "ou", "iu", "kgh", "bpv", "dt", "sz", "xjc", "mn")
ALIKE_COST, SLIP_COST, OTHER_COST = 0.75, 1.0, 1.5

# What `deletions` looks at; a longer beginning only makes more of them.
BEGINNING = 8


def tolerance(length: int) -> float:
    """Return how far a word of so many letters may be misspelt."""
    return next((most for letters, most in TOLERANCE if length >= letters), 0.0)


def deletions(key: str) -> frozenset[str]:
    """Return the beginning of a key, whole and with one or two letters left out.

    Two keys that are near have one of these in common: what takes n edits leaves beginnings that are the same less n
    letters each (symmetric deletion with a prefix, after W. Garbe's SymSpell, 2012).
    """
    whole = beginning(key)
    most = min(math.ceil(tolerance(len(key))), len(whole))
    return frozenset(
        map("".join, chain.from_iterable(combinations(whole, len(whole) - gone) for gone in range(most + 1)))
    )


def beginning(key: str) -> str:
    """Return what two keys have in common that are the same: one of their `deletions`."""
    return key[:BEGINNING]


def distance(one: str, other: str) -> float | None:
    """Return the weighted number of letters that part two keys, or None if that is too many to be a misspelling.

    Letters written wrong, left out, put in or swapped count (optimal string alignment); the first one is seldom wrong.
    """
    most = tolerance(min(len(one), len(other)))
    if not most or abs(len(one) - len(other)) > most or not alike(one[0], other[0]):
        return None
    before: list[float] = []
    last = [float(at) for at in range(len(other) + 1)]
    for i, letter in enumerate(one, start=1):
        row = [float(i)]
        for j, opposite in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + _exchange(letter, opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and opposite == one[i - 2]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1] if last[-1] <= most else None


def alike(letter: str, other: str) -> bool:
    """Tell whether two letters are the same or taken for one another."""
    return letter == other or any(letter in letters and other in letters for letters in ALIKE)


def _exchange(letter: str, other: str) -> float:
    if letter == other:
        return 0
    return ALIKE_COST if alike(letter, other) else SLIP_COST if (letter, other) in _slips() else OTHER_COST


@cache
def _slips() -> frozenset[tuple[str, str]]:
    """Return the folded letters whose keys touch; и й ы і fold to one, whose keys lie everywhere."""
    folded = ((coarse(one), coarse(other)) for one, other in neighbours())
    return frozenset((one, other) for one, other in folded if "i" not in (one, other))
