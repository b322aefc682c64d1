"""Where and when one speaks, between source and content: «Үкіметте өткен брифингте», «жиын барысында»."""

from kzfacts.extract import shapes
from kzfacts.extract.reading import Reading
from kzfacts.extract.words import AFTERWARDS, GATHERINGS, SETTINGS, SPOKEN, STOPS

# Before a gathering that is still to come, of which one tells: ертеңгі отырыста.
_TO_COME = frozenset("ертеңгі алдағы келесі келер болашақ".split())


def after_settings(reading: Reading, first: int, last: int) -> int:
    """Skip where one speaks: «Үкіметте өткен брифингте», «жиын барысында»."""
    while (after := _after_setting(reading, first, last)) > first:
        first = after
    return first


def _after_setting(reading: Reading, first: int, last: int) -> int:
    if _dated(reading, first, last):  # 2025 жылғы 11 қыркүйекте
        return first + 4
    for at in range(first, min(first + 10, last)):
        word = reading.tokens[at].lower.rpartition("-")[2]  # Telegram-арнасында
        before = reading.tokens[at - 1].lower if at > first else ""
        spoken = word in ("барысында", "кезінде", "соңында") and (
            (before in SPOKEN and not theirs(reading, first, at))  # президенттің сапары барысында
            or (before in GATHERINGS and (at <= first + 2 or _with(reading, at - 2)))
        )
        owned = (
            at > first and shapes.case(before) == "genitive" and before != "өзінің"
        )  # мұндай жағдайдың Сенатта болуы
        of_what = shapes.participle(reading.tokens[at + 1].lower)  # жиында болған жайтқа қатысты
        if word == "кейін" and before in AFTERWARDS and at <= first + 2:
            return at + 1
        to_come = before in _TO_COME  # ертеңгі отырыста: of what will be
        if (word in SETTINGS and not owned and not of_what and not to_come) or spoken:
            return at + 1
        doing = shapes.verbal_noun(reading.tokens[at + 1].lower)  # ауылды дамыту жөніндегі кеңесте
        object_of_it = (
            shapes.case(word) == "accusative" and word not in STOPS and not doing
        )  # туыстарын эфирде құттықтау
        if shapes.clause(word) or reading.tokens[at].text == "," or object_of_it:
            break
    return first


def _dated(reading: Reading, first: int, last: int) -> bool:
    """Does a whole date stand at `first`, the year written out: the day on which it was said?"""
    words = [token.lower for token in reading.tokens[first : first + 4]]
    return (
        first + 4 <= last
        and words[0].isdigit()
        and len(words[0]) == 4
        and words[1] in ("жылғы", "жылдың")
        and words[2].isdigit()
        and shapes.case(words[3]) == "locative"
    )


def _with(reading: Reading, at: int) -> bool:
    """Is this somebody with whom one meets: «шаруалармен кездесу барысында»?"""
    return shapes.case(reading.tokens[at].lower) == "instrumental" or name_ends(reading, at, "instrumental")


def theirs(reading: Reading, first: int, end: int) -> bool:
    """Is it of somebody else that «қонақтың елге келіп, …» tells?"""
    owners = (mention for mention in reading.mentions if mention.case == "genitive" and mention.kind != "group")
    return any(first <= owner.begin and owner.end < end for owner in owners)


def name_ends(reading: Reading, at: int, case: str) -> bool:
    """Does somebody's name in this case end at `at`?"""
    return any(m.end == at + 1 and m.case == case for m in reading.mentions)
