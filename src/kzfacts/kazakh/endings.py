"""What a Kazakh noun, as it stands in a text, may be a form of.

A noun is taken apart from its end: case, possessive, plural; what is then left may end in -дағы and go round again, or
in -лық or -тас, which make another word (`қазақстандық`, `одақтас`). The endings are in `ending_tables`, the words that
they get wrong in `lexicon`; here are the rules: assimilation, vowel harmony, the last consonant read back.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from kzfacts.kazakh.alphabet import lower
from kzfacts.kazakh.ending_tables import (
    ATTRIBUTIVES,
    CASES,
    DERIVATIONS,
    EITHER,
    EQUATIVES,
    GLIDE,
    HARD,
    INVARIABLE,
    LINKED,
    NEUTRAL,
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
    shape: frozenset[str] | None


class _Grammar(NamedTuple):
    """The tables in one set of letters."""

    endings: dict[str, list[_Ending]]
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


# The tables in the order in which their endings are taken off. After -дағы a word goes round again, but for its case;
# derivations follow one another (`одақтастық`: `одақтас`, `одақ`).
_TABLES = (CASES, EQUATIVES, POSSESSIVES, PLURALS, ATTRIBUTIVES, DERIVATIONS)
_CASE, _EQUATIVE, _POSSESSIVE, _PLURAL, _ATTRIBUTIVE, _DERIVATION = range(1, 7)
_AGAIN = {_ATTRIBUTIVE: _EQUATIVE, _DERIVATION: _PLURAL}


def nominatives(word: str) -> tuple[Form, ...]:
    """Give what `word` may be a case form of.

    Case endings only: a possessive stays on the stem (`министрінің` is `министрі` + нің). Letter case is kept. Which of
    the readings is a known word is for the caller to say: `Дариға` may be `Дари` + ға for all that the letters tell.

    Returns:
        The word itself as a nominative first, then each stem that is left when a case ending is taken off that vowel
        harmony and consonant assimilation allow there, longest stem first. A stem has two letters or more, and a vowel.
    """
    vowels = _cyrillic().vowels
    cases = _cases()
    small = lower(word)
    found = [Form(word, "", "nominative")]
    for length in range(1, 5):
        for row in cases.get(small[-length:], ()):
            stem = small[:-length]
            if _hyphenated(stem) or _follows(stem, row, vowels):
                bare = word[: len(stem)].rstrip(HYPHENS)
                found.append(Form(bare, word[len(bare) :], row.name))
                break
    return tuple(found)


def stems(word: str) -> tuple[Stem, ...]:
    """Give what `word` may be a form of: the word itself, and what is left when noun endings are taken off.

    Args:
        word: One word without a hyphen, in small Kazakh Cyrillic letters; any other text is its own only stem.

    Returns:
        The word first, then its stems, each once, those of fewer steps first. The last consonant is read back (`одағы`:
        `одақ`), a lost vowel too (`халқы`: `халық`). A stem has a vowel and three letters, or is a known noun of two;
        a word that only looks inflected (`теңге`, `басқа`) is left whole.
    """
    return _stripped(word, _cyrillic())


def folded_stems(key: str) -> tuple[Stem, ...]:
    """Give what a word may be a form of, as `stems` does, from its fold, and folded.

    For words in Latin letters, whose spelling hides the letters that the rules ask for. There are more of them, since a
    fold does not tell hard from soft.
    """
    return _stripped(key, _folded())


def plain_stems(word: str) -> tuple[Stem, ...]:
    """Give what a word may be a form of, as `stems` does, where Russian letters stand for the Kazakh ones."""
    return _stripped(word, _plain())


def whole_fold(key: str) -> bool:
    """Tell whether a fold is that of a word that only looks inflected, which `folded_stems` leaves whole."""
    return key in _folded().whole


def is_adjective(word: str) -> bool:
    """Tell whether a word, in Kazakh or Russian letters, is an adjective that `stems` says is made from a noun.

    It might be the accusative of that noun all the same: маңызды of маңыз.
    """
    return word in _cyrillic().adjectives or word in _plain().adjectives


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
    return _agrees(stem, _shape(ending))


def _shape(ending: str) -> frozenset[str] | None:
    """Give the vowels that an ending goes with, hard or soft, or None if it goes with all."""
    if ending in INVARIABLE:
        return None
    return HARD if not HARD.isdisjoint(ending) else SOFT if not SOFT.isdisjoint(ending) else None


def _agrees(stem: str, shape: frozenset[str] | None) -> bool:
    if shape is None or stem.endswith(EITHER):
        return True
    for letter in reversed(stem):
        if letter in HARD or letter in SOFT:
            return letter in shape
        if letter in NEUTRAL:
            break
    return True


def _stripped(word: str, grammar: _Grammar) -> tuple[Stem, ...]:
    found = {word: False}
    agenda = [(word, 0)]
    for text, slot in agenda:
        if text in grammar.whole:
            continue
        if text.endswith(grammar.linked) and len(text) > 3:
            found.setdefault(text[:-1], found[text])
        possessed = 0
        for length in range(min(5, len(text) - 2), 0, -1):
            for row in grammar.endings.get(text[-length:], ()):
                rest = text[:-length]
                # арасы + нда is not арасын + да, but орын + да is not оры + нда
                ambiguous = length == possessed - 1 and rest not in grammar.whole
                if row.slot <= slot or ambiguous or not _follows(rest, row, grammar.vowels):
                    continue
                done = row.slot
                if text[-length:] in grammar.unpossessed and rest[-1] in grammar.possessed:
                    done = _POSSESSIVE
                if row.after == grammar.possessed and (len(rest) > 3 or rest[:-1] in grammar.two_letter_nouns):
                    possessed = length
                for stem in _restored(rest, grammar) if row.slot == _POSSESSIVE else (rest,):
                    if stem in found or stem in grammar.uninflected:
                        continue
                    if len(stem) > 2 or stem in grammar.two_letter_nouns:
                        found[stem] = found[text] or row.slot == _DERIVATION or text in grammar.adjectives
                        agenda.append((stem, _AGAIN.get(row.slot, done)))
    return tuple(Stem(stem, derived) for stem, derived in found.items())


def _follows(stem: str, ending: _Ending, vowels: frozenset[str]) -> bool:
    """Tell whether assimilation and harmony let an ending stand after `stem`."""
    return (
        len(stem) > 1
        and (stem[-1] in ending.after or (stem[-1] in "ьъ" and stem[-2] in ending.after))
        and not vowels.isdisjoint(stem)
        and _agrees(stem, ending.shape)
    )


def _hyphenated(stem: str) -> bool:
    """Tell whether the stem ends in the hyphen that an acronym or a figure has before its ending."""
    return len(stem) > 1 and stem[-1] in HYPHENS and stem[-2].isalnum()


def _restored(stem: str, grammar: _Grammar) -> tuple[str, ...]:
    """Give the stem as it stands without the vowel that followed it."""
    whole = (grammar.elided[stem],) if stem in grammar.elided else ()
    if stem[-1] in grammar.unvoiced and stem[-2] in grammar.vowels:
        return whole
    return whole + tuple(stem[:-1] + letter for letter in grammar.voiced.get(stem[-1], stem[-1]))


@cache
def _cyrillic() -> _Grammar:
    endings: dict[str, list[_Ending]] = {}
    for slot, table in enumerate(_TABLES, start=_CASE):
        for name, shapes, after, _ in table:
            for shape in shapes.split():
                endings.setdefault(shape, []).append(_Ending(name, after, slot, _shape(shape)))
    return _Grammar(
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
def _cases() -> dict[str, list[_Ending]]:
    """Give the endings that mark a case, by their letters."""
    rows = {shape: [row for row in rows if row.slot == _CASE] for shape, rows in _cyrillic().endings.items()}
    return {shape: cases for shape, cases in rows.items() if cases}


@cache
def _plain() -> _Grammar:
    def plain(words: Iterable[str]) -> frozenset[str]:
        return frozenset(word.translate(PLAIN) for word in words)

    endings: dict[str, list[_Ending]] = {}
    for shape, rows in _cyrillic().endings.items():
        written = [row._replace(after=plain(row.after), shape=None) for row in rows]
        endings.setdefault(shape.translate(PLAIN), []).extend(written)
    return _Grammar(
        endings,
        plain(VOWEL | GLIDE),
        plain(POSSESSED),
        plain(UNPOSSESSED),
        VOICED | {"г": ("к", "г")},
        plain(UNVOICED),
        {stem.translate(PLAIN): word.translate(PLAIN) for stem, word in ELIDED.items()},
        tuple(plain(LINKED)),
        plain(WHOLE),
        plain(UNINFLECTED),
        plain(ADJECTIVES),
        plain(TWO_LETTER_NOUNS),
    )


@cache
def _folded() -> _Grammar:
    endings: dict[str, list[_Ending]] = {}
    for shape, rows in _cyrillic().endings.items():
        folded = [row._replace(after=frozenset(map(coarse, row.after)), shape=None) for row in rows]
        endings.setdefault(coarse(shape), []).extend(folded)
    # a fold reads нғ as ң: Арманға is armana
    for vowel in "ae":
        endings.setdefault(vowel, []).append(_Ending("dative", frozenset("n"), _CASE, None))
    return _Grammar(
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
