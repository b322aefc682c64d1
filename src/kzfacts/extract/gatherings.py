"""Nouns that name an event people speak at, by kind. Add a noun to a line, in its dictionary form, and it is known."""

import re
from functools import cache
from typing import NamedTuple

from kzfacts.extract.memo import per_word

KINDS = {
    "conference": "конференция симпозиум",
    "forum": "форум",
    "summit": "саммит",
    "congress": "съезд съез конгресс конгрес құрылтай",
    "meeting": "отырыс жиын жиналыс кездесу басқосу",
    "visit": "сапар",
    "briefing": "брифинг пресс-конференция баспасөз-конференция",
    "session": "сессия",
    "panel": "секция",
    "seminar": "семинар",
    "exhibition": "көрме",
    "festival": "фестиваль фестивал",
}
# Two words of which the second alone names something else: a council, a piece of furniture, listening.
PAIRS = {
    ("баспасөз", "мәслихат"): "briefing",
    ("баспасөз", "конференция"): "briefing",
    ("дөңгелек", "үстел"): "roundtable",
    ("қоғамдық", "тыңдау"): "hearing",
    ("парламенттік", "тыңдау"): "hearing",
    ("қоғамдық", "тыңдаулар"): "hearing",
    ("панельдік", "сессия"): "panel",
    ("пленарлық", "отырыс"): "session",
}
# Parts of an event, which are none by themselves.
PARTS = frozenset(("panel",))

# What happens to an event in a sentence of which it is the subject; a future form says that it is still to come.
HELD = re.compile(
    r"(?:өтті|өткен|болды|болған|басталды|басталған|аяқталды|ашылды|өткізілді|ұйымдастырылды|жалғасты|"
    r"(?:өтіп|болып|жүріп)\s(?:жатыр|жатқан)|өтуде|жүруде|жалғасуда)$"
)
TO_COME = re.compile(r"(?:өтеді|болады|басталады|өткізіледі|ұйымдастырылады|өтпек|болмақ|басталмақ)$")
# «Астанада өткен форум», «қазанда өтетін отырыс»: right before the event, with its date and place before them.
HELD_BEFORE = frozenset("өткен болған басталған өткізілген ұйымдастырылған жатқан аяқталған".split())
TO_COME_BEFORE = frozenset("өтетін болатын өткізілетін басталатын жоспарланған өтпек болмақ".split())

# After an event in the nominative: «форум барысында айтты».
DURING = frozenset("барысында кезінде аясында шеңберінде соңында ашылуында алаңында қорытындысында".split())
WITHIN = frozenset("аясында шеңберінде".split())

# «форумға қатысты», «Ресейге сапармен барды»: who goes there, and whether it has begun.
ATTENDED = {
    "dative": {
        "қатысты": True,
        "қатысып": True,
        "қатысқан": True,
        "қатысуда": True,
        "қатысады": False,
        "дайындық": False,
    },
    "instrumental": {"келді": True, "келген": True, "барды": True, "барған": True, "барады": False, "келеді": False},
}

# Days told from that of the article: the words are kept, and no date is made of them.
VAGUE = frozenset("кеше ертең жақында таяуда жуырда алдыңғыкүні бүгін".split())
TODAY = "бүгін"

# Of another time than the article's, where no date says which.
BYGONE = frozenset("болатын еді бұрын бұрынырақ былтыр жылдары".split())

# With these no certain event is meant.
INDEFINITE = frozenset(
    """
    әр әрбір кез келген барлық бірде бір бірнеше екі үш көп көптеген осындай мұндай ондай сондай осы бұл сол аталған
    аталмыш түрлі әртүрлі
    кейбір тиісті басқа өзге
    """.split()
)

_POSSESSIVE = "сы|сі|ы|і"
_CASES = {
    "locative": frozenset("нда нде да де та те".split()),
    "dative": frozenset("ға ге қа ке на не".split()),
    "instrumental": frozenset("мен бен пен".split()),
    "other": frozenset("ның нің дың дің тың тің нан нен дан ден тан тен ны ні ды ді ты ті н".split()),
}
_CASE = "|".join(sorted(frozenset().union(*_CASES.values())))


class Gathering(NamedTuple):
    """An event noun as it stands in a text."""

    lemma: str
    length: int  # letters without the case ending
    possessive: bool
    case: str  # nominative, locative, dative, instrumental or other


@cache
def _pattern() -> re.Pattern[str]:
    lemmas = {lemma for line in KINDS.values() for lemma in line.split()} | {second for _, second in PAIRS}
    longest_first = "|".join(sorted(lemmas, key=lambda lemma: (-len(lemma), lemma)))
    return re.compile(rf"(?:.*-)?(?P<lemma>{longest_first})(?P<possessive>{_POSSESSIVE})?(?P<case>{_CASE})?")


@cache
def prefilter() -> re.Pattern[str]:
    """Return a pattern that is found in every lower-case text with an event noun."""
    return re.compile("|".join({lemma for line in KINDS.values() for lemma in line.split()} | {b for _, b in PAIRS}))


@per_word
def gathering(word: str) -> Gathering | None:
    """Return what event noun `word` (lower case) is a form of, in the singular; None if it is none."""
    match = _pattern().fullmatch(word)
    if match is None:
        return None
    ending = match["case"] or ""
    case = next((name for name, endings in _CASES.items() if ending in endings), "nominative")
    return Gathering(match["lemma"], len(word) - len(ending), bool(match["possessive"]), case)


def kind_of(lemma: str, before: str) -> str | None:
    """Return the kind of an event by its noun and the word before it (lower case), None where that names no event."""
    return PAIRS.get((before, lemma)) or _by_lemma().get(lemma)


@cache
def _by_lemma() -> dict[str, str]:
    return {lemma: kind for kind, lemmas in KINDS.items() for lemma in lemmas.split()}
