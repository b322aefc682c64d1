"""The words of a name, as somebody typed or stored it: without titles, quotation marks, and what cannot be seen."""

import re
import unicodedata
from functools import cache

from .anthroponyms import is_honorific
from .folding import fold

# A text of more letters or words is no name.
LONGEST = 300
MOST_WORDS = 8

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f'’ʼ‘`ʹʻ´·])+\.?")
_HYPHEN = re.compile(r"(?<=\w)-(\w)")
_POSSESSIVE = re.compile("['’]s$")


def spelled_words(text: str) -> list[list[tuple[str, bool]]]:
    """Return the words of a name, each with whether it is an initial; if there are hyphens, once more without them."""
    short = " ".join(text[: 10 * LONGEST].split())
    if len(short) > LONGEST:
        return []
    composed = unicodedata.normalize("NFC", short if short.isascii() else _visible(short))
    joined = _HYPHEN.sub(lambda match: match.group(1).lower(), composed)
    texts = dict.fromkeys((composed, joined))
    return [parts for parts in map(_parts, texts) if 0 < len(parts) <= MOST_WORDS]


def _visible(text: str) -> str:
    """Leave out what has no width, such as a soft hyphen: it comes along when text is copied."""
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def _parts(text: str) -> list[tuple[str, bool]]:
    """Return the words of a name; words of address are left out if there is any other."""
    parts: list[tuple[str, bool]] = []
    titles: list[tuple[str, bool]] = []
    for token in (token for chunk in _unglued(text).split() for token in _tokens(chunk)):
        bare = _POSSESSIVE.sub("", token.rstrip(".")).strip("'’")
        if parts and fold(bare) in _particles():
            parts[-1] = (parts[-1][0] + bare, False)
        elif is_honorific(bare):
            titles.append((bare, False))
        elif fold(bare):
            parts.append((bare, len(bare) == 1 or (token.endswith(".") and len(bare) == 2)))
    return parts or titles


def _tokens(chunk: str) -> list[str]:
    bare = chunk.strip('«»"“”„.,;:!?()')
    return [bare] if "-" in bare and is_honorific(bare) else _WORD.findall(chunk)


def _unglued(text: str) -> str:
    """Set apart two names written as one: ZagipaYahyanovna."""
    if text.istitle():  # every capital begins a word
        return text
    return "".join(
        f" {letter}"
        if letter.isupper()
        and text[at - 1 : at].islower()
        and text[at - 3 : at].isalpha()
        and text[at + 1 : at + 3].islower()
        else letter
        for at, letter in enumerate(text)
    )


@cache
def _particles() -> frozenset[str]:
    """Give the folds of what may be written apart: Беделбай ұлы."""
    return frozenset(map(fold, ("ұлы", "қызы", "оғлы", "ұғлы")))
