"""The endings of Kazakh nouns: what a word may be a form of.

The tables hold every ending as it is written, with examples; vowel harmony and consonant assimilation are checked by rule.
Source: the noun paradigms of «Қазақ грамматикасы» (Астана, 2002), chapters on көптік, тәуелдік and септік жалғаулары; for
names of Russian make (-ов, -ев, -ин, -ий) newspaper usage, where both the hard and the soft ending occur.
"""

from functools import cache
from typing import NamedTuple

from kzfacts.kazakh.alphabet import BACK_VOWELS, FRONT_VOWELS

# What the last sound of a stem is, for the first consonant of the ending.
# и and у close a syllable as [ый] and [ұу]; в г д б end only loanwords and names, and sound voiceless there.
VOWEL = frozenset("аәеоөұүыіэёюя")
GLIDE = frozenset("иу")
NASAL = frozenset("мнң")
SONORANT = frozenset("лрй")
SIBILANT = frozenset("жз")
VOICELESS = frozenset("кқпстфхһцчшщ")
LOAN = frozenset("бвгғд")
POSSESSED = frozenset("ыі")

# case, ending in its hard and soft shape, last letters it may follow, example
CASES = (
    ("genitive", "ның нің", VOWEL | GLIDE | NASAL, "Қалыбекованың, Пәшинянның, министрінің"),
    ("genitive", "дың дің", GLIDE | SONORANT | SIBILANT, "Мәскеудің, Арманжолдың, Қырғыздың"),
    ("genitive", "тың тің", VOICELESS | LOAN, "Көшербаевтың, Мәжілістің"),
    ("dative", "ға ге", VOWEL | GLIDE | NASAL | SONORANT | SIBILANT, "Астанаға, Дарийге"),
    ("dative", "қа ке", VOICELESS | LOAN, "Тоқаевқа, Мәжіліске"),
    ("dative", "на не", POSSESSED, "министріне"),
    ("accusative", "ны ні", VOWEL | GLIDE, "Дариғаны, Модиді"),
    ("accusative", "ды ді", GLIDE | NASAL | SONORANT | SIBILANT, "Арманды, Ресейді"),
    ("accusative", "ты ті", VOICELESS | LOAN, "Тоқаевты, Парламентті"),
    ("accusative", "н", POSSESSED, "министрін"),
    ("locative", "да де", VOWEL | GLIDE | NASAL | SONORANT | SIBILANT, "Астанада, Ресейде"),
    ("locative", "та те", VOICELESS | LOAN, "Мәжілісте"),
    ("locative", "нда нде", POSSESSED, "министрінде"),
    ("ablative", "дан ден", VOWEL | GLIDE | SONORANT | SIBILANT, "Астанадан, Мәскеуден"),
    ("ablative", "нан нен", NASAL | POSSESSED, "Пекиннен, министрінен"),
    ("ablative", "тан тен", VOICELESS | LOAN, "Ташкенттен"),
    ("instrumental", "мен", VOWEL | GLIDE | NASAL | SONORANT, "Путинмен"),
    ("instrumental", "бен", SIBILANT | LOAN, "Қырғызбен"),
    ("instrumental", "пен", VOICELESS | LOAN, "Назарбаевпен"),
)

# Russian surnames in -ов, -ев take the ending of their stem or of their own last vowel (Тоқаевқа, Медведевке; Кәріповке,
# Кәріповқа), and и, у, ю, ь say nothing of harmony: after these both shapes are seen.
HARD = BACK_VOWELS | frozenset("яё")
SOFT = FRONT_VOWELS | frozenset("э")
EITHER = ("ов", "ев", "ёв", "ь")

# An acronym takes its ending after a hyphen, by the sound of its last letter's name: any shape occurs (ТМД-ның, АҚШ-тың).
HYPHENS = "-\u2010\u2011"


class Form(NamedTuple):
    """One reading of a word: its stem, the ending taken off, and the case that the ending marks."""

    stem: str
    ending: str
    case: str


def nominatives(word: str) -> tuple[Form, ...]:
    """Give what `word` may be a case form of.

    Case endings only: a possessive stays on the stem (`министрінің` is `министрі` + нің). Letter case is kept. Which of
    the readings is a known word is for the caller to say: `Дариға` may be `Дари` + ға for all that the letters tell.

    Returns:
        The word itself as a nominative first, then each stem that is left when a case ending is taken off that vowel
        harmony and consonant assimilation allow there, longest stem first. A stem has two letters or more, and a vowel.
    """
    lower = word.lower()
    found = [Form(word, "", "nominative")]
    for ending, case, after in _case_endings():
        stem = lower[: -len(ending)]
        if lower.endswith(ending) and (_hyphenated(stem) or (stem[-1:] and _follows(ending, stem, after))):
            bare = word[: len(stem)].rstrip(HYPHENS)
            found.append(Form(bare, word[len(bare) :], case))
    return tuple(found)


def harmonious(stem: str, ending: str) -> bool:
    """Tell whether `ending` has the hard or soft vowels that `stem` asks for; both are lower case."""
    shape = next((letter for letter in ending if letter in HARD or letter in SOFT), None)
    if shape is None or ending in ("мен", "бен", "пен") or stem.endswith(EITHER):
        return True
    last = next((letter for letter in reversed(stem) if letter in HARD or letter in SOFT or letter in "иую"), None)
    if last is None or last in "иую":
        return True
    return (last in HARD) == (shape in HARD)


def _follows(ending: str, stem: str, after: frozenset[str]) -> bool:
    """Tell whether assimilation and harmony let `ending` stand after `stem`."""
    sounded = stem.rstrip("ьъ")
    return len(stem) >= 2 and sounded[-1:] in after and _has_vowel(stem) and harmonious(stem, ending)


def _has_vowel(stem: str) -> bool:
    return any(letter in VOWEL or letter in GLIDE for letter in stem)


def _hyphenated(stem: str) -> bool:
    """Tell whether the stem ends in the hyphen that an acronym or a figure has before its ending."""
    return len(stem) >= 2 and stem[-1] in HYPHENS and stem[-2].isalnum()


@cache
def _case_endings() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Give the case table one ending a row, shortest ending first, so that the longest stem comes first."""
    rows = ((ending, case, after) for case, endings, after, _ in CASES for ending in endings.split())
    return tuple(sorted(rows, key=lambda row: len(row[0])))
