"""Who said what in an article: the frames of its sentences, each with its speaker.

What only a sentence beside tells is found here too: a speech over several sentences, a speaker named in the line above.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzfacts.extract import shapes
from kzfacts.extract.frame import NOBODY, Frame
from kzfacts.extract.frames import frames
from kzfacts.extract.nouns import noun
from kzfacts.extract.people import Mention, mentions
from kzfacts.extract.resolution import Cast, Somebody, parts_of
from kzfacts.extract.segments import Segments, Sentence, Token
from kzfacts.extract.words import OUTLETS, PRESENT
from kzfacts.model import Span

UNRESOLVED = "nobody was introduced whom the pronoun fits"

_DASHES = frozenset("–—-")
_LONGEST_SPEECH = 20  # in sentences, from the dash that opens it to the one that closes it
# «Айтуларынша, …» without a source: those speak who were last spoken of.
_OF_MANY = frozenset(f"particle:{word}" for word in "айтуларынша сөздерінше айтқандарынша пікірлерінше".split())
# A sentence that begins with these tells of a thing, if its verb is one of what things do, too.
_THINGS = frozenset("бұл осы ол бұлар".split())
_OF_THINGS = frozenset("білдір көрсет раста дәлелде анықта айғақта түсіндір сездір аңғарт меңзе".split())
_SHORT_MANNER = 2  # so many words may stand between what is said and its verb, where nobody is named
_NEAR = 2  # so many sentences later a speaker who was left out is still the one who spoke last


class Read(NamedTuple):
    """A sentence with whom it names and what it reports."""

    sentence: Sentence
    named: tuple[Mention, ...]
    frames: tuple[Frame, ...]


class Attributed(NamedTuple):
    """What somebody said; `attribution` is where the text names them."""

    somebody: Somebody
    frame: Frame
    attribution: Span
    sentence: Span
    content: Span | None


class Unsure(NamedTuple):
    """What a rule found and was not sure of."""

    sentence: Span
    rule: str
    cue: Span
    why: str


def attributed(text: str, segments: Segments, body: int) -> tuple[list[Attributed], list[Unsure]]:
    """Return what is said in `text` from offset `body` on, in order, and what is unsure."""
    sentences = [sentence for sentence in segments.sentences if sentence.span.start >= body]
    named = _recognised([mentions(sentence.tokens) for sentence in sentences])
    read = [
        Read(sentence, who, frames(sentence, segments.quotations, who))
        for sentence, who in zip(sentences, named, strict=True)
    ]
    read = list(_after_a_dash(read))
    spoken = _dialogues(read, text)
    cast = Cast(text, ((one.sentence, one.named) for one in read))
    found: list[Attributed] = []
    unsure: list[Unsure] = []
    last_number = -1 - _NEAR  # of the sentence in which somebody spoke last
    subject: Subject | None = None  # of the sentence before
    crowd: Subject | None = None  # the people last spoken of
    for number, one in enumerate(read):
        speaking = len(found)
        for frame in () if number in spoken.inside else one.frames:
            content = _content(read, number, frame, spoken, segments)
            sources = list(_sources(read, number, frame, spoken))
            if frame.doubt == NOBODY and not sources:
                last = Subject(found[-1].somebody, found[-1].attribution, last_number, True) if found else None
                if unnamed := _unnamed(frame, read, number, text, subject, crowd, last):
                    found.append(Attributed(unnamed.somebody, frame, unnamed.mention, one.sentence.span, content))
                    continue
            if frame.doubt and not sources:
                unsure.append(Unsure(one.sentence.span, frame.rule, frame.cue, frame.doubt))
            for sentence, mention in sources:
                span = Span(sentence.tokens[mention.first].start, sentence.tokens[mention.end - 1].end)
                somebody = cast.resolve(mention, span.start)
                if somebody is None:
                    unsure.append(Unsure(one.sentence.span, frame.rule, frame.cue, UNRESOLVED))
                    continue
                if not (
                    mention.kind == "post" and frame.rule.endswith("сұра")
                ):  # of a journalist who asks nobody tells
                    cast.spoke(somebody, span.start)
                found.append(Attributed(somebody, frame, span, one.sentence.span, content))
        if len(found) > speaking:
            last_number = number
        if number in spoken.inside:
            continue
        subject = _subject(cast, one, number, found[-1] if len(found) > speaking else None) or (
            subject if subject and _still(read, subject.number, number) else None
        )
        crowd = _crowd(cast, one, number, found[-1] if len(found) > speaking else None) or crowd
        cast.last_group = crowd.somebody if crowd else None
        _remember(cast, one, len(found) > speaking)
    return found, unsure


def _after_a_dash(read: Sequence[Read]) -> Iterator[Read]:
    """Take «– Жол дайын. Көпір ашылды, деді әкім» for direct speech, the paragraph beginning with a dash."""
    dash, paragraph = False, -1
    for one in read:
        first = one.sentence.tokens[0]
        if one.sentence.paragraph != paragraph:
            dash, paragraph = first.text in _DASHES, one.sentence.paragraph
        if dash and any(frame.rule == "said:де" for frame in one.frames):
            said = (
                frame._replace(rule="quoted:де", form="direct", open=True)
                if frame.rule == "said:де" and frame.content and frame.content.start <= one.sentence.tokens[1].start
                else frame
                for frame in one.frames
            )
            one = one._replace(frames=tuple(said))
        yield one


def _recognised(named: list[tuple[Mention, ...]]) -> list[tuple[Mention, ...]]:
    """Be sure of a word that looks like a name where the article has it in a name in full: Нұрғазин, Ерлан Нұрғазин."""
    full = [mention.name for of_one in named for mention in of_one if mention.kind == "person" and mention.sure]
    known = {part for name in full if " " in name for part in parts_of(name)}
    return [
        tuple(
            mention._replace(sure=True)
            if mention.kind == "person" and not mention.sure and set(parts_of(mention.name)) <= known
            else mention
            for mention in of_one
        )
        for of_one in named
    ]


class Subject(NamedTuple):
    """Of whom a sentence tells, and where it names them."""

    somebody: Somebody
    mention: Span
    number: int  # of the sentence
    spoke: bool


def _still(read: Sequence[Read], subject: int, number: int) -> bool:
    """Does a sentence close behind that of `subject`, in its paragraph, name nobody else?"""
    one = read[number]
    return (
        number - subject < _NEAR
        and read[subject].sentence.paragraph == one.sentence.paragraph
        and not any(mention.case == "nominative" for mention in one.named)
    )


def _subject(cast: Cast, one: Read, number: int, spoke: Attributed | None) -> Subject | None:
    """Return who speaks in a sentence, else the one person it tells of."""
    if spoke:
        return Subject(spoke.somebody, spoke.attribution, number, True)
    people = [mention for mention in one.named if mention.kind != "pronoun" and mention.sure]
    mention = next((mention for mention in one.named if mention.case == "nominative"), None)
    if mention is None or [mention] != [each for each in people if each.case == "nominative"][:1]:
        return None
    span = Span(one.sentence.tokens[mention.first].start, one.sentence.tokens[mention.end - 1].end)
    somebody = cast.resolve(mention, span.start)
    return Subject(somebody, span, number, False) if somebody else None


def _crowd(cast: Cast, one: Read, number: int, spoke: Attributed | None) -> Subject | None:
    """Return the group that speaks in a sentence, else the first people in it, whom «олар» may mean."""
    if spoke:
        return Subject(spoke.somebody, spoke.attribution, number, True) if spoke.somebody.kind == "group" else None
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


def _unnamed(
    frame: Frame,
    read: Sequence[Read],
    number: int,
    text: str,
    subject: Subject | None,
    crowd: Subject | None,
    last: Subject | None,
) -> Subject | None:
    """Return who speaks where nobody is named: of whom was told, or who spoke last."""
    if crowd and frame.rule in _OF_MANY:
        return crowd
    if subject and frame.rule.startswith("particle:"):
        return subject
    if last and _elided(frame) and number - last.number <= _NEAR:
        return last
    one = read[number]
    near = subject and (subject.spoke or read[subject.number].sentence.paragraph == one.sentence.paragraph)
    at_once = last is not None and number == last.number + 1
    return subject if near and _goes_on(frame, one, text, at_once) else None


def _goes_on(frame: Frame, one: Read, text: str, spoke: bool) -> bool:
    """Is this «Сондай-ақ …-ғанын жеткізді.», with nobody named because it is still of the same one?"""
    return (
        (frame.rule.startswith("clause:") or (spoke and frame.rule.startswith("said:")))
        and frame.form == "indirect"
        and not any(mention.case == "nominative" and mention.sure for mention in one.named)
        and not (one.sentence.tokens[0].lower in _THINGS and frame.rule.partition(":")[2] in _OF_THINGS)
        and frame is one.frames[0]  # …, ал басқалары …
        and frame.content is not None
        and text[frame.content.end : frame.cue.start].count(" ") <= _SHORT_MANNER
    )


class _Spoken(NamedTuple):
    """Speeches between dashes: where each begins, by the sentence that ends it, and the sentences inside."""

    begins: dict[int, int]
    inside: frozenset[int]


def _dialogues(read: Sequence[Read], text: str) -> _Spoken:
    """Find the speeches of several sentences that a dash opens and «, – деді …» closes."""
    begins: dict[int, int] = {}
    inside: set[int] = set()
    introduced = next((n for n, one in enumerate(read) if any(m.kind == "person" and m.sure for m in one.named)), 0)
    for number, one in enumerate(read):
        if not any(frame.open for frame in one.frames):
            continue
        for at in range(number, max(-1, number - _LONGEST_SPEECH), -1):
            sentence = read[at].sentence
            if at < number and (
                any(frame.form == "direct" and not frame.doubt for frame in read[at].frames)
                or (sentence.tokens[-1].text in "?:" and sentence.paragraph < read[at + 1].sentence.paragraph)
            ):
                break
            if sentence.tokens[0].text in _DASHES and len(sentence.tokens) > 1:
                begins[number] = sentence.tokens[1].start
                inside.update(range(at, number))
                break
        if number not in begins:
            first = _unmarked_start(read, number, text, introduced)
            if first < number:
                begins[number] = read[first].sentence.span.start
                inside.update(range(first, number))
    for at, one in enumerate(read):
        if one.sentence.tokens[0].text in _DASHES and at not in inside:
            paragraph = [n for n in range(at, len(read)) if read[n].sentence.paragraph == one.sentence.paragraph]
            reported = any(frame.form == "direct" for n in paragraph for frame in read[n].frames)
            if not reported and any(
                _first_or_second(token.lower) for n in paragraph for token in read[n].sentence.tokens
            ):
                inside.update(paragraph)  # an answer in an interview
    return _Spoken(begins, frozenset(inside))


# Speakers speak of themselves and to somebody; reporters do not.
_OWN_WORDS = frozenset(
    "мен менің мені маған менде менен біз біздің бізді бізге бізде бізден сіз сіздің сізді сізге сіздер сіздерге".split()
)
_OWN_ENDINGS = re.compile(r".{3}(?:[мбп][ыі]н|ңыз|ңіз|сыздар|сіздер)$")


def _first_or_second(word: str) -> bool:
    return word in _OWN_WORDS or bool(_OWN_ENDINGS.search(word))


def _unmarked_start(read: Sequence[Read], number: int, text: str, introduced: int) -> int:
    """Return the sentence with which a speech without marks begins: that of its paragraph.

    In the paragraph that names somebody for the first time (`introduced`) it begins after that sentence. A line without
    a full stop goes on in the next: some outlets write one sentence a line.
    """
    first = number
    while first > max(0, number - _LONGEST_SPEECH):
        before, following = read[first - 1], read[first].sentence
        lines = text.count("\n", before.sentence.span.end, following.span.start)
        goes_on = lines == 0 or (lines == 1 and before.sentence.tokens[-1].text not in ".!?…:»")
        told = first - 1 == introduced or any(not frame.doubt for frame in before.frames)
        quoted = lines == 0 and _speech(before.sentence.tokens[0])
        if not goes_on or told or quoted:
            break
        first -= 1
    return first


_WORDS_OF_A_TITLE = 4


def _speech(token: Token) -> bool:
    """Is this a quotation too long for a name?"""
    return token.kind == "quote" and token.text.count(" ") >= _WORDS_OF_A_TITLE


def _content(read: Sequence[Read], number: int, frame: Frame, spoken: _Spoken, segments: Segments) -> Span | None:
    if frame.beside < 0:
        return _sentence_before(read, number, segments)
    if frame.beside > 0:
        return _sentence_after(read, number, segments)
    if frame.onward and frame.content:
        return Span(frame.content.start, _paragraph_end(read, number))
    if frame.open and frame.content and number in spoken.begins:
        return Span(spoken.begins[number], frame.content.end)
    return frame.content


def _sentence_before(read: Sequence[Read], number: int, segments: Segments) -> Span | None:
    """Return the sentence that «бұл туралы» points at; none where somebody else is quoted there."""
    if number == 0 or any(not frame.doubt for frame in read[number - 1].frames):
        return None
    before = read[number - 1].sentence
    if before.tokens[0].kind == "quote" and all(token.kind == "mark" for token in before.tokens[1:]):
        return segments.quotations[before.tokens[0].start].inner
    return _whole(before)


def _sentence_after(read: Sequence[Read], number: int, segments: Segments) -> Span | None:
    """Return the words that «былай деді:» announces, where a quotation mark or a dash shows that they are such."""
    if number + 1 == len(read):
        return None
    following = read[number + 1].sentence
    first = following.tokens[0]
    if first.kind == "quote":
        return segments.quotations[first.start].inner
    if any(not frame.doubt for frame in read[number + 1].frames):
        return None
    if first.text in _DASHES and len(following.tokens) > 1:
        return Span(following.tokens[1].start, _paragraph_end(read, number + 1))
    return None


def _paragraph_end(read: Sequence[Read], number: int) -> int:
    """Return where the words end that go on to the end of their paragraph, or to where somebody else reports."""
    last = number
    while (
        last + 1 < len(read)
        and read[last + 1].sentence.paragraph == read[number].sentence.paragraph
        and all(frame.doubt for frame in read[last + 1].frames)
    ):
        last += 1
    return _whole(read[last].sentence).end


def _whole(sentence: Sentence) -> Span:
    """Return the span of a sentence without its last full stop, and without KAZINFORM – at its head."""
    tokens = _unsigned(sentence.tokens)
    first, last = tokens[0], tokens[-1]
    if first.lower in OUTLETS and len(sentence.tokens) > 2 and sentence.tokens[1].text in _DASHES:
        first = sentence.tokens[2]
    return Span(first.start, last.start if last.text in ".!?…" else last.end)


def _unsigned(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out «, деп хабарлайды …», the outlet's own."""
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at].lower in PRESENT and tokens[at - 1].lower == "деп":
            end = at - 1
            while end > 1 and tokens[end - 1].text in ",–—-":
                end -= 1
            return tokens[:end]
    return tokens


def _sources(read: Sequence[Read], number: int, frame: Frame, spoken: _Spoken) -> Iterator[tuple[Sentence, Mention]]:
    """Yield who speaks; for a quotation in a line of its own whoever the line above names before its colon."""
    for mention in frame.sources:
        yield read[number].sentence, mention
    if frame.sources or frame.doubt != NOBODY or frame.form != "direct" or number == 0:
        return
    first = number
    while first - 1 in spoken.inside:
        first -= 1
    before = read[first - 1] if first else read[number]
    if before.sentence.tokens[-1].text == ":":
        announced = next((m for m in reversed(before.named) if m.sure and m.case == "nominative"), None)
        if announced:
            yield before.sentence, announced


def _elided(frame: Frame) -> bool:
    """Is this «…», – деді., or «Айтуынша, …», with nobody named because it is still the same speaker?"""
    return (frame.form == "direct" and frame.rule.startswith("quoted:де")) or frame.rule.startswith("particle:")


def _remember(cast: Cast, read: Read, spoke: bool) -> None:
    """Remember whom a sentence names; its subject, where nobody spoke, is whom the next pronoun means."""
    subject = not spoke
    words = read.sentence.tokens
    told = [frame.content for frame in read.frames if frame.form == "direct" and frame.content]
    for mention in read.named:
        start = words[mention.first].start
        if any(content.start <= start < content.end for content in told):
            continue  # whom a speaker names is no subject of the reporter
        described = mention.end < len(words) and shapes.participle(words[mention.end].lower)  # Абай туып-өскен ауыл
        cast.mentioned(mention, start, subject and mention.case == "nominative" and not described)
        subject = subject and not (
            mention.case == "nominative" and mention.kind in ("person", "pronoun") and not described
        )
