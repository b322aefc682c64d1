"""Where a reported content begins, and what it may end in."""

import re

from kzfacts.extract import shapes
from kzfacts.extract.cues import Cue
from kzfacts.extract.nouns import noun
from kzfacts.extract.phrases import left_edge
from kzfacts.extract.reading import Reading
from kzfacts.extract.said_where import after_settings, name_ends, theirs
from kzfacts.extract.segments import Token
from kzfacts.extract.verbs import NOTHING_SAID
from kzfacts.extract.words import (
    ABOUT,
    ABOUT_WHAT,
    AFTER_SOURCE,
    AUDIENCE,
    CONCERNING,
    EVERYBODY,
    FINISHED,
    FRAMING_BRIDGES,
    FRAMING_CONVERBS,
    FRAMING_PAIRS,
    MANNER,
    MOTION,
    PRONOUNS_TOLD,
    SAID_THINGS,
    SETTINGS,
    SUCH,
    SUCH_AS_THIS,
    THIS,
    TO_THIS,
)


def pointing(reading: Reading, begin: int, head: int) -> tuple[int, int] | None:
    """Return the tokens of «бұл туралы», «мұны»."""
    for at in range(begin, head + 1):
        word = reading.tokens[at].lower
        if word in ABOUT_WHAT and at + 1 < len(reading.tokens) and reading.tokens[at + 1].lower in ABOUT:
            return at, at + 1
        if word in TO_THIS and at + 1 < len(reading.tokens) and reading.tokens[at + 1].lower == "қатысты":
            return at, at + 1
        if word in SUCH and at + 1 < len(reading.tokens) and reading.tokens[at + 1].lower in SAID_THINGS:
            return at, at + 1
        if word in SUCH_AS_THIS and at == head:
            return at, at  # осындай ұсыныс айтты, мұндай пікірде
        if word in THIS and word.endswith(("ны", "осыны", "соны")):
            of_another = at < head and shapes.participle(reading.tokens[at + 1].lower)  # мұны көрген тұрғындар
            if not of_another:
                return at, at
    return None


def complement(reading: Reading, cue: Cue, first: int, last: int) -> str | None:
    """Return the form of the content that ends at `last`, or None if the cue takes nothing of the kind."""
    if last < first:
        return None
    token = reading.tokens[last]
    if token.kind == "quote" and "clause" in cue.takes:
        ending = token.text.rstrip('».”" ').rpartition(" ")[2].lower()
        return ("indirect" if last > first else "direct") if shapes.clause(ending) else None
    if token.kind != "word" or token.lower in NOTHING_SAID:
        return None
    if token.lower in ABOUT or token.lower in CONCERNING:
        if last == first or not {"clause", "about"} & cue.takes or (token.lower in CONCERNING and cue.act == "answer"):
            return None
        return "indirect" if shapes.clause_stem(reading.tokens[last - 1].lower) else "nominal"
    if shapes.clause(token.lower) and ("clause" in cue.takes or ("doing" in cue.takes and shapes.doing(token.lower))):
        return "indirect"
    case = shapes.case(token.lower)
    if case == "dative" and cue.rule in COMPLAINING and not token.lower.endswith(("на", "не")):
        return None  # тиісті орындарға шағымданды: to whom
    if case in cue.takes or ("bare" in cue.takes and case == "nominative"):
        return "nominal"
    return None


# What somebody complains of is owned (бағасына); else the dative is to whom.
COMPLAINING = frozenset(("шағымдан", "арыздан", "шағым-айт"))
_LONGEST_ADJUNCT = 10
_LONGEST_SETTING = 5


def ending(reading: Reading, cue: Cue, first: int, last: int) -> tuple[int, str | None]:
    """Return where the content ends, and its form; what parts it from the verb is out: «…-ғанын брифингте айтты»."""
    form = complement(reading, cue, first, last)
    if form:
        return last, form
    if reading.tokens[last].lower in NOTHING_SAID or cue.act == "answer":
        return last, None
    if reading.tokens[last].lower in SETTINGS:
        for at in range(last - 1, max(first, last - _LONGEST_SETTING), -1):
            if shapes.case(reading.tokens[at].lower) == "accusative" and (form := complement(reading, cue, first, at)):
                return at, form  # емдеу жолын орталықтың алаңында айтып берді
    for at in range(last - 1, max(first, last - _LONGEST_ADJUNCT) - 1, -1):
        word = reading.tokens[at + 1]
        if word.kind == "mark" or shapes.finite(word.lower) or shapes.converb(word.lower):
            break
        if shapes.case(word.lower) == "accusative" and at + 1 == last:  # елшілік ашу туралы шешімін жариялады
            break
        if (shapes.clause(reading.tokens[at].lower) or reading.tokens[at].lower in ABOUT) and (
            form := complement(reading, cue, first, at)
        ):
            return at, form
    return last, None


def content_start(reading: Reading, cue: Cue, first: int, last: int) -> int:
    """Return where the content begins: after honorifics, settings, addressees, the speaker's own converbs."""
    tokens = reading.tokens
    while first < last and (tokens[first].lower in AFTER_SOURCE or tokens[first].text in ",–—"):
        first += 1
    first = reading.after_connectors(_after_bracket(tokens, first, last), last)
    if first + 1 < last and tokens[first + 1].lower == "ішінде":  # тұрғындар, соның ішінде Асқар Серіков, …
        first = next((m.end for m in reading.mentions if first < m.begin < last and m.case == "nominative"), first)
    first = next((at + 1 for at in range(last, first, -1) if _does_also(tokens, at)), first)
    first = _after_framing(reading, first, last)
    return after_addressee(reading, cue, after_settings(reading, first, last), last)


def _after_bracket(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """Skip what stands in brackets after the speaker: «Асқар Серіков (62 келі) …»."""
    if tokens[first].text != "(":
        return first
    return next((at + 1 for at in range(first, last) if tokens[at].text == ")"), first)


def _does_also(tokens: tuple[Token, ...], at: int) -> bool:
    """Is this the conjunction of «мәселе көтерді және …-ғанын айтты», after which the speaker does a second thing?"""
    return tokens[at].lower in ("және", "әрі") and tokens[at - 1].lower in FINISHED


def _after_framing(reading: Reading, first: int, last: int) -> int:
    for at in range(first + 1, last):
        if reading.tokens[at].text == ",":
            before, word = reading.tokens[at - 2].lower, reading.tokens[at - 1].lower
            bridge = word in ("отырып", "келе", "келіп") and before in FRAMING_BRIDGES
            done = word in ("шығып", "өтіп", "болып") and before in FRAMING_CONVERBS  # аралап шығып
            if word in MOTION and theirs(reading, first, at):
                return first
            if word in FRAMING_CONVERBS or (before, word) in FRAMING_PAIRS or bridge or done:
                return at + 1
    return first


def after_addressee(reading: Reading, cue: Cue, first: int, last: int) -> int:
    """Skip who is told or asked: «әкімге … тапсырды», «Үкіметтен … талап етті»."""
    tokens = reading.tokens
    if first < last and tokens[first].lower in AUDIENCE and not _governed(tokens, first, last):
        return first + 1
    if cue.act == "congratulation":
        after_pause = [at + 1 for at in range(first, last) if tokens[at].text == ","][-1:]  # оқып тұрып, анасын …
        for at in (each for start in (*after_pause, first) for each in range(start, min(start + 5, last))):
            if shapes.case(tokens[at].lower) == "accusative" or name_ends(reading, at, "accusative"):
                return next((after for after in range(at + 1, last) if tokens[after].lower not in MANNER), last)
    if cue.act == "wish":
        pauses = [
            at + 1 for at in range(first + 1, last) if tokens[at].text == "," and shapes.converb(tokens[at - 1].lower)
        ]
        first = (pauses or [first])[-1]  # жылды мерекемен байланыстырып, әріптестеріне …
        if first < last and tokens[first].lower in EVERYBODY:
            return first + 1
    asked = _CASES_OF_THE_TOLD.get(cue.act, ()) if cue.rule not in ASKING else ("ablative",)
    kinds: tuple[str, ...] = ("post",) if cue.act == "wish" else ("post", "organisation")
    if cue.rule in ASKING or cue.act == "wish":
        kinds += ("kin", "collective")
    if (cue.act == "statement" or "dative" in asked) and (told := _person_told(reading, cue, first, last)):
        return told
    if asked and first < last and tokens[first].lower in PRONOUNS_TOLD.get(asked[0], ()):
        return first + 1
    for at in range(first, min(first + 4, last) if asked else first):
        known = noun(tokens[at].lower)
        fellows = known and known.kind == "kin" and _FELLOWS.search(tokens[at].lower)
        if known is None or known.case not in asked or (known.kind not in kinds and not fellows):
            continue
        if _governed(tokens, at, last) and not (cue.act == "wish" and at + 1 == last):
            continue
        if known.case != "accusative" or known.kind == "post":
            return at + 1
    return first


def _person_told(reading: Reading, cue: Cue, first: int, last: int) -> int | None:
    """Return what follows a person in the dative right after the speaker: «министр Назарбаевқа … айтып берді»."""
    mention = next((m for m in reading.mentions if m.begin == first and m.case == "dative"), None)
    if mention is None:
        if cue.rule not in TELLING:
            return None
        for at in range(first, min(first + _LONGEST_TOLD, last - 1)):
            known = noun(reading.tokens[at].lower)
            case = "accusative" if cue.rule in INFORMING else "dative"
            about = reading.tokens[last].lower in ABOUT
            kinds = ("post", "kin") if about else ("post",)
            told = known and known.case == case and known.kind in kinds
            if _FELLOWS.search(reading.tokens[at].lower) or told:
                if any(token.lower in _GIVEN_TO for token in reading.tokens[at + 1 : at + 3]):
                    return None  # жастарға үлкен үміт артатынын айтты
                whole = left_edge(reading.tokens, at) <= first
                return at + 1 if whole and not _governed(reading.tokens, at, last) else None
        return None
    head = last + 1 if cue.act == "wish" else last  # Асқарға сәттілік тіледі
    return None if _governed(reading.tokens, mention.end - 1, head) else mention.end


# Verbs with whom one tells: «министр Мемлекет басшысына … туралы баяндады».
TELLING = frozenset(
    """
    айт айтып-бер айтып-өт жеткіз баянда баяндап-бер түсіндір түсіндіріп-бер мәлімет-бер мағлұмат-бер ақпарат-бер
    ақпарат-жеткіз есеп-бер хабарла хабардар-ет құлағдар-ет ақпараттандыр таныстыр
    """.split()
)
# With whom one tells in the accusative: «министрді жұмыс барысы туралы хабардар етті».
INFORMING = frozenset(("хабардар-ет", "құлағдар-ет", "ақпараттандыр"))
_LONGEST_TOLD = 6
_FELLOWS = re.compile(r"(?:лас|лес|дас|дес|тас|тес)(?:тар|тер)(?:ға|ге|ына|іне)$")  # партияластарына
_GIVEN_TO = frozenset("үміт сенім риза алғыс құрмет қолдау көмек назар баға".split())

# Who is told, by the act of telling: әкімдерге тапсырды, Үкімет мүшелерін … тапсырды; Үкіметтен талап етті.
_CASES_OF_THE_TOLD = {
    "order": ("dative", "accusative"),
    "proposal": ("dative",),
    "promise": ("dative",),
    "congratulation": ("dative",),
    "wish": ("dative",),
}
ASKING = frozenset(("сұра", "талап-ет", "өтін"))


def _governed(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Does the word after `at` govern it: қарсы, байланысты, a participle, a verbal noun, or the head itself?"""
    word = tokens[at + 1].lower
    return (
        at + 1 >= last
        or word in ("қарсы", "байланысты", "қатысты", "сай", "сәйкес", "дейін")
        or shapes.participle(word)
        or shapes.converb(word)
        or shapes.verbal_noun(word)
    )
