"""The 42 letters of the Kazakh Cyrillic alphabet: their classes, case and order; with the Latin letters for them."""

import unicodedata
from functools import cache

# Order of the alphabet as adopted in 1940 and in use since.
LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

BACK_VOWELS = frozenset("аоұы")
FRONT_VOWELS = frozenset("әөүіе")

# The letters that romanizations use, each after the plain letter it is made from, as the Kazakh Latin alphabets
# of 2018 and 2021 place theirs (a ä, g ğ, ı i, n ñ, o ö, s ş, u ū ü). Digraphs sort as the letters they consist of.
LATIN_LETTERS = "aäáăâbcçčdeëéėèfgğǵġhḣḥıiïīĭìjkķlmnñńņoöóȯôpqrsşšŝtuūüúûùvwxyýzž"

# ISO 9 writes ә as a̋ and ұ as u̇, which have no character of their own: a letter with one of these marks is another
# letter. Every other mark, a stress accent say, changes nothing.
_MARKS_OF_LETTERS = "\u030b\u0307"

# What a character weighs in sorting: space, digits, Cyrillic, Latin, other scripts, in this order.
_END = "\x01"
_SPACE = " "
_FIRST_LETTER = 0x100
_MARK = "\u02fe"
_FOREIGN = "\u02ff"


def lower(text: str, dotted: bool = False) -> str:
    """Put text in small letters, keeping its length, so that offsets stay true.

    `dotted` is for Latin text where I is the capital of ı and İ that of i (the alphabets of 2004 and 2021). Without it
    both I and İ become i; `str.lower` would leave a loose dot behind İ. Cyrillic is the same either way.
    """
    if dotted:
        text = text.replace("I", "ı")
    return text.replace("İ", "i").lower()


def upper(text: str, dotted: bool = False) -> str:
    """Put text in capital letters; with `dotted` (see `lower`) i becomes İ. ı becomes I either way."""
    if dotted:
        text = text.replace("i", "İ")
    return text.upper()


def collation_key(text: str, dotted: bool = False) -> bytes:
    """Return what text sorts by, in the order of the Kazakh alphabet.

    Words sort before longer words that they begin; the 42 letters before Latin ones; small before capital only where
    nothing else differs. Quotation marks and stops count for nothing, hyphens and dashes as spaces. Bytes, compared by
    value, hold in SQLite too. Any text has a key, canonically equivalent texts the same.

    With `dotted` (see `lower`) ı and i are two letters; otherwise one, since either may be the small form of I.
    """
    text = unicodedata.normalize("NFC", text)
    weights = lower(text, dotted).translate(_weights(dotted))
    # swapcase, because capitals have the smaller code points
    return f"{_SPACE.join(weights.split())}{_END}{text.swapcase()}".encode("utf-8", "surrogatepass")


class _Weights(dict[int, str]):
    """A table for `str.translate` that fills itself as characters turn up."""

    def __missing__(self, code: int) -> str:
        weight = self[code] = self._weight(chr(code))
        return weight

    def _weight(self, character: str) -> str:
        kind = unicodedata.category(character)
        if kind[0] == "Z" or kind == "Pd" or character in "\t\n\r/":
            return _SPACE
        if kind[0] in "CMPS" or kind == "Lm":
            return ""
        if kind[0] == "N":
            digit = unicodedata.digit(character, None)
            return str(digit) if digit is not None else _FOREIGN + character
        plain = unicodedata.normalize("NFD", character)[0]
        if ord(plain) in self:
            return self[ord(plain)]
        # Cyrillic letters of other languages come before Latin ones all the same
        return (self[ord(LETTERS[-1])] if "Ѐ" <= character <= "ԯ" else _FOREIGN) + character


@cache
def _weights(dotted: bool) -> _Weights:
    weights = _Weights({ord(letter): chr(_FIRST_LETTER + n) for n, letter in enumerate(LETTERS + LATIN_LETTERS)})
    weights.update({ord(mark): _MARK for mark in _MARKS_OF_LETTERS})
    if not dotted:
        weights[ord("ı")] = weights[ord("i")]
    return weights
