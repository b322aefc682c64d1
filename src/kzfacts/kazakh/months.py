"""The months: their names, and which month a word names, in any script, case form or misspelling."""

from functools import cache

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
# Words of their own: without a day or a year beside them these Russian names are not read as such.
KAZAKH_WORDS = frozenset({"май", "мая"})
# Words of their own one letter away from a month.
NOT_MISSPELT = ("қазақ", "қазір", "қатар", "тамыр", "мамық", "ақжан", "ақпар")

# How many wrong letters a folded name of some length may have. Shorter ones need a day or a year beside them.
_LONG = 7
_MISTAKES = {5: 1, 6: 1, 7: 1, 9: 2}


def month_named(word: str, beside_number: bool) -> int | None:
    """Return which month, 1 to 12, a word names, or None.

    Kazakh names in Cyrillic or any Latin letters, with or without their diacritics, in any case form, and with a wrong
    letter or two where no other word or month is as near; Russian names as they are spelled.

    Args:
        word: One word, in small letters.
        beside_number: Whether a day or a year stands with it, so that it can hardly be anything else.
    """
    from kzfacts.kazakh.endings import folded_stems
    from kzfacts.kazakh.folding import folds

    if word in _russian() and (beside_number or word not in KAZAKH_WORDS):
        return _russian()[word]
    if set(word) & set("ьъ"):
        return None
    keys = [stem.text for key in folds(word) for stem in folded_stems(key) if not stem.derived]
    for key in keys:
        if key in _keys():
            return _keys()[key]
    return _misspelt(keys, beside_number)


def _misspelt(keys: list[str], beside_number: bool) -> int | None:
    if not _not_misspelt().isdisjoint(keys):
        return None
    pairs = [
        (key, name)
        for name in _keys()
        if beside_number or len(name) >= _LONG
        for key in keys
        if abs(len(key) - len(name)) <= _MISTAKES[len(name)]
    ]
    if not pairs:
        return None

    from rapidfuzz.distance import OSA

    near = {name for key, name in pairs if OSA.distance(key, name) <= _MISTAKES[len(name)]}
    # the first letter is seldom wrong
    return _keys()[near.pop()] if len(near) == 1 and min(near)[0] == keys[0][:1] else None


@cache
def _keys() -> dict[str, int]:
    from kzfacts.kazakh.folding import fold

    return {fold(name): number for number, name in enumerate(MONTHS, 1)}


@cache
def _russian() -> dict[str, int]:
    return {form: number for number, forms in enumerate(RUSSIAN_MONTHS, 1) for form in forms.split()}


@cache
def _not_misspelt() -> frozenset[str]:
    from kzfacts.kazakh.folding import fold

    return frozenset(map(fold, NOT_MISSPELT))
