"""How far apart two spellings of a name are: sound correspondences, likely slips, and the weighted edit distance over
them.

Costs are in typing errors: 1 is about one wrong letter. Letters of one class of `folding` are no error at all.
"""

import re
from functools import cache, lru_cache
from itertools import accumulate, product
from math import inf, sqrt

from kzfacts.kazakh.folding import CLASSES, LATIN, coarse
from kzfacts.kazakh.keyboard import neighbours

# і after a rounded vowel, which Russian hears rounded too: Жүнісов Жунусов, but Әбілов is not Абулов.
ROUNDED = "ї"
_ROUNDED = re.compile("(?<=[үөұу])([^аәеэоөуұүыіий]+)і")

# What another spelling of a name has for a letter of the Kazakh one, beyond the classes of `folding`: how often, and
# where. Counted on 329 aligned Kazakh/Russian name tokens of deputies and public figures (EveryPolitician, Wikidata);
# the last two rows are from Latin and older Russian spellings of the same people. The rows do not hold the other way
# about: у for о is common, о for у makes another name (Мосиенко is not Мусиенко).
CORRESPONDENCES = (
    ("ө", "у", 6, "Өтебаев Утебаев"),
    ("қ", "х", 6, "Бақытжан Бахытжан"),
    ("о", "у", 5, "Қабиболла Кабибулла"),
    ("ы", "у", 4, "Жақыпов Джакупов"),
    ("у", "в", 3, "Уәлихан Валихан"),
    ("қ", "г", 1, "Қарақұсова Карагусова"),
    ("ы", "е", 1, "Қажыгелдин Kazhegeldin"),
    ("ш", "ч", 4, "Шоқан Чокан"),
    (ROUNDED, "у", 4, "Жүнісов Жунусов"),
)
# The reduced vowels are dropped before a sonorant or ш, but not after a sonorant or a vowel: Пішембаев Пшембаев,
# Нұртілеу Нуртлеу 4, Қырымбек Крымбек 2; Карпов is not Кәріпов.
REDUCED, BEFORE, NOT_AFTER, DROPS = "ыіи" + ROUNDED, "лмнңрш", "лмнңраәеэоөуұү", 4
# Russian spells a soft vowel я, ю (йа, йу), and the й of үй comes before: Жәмилә Джамиля, Күләш Куляш, Дүйсен Дюсен.
SOFTENED = 3

# Slips. Vowels that Russian does not stress, in names without Kazakh letters; in Latin also ё, which some write o
# (Chebotarov).
UNSTRESSED = {"russian": "ао еи еы", "latin": "ао еи еы ео", "kazakh": ""}
UNSTRESSED_COST = 0.5
# A given name that gets a last vowel: Гүлнар Гульнара, Гүлжан Гульжана.
LAST_VOWEL = 0.5
# What a hand on a Russian keyboard goes for instead of the Kazakh letters.
RUSSIAN_KEYS = str.maketrans("әіңғүұқөһ" + ROUNDED, "аингуукохи")
SWAPPED = 0.6
VOWEL_LOST = 0.8
# Voiced for voiceless, lips for lips.
ALIKE = "бп вф гк кх дт жш зс сш шч бф"
ALIKE_COST = 0.95
NEIGHBOUR = 1.0
CONSONANT_LOST = 1.1
# Another vowel, and another consonant: hands slip less often that far, and names differ in just that.
OTHER_VOWEL = 1.4
UNLIKE = 1.6

VOWELS = frozenset("аәеэоөуұүыіий" + ROUNDED)
# Letters of Cyrillic as written that are no neutral letters.
WRITTEN = frozenset("яюцщ")
CONSONANTS = frozenset(letter for group in CLASSES.values() for letter in group) - VOWELS

# A slip in the first letter is rarer than elsewhere; one in -ов, -ев says little, as the ending is there in any case.
FIRST_LETTER = 1.6
IN_ENDING = 0.5


def distance(query: str, name: str, ending: int, slips: str, limit: float) -> float:
    """Return what it costs to turn one reading into another, in typing errors; infinity if more than `limit`.

    Args:
        query: What was typed, in neutral letters.
        name: The name it may stand for, in neutral letters.
        ending: How many last letters of `name` are a family ending such as -ов.
        slips: The hand that may have slipped: "latin", "russian" or "kazakh" (known by its own letters); "" for none,
            so that only established correspondences count and everything else costs infinity.
        limit: What is dearer than this is not worked out.
    """
    classes, own_classes = coarse(query), coarse(name)
    name = _ROUNDED.sub(rf"\1{ROUNDED}", name)
    pair_costs = _pair_costs(slips)
    weights = [FIRST_LETTER if at == 0 else 1.0 for at in range(len(name) - ending)] + [IN_ENDING] * ending
    surplus = _loss_costs(query, slips)
    lost = [_weighted(cost, weight) for cost, weight in zip(_loss_costs(name, slips), weights, strict=True)]
    before: list[float] = []
    row = [0.0, *accumulate(surplus)]
    for at, letter in enumerate(name):
        above, row = row, [row[0] + lost[at]]
        for typed, other in enumerate(query):
            cost = 0.0 if letter == other else _weighted(pair_costs.get((letter, other), inf), weights[at])
            best = min(above[typed] + cost, above[typed + 1] + lost[at], row[typed] + surplus[typed])
            if slips and at and typed and own_classes[at - 1 : at + 1] == classes[typed] + classes[typed - 1]:
                best = min(best, before[typed - 1] + SWAPPED * max(weights[at - 1 : at + 1]))
            row.append(best)
        before = above
        # a transposition steps over a row
        if min(row) > limit and min(above) > limit:
            return inf
    return row[-1] if row[-1] <= limit else inf


def _weighted(cost: float, weight: float) -> float:
    """Weigh a slip by its place. An established correspondence costs the same anywhere."""
    return cost if cost < UNSTRESSED_COST else cost * weight


def _established(count: int) -> float:
    """Return the cost of a correspondence: 0.25 seen once, less the more often it is seen."""
    return 0.25 / sqrt(count)


@cache
def _pair_costs(slips: str) -> dict[tuple[str, str], float]:
    """Give the costs of one neutral letter for another, by pairs: the name's, the query's."""
    costs = {}
    if slips:
        keys = {letter: _key(letter, slips) for letter in _letters()}
        confused = _both_ways(UNSTRESSED[slips], UNSTRESSED_COST) | _both_ways(ALIKE, ALIKE_COST)
        for one, other in product(_letters(), repeat=2):
            far = OTHER_VOWEL if {one, other} <= VOWELS else UNLIKE
            slip = NEIGHBOUR if (keys[one], keys[other]) in neighbours() else far
            costs[one, other] = confused.get((_letters()[one], _letters()[other]), slip)
    costs |= {(own, other): _established(count) for own, other, count, _ in CORRESPONDENCES}
    return costs | {
        (one, other): 0.0 for one, other in product(_letters(), repeat=2) if _letters()[one] == _letters()[other]
    }


def _key(letter: str, hand: str) -> str:
    """Return the letter whose key a hand goes for."""
    if hand == "latin":
        return LATIN.get(letter, letter)[0]
    return letter.translate(RUSSIAN_KEYS) if hand == "russian" else letter


@cache
def _letters() -> dict[str, str]:
    """Give the class of every letter that `distance` meets; a written letter is its own."""
    classes = {letter: name for name, group in CLASSES.items() for letter in group}
    return classes | {ROUNDED: classes["і"]} | {letter: letter for letter in WRITTEN}


def _both_ways(pairs: str, cost: float) -> dict[tuple[str, str], float]:
    """Give a cost to pairs of letters and to all that spellings exchange with them."""
    classes = [(_letters()[pair[0]], _letters()[pair[1]]) for pair in pairs.split()]
    return {pair: cost for one, other in classes for pair in ((one, other), (other, one))}


@lru_cache(maxsize=4096)
def _loss_costs(word: str, slips: str) -> tuple[float, ...]:
    """Return, for each letter of `word`, what it costs that another spelling lacks it."""
    costs = []
    for at, letter in enumerate(word):
        last, following = word[at - 1 : at], word[at + 1 : at + 2]
        soft = last == "ү" or (last in CONSONANTS and following in ("а", "ә", "у"))
        if letter == "й" and last and (soft or (last in REDUCED and not following)):
            cost = _established(SOFTENED)
        elif letter in REDUCED and following and following in BEFORE and last and last not in NOT_AFTER:
            cost = _established(DROPS)
        elif not slips:
            cost = inf
        elif letter in VOWELS:
            cost = LAST_VOWEL if letter == "а" and not following else VOWEL_LOST
        else:
            cost = CONSONANT_LOST
        costs.append(cost)
    return tuple(costs)
