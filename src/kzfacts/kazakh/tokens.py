"""Text cut into words."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from kzfacts.kazakh.endings import HYPHENS, is_ending

DASHES = "–—"
# Quotation marks that close.
_CLOSING = '»”"'
_MAY_BE_JOINED = re.compile(f"[{HYPHENS}{_CLOSING}]")


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the words of a text and where they start and end.

    The parts of a hyphenated word are words; an ending alone, as after the hyphen of an acronym (ТМД-ның) or the
    closing quotation mark of a name («Қазпошта»ның), belongs to the word before.
    """
    last, last_start, last_end = "", 0, 0
    for found in _word_pattern().finditer(text):
        start, end = found.span()
        word = found.group()
        if last:
            if start == last_end + 1 and _takes_endings(last, text[last_end]) and is_ending(word.lower()):
                last_end = end
                continue
            yield last, last_start, last_end
        last, last_start, last_end = word, start, end
    if last:
        yield last, last_start, last_end


def distinct(text: str) -> Collection[str]:
    """Return the words of a text as they stand, each once, in the order of the text."""
    if _MAY_BE_JOINED.search(text):
        return dict.fromkeys(word for word, _, _ in words(text))
    return dict.fromkeys(_word_pattern().findall(text))  # the same, quicker


def _takes_endings(word: str, sign: str) -> bool:
    """Tell whether what follows a word and a sign may be an ending: an acronym or a figure takes its own so."""
    return sign in _CLOSING or (sign in HYPHENS and (word.isupper() or word[-1].isdigit()))


@cache
def _word_pattern() -> re.Pattern[str]:
    """Match letters and digits, with the marks that combine with them and the apostrophes inside a word."""
    return re.compile("[^\\W_]+(?:[\u0300-\u036f\u00ad'’ʼ]+[^\\W_]+)*[\u0300-\u036f]*")
