"""Nouns that speak, as they stand in a text: posts and callings, groups, organisations.

The words are in `tables/nouns.tsv`, in their dictionary form; number, possession and case are taken off here.
"""

import re
from functools import lru_cache
from typing import NamedTuple

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
_VOICED = {"б": "п", "г": "к", "ғ": "қ"}


# Most words are none of these by their first letters; the last of three may be voiced (топ: тобы).
_BEGINNINGS = frozenset(
    beginning
    for noun in KINDS
    for beginning in (noun[:3], noun[:2] + next((v for v, u in _VOICED.items() if u == noun[2]), noun[2]))
)


class Noun(NamedTuple):
    """A known noun as it stands in the text."""

    lemma: str
    kind: str  # post | kin | organisation | workplace | collective
    plural: bool
    possessive: bool
    case: str


@lru_cache(maxsize=1 << 16)
def noun(word: str) -> Noun | None:
    """Return what known post or organisation `word` (lower case) is a form of, or None; the longest stem wins."""
    if word[:3] not in _BEGINNINGS and "-" not in word:
        return None
    for cut in range(len(word), 2, -1):
        stem = word[:cut]
        # what may follow as read back: әкімдіг-і is әкімдік, король-і король, халқ-ы халық, журналис-тер журналист
        for lemma, shown in (
            (stem, ""),
            (stem[:-1] + _VOICED.get(stem[-1], stem[-1]), "possessive"),
            (stem + "ь", "possessive"),
            (f"{stem[:-1]}ы{stem[-1]}", "possessive"),
            (stem + "т", "plural"),
        ):
            if (kind := _kind(lemma)) and (tail := _TAIL.fullmatch(word, cut)) and (not shown or tail[shown]):
                case = next((name for name in _CASES if tail[name]), "nominative")
                return Noun(lemma, kind, bool(tail["plural"]), bool(tail["possessive"]), case)
    return None


_CASES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental", "attributive")


def _kind(lemma: str) -> str:
    kind = KINDS.get(lemma, "")
    if kind or "-" not in lemma or lemma in NOT_A_NAME:
        return kind
    return "post" if KINDS.get(lemma.rpartition("-")[2]) == "post" else ""


def calling(word: str) -> bool:
    """Is `word` (lower case) shaped like a calling, as жобалаушы, бағдарламашы, вертебролог are?"""
    return len(word) >= 6 and bool(_CALLINGS.search(word)) and word not in NOT_CALLINGS and not _ORDINAL.search(word)


# Words with the shape of a calling that are none.
NOT_CALLINGS = frozenset(
    "қарсы бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы соңғы жақсы жалпы кейінші"
    " министр орталық центр мотор сектор фактор вектор театр ноутбук скутер компьютер принтер монитор трактор дегенмен"
    " сонымен бұнымен олармен онымен мұнымен бәрімен керісінше осымен айтпақшы".split()
)
