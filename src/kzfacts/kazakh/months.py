"""The months: their names, and which month a word names, in any script, case form or misspelling."""

from functools import cache
from typing import Literal

Beside = Literal["nothing", "year", "day"]

# Wide names, as CLDR gives them for Kazakh.
MONTHS = (
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
)
# Nominative, genitive, locative.
RUSSIAN_MONTHS = (
    "январь января январе",
    "февраль февраля феврале",
    "март марта марте",
    "апрель апреля апреле",
    "май мая мае",
    "июнь июня июне",
    "июль июля июле",
    "август августа августе",
    "сентябрь сентября сентябре",
    "октябрь октября октябре",
    "ноябрь ноября ноябре",
    "декабрь декабря декабре",
)
ENGLISH_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
# Words of their own: without a day or a year beside them these foreign names are not read as such.
OTHER_WORDS = frozenset("май мая jan mar may sep oct dec".split())
# Words of their own one letter away from a month.
NOT_MISSPELT = ("қазақ", "қазір", "қатар", "тамыр", "мамық", "ақжан", "ақпар")

# How many wrong letters a folded name of some length may have, and how long it must be to have any: a short one is only
# taken for misspelt where a day stands beside it (Мамин 2022 is no мамыр).
_MISTAKES = {5: 1, 6: 1, 7: 1, 9: 2}
_SHORTEST = {"nothing": 7, "year": 6, "day": 5}


def month_named(word: str, beside: Beside) -> int | None:
    """Return which month, 1 to 12, a word names, or None.

    Kazakh names in Cyrillic or any Latin letters, with or without their diacritics, in any case form, and with a wrong
    letter or two where no other word or month is as near; Russian and English names as they are spelled.

    Args:
        word: One word, in small letters.
        beside: What number stands with it: the more a date it looks, the less it can be another word.
    """
    from kzfacts.kazakh.endings import folded_stems
    from kzfacts.kazakh.folding import folds

    if word in _foreign() and (beside != "nothing" or word not in OTHER_WORDS):
        return _foreign()[word]
    if set(word) & set("ьъ"):
        return None
    keys = [stem.text for key in folds(word) for stem in folded_stems(key) if not stem.derived]
    for key in keys:
        if key in _keys():
            return _keys()[key]
    return _misspelt(keys, beside)


def _misspelt(keys: list[str], beside: Beside) -> int | None:
    if not _not_misspelt().isdisjoint(keys):
        return None
    pairs = [
        (key, name)
        for name in _keys()
        if len(name) >= _SHORTEST[beside] and (beside != "nothing" or name[0] == keys[0][:1])
        for key in keys
        if abs(len(key) - len(name)) <= _MISTAKES[len(name)]
    ]
    if not pairs:
        return None

    from rapidfuzz.distance import OSA

    near = {name for key, name in pairs if OSA.distance(key, name) <= _MISTAKES[len(name)]}
    if len(near) != 1:
        return None
    (name,) = near
    # the first letter is seldom wrong
    return _keys()[name] if name[0] == keys[0][:1] else None


@cache
def _keys() -> dict[str, int]:
    from kzfacts.kazakh.folding import fold

    return {fold(name): number for number, name in enumerate(MONTHS, 1)}


@cache
def _foreign() -> dict[str, int]:
    tables = (RUSSIAN_MONTHS, ENGLISH_MONTHS)
    return {form: number for table in tables for number, forms in enumerate(table, 1) for form in forms.split()}


@cache
def _not_misspelt() -> frozenset[str]:
    from kzfacts.kazakh.folding import fold

    return frozenset(map(fold, NOT_MISSPELT))
