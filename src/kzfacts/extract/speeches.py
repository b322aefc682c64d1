"""Speeches over several sentences, and words that stand in the sentence beside their cue."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kzfacts.extract.frame import DASHES, Frame
from kzfacts.extract.mention import Mention
from kzfacts.extract.segments import Segments, Sentence, Token
from kzfacts.extract.words import OUTLETS, PRESENT
from kzfacts.model import Span

_LONGEST_SPEECH = 20  # in sentences, from the dash that opens it to the one that closes it
# Speakers speak of themselves and to somebody; reporters do not.
_OWN_WORDS = frozenset(
    """
    мен менің мені маған менде менен біз біздің бізді бізге бізде бізден сіз сіздің сізді сізге сіздер сіздерге
    """.split()
)
_OWN_ENDINGS = re.compile(r".{3}(?:[мбп][ыі]н|ңыз|ңіз|сыздар|сіздер)$")


class Read(NamedTuple):
    """A sentence with whom it names and what it reports."""

    sentence: Sentence
    named: tuple[Mention, ...]
    frames: tuple[Frame, ...]


def after_a_dash(read: Sequence[Read]) -> Iterator[Read]:
    """Take «– Жол дайын. Көпір ашылды, деді әкім» for direct speech, the paragraph beginning with a dash."""
    dash, paragraph = False, -1
    for one in read:
        first = one.sentence.tokens[0]
        if one.sentence.paragraph != paragraph:
            dash, paragraph = first.text in DASHES, one.sentence.paragraph
        if (
            dash and one.frames and _ends_speech(one.frames[-1]) and len(one.frames) > 1
        ):  # – Әкім …-ғанын айтты, – деді ол
            begin = one.sentence.tokens[1 if first.text in DASHES else 0].start
            whole = one.frames[-1].content and Span(begin, one.frames[-1].content.end)
            one = one._replace(frames=(one.frames[-1]._replace(content=whole, open=True),))
        if dash and any(frame.rule == "said:де" for frame in one.frames):
            said = (
                frame._replace(rule="quoted:де", form="direct", open=True)
                if frame.rule == "said:де" and frame.content and frame.content.start <= one.sentence.tokens[1].start
                else frame
                for frame in one.frames
            )
            one = one._replace(frames=tuple(said))
        yield one
        if any(frame.form == "direct" for frame in one.frames):
            dash = False  # the speech is over


def _ends_speech(frame: Frame) -> bool:
    """Is this «…, – деді әкім», with no quotation mark, behind another cue of the same sentence?"""
    return frame.rule.startswith("quoted:де") and frame.form == "direct" and not frame.open


class Spoken(NamedTuple):
    """Speeches between dashes: where each begins, by the sentence that ends it, and the sentences inside."""

    begins: dict[int, int]
    inside: frozenset[int]

    def first(self, number: int) -> int:
        """Return the sentence with which the words begin that the sentence `number` reports."""
        while number - 1 in self.inside:
            number -= 1
        return number


def dialogues(read: Sequence[Read], text: str) -> Spoken:
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
            if sentence.tokens[0].text in DASHES and len(sentence.tokens) > 1:
                begins[number] = sentence.tokens[1].start
                inside.update(range(at, number))
                break
        if number not in begins:
            first = _unmarked_start(read, number, text, introduced)
            if first < number:
                begins[number] = read[first].sentence.span.start
                inside.update(range(first, number))
    for _, numbered in groupby(enumerate(read), key=lambda each: each[1].sentence.paragraph):
        paragraph = dict(numbered)
        if inside.isdisjoint(paragraph) and _answer(list(paragraph.values())):
            inside.update(paragraph)
    return Spoken(begins, frozenset(inside))


def _answer(paragraph: Sequence[Read]) -> bool:
    """Is this what somebody says in an interview: after a dash, of himself, and with no reporter in between?"""
    return (
        paragraph[0].sentence.tokens[0].text in DASHES
        and not any(frame.form == "direct" for one in paragraph for frame in one.frames)
        and any(_first_or_second(token.lower) for one in paragraph for token in one.sentence.tokens)
    )


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
        his_own = any(token.lower in _OWN_WORDS for token in before.sentence.tokens)  # Спикеріміз біздің талапты айтты
        told = first - 1 == introduced or (not his_own and any(not frame.doubt for frame in before.frames))
        quoted = lines == 0 and _speech(before.sentence.tokens[0])
        if not goes_on or told or quoted:
            break
        first -= 1
    return first


_WORDS_OF_A_TITLE = 4


def _speech(token: Token) -> bool:
    """Is this a quotation too long for a name?"""
    return token.kind == "quote" and token.text.count(" ") >= _WORDS_OF_A_TITLE


def content_of(read: Sequence[Read], number: int, frame: Frame, spoken: Spoken, segments: Segments) -> Span | None:
    """Return what `frame`, of the sentence `number`, reports, be it in that sentence or beside it."""
    if frame.beside < 0:
        return _sentence_before(read, number, segments, frame.rule in ("about:хабарла", "about:жаз"))
    if frame.beside > 0:
        return _sentence_after(read, number, segments)
    if frame.onward and frame.content:
        return Span(frame.content.start, _paragraph_end(read, number))
    if frame.open and frame.content and number in spoken.begins:
        return Span(spoken.begins[number], frame.content.end)
    return frame.content


_LONGEST_DATELINE = 8


def _sentence_before(read: Sequence[Read], number: int, segments: Segments, whole: bool) -> Span | None:
    """Return the sentence that «бұл туралы» points at; none where somebody else is quoted there."""
    if number == 0 or (not whole and any(not frame.doubt for frame in read[number - 1].frames)):
        return None
    before = read[number - 1].sentence
    if len(before.tokens) <= _LONGEST_DATELINE and before.tokens[-1].text == "." and before.tokens[-2].lower in OUTLETS:
        return None  # Астана, BAQ.KZ тілшісі.
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
    if first.text in DASHES and len(following.tokens) > 1:
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
    if first.lower in OUTLETS and len(sentence.tokens) > 2 and sentence.tokens[1].text in DASHES:
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
