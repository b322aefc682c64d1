"""Find the reporting expressions of a sentence, whatever their source and content."""

import re
from functools import lru_cache
from typing import NamedTuple

from kzfacts.extract import shapes
from kzfacts.extract.segments import Token
from kzfacts.extract.verbs import (
    AUXILIARIES,
    AUXILIARY_WORDS,
    BRIDGED,
    DENYING,
    FELT,
    PARTICLES,
    PAST_AUXILIARIES,
    SHAPES,
    STANCES,
    by_stem,
    conjugated,
    noun_before,
)
from kzfacts.extract.words import OPENLY, RETOLD, SAID_THINGS, SUCH, THAT


class Cue(NamedTuple):
    """A reporting expression in a sentence: tokens `first` to `end`, not included."""

    first: int
    end: int
    rule: str
    act: str
    takes: frozenset[str]
    shape: str  # finite | participle | converb | particle
    quoting: int | None  # where its деп is, or of itself for деді


def cues(tokens: tuple[Token, ...]) -> tuple[Cue, ...]:
    """Return the reporting expressions of a sentence in order, whatever their source and content."""
    found: list[Cue] = []
    at = 0
    while at < len(tokens):
        if not _telling(tokens[at].lower):
            at += 1
            continue
        begin = found[-1].end if found else 0
        cue = (
            _particle(tokens, at)
            or _separated(tokens, at)
            or _stance(tokens, at)
            or _longest(tokens, at, begin)
            or _any_verb(tokens, at)
        )
        if cue:
            joint = found and found[-1].shape == "converb" and found[-1].end == cue.first and cue.shape != "particle"
            if joint and found[-1].quoting is None:
                previous = found.pop()  # айтып шағымданды
                cue = previous._replace(end=cue.end, shape=cue.shape)
            found.append(cue)
            at = cue.end
        else:
            at += 1
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _telling(word: str) -> bool:
    """May a reporting expression begin at `word`, or end there?"""
    return bool(
        conjugated(word)
        or word == "деп"
        or word in STANCES
        or word in _FIRST_OF_PARTICLES
        or word in _UNHIDDEN
        or _LIGHT.fullmatch(word)
    )


_UNHIDDEN = frozenset(("жасырған", "жасырып"))
_FIRST_OF_PARTICLES = frozenset(words.split()[0] for words in PARTICLES)


def _longest(tokens: tuple[Token, ...], at: int, begin: int) -> Cue | None:
    """Return the cue whose first word is at `at`: атап өтті before атап; or else whose verb is there."""
    cue = _verb(tokens, at, begin)
    if cue and cue.shape != "particle":
        for later in (at + 2, at + 1):
            longer = _verb(tokens, later, begin) if later < len(tokens) else None
            if longer and longer.first <= cue.first and " " in longer.rule.replace("-", " "):
                return longer
    return cue


def _particle(tokens: tuple[Token, ...], at: int) -> Cue | None:
    word = tokens[at].lower
    for words, end in ((f"{word} {tokens[at + 1].lower}" if at + 1 < len(tokens) else "", at + 2), (word, at + 1)):
        if words in PARTICLES:
            rule = words.replace(" ", "-")
            return Cue(at, end, rule, PARTICLES[words], frozenset(), "particle", None)
    return None


def _stance(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """… деген пікірде; … болатынына сенімді; осындай пікірде: a stance without a verb, at the end of its clause."""
    word, before = tokens[at].lower, tokens[at - 1].lower if at else ""
    if word not in STANCES or not before:
        return None
    rest = [token for token in tokens[at + 1 :] if token.text not in ".!?…"]
    ends = at + 1 == len(tokens) or tokens[at + 1].kind == "mark"
    if before in THAT:
        late = len(rest) <= _LONGEST_LATE and all(token.kind == "word" for token in rest)  # деген сенімде сенаторлар
        return Cue(at, at + 1, word, STANCES[word], frozenset(), "finite", at - 1) if ends or late else None
    if not ends:
        return None
    if before == "деп" and word in FELT:
        return Cue(at - 1, at + 1, word, STANCES[word], frozenset(), "finite", at - 1)
    if before in SUCH and word not in FELT:
        return Cue(at, at + 1, word, STANCES[word], frozenset({"about"}), "finite", None)
    if FELT.get(word) == shapes.case(tokens[at - 1].lower):
        return Cue(at, at + 1, word, STANCES[word], frozenset({"clause"}), "finite", None)
    return None


_LONGEST_LATE = 4


def _any_verb(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """«…», деп толғанды ол: after a quotation or dash and деп any verb reports, unless it is passive (деп аталды)."""
    before = at - 1
    while before > 0 and tokens[before].text in _PAUSES:
        before -= 1
    dash = before < at - 1 and tokens[at - 1].text in "–—-"
    if tokens[at].lower != "деп" or before < 0 or (tokens[before].kind != "quote" and not dash):
        return None
    exclaimed = _EXCLAIMED.search(tokens[before].text)
    if before == at - 1 and tokens[before].text.count(" ") < _WORDS_OF_A_TITLE and not exclaimed:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].text == "," and tokens[before].kind == "quote":
        return Cue(at, at + 1, "де", "statement", frozenset(), "converb", at)  # министр «…» деп, … айтты
    for verb in range(at + 1, min(at + 4, len(tokens))):
        if tokens[verb].kind != "word":
            return None
        if _TOLD.search(tokens[verb].lower) or (
            shapes.participle(tokens[verb].lower) and (verb + 1 == len(tokens) or tokens[verb + 1].kind == "mark")
        ):
            return (
                None
                if _PASSIVE.search(tokens[verb].lower) or _verb(tokens, verb, at + 1)
                else Cue(at, verb + 1, "деп", "statement", frozenset({"dep"}), "finite", at)
            )
    return None


def _separated(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """«Мұндай пікірді X білдірді»: the verb at `at` ends what such a noun began, with the speaker in between."""
    form = _LIGHT.fullmatch(tokens[at].lower)
    last = at + 1 == len(tokens) or tokens[at + 1].kind == "mark"
    if form is None or (form.group().endswith("ен") and not last):  # «… берген сұхбатында айтты»
        return None
    for before in range(at - 2, max(0, at - _REACH) - 1, -1):
        if tokens[before].kind == "mark" and tokens[before].text != "-":
            return None
        if shapes.clause(tokens[before + 1].lower):  # бұл ұсынысты қолдайтынын білдірді
            return None
        if tokens[before].lower in SUCH and tokens[before + 1].lower in SAID_THINGS:
            return Cue(
                at,
                at + 1,
                "мұндай-пікір-білдір",
                SAID_THINGS[tokens[before + 1].lower],
                frozenset({"about"}),
                "finite",
                None,
            )
    return None


_LIGHT = re.compile(r"(?:білдір|айт|бер|таста|енгіз|көтер|келтір|жаса|тарат|қой|жеткіз)(?:ді|ты|ті|ды|ген|ған|қан)")
_PAUSES = frozenset(",–—-")
_WORDS_OF_A_TITLE = 4
_EXCLAIMED = re.compile(r"[!?]\W*$")
_TOLD = re.compile(r".{2}(?:[дт][ыі])$")  # after деп no noun in the accusative is
_DEED = re.compile(r".{3}у[ыі]$")  # деп тойлауы
_PASSIVE = re.compile(r"(?:[ыі]л|[ыі]н|[ае]л)(?:ды|ді|ған|ген|ады|еді|ып|іп)$")


def _verb(tokens: tuple[Token, ...], at: int, begin: int) -> Cue | None:
    token = tokens[at]
    if token.lower == "деп" and at + 1 < len(tokens) and tokens[at + 1].lower in AUXILIARY_WORDS:  # деп отыр, деп еді
        return Cue(at, at + 2, "де", "statement", frozenset(), "finite", at)
    if token.lower in _UNHIDDEN and at + 1 < len(tokens):
        end = at + 1 + (tokens[at + 1].lower == "отырған")
        if end < len(tokens) and tokens[end].lower in DENYING:  # жасырған жоқ
            return Cue(at, end + 1, "жасырма", "statement", frozenset(("clause", "accusative")), "finite", None)
    form = conjugated(token.lower) if token.kind == "word" and not token.text.isupper() else None
    if form is None or token.lower == "деп":
        return None
    stem, shape = form
    for verb in by_stem()[stem]:
        *before, _ = verb.words.split()
        first = at - len(before)
        if before[:1] == ["қарсы"] and (first < 1 or shapes.case(tokens[first - 1].lower) != "dative"):
            continue  # … 12 пайызы қарсы екенін айтты
        if first >= begin and all(noun_before(w).fullmatch(tokens[first + i].lower) for i, w in enumerate(before)):
            break
    else:
        return None
    end, shape = _auxiliary(tokens, at + 1, shape)
    if shape == "bridge":
        return None
    if shape == "finite" and end < len(tokens) and tokens[end].lower in RETOLD:
        return None  # «… шақырды» делінген: of whom another tells
    if end < len(tokens) and shape == "participle" and tokens[end].lower in DENYING:
        return None
    if first > 0 and tokens[first - 1].lower in THAT:  # … деген пікір білдірді
        return Cue(first, end, verb.rule, verb.act, frozenset(verb.takes.split()), shape, first - 1)
    quoting = at if stem in ("де", "дес") else _quoting(tokens, first, begin)
    if quoting == first - 1:
        first = quoting
    return Cue(first, end, verb.rule, verb.act, frozenset(verb.takes.split()), shape, quoting)


def _auxiliary(tokens: tuple[Token, ...], at: int, shape: str) -> tuple[int, str]:
    if at >= len(tokens):
        return at, shape
    word = tokens[at].lower
    if shape == "bridge":
        return (at + 1, BRIDGED[word]) if word in BRIDGED else (at, shape)
    if shape == "participle" and word in PAST_AUXILIARIES:
        return at + 1, "finite"
    if shape == "converb":
        if word in AUXILIARY_WORDS:
            return at + 1, "finite"
        for length in range(4, 0, -1):
            if word[-length:] in SHAPES and word[:-length] in AUXILIARIES:
                return (
                    _auxiliary(tokens, at + 1, SHAPES[word[-length:]])
                    if SHAPES[word[-length:]] == "participle"
                    else (at + 1, SHAPES[word[-length:]])
                )
    return at, shape


# So far back from its verb may деп stand: «…» деп министр кеше журналистерге мәлімдеді
_REACH = 12


def _quoting(tokens: tuple[Token, ...], first: int, begin: int) -> int | None:
    """Return where the деп of the verb at `first` is, or None."""
    for at in range(first - 1, max(begin, first - _REACH) - 1, -1):
        token = tokens[at]
        if (token.kind == "mark" and token.text in ",;:–—") or (token.kind == "quote" and at < first - 2):
            return None
        if token.lower == "деп":
            between = [word.lower for word in tokens[at + 1 : first]]
            other = between and (
                (shapes.converb(between[0]) and between[0] not in OPENLY)
                or shapes.participle(between[0])
                or _DEED.search(between[0])
            )
            return None if other or any(map(shapes.clause, between)) else at  # «кінәлі деп тануды сұрады»
    return None
