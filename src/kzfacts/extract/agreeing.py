"""Whether two names are one: initials, patronymics, spellings, slips of the pen."""

import re
from functools import lru_cache
from typing import Protocol

from kzfacts.extract.memo import per_word
from kzfacts.kazakh.folding import CLASSES


class Named(Protocol):
    """Somebody with a name, whole and in words."""

    name: str
    parts: tuple[str, ...]


# Letters that spellings of one name exchange: Мырзағалиев, Мирзағалиев; Мирзиёев, Мирзиеев.
_ALIKE = str.maketrans({letter: key for key, letters in CLASSES.items() for letter in letters} | {"ё": "e", "ь": ""})


@per_word
def parts_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, an initial with its full stop, in letters that other spellings of it share."""
    return tuple(name.lower().translate(_ALIKE).replace(".", ". ").split())


def fuller(name: str, person: Named) -> bool:
    """Does `name` tell more of `person` than the name known so far: no initials, or one part more?"""
    initials, known = name.count("."), person.name.count(".")
    if initials != known:
        return initials < known and len(name.split()) > 1
    if len(person.parts) == 2 and _russified(person.parts[1], parts_of(name)[-1]):
        return len(name) < len(person.name)  # Құдайберген before Құдайбергенов
    parts = parts_of(name)
    return len(name) > len(person.name) and all(any(_same_word(word, part) for part in parts) for word in person.parts)


_SHORTEST_SURNAME = 2  # Ли


@lru_cache(maxsize=1 << 14)
def agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Are two names one: do all words of the shorter stand in the longer (А. for Асқар), or has one the patronymic?"""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if all(any(_same_word(word, other) for other in long) for word in short):
        return any(len(word) >= _SHORTEST_SURNAME and not word.endswith(".") for word in short)
    if len(short) != 2 or short[0] != long[0]:
        return False
    return bool(_FATHER.search(short[1])) or (len(long) == 2 and _russified(short[1], long[1]))


_LONG_NAME = 7  # letters; shorter names that differ in one letter are two names


def misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Is one name the other with a letter too many, too few or two of them swapped: Әбдірхаманов, Әбдірахманов?"""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if short[-1][0] != long[-1][0] or len(short[-1]) < _LONG_NAME:
        return False
    return all(any(word == other or _slip(word, other) for other in long) for word in short)


def _slip(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) < _LONG_NAME or short[0] != long[0] or short[-2:] != long[-2:]:
        return False
    if len(short) == len(long):
        at = next((at for at, (a, b) in enumerate(zip(short, long, strict=True)) if a != b), 0)
        return short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _same_word(one: str, other: str) -> bool:
    """Are two words of names one: an initial for the whole, Форрес for Форрест, whose «Форресті» drops a letter?"""
    if one.endswith(".") or other.endswith("."):
        return one[0] == other[0]
    return one == other or sorted((one, other), key=len) in ([one, one + "t"], [other, other + "t"])


# Patronymics in the letters of `parts_of`.
_FATHER = re.compile(r"(?:ovic|evic|ovna|evna|icna|uli|kizi|ogli)$")


def _russified(one: str, other: str) -> bool:
    """Is one surname the other with a Russian ending: Құдайберген, Құдайбергенов?"""
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and long.removeprefix(short) in ("ov", "ova", "ev", "eva")
