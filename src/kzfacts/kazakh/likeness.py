"""How like one word of a name is to another: the same, another spelling of it, a case form, a slip.

Words that share no key are not compared. A key is the skeleton of consonants, which is what spellings agree on most,
and in a word long enough to bear a slip, the skeleton less one consonant.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from .anthroponyms import KAZAKH_LETTERS, Nominative, family_ending, father, gender, nominatives
from .common_names import common_folds
from .folding import coarse, normal, readings
from .sounds import WRITTEN, distance

# The best score that each kind of likeness can have, surest first.
CEILING = {"exact": 100.0, "spelling": 99.0, "inflected": 98.0, "layout": 96.0, "fuzzy": 95.0}

# A family name without its ending, or with another (Қожахмет, Қожахметов; Кекілбайұлы, Кекилбаев). Beside the right
# given name it is the same name. Alone it is none, but for -ов of one who is -ұлы: there it is a guess.
OTHER_ENDING = 88.0

# A word less like than this is not worth a suggestion.
LEAST = 50.0
# What the correspondences in a name without its ending may add up to.
CERTAIN = 0.45
# What makes another name, or one that many bear, is no slip; it is good for a suggestion.
ANOTHER_NAME = 70.0
# More than this makes another name, however long the word; more than the second, one that is not even near.
MOST_ERRORS = 1.5
FAR = 2.5
# What one slip may cost, and how much of the doubt about it is left if another word of the name is surely right.
ONE_SLIP = 1.15
BORNE_OUT = 0.5
# A slip in a case form is two things to believe.
INFLECTED_TOO = 2.0
# Slips are looked for in words of so many letters; in shorter ones, every slip makes another name.
LONG_ENOUGH = 5
SKELETON_WITH_SLIP = 4

_TWICE = re.compile(r"(.)\1+")
# в is у in Уәлихан; it stays where it marks a family name
_SOFT = re.compile(r"[aeiou]|v(?!a?$)")
# exchanged by correspondences or often by slips: қ, г, х; ш, ч; -ов, -off; с, з
_MERGED = str.maketrans("ghcfz", "kkxvs")
_VOWEL = re.compile("[aeiou]")
_GLIDE = re.compile("u[aeio]")
_LATIN_LETTER = re.compile("[a-z]")


class Word(NamedTuple):
    """A word of a name, in every way it can be read."""

    text: str
    plain: str
    readings: tuple[str, ...]
    folds: frozenset[str]
    keys: frozenset[str]
    father: str
    family: bool
    initial: bool


class Likeness(NamedTuple):
    """How like two words are, 0 to 100, and of which kind.

    `mens` marks a Russian case form of a man's name; `company` that the rest of the name should bear it out, `alone`
    that it may do without; `beside` is the score of a slip if the rest bears it out.
    """

    score: float
    kind: str
    mens: bool = False
    company: bool = False
    alone: bool = False
    beside: float = 0.0


class _Slip(NamedTuple):
    score: float
    errors: float
    mens: bool = False


@lru_cache(maxsize=1 << 16)
def word(text: str, initial: bool = False) -> Word:
    """Return a word of a stored name, prepared."""
    plain = normal(text)
    read = _read(plain)
    keys = frozenset() if initial else frozenset(key for reading in read for key in skeletons(reading))
    family = any(family_ending(reading) for reading in read)
    return Word(text, plain, read, frozenset(map(coarse, read)), keys, father(read[0]), family, initial)


def asked(text: str, initial: bool = False) -> Word:
    """Return a word of a query, prepared: its keys are also those of the words that it may be a case form of."""
    bare = word(text, initial)
    if initial:
        return bare
    likely = [form.reading for form in _forms(bare.plain)]
    likely += [_stem(reading) for reading in (bare.readings[0], *likely) if family_ending(reading)]
    if "ц" in bare.plain:  # read as two, but typed by one slip
        likely += _read(bare.plain.replace("ц", ""))
    return bare._replace(keys=bare.keys.union(*map(skeletons, likely)))


def skeletons(reading: str) -> frozenset[str]:
    """Return the keys of one reading: at most as many as it has consonants.

    The first sound is always kept, a vowel as `a`: a slip there makes another name.
    """
    key = coarse(reading).translate(_MERGED)
    first = "v" if _GLIDE.match(key) else "a" if _VOWEL.match(key) else key[:1]
    key = _TWICE.sub(r"\1", first + _SOFT.sub("", key[1:]))
    if len(key) < SKELETON_WITH_SLIP:
        return frozenset((key,))
    return frozenset((key, *(key[:at] + key[at + 1 :] for at in range(1, len(key)))))


def likeness(query: Word, name: Word) -> Likeness | None:
    """Return how like a word of a query is to a word of a name, in the surest way there is; None if not at all."""
    if query.plain == name.plain:
        return Likeness(CEILING["exact"], "exact")
    if query.keys.isdisjoint(name.keys):
        return None
    if not query.folds.isdisjoint(name.folds):
        return Likeness(CEILING["spelling"], "spelling")
    for way in (_as_spelling, _as_case_form, _with_other_ending, _as_slip):
        if found := way(query, name):
            return found
    return None


def _as_spelling(query: Word, name: Word) -> Likeness | None:
    """Compare by established correspondences only."""
    score = max((_score(one, other) for one, other in _pairs(query, name)), default=0.0)
    if score < OTHER_ENDING:
        return None
    # in Kazakh letters a sound is written in one way: ұ for о is no other spelling but another name, or a slip
    kind = "fuzzy" if _in_kazakh_letters(query) and _in_kazakh_letters(name) else "spelling"
    return Likeness(min(score, CEILING[kind]), kind)


def _as_case_form(query: Word, name: Word) -> Likeness | None:
    for form in _forms(query.plain):
        for reading in name.readings:
            least = OTHER_ENDING if form.russian else 100
            if _end_agrees(form.reading, reading) and _score(form.reading, reading) >= least:
                return Likeness(CEILING["inflected"], "inflected", mens=form.mens)
    return None


def _with_other_ending(query: Word, name: Word) -> Likeness | None:
    own, kind = name.father or _stem(name.readings[0]), _ending_kind(name.readings[0])
    declined = [form for form in _forms(query.plain) if form.mens and family_ending(form.reading)]
    for form in (Nominative(query.readings[0]), *declined):
        other, its = father(form.reading) or _stem(form.reading), _ending_kind(form.reading)
        # without any ending a short word may be any
        short = LONG_ENOUGH if its and kind else LONG_ENOUGH + 1
        if its == kind or min(len(own), len(other)) + 1 < short:
            continue
        if distance(other, own, 0, "", CERTAIN) <= CERTAIN:
            alone = (its, kind) == ("family", "father")
            return Likeness(OTHER_ENDING, "spelling", mens=form.mens, company=True, alone=alone)
    return None


def _as_slip(query: Word, name: Word) -> Likeness | None:
    if min(len(name.plain), len(query.plain)) < LONG_ENOUGH:
        return None
    hand = "latin" if _LATIN_LETTER.search(query.plain) else "kazakh" if _in_kazakh_letters(query) else "russian"
    slips = [_slip(one, other, hand) for one, other in _pairs(query, name) + _written(query, name)]
    slips += (
        slip._replace(score=slip.score - INFLECTED_TOO, mens=form.mens)
        for form in _forms(query.plain)
        for reading in name.readings
        if _end_agrees(form.reading, reading)
        for slip in (_slip(form.reading, reading, hand),)
    )
    best = max(slips, default=_Slip(0.0, 0.0))
    if best.score < LEAST:
        return None
    if best.errors > MOST_ERRORS or not _known_folds(query.plain).isdisjoint(common_folds()):
        return Likeness(min(best.score, ANOTHER_NAME), "fuzzy", mens=best.mens)
    beside = best.score + (100 - best.score) * BORNE_OUT if best.errors <= ONE_SLIP else best.score
    score, beside = (min(score, CEILING["fuzzy"]) for score in (best.score, beside))
    return Likeness(score, "fuzzy", mens=best.mens, beside=beside)


def _written(query: Word, name: Word) -> list[tuple[str, str]]:
    """Give two Cyrillic words as they stand if a letter in them is read as two: a finger slips on one."""
    both = query.plain + name.plain
    return [(query.plain, name.plain)] if not WRITTEN.isdisjoint(both) and not _LATIN_LETTER.search(both) else []


def _pairs(query: Word, name: Word) -> list[tuple[str, str]]:
    """Give the readings to compare; of two patronymics the fathers' names, whatever their endings."""
    if query.father and name.father:
        return [(query.father, name.father)]
    pairs = [(one, other) for one in query.readings for other in name.readings]
    return [(one, other) for one, other in pairs if gender(one) == gender(other) or not (gender(one) and gender(other))]


def _score(query: str, name: str) -> float:
    return _slip(query, name, "").score


def _slip(query: str, name: str, hand: str) -> _Slip:
    """Return 100 less the share of the name's letters that had to be changed; a family ending does not count."""
    ending = family_ending(name)
    # Панкратов and Панкратьев: two right endings are two names, while a wrong one is a slip, and -оф is how -ов sounds
    sounds_alike = coarse(query)[-ending:].translate(_MERGED) == coarse(name)[-ending:].translate(_MERGED)
    excused = ending if sounds_alike or not family_ending(query) else 0
    letters = max(len(name) - ending, 3)
    limit = min(letters * (100 - (LEAST if hand else OTHER_ENDING)) / 100, FAR)
    errors = distance(query, name, excused, hand, limit)
    return _Slip(100 * (1 - errors / letters), errors)


def _end_agrees(form: str, reading: str) -> bool:
    return coarse(form)[-2:] == coarse(reading)[-2:]


def _stem(reading: str) -> str:
    """Return a family name without its ending."""
    stem = reading[: len(reading) - family_ending(reading)]
    # the й of Кекілбай is in the е of Кекилбаев
    return stem + "й" if stem[-1:] in "ао" and stem != reading else stem


def _ending_kind(reading: str) -> str:
    return "father" if father(reading) else "family" if family_ending(reading) else ""


def _in_kazakh_letters(word: Word) -> bool:
    return not KAZAKH_LETTERS.isdisjoint(word.plain)


def _read(plain: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_TWICE.sub(r"\1", reading) for reading in readings(plain)))


def _known_folds(plain: str) -> frozenset[str]:
    """Return the folds of a word and of what it may be a case form of."""
    return frozenset(map(coarse, (*_read(plain), *(form.reading for form in _forms(plain)))))


@lru_cache(maxsize=1024)
def _forms(plain: str) -> tuple[Nominative, ...]:
    return tuple(dict.fromkeys(form._replace(reading=_TWICE.sub(r"\1", form.reading)) for form in nominatives(plain)))
