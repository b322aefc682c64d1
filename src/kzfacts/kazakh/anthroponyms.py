"""The make of personal names: family endings, patronymics, case forms, and the words of address around them.

Endings are met in classes (`folding.coarse`), so that one row covers every script. Patronymics and family endings as
on the rolls of deputies (EveryPolitician); Russian declension after А. А. Зализняк, «Грамматический словарь русского
языка».
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .ending_tables import CASES, POSSESSED
from .endings import harmonious
from .folding import coarse, fold, normal, readings, simplified, spelled

# Endings that make a family name and say little of whose. The French and the older English write -off, -eff.
MENS = ("ов", "ев", "ин", "оф", "еф")
WOMENS = ("ова", "ева", "ина")

PATRONYMICS = ("ұлы", "қызы", "ович", "евич", "овна", "евна", "ична", "оғлы", "ұғлы")

HONORIFICS = """
    мырза ханым ақсақал академик профессор доктор генерал елші министр президент депутат сенатор төраға
    академигі профессоры елшісі министрі президенті депутаты сенаторы төрағасы төрайым әкім әкімі
    г-н г-жа г-на г-ну г-ном г-жи г-же г-жу г-жой господин госпожа товарищ тов проф акад
    посол посла послу послом министра президента
    mr mrs ms miss dr prof professor sir madam mister president minister ambassador monsieur mme herr frau
"""

# What a Russian case form ends in, and the nominative: Кошербаева, Торкуновым, Андрею, Дария. These are men's: a
# man's given name is declined as well (Ермека Кошербаева), so `Жанат Жарасова` is no form of Жанат Жарасов.
RUSSIAN_MENS = (
    *(("а", ""), ("у", ""), ("ым", ""), ("ом", ""), ("ем", ""), ("е", "")),
    *(("я", "й"), ("ю", "й"), ("ем", "й"), ("е", "й"), ("я", "ь"), ("ю", "ь"), ("ем", "ь"), ("е", "ь")),
    *(("ого", "ий"), ("ому", "ий"), ("им", "ий"), ("ом", "ий"), ("ого", "ый"), ("ому", "ый")),
    *(("ого", "ой"), ("ому", "ой"), ("ым", "ой"), ("ом", "ой")),
)
RUSSIAN_WOMENS = (
    *(("ой", "а"), ("у", "а"), ("ы", "а"), ("и", "а"), ("е", "а"), ("ей", "а")),
    *(
        ("и", "я"),
        ("ю", "я"),
        ("ей", "я"),
        ("е", "я"),
        ("ии", "ия"),
        ("ию", "ия"),
        ("и", "ь"),
        ("ой", "ая"),
        ("ую", "ая"),
    ),
)

# What else an initial may stand for than a name that begins with its own letter: Y. Yermek, S. Sholpan, Д. Джамиля.
INITIALS = {
    "y": "ей",
    "s": "ш",
    "z": "ж",
    "k": "х",
    "d": "ж",
    "c": "ч",
    "t": "ч",
    "j": "й",
    "д": "ж",
    "к": "х",
    "у": "өв",
    "и": "ы",
    "х": "қ",
    "ч": "ш",
    "u": "ө",
}

KAZAKH_LETTERS = frozenset("әіңғүұқөһ")


class Nominative(NamedTuple):
    """What a word may be a case form of, in neutral letters; in Russian it may be of a man's name."""

    reading: str
    russian: bool = False
    mens: bool = False


def family_ending(reading: str) -> int:
    """Return how many last letters of a reading are an ending such as -ов or -ева; 0 if the name has none."""
    return len(_longest(_family(), coarse(reading)))


def gender(reading: str) -> str:
    """Return "man" or "woman" if the ending of a family name tells, else an empty string."""
    endings = _family()
    return endings.get(_longest(endings, coarse(reading)), "")


def father(reading: str) -> str:
    """Return the father's name in a patronymic, without its ending; an empty string if the word is no patronymic."""
    ending = _longest(_patronymics(), coarse(reading))
    return reading[: -len(ending)] if ending else ""


def is_honorific(word: str) -> bool:
    """Tell whether `word`, in any case form, is a title or a word of address."""
    titles = _titles()
    key = fold(word)
    return key in titles or (
        key[:2] in _beginnings() and any(coarse(form.reading) in titles for form in nominatives(word))
    )


def nominatives(word: str) -> Iterator[Nominative]:
    """Give what `word` may be a Kazakh or Russian case form of, where assimilation and harmony allow the ending."""
    plain = normal(word)
    own_letters = not KAZAKH_LETTERS.isdisjoint(plain)
    for letters in spelled(plain):
        for stem, ending in _without_kazakh_ending(letters):
            # without its own letters a soft word may look hard (Сәтке, Сатке), but no hard word looks soft
            if own_letters and not letters.endswith(ending):
                continue
            if harmonious(stem, ending) or (not own_letters and coarse(ending).endswith("e")):
                yield Nominative(simplified(stem))
    if not own_letters:
        for mens, rows in ((True, RUSSIAN_MENS), (False, RUSSIAN_WOMENS)):
            for oblique, nominative in rows:
                if plain.endswith(oblique) and len(plain) - len(oblique) > 2:
                    yield Nominative(readings(plain.removesuffix(oblique) + nominative)[0], True, mens)


def _without_kazakh_ending(letters: str) -> Iterator[tuple[str, str]]:
    key = coarse(letters)
    for length in (1, 2, 3):
        for ending, after, only_possessed in _kazakh_endings().get(key[-length:], ()):
            stem = letters[:-length]
            if len(stem) > 2 and key[-length - 1] in after and (father(stem) or not only_possessed):
                yield stem, ending


@cache
def _kazakh_endings() -> dict[str, tuple[tuple[str, frozenset[str], bool], ...]]:
    """Give the case endings by their fold, with the classes that each may follow.

    The endings of possessives are for names that are possessives, in -ұлы and -қызы: Момышұлына.
    """
    table: dict[str, tuple[tuple[str, frozenset[str], bool], ...]] = {}
    for _, endings, after, _ in CASES:
        classes = frozenset(map(coarse, after))
        for ending in endings.split():
            key = coarse(ending)
            table[key] = (*table.get(key, ()), (ending, classes, after == POSSESSED))
    return table


@cache
def _family() -> dict[str, str]:
    return {coarse(ending): gender for gender, endings in (("man", MENS), ("woman", WOMENS)) for ending in endings}


@cache
def _patronymics() -> dict[str, str]:
    return {coarse(ending): "" for ending in PATRONYMICS}


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(fold, HONORIFICS.split()))


@cache
def _beginnings() -> frozenset[str]:
    """Give the first letters of the titles: most words are none in any form."""
    return frozenset(title[:2] for title in _titles())


def _longest(endings: dict[str, str], key: str) -> str:
    """Return the longest of `endings` that leaves a stem of two letters or more, or an empty string."""
    fitting = (ending for ending in endings if key.endswith(ending) and len(key) > len(ending) + 1)
    return max(fitting, key=len, default="")
