"""Nouns that speak, as they stand in a text: posts and callings, groups, organisations.

The words are in `tables/nouns.tsv`, in their dictionary form; number, possession and case are taken off here.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kzfacts.extract.memo import per_word
from kzfacts.extract.tables import rows, words

# By noun in its dictionary form, its kind: post, organisation, workplace, kin or collective.
KINDS = {noun: kind for noun, kind, *_ in rows("nouns")}

# Countries by name, with ISO 3166-1 codes; None where more than one country is meant.
COUNTRIES: dict[str, str | None] = {name: code or None for name, code in rows("countries")}

_OF_A_COUNTRY = re.compile(r"(?:лық|лік|дық|дік|тық|тік)$")


def nationality(word: str) -> bool:
    """Is `word` (lower case) of a country: қазақстандық, ресейлік?"""
    return bool(_OF_A_COUNTRY.search(word)) and word[:-3] in COUNTRIES


# Capitalised words that are no part of a person's name.
NOT_A_NAME = words("not_names") | frozenset(COUNTRIES)

# Bodies of two words whose second word alone is none.
NAMED_BODIES = frozenset(
    {("ақ", "үй"), ("еуропалық", "комиссия"), ("солтүстік", "корея"), ("оңтүстік", "корея"), ("сауд", "арабиясы")}
)

# By a post that one person at a time holds, who has held it.
OFFICES = {post: tuple(holders.split("; ")) for post, holders in rows("offices")}

# By a bare post, parts of the roles that it may mean: дипломат is an елші.
SAME_POST = {post: tuple(roles.split("; ")) for post, roles in rows("same_posts")}

MAY_BE_CALLING = re.compile(r"шы|ші|кер|гер|паз|кеш|гой|ист|лог|граф|тор|(?<![кпстфхцчшщ])тер")
_CALLINGS = re.compile(rf"(?:{MAY_BE_CALLING.pattern})$")
_ORDINAL = re.compile(r"(?<!с)(?:ыншы|інші)$")  # тоқсаныншы is no calling, киносыншы is one
_TAIL = re.compile(
    r"(?P<plural>лар|лер|дар|дер|тар|тер)?(?P<possessive>(?:сы|сі|ы|і)(?:мыз|міз)?|мыз|міз)?(?P<case>"
    r"(?P<genitive>ның|нің|дың|дің|тың|тің)|(?P<dative>ға|ге|қа|ке|на|не)|(?P<accusative>ны|ні|ды|ді|ты|ті|н)|"
    r"(?P<locative>нда|нде|да|де|та|те)|(?P<ablative>нан|нен|дан|ден|тан|тен)|(?P<instrumental>мен|бен|пен)"
    r"|(?P<attributive>ндағы|ндегі|дағы|дегі|тағы|тегі))?$"
)
_LONGEST_TAIL = 16  # letters; no endings are so long
_VOICING = {"п": "б", "к": "г", "қ": "ғ"}


# Most words are none of these by their first letters; the last of three may be voiced (топ: тобы).
_BEGINNINGS = frozenset(
    beginning for noun in KINDS for beginning in (noun[:3], noun[:2] + _VOICING.get(noun[2], noun[2]))
)


class Noun(NamedTuple):
    """A known noun as it stands in the text."""

    lemma: str
    kind: str  # post | kin | organisation | workplace | collective
    plural: bool
    possessive: bool
    case: str


@per_word
def noun(word: str) -> Noun | None:
    """Return what known post or organisation `word` (lower case) is a form of, or None; the longest stem wins."""
    if word[:3] not in _BEGINNINGS and "-" not in word:
        return None
    for cut in range(len(word), max(2, len(word) - _LONGEST_TAIL), -1):
        for lemma, kind, shown in _readings(word[:cut]):
            if (tail := _TAIL.fullmatch(word, cut)) and (not shown or tail[shown]):
                case = next((name for name in _CASES if tail[name]), "nominative")
                return Noun(lemma, kind, bool(tail["plural"]), bool(tail["possessive"]), case)
    return None


_CASES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental", "attributive")


def _readings(stem: str) -> tuple[tuple[str, str, str], ...]:
    """Return the nouns that `stem` may be of: each with its kind, and what must follow the stem, if that matters."""
    found = _stems().get(stem, ())
    if "-" not in stem:
        return found
    head, hyphen, last = stem.rpartition("-")
    posts = ((head + hyphen + lemma, kind, shown) for lemma, kind, shown in _stems().get(last, ()) if kind == "post")
    return (*found, *(post for post in posts if post[0] not in NOT_A_NAME))  # вице-министр


@cache
def _stems() -> dict[str, tuple[tuple[str, str, str], ...]]:
    stems: dict[str, tuple[tuple[str, str, str], ...]] = {lemma: ((lemma, kind, ""),) for lemma, kind in KINDS.items()}
    for lemma, kind in KINDS.items():
        for stem, shown in _changed(lemma):
            stems[stem] = (*stems.get(stem, ()), (lemma, kind, shown))
    return stems


def _changed(lemma: str) -> Iterator[tuple[str, str]]:
    """Give a noun as endings change it, and which endings do: әкімдіг-і, корол-і, халқ-ы, журналис-тер."""
    if lemma[-1] in _VOICING:
        yield lemma[:-1] + _VOICING[lemma[-1]], "possessive"
    if lemma.endswith("ь"):
        yield lemma[:-1], "possessive"
    if lemma[-2] == "ы":
        yield lemma[:-2] + lemma[-1], "possessive"
    if lemma.endswith("т"):
        yield lemma[:-1], "plural"


def calling(word: str) -> bool:
    """Is `word` (lower case) shaped like a calling, as жобалаушы, бағдарламашы, вертебролог are?"""
    return len(word) >= 6 and bool(_CALLINGS.search(word)) and word not in NOT_CALLINGS and not _ORDINAL.search(word)


# Words with the shape of a calling that are none.
NOT_CALLINGS = frozenset(
    "қарсы бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы соңғы жақсы жалпы кейінші"
    " министр орталық центр мотор сектор фактор вектор театр ноутбук скутер компьютер принтер монитор трактор дегенмен"
    " сонымен бұнымен олармен онымен мұнымен бәрімен керісінше осымен айтпақшы".split()
)
