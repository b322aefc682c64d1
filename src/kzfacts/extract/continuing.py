"""Who speaks on where a sentence names nobody: «Сондай-ақ …-ғанын жеткізді.», «Айтуынша, …», «…», – деді."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kzfacts.extract.bodies import possessed
from kzfacts.extract.frame import Frame
from kzfacts.extract.nouns import noun
from kzfacts.extract.resolution import Cast, Somebody
from kzfacts.extract.speeches import Read
from kzfacts.extract.words import BEING, STOPS
from kzfacts.model import Span

# «Айтуларынша, …» without a source: those speak who were last spoken of.
_OF_MANY = frozenset(f"particle:{word}" for word in "айтуларынша сөздерінше айтқандарынша пікірлерінше".split())
# A sentence that begins with these tells of a thing, if its verb is one of what things do, too.
_THINGS = frozenset("бұл осы ол бұлар".split())
_OF_THINGS = frozenset("білдір көрсет раста дәлелде анықта айғақта түсіндір сездір аңғарт меңзе".split())
_SHORT_MANNER = 2  # so many words may stand between what is said and its verb, where nobody is named
_NEAR_THE_HEAD = 3
_NEAR = 2  # so many sentences later a speaker who was left out is still the one who spoke last


class Subject(NamedTuple):
    """Of whom a sentence tells, and where it names them."""

    somebody: Somebody
    mention: Span
    number: int  # of the sentence
    spoke: bool


def still(read: Sequence[Read], subject: int, number: int) -> bool:
    """Does a sentence close behind that of `subject`, in its paragraph, name nobody else?"""
    one = read[number]
    return (
        number - subject < _NEAR
        and read[subject].sentence.paragraph == one.sentence.paragraph
        and not any(mention.case == "nominative" for mention in one.named)
    )


def subject_of(cast: Cast, one: Read, number: int, spoke: Subject | None) -> Subject | None:
    """Return who speaks in a sentence, else the one person it tells of."""
    if spoke:
        return spoke
    people = [mention for mention in one.named if mention.sure]
    mention = next((mention for mention in one.named if mention.case == "nominative"), None)
    if mention is None or [mention] != [each for each in people if each.case == "nominative"][:1]:
        return None
    span = Span(one.sentence.tokens[mention.first].start, one.sentence.tokens[mention.end - 1].end)
    somebody = cast.resolve(mention, span.start)
    return Subject(somebody, span, number, False) if somebody else None


def crowd_of(cast: Cast, one: Read, number: int, spoke: Subject | None) -> Subject | None:
    """Return the group that speaks in a sentence, else the first people in it, whom «олар» may mean."""
    if spoke:
        return spoke if spoke.somebody.kind == "group" else None
    for mention in one.named:
        if mention.kind == "group" and mention.sure and _many(mention.name.split()[-1].lower()):
            span = Span(one.sentence.tokens[mention.first].start, one.sentence.tokens[mention.end - 1].end)
            somebody = cast.resolve(mention, span.start)
            return Subject(somebody, span, number, False) if somebody else None
    return None


def _many(word: str) -> bool:
    known = noun(word)
    return known.plural or known.kind == "collective" if known else bool(_OF_SEVERAL.search(word))


_OF_SEVERAL = re.compile("(?:лар|лер|дар|дер|тар|тер)[ыі]?$")


def unnamed(
    frame: Frame,
    read: Sequence[Read],
    number: int,
    first: int,
    text: str,
    subject: Subject | None,
    crowd: Subject | None,
    last: Subject | None,
) -> Subject | None:
    """Return who speaks where nobody is named: of whom was told, or who spoke last.

    `number` is the sentence of the frame, `first` that with which the words reported in it begin.
    """
    one = read[number]
    if crowd and frame.rule in _OF_MANY:
        return crowd
    if subject and frame.rule.startswith("particle:"):
        return subject
    misspelt = any(m.kind == "person" and m.case == "genitive" and m.sure and m.begin == 0 for m in one.named)
    if misspelt and frame.form == "direct":
        return None  # «Әкім Асқар Серіковтің «…» деді», where the ending is wrong
    if last and _elided(frame) and first - last.number <= (1 if _told_of_others(frame) else _NEAR):
        return last
    near = subject and (subject.spoke or read[subject.number].sentence.paragraph == one.sentence.paragraph)
    at_once = last is not None and number == last.number + 1
    return subject if near and _goes_on(frame, one, text, at_once) else None


def _goes_on(frame: Frame, one: Read, text: str, spoke: bool) -> bool:
    """Is this «Сондай-ақ …-ғанын жеткізді.», with nobody named because it is still of the same one?"""
    return (
        (frame.rule.startswith("clause:") or (spoke and frame.rule.startswith("said:")))
        and (frame.form == "indirect" or (spoke and frame.form == "nominal"))
        and not any(
            mention.case == "nominative" and mention.sure and one.sentence.tokens[mention.end].lower not in BEING
            for mention in one.named
            if mention.end < len(one.sentence.tokens)
        )
        and not (one.sentence.tokens[0].lower in _THINGS and frame.rule.partition(":")[2] in _OF_THINGS)
        and frame is one.frames[0]  # …, ал басқалары …
        and not _others_first(one)
        and frame.content is not None
        and text[frame.content.end : frame.cue.start].count(" ") <= _SHORT_MANNER
    )


def goes_on_in(text: str, before: Frame, frame: Frame) -> bool:
    """Is the speaker of `frame` that of the frame before it in its sentence: «…-ғанын айтып, …-ғанын жеткізді»?"""
    return frame.rule.startswith(("clause:", "said:")) and not _BUT.match(text, before.cue.end)


_BUT = re.compile(r"[\s,;–—-]*(?:ал|бірақ)\s")


def _elided(frame: Frame) -> bool:
    """Is this «…», – деді., or «Айтуынша, …», with nobody named because it is still the same speaker?"""
    return (frame.form == "direct" and frame.rule.startswith("quoted:")) or frame.rule.startswith("particle:")


def _told_of_others(frame: Frame) -> bool:
    """Is this «…», – деп атап өтті., with a verb that seldom stands alone?"""
    return not frame.rule.startswith(("quoted:де", "particle:"))


def _others_first(one: Read) -> bool:
    """Does a sentence begin with people or things that no table knows: «Тәртіп жақтаушылары …»?"""
    words = [token.lower for token in one.sentence.tokens[: _NEAR_THE_HEAD + 1]]
    return any(
        (_OF_SEVERAL.search(word) and word not in STOPS) or _body(word, following)
        for word, following in pairwise(words)
    )


def _body(word: str, following: str) -> bool:
    """Is `word` a body, and not what another has: «ведомство қызметкерлерінің …»?"""
    known = noun(word)
    alone = known and known.kind == "organisation" and known.case == "nominative" and not known.possessive
    return bool(alone) and not possessed(following)
