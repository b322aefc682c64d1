"""The endings of Kazakh nouns: what a word may be a form of.

The tables hold every ending as it is written, with the letters it may follow and examples; a rule checks vowel harmony.
Source: the noun paradigms of «Қазақ грамматикасы» (Астана, 2002), chapters on көптік, тәуелдік and септік жалғаулары;
for names of Russian make (-ов, -ев, -ин, -ий) newspaper usage, where both the hard and the soft ending occur.

A noun is taken apart from its end: case, possessive, plural; what is then left may end in -дағы and go round again, or in
-лық, which makes another word (`қазақстандық`).
"""

from functools import cache
from typing import NamedTuple

from kzfacts.kazakh.alphabet import BACK_VOWELS, FRONT_VOWELS
from kzfacts.kazakh.folding import coarse, fold
from kzfacts.kazakh.lexicon import ELIDED, TWO_LETTER_NOUNS, WHOLE

# What the last letter of a stem sounds like, for the first consonant of the ending. и and у close a syllable as [ый] and
# [ұу]; б в г ғ д end only loanwords and names, and sound voiceless there.
VOWEL = frozenset("аәеоөұүыіэёюя")
GLIDE = frozenset("иу")
NASAL = frozenset("мнң")
SONORANT = frozenset("лрй")
SIBILANT = frozenset("жз")
VOICELESS = frozenset("кқпстфхһцчшщ")
LOAN = frozenset("бвгғд")
CONSONANT = GLIDE | NASAL | SONORANT | SIBILANT | VOICELESS | LOAN
POSSESSED = frozenset("ыі")

# name, ending in its hard and soft shape, last letters it may follow, examples
CASES = (
    ("genitive", "ның нің", VOWEL | GLIDE | NASAL, "Қалыбекованың, Пәшинянның, министрінің"),
    ("genitive", "дың дің", GLIDE | SONORANT | SIBILANT, "Мәскеудің, Арманжолдың, қырғыздың"),
    ("genitive", "тың тің", VOICELESS | LOAN, "Көшербаевтың, мәжілістің"),
    ("dative", "ға ге", VOWEL | GLIDE | NASAL | SONORANT | SIBILANT, "Астанаға, Дарийге"),
    ("dative", "қа ке", VOICELESS | LOAN, "Тоқаевқа, мәжіліске"),
    ("dative", "на не", POSSESSED, "министріне"),
    ("accusative", "ны ні", VOWEL | GLIDE, "Дариғаны"),
    ("accusative", "ды ді", GLIDE | NASAL | SONORANT | SIBILANT, "Арманды, Ресейді"),
    ("accusative", "ты ті", VOICELESS | LOAN, "Тоқаевты, парламентті"),
    ("accusative", "н", POSSESSED, "министрін"),
    ("locative", "да де", VOWEL | GLIDE | NASAL | SONORANT | SIBILANT, "Астанада, Ресейде"),
    ("locative", "та те", VOICELESS | LOAN, "мәжілісте"),
    ("locative", "нда нде", POSSESSED, "министрінде"),
    ("ablative", "дан ден", VOWEL | GLIDE | SONORANT | SIBILANT, "Астанадан, Мәскеуден"),
    ("ablative", "нан нен", NASAL | POSSESSED, "Пекиннен, министрінен"),
    ("ablative", "тан тен", VOICELESS | LOAN, "Ташкенттен"),
    ("instrumental", "мен", VOWEL | GLIDE | NASAL | SONORANT, "Путинмен"),
    ("instrumental", "бен", SIBILANT | LOAN, "қырғызбен"),
    ("instrumental", "пен", VOICELESS | LOAN, "Назарбаевпен"),
)
EQUATIVES = (("equative", "нша нше", POSSESSED, "пікірінше, айтуынша"),)
POSSESSIVES = (
    ("his", "ы і", CONSONANT, "досы, министрі, одағы"),
    ("his", "сы сі", VOWEL | GLIDE, "орынбасары, елшісі, теориясы"),
    ("our", "ымыз іміз", CONSONANT, "халқымыз, еліміз"),
    ("our", "мыз міз", VOWEL, "қаламыз"),
    ("your", "ыңыз іңіз", CONSONANT, "еліңіз"),
    ("your", "ңыз ңіз", VOWEL, "қалаңыз"),
    ("my", "ым ім", CONSONANT, "пікірім"),
    ("my", "м", VOWEL, "анам"),
)
PLURALS = (
    ("plural", "лар лер", VOWEL | GLIDE | frozenset("рй"), "қалалар, министрлер"),
    ("plural", "дар дер", NASAL | SIBILANT | frozenset("л"), "ғалымдар, елдер"),
    ("plural", "тар тер", VOICELESS | LOAN, "қатынастар"),
)
ATTRIBUTIVES = (
    ("attributive", "дағы дегі", VOWEL | GLIDE | NASAL | SONORANT | SIBILANT, "Ресейдегі"),
    ("attributive", "тағы тегі", VOICELESS | LOAN, "мәжілістегі"),
    ("attributive", "ндағы ндегі", POSSESSED, "арасындағы"),
)
DERIVATIONS = (
    ("derived", "лық лік", VOWEL | GLIDE | frozenset("рй"), "ресейлік, басшылық"),
    ("derived", "дық дік", NASAL | SIBILANT | frozenset("л"), "қазақстандық, жылдық"),
    ("derived", "тық тік", VOICELESS | LOAN, "достық, одақтастық"),
    ("derived", "лас лес", VOWEL | GLIDE | frozenset("рй"), "бауырлас"),
    ("derived", "дас дес", NASAL | SIBILANT | frozenset("л"), "отандас, жолдас"),
    ("derived", "тас тес", VOICELESS | LOAN, "одақтас, серіктес"),
)
# A stem voices its last consonant before a vowel: these read it back. Loanwords may keep theirs (`клубы`, `педагогы`).
# After a vowel қ and к are always voiced there, so that `ақын` is not of `ақ`.
UNVOICED = frozenset("қк")
VOICED = {"ғ": ("қ",), "г": ("к", "г"), "б": ("п", "б")}

# Russian surnames in -ов, -ев take the ending of their stem or of their own last vowel (Тоқаевқа, Медведевке;
# Кәріповке, Кәріповқа), and и, у, ю, ь say nothing of harmony: after these both shapes are seen.
HARD = BACK_VOWELS | frozenset("яё")
SOFT = FRONT_VOWELS | frozenset("э")
NEUTRAL = frozenset("иую")
EITHER = ("ов", "ев", "ёв", "ь", "к", "г")
INVARIABLE = ("мен", "бен", "пен")

# An acronym takes its ending after a hyphen, by the sound of its last letter's name: any shape occurs (ТМД-ның).
HYPHENS = "-\u2010\u2011"


class Form(NamedTuple):
    """One reading of a word: its stem, the ending taken off, and the case that the ending marks."""

    stem: str
    ending: str
    case: str


class Stem(NamedTuple):
    """What a word may be a form of, or, with `derived`, made from."""

    text: str
    derived: bool


class _Ending(NamedTuple):
    name: str
    after: frozenset[str]
    slot: int


class _Grammar(NamedTuple):
    """The tables in one set of letters."""

    endings: dict[str, list[_Ending]]
    vowels: frozenset[str]
    possessed: frozenset[str]
    voiced: dict[str, tuple[str, ...]]
    unvoiced: frozenset[str]
    elided: dict[str, str]
    whole: frozenset[str]
    two_letter_nouns: frozenset[str]
    harmony: bool


# The tables in the order in which their endings are taken off. After -дағы a word goes round again, but for its case;
# derivations follow one another (`одақтастық`: `одақтас`, `одақ`).
_TABLES = (CASES + EQUATIVES, POSSESSIVES, PLURALS, ATTRIBUTIVES, DERIVATIONS)
_CASE, _POSSESSIVE, _PLURAL, _ATTRIBUTIVE, _DERIVATION = range(1, 6)
_AGAIN = {_ATTRIBUTIVE: _CASE, _DERIVATION: _PLURAL}


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
    for length in range(1, 5):
        stem, ending = lower[:-length], lower[-length:]
        for row in _cyrillic().endings.get(ending, ()):
            if (
                row.slot == _CASE
                and row.name != "equative"
                and (_hyphenated(stem) or _follows(ending, stem, row.after, _cyrillic()))
            ):
                bare = word[: len(stem)].rstrip(HYPHENS)
                found.append(Form(bare, word[len(bare) :], row.name))
                break
    return tuple(found)


def stems(word: str) -> tuple[Stem, ...]:
    """Give what `word` may be a form of: the word itself, and what is left when noun endings are taken off.

    Args:
        word: One word without a hyphen, in small letters of the Kazakh Cyrillic alphabet; any other is its own only stem.

    Returns:
        The word first, then its stems, each once, those of fewer steps first. The last consonant is read back (`одағы`:
        `одақ`), a lost vowel too (`халқы`: `халық`). A stem has a vowel and three letters, or is a known noun of two; a word
        that only looks inflected (`теңге`, `басқа`) is left whole.
    """
    return _stripped(word, _cyrillic())


def folded_stems(key: str) -> tuple[Stem, ...]:
    """Give what a word may be a form of, as `stems` does, from its fold, and folded.

    For words whose spelling hides the letters that the rules ask for: in Latin, or without the Kazakh letters. There are more
    of them, since a fold does not tell hard from soft.
    """
    return _stripped(key, _folded())


def is_ending(text: str) -> bool:
    """Tell whether `text` is made of endings alone, as it stands after an acronym or a figure and a hyphen."""
    endings = _cyrillic().endings
    return any(
        text == ending or (text.endswith(ending) and is_ending(text[: -len(ending)]))
        for ending in endings
        if ending in text
    )


def harmonious(stem: str, ending: str) -> bool:
    """Tell whether `ending` has the hard or soft vowels that `stem` asks for; both are in small letters."""
    shape = next((letter for letter in ending if letter in HARD or letter in SOFT), None)
    if shape is None or ending in INVARIABLE or stem.endswith(EITHER):
        return True
    last = next((letter for letter in reversed(stem) if letter in HARD or letter in SOFT or letter in NEUTRAL), None)
    return last is None or last in NEUTRAL or (last in HARD) == (shape in HARD)


def _stripped(word: str, grammar: _Grammar) -> tuple[Stem, ...]:
    found = {word: False}
    agenda = [(word, 0)]
    for text, slot in agenda:
        if text in grammar.whole:
            continue
        possessed = 0
        for length in range(min(5, len(text) - 2), 0, -1):
            ending, rest = text[-length:], text[:-length]
            for row in grammar.endings.get(ending, ()):
                # арасы + нда is not арасын + да, but орын + да is not оры + нда
                ambiguous = length == possessed - 1 and rest not in grammar.whole
                if row.slot <= slot or ambiguous or not _follows(ending, rest, row.after, grammar):
                    continue
                if row.after == grammar.possessed:
                    possessed = length
                for stem in _restored(rest, grammar) if row.slot == _POSSESSIVE else (rest,):
                    if stem not in found and (len(stem) > 2 or stem in grammar.two_letter_nouns):
                        found[stem] = found[text] or row.slot == _DERIVATION
                        agenda.append((stem, _AGAIN.get(row.slot, row.slot)))
    return tuple(Stem(stem, derived) for stem, derived in found.items())


def _follows(ending: str, stem: str, after: frozenset[str], grammar: _Grammar) -> bool:
    """Tell whether assimilation and harmony let `ending` stand after `stem`."""
    return (
        len(stem) > 1
        and (stem[-1] in after or (stem[-1] in "ьъ" and stem[-2] in after))
        and not grammar.vowels.isdisjoint(stem)
        and (not grammar.harmony or harmonious(stem, ending))
    )


def _hyphenated(stem: str) -> bool:
    """Tell whether the stem ends in the hyphen that an acronym or a figure has before its ending."""
    return len(stem) > 1 and stem[-1] in HYPHENS and stem[-2].isalnum()


def _restored(stem: str, grammar: _Grammar) -> tuple[str, ...]:
    """Give the stem as it stands without the vowel that followed it."""
    if stem in grammar.elided:
        return (grammar.elided[stem],)
    if stem[-1] in grammar.unvoiced and stem[-2] in grammar.vowels:
        return ()
    return tuple(stem[:-1] + letter for letter in grammar.voiced.get(stem[-1], stem[-1]))


@cache
def _cyrillic() -> _Grammar:
    endings: dict[str, list[_Ending]] = {}
    for slot, table in enumerate(_TABLES, start=_CASE):
        for name, shapes, after, _ in table:
            for shape in shapes.split():
                endings.setdefault(shape, []).append(_Ending(name, after, slot))
    return _Grammar(endings, VOWEL | GLIDE, POSSESSED, VOICED, UNVOICED, ELIDED, WHOLE, TWO_LETTER_NOUNS, harmony=True)


@cache
def _folded() -> _Grammar:
    endings: dict[str, list[_Ending]] = {}
    for shape, rows in _cyrillic().endings.items():
        folded = [row._replace(after=frozenset(map(coarse, row.after))) for row in rows]
        endings.setdefault(coarse(shape), []).extend(folded)
    # a fold reads нғ as ң: Арманға is armana
    for vowel in "ae":
        endings.setdefault(vowel, []).append(_Ending("dative", frozenset("n"), _CASE))
    return _Grammar(
        endings,
        frozenset(map(coarse, VOWEL | GLIDE)),
        frozenset(map(coarse, POSSESSED)),
        {coarse(letter): tuple(dict.fromkeys(map(coarse, read))) for letter, read in VOICED.items()}
        | {"g": ("k", "g")},
        frozenset(map(coarse, UNVOICED)),
        {fold(stem): fold(word) for stem, word in ELIDED.items()},
        frozenset(map(fold, WHOLE)),
        frozenset(map(fold, TWO_LETTER_NOUNS)),
        harmony=False,
    )
