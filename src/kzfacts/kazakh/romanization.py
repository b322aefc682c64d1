"""Kazakh Cyrillic in Latin letters, by the standards of `schemes`; and ISO 9 back to Cyrillic.

Only the 42 Kazakh letters change: Latin and Arabic script, digits, quotation marks, and Cyrillic letters of other
languages are left alone.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kzfacts.kazakh.alphabet import lower, upper
from kzfacts.kazakh.schemes import ALIASES, IN_CONTEXT, SCHEMES, Context, Scheme, UnknownScheme, find_scheme

__all__ = [
    "ALIASES",
    "SCHEMES",
    "Scheme",
    "UnknownScheme",
    "find_scheme",
    "romanize",
    "romanize_stream",
    "unromanize",
    "unromanize_stream",
]

# ISO 9 writes ь and Ь alike, and some of its letters look like others with a mark that a text may itself put on them:
# ү is ù. There we add the combining grapheme joiner, which is invisible: after a ʹ or ʺ that has not the case of its
# neighbours, and between a letter and the marks of the text; a stress accent alone is clear without.
_SIGNS = "ЪЬъь"
_JOINER = "\u034f"
_STRESS = "\u0301"
_MARKS = "\u0300-\u036f"

# No pattern below looks further than this ahead or back.
_REACH = 8


def romanize(text: str, scheme: str) -> str:
    """Write the Kazakh Cyrillic of a text in Latin letters.

    A letter written with several is all capitals within a word in capitals (ШҚО, SHQO), otherwise it begins with one
    (Шымкент, Shymkent; the initial Ш., Sh.). Decomposed й and ё are read as the letters they are.

    Raises:
        UnknownScheme: with the names there are.
    """
    return "".join(romanize_stream((text,), scheme))


def romanize_stream(chunks: Iterable[str], scheme: str) -> Iterator[str]:
    """Romanize a text that comes in pieces, cut anywhere, and hand it on in pieces; the memory needed does not grow.

    Raises:
        UnknownScheme: at once, with the names there are.
    """
    rules = _rules(find_scheme(scheme).id)
    composed = _substitute(re.compile(_DECOMPOSED), _compose, chunks)
    pieces = _substitute(rules.exceptions, rules.exception, composed)
    return (piece.translate(rules.letters) for piece in pieces)


def unromanize(text: str) -> str:
    """Write ISO 9 in Kazakh Cyrillic again.

    `unromanize(romanize(text, "iso9"))` is canonically equivalent to any text without Latin letters, ʹ, ʺ and U+034F;
    it is the same to the letter unless й or ё were decomposed. Letters that ISO 9 has not for Kazakh stay.
    """
    return "".join(unromanize_stream((text,)))


def unromanize_stream(chunks: Iterable[str]) -> Iterator[str]:
    """Do what `unromanize` does with a text that comes in pieces, cut anywhere."""
    pieces = _substitute(re.compile(_MARKED_LATIN), lambda match: _cyrillic(match[0]), chunks)
    letters = _cyrillic_letters()
    return _substitute(re.compile(_SIGN), _sign, (piece.translate(letters) for piece in pieces))


def _substitute(
    pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str], chunks: Iterable[str]
) -> Iterator[str]:
    """Do what `pattern.sub` does with a whole text, for patterns that look no further than `_REACH` or a line's end."""
    text, done = "", 0
    for chunk in chunks:
        text, done = text[max(done - _REACH, 0) :] + chunk, min(done, _REACH)
        # who waits for a line shall have all of it
        ahead = 0 if text.endswith("\n") else _REACH
        piece, done = _substitute_until(len(text) - ahead, pattern, replacement, text, done)
        yield piece
    yield _substitute_until(len(text), pattern, replacement, text, done)[0]


def _substitute_until(
    stop: int, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str], text: str, done: int
) -> tuple[str, int]:
    pieces: list[str] = []
    for match in pattern.finditer(text, done):
        if match.start() >= stop:
            break
        pieces += text[done : match.start()], replacement(match)
        done = match.end()
    stop = max(stop, done)
    return "".join([*pieces, text[done:stop]]), stop


_DECOMPOSED = "[иИ]\u0306|[еЕ]\u0308"


def _compose(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


class _Rules(NamedTuple):
    """`letters` for `str.translate`, once every match of `exceptions` is replaced by what `exception` makes of it."""

    letters: Mapping[int, str]
    exceptions: re.Pattern[str]
    exception: Callable[[re.Match[str]], str]


@cache
def _columns() -> Mapping[str, Mapping[str, str]]:
    """Read `letters.tsv`: what each small letter is written as, by scheme."""
    lines = Path(__file__).with_name("letters.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: {row[0]: row[n].replace("∅", "") for row in rows} for n, name in enumerate(header) if n}


@cache
def _rules(scheme: str) -> _Rules:
    column, dotted = _columns()[SCHEMES[scheme].letters or scheme], SCHEMES[scheme].dotted
    letters = {**column, **{upper(letter): _initial(latin, dotted) for letter, latin in column.items()}}
    if SCHEMES[scheme].reversible:
        return _Rules(str.maketrans(letters), *_reversible(letters))
    return _Rules(str.maketrans(letters), *_in_context(column, IN_CONTEXT.get(scheme, ()), dotted))


def _initial(latin: str, dotted: bool) -> str:
    return upper(latin[:1], dotted) + latin[1:]


def _in_context(
    column: Mapping[str, str], contexts: tuple[Context, ...], dotted: bool
) -> tuple[re.Pattern[str], Callable[[re.Match[str]], str]]:
    """Find the letters that are written otherwise, and the capitals of those written with several letters."""
    long = "".join(upper(letter) for letter, latin in column.items() if len(latin) > 1)
    cases = [f"(?i:(?<={before}{letter})(?={after}))()".replace("|", r"\b") for before, letter, after, _ in contexts]
    # one set in front lets the search skip what no rule is about
    first = "".join(context.letter + upper(context.letter) for context in contexts) + long
    pattern = re.compile(f"[{first}](?:{'|'.join([*cases, f'(?<=[{long}])'])})")

    def write(match: re.Match[str]) -> str:
        latin = contexts[match.lastindex - 1].latin if match.lastindex else column[lower(match[0])]
        if match[0].islower():
            return latin
        return upper(latin, dotted) if _among_capitals(match) else _initial(latin, dotted)

    return pattern, write


def _among_capitals(match: re.Match[str], caseless: str = "") -> bool:
    """Tell whether the next letter is a capital or, where there is none, the one before."""
    text, start, end = match.string, match.start(), match.end()
    before, after = ("" if letter in caseless else letter for letter in (text[start - 1 : start], text[end : end + 1]))
    return after.isupper() or (before.isupper() and not after.islower())


def _reversible(letters: Mapping[str, str]) -> tuple[re.Pattern[str], Callable[[re.Match[str]], str]]:
    """Find what would not come back by itself, and join it."""

    def write(match: re.Match[str]) -> str:
        if match[0] in _SIGNS:
            return letters[match[0]] + _JOINER * (match[0].isupper() != _among_capitals(match, _SIGNS))
        before = match.string[match.start() - 1 : match.start()]
        return _JOINER * (before in letters and before not in _SIGNS and match[0] != _STRESS) + match[0]

    return re.compile(f"[{_SIGNS}]|[{_MARKS}]+"), write


_MARKED_LATIN = f"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][{_MARKS}]{{1,4}}"
_SIGN = f"([ʹʺ])({_JOINER}?)"


@cache
def _iso9() -> Mapping[str, str]:
    """Return the letter that each ISO 9 letter, decomposed, stands for; without the signs, which tell no case."""
    letters = {chr(code): latin for code, latin in _rules("iso9").letters.items()}
    return {unicodedata.normalize("NFD", latin): letter for letter, latin in letters.items() if letter not in _SIGNS}


def _cyrillic(latin: str) -> str:
    """Return the letter that a Latin one with its marks stands for, and the marks that are not part of it."""
    own, _, others = latin.partition(_JOINER)
    own = unicodedata.normalize("NFD", own)
    for size in (2, 1):
        if own[:size] in _iso9():
            return _iso9()[own[:size]] + own[size:] + others
    return latin


class _CyrillicLetters(dict[int, str]):
    """A table for `str.translate` that fills itself as characters turn up, composed and foreign ones too."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _cyrillic(chr(code))
        return letter


_cyrillic_letters = cache(_CyrillicLetters)


def _sign(match: re.Match[str]) -> str:
    capital = _among_capitals(match) != bool(match[2])
    sign = {"ʹ": "ь", "ʺ": "ъ"}[match[1]]
    return upper(sign) if capital else sign
