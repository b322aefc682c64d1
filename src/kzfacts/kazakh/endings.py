"""What a Kazakh noun, as it stands in a text, may be a form of.

A noun is taken apart from its end: case, possessive, plural; what is then left may end in -дағы and go round again, or
in -лық or -тас, which make another word (`қазақстандық`, `одақтас`). The endings are in `ending_tables`, the words that
they get wrong in `lexicon`; here are the rules: assimilation, vowel harmony, the last consonant read back.
"""

from typing import NamedTuple

from kzfacts.kazakh.alphabet import lower
from kzfacts.kazakh.ending_tables import EITHER, HARD, NEUTRAL, SOFT
from kzfacts.kazakh.grammars import (
    AGAIN,
    DERIVATION,
    POSSESSIVE,
    Ending,
    Grammar,
    case_endings,
    cyrillic,
    folded,
    plain,
    vowels_of,
)

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


def nominatives(word: str) -> tuple[Form, ...]:
    """Give what `word` may be a case form of.

    Case endings only: a possessive stays on the stem (`министрінің` is `министрі` + нің). Letter case is kept. Which of
    the readings is a known word is for the caller to say: `Дариға` may be `Дари` + ға for all that the letters tell.

    Returns:
        The word itself as a nominative first, then each stem that is left when a case ending is taken off that vowel
        harmony and consonant assimilation allow there, longest stem first. A stem has two letters or more, and a vowel.
    """
    vowels = cyrillic().vowels
    cases = case_endings()
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
    return _stripped(word, cyrillic())


def folded_stems(key: str) -> tuple[Stem, ...]:
    """Give what a word may be a form of, as `stems` does, from its fold, and folded.

    For words in Latin letters, whose spelling hides the letters that the rules ask for. There are more of them, since a
    fold does not tell hard from soft.
    """
    return _stripped(key, folded())


def plain_stems(word: str) -> tuple[Stem, ...]:
    """Give what a word may be a form of, as `stems` does, where Russian letters stand for the Kazakh ones."""
    return _stripped(word, plain())


def whole_fold(key: str) -> bool:
    """Tell whether a fold is that of a word that only looks inflected, which `folded_stems` leaves whole."""
    return key in folded().whole


def is_adjective(word: str) -> bool:
    """Tell whether a word, in Kazakh or Russian letters, is an adjective that `stems` says is made from a noun.

    It might be the accusative of that noun all the same: маңызды of маңыз.
    """
    return word in cyrillic().adjectives or word in plain().adjectives


def is_ending(text: str) -> bool:
    """Tell whether `text` is made of endings alone, as it stands after an acronym or a figure and a hyphen."""
    endings = cyrillic().endings
    return any(
        text == ending or (text.endswith(ending) and is_ending(text[: -len(ending)]))
        for ending in endings
        if ending in text
    )


def harmonious(stem: str, ending: str) -> bool:
    """Tell whether `ending` has the hard or soft vowels that `stem` asks for; both are in small letters."""
    return _agrees(stem, vowels_of(ending))


def _agrees(stem: str, shape: frozenset[str] | None) -> bool:
    if shape is None or stem.endswith(EITHER):
        return True
    for letter in reversed(stem):
        if letter in HARD or letter in SOFT:
            return letter in shape
        if letter in NEUTRAL:
            break
    return True


def _stripped(word: str, grammar: Grammar) -> tuple[Stem, ...]:
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
                    done = POSSESSIVE
                if row.after == grammar.possessed and (len(rest) > 3 or rest[:-1] in grammar.two_letter_nouns):
                    possessed = length
                for stem in _restored(rest, grammar) if row.slot == POSSESSIVE else (rest,):
                    if stem in found or stem in grammar.uninflected:
                        continue
                    if len(stem) > 2 or stem in grammar.two_letter_nouns:
                        found[stem] = found[text] or row.slot == DERIVATION or text in grammar.adjectives
                        agenda.append((stem, AGAIN.get(row.slot, done)))
    return tuple(Stem(stem, derived) for stem, derived in found.items())


def _follows(stem: str, ending: Ending, vowels: frozenset[str]) -> bool:
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


def _restored(stem: str, grammar: Grammar) -> tuple[str, ...]:
    """Give the stem as it stands without the vowel that followed it."""
    whole = (grammar.elided[stem],) if stem in grammar.elided else ()
    if stem[-1] in grammar.unvoiced and stem[-2] in grammar.vowels:
        return whole
    return whole + tuple(stem[:-1] + letter for letter in grammar.voiced.get(stem[-1], stem[-1]))
