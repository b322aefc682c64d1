"""Who said what in an article: the frames of its sentences, each with its speaker.

What only a sentence beside tells is found here too: a speech over several sentences, a speaker named in the line above.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzfacts.extract import shapes
from kzfacts.extract.continuing import Subject, crowd_of, goes_on_in, still, subject_of, unnamed
from kzfacts.extract.frame import NOBODY, Frame
from kzfacts.extract.frames import frames
from kzfacts.extract.lone_names import recognised
from kzfacts.extract.mention import Mention
from kzfacts.extract.nouns import noun
from kzfacts.extract.people import mentions
from kzfacts.extract.resolution import Cast, Somebody
from kzfacts.extract.segments import Segments, Sentence, Token
from kzfacts.extract.speeches import Read, Spoken, after_a_dash, content_of, dialogues
from kzfacts.extract.verbs import PAST_AUXILIARIES
from kzfacts.model import Span

UNRESOLVED = "nobody was introduced whom the pronoun fits"


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


def attributed(
    text: str, segments: Segments, body: int, named: Sequence[tuple[Mention, ...]]
) -> tuple[list[Attributed], list[Unsure]]:
    """Return what is said in `text` from offset `body` on, in order, and what is unsure.

    `named` are the mentions of each sentence from there on.
    """
    sentences = [sentence for sentence in segments.sentences if sentence.span.start >= body]
    read = [
        Read(sentence, who, frames(sentence, segments.quotations, who))
        for sentence, who in zip(sentences, recognised(sentences, named), strict=True)
    ]
    read = list(after_a_dash(read))
    spoken = dialogues(read, text)
    titles = [(sentence, mentions(sentence.tokens)) for sentence in segments.sentences if sentence.span.end <= body]
    titles = [(sentence, tuple(m for m in who if m.sure and " " in m.name)) for sentence, who in titles]
    cast = Cast(text, (*((one.sentence, one.named) for one in read), *titles))  # the text spells better than its title
    found: list[Attributed] = []
    unsure: list[Unsure] = []
    last: Subject | None = None  # who spoke last
    subject: Subject | None = None  # of the sentence before
    crowd: Subject | None = None  # the people last spoken of
    for number, one in enumerate(read):
        if number in spoken.inside:
            continue
        speaking: Subject | None = None
        asks = any(frame.rule.endswith("сұра") for frame in one.frames)
        before: Frame | None = None  # of this sentence, with nobody named either
        for frame in one.frames:
            content = content_of(read, number, frame, spoken, segments)
            sources = list(_sources(read, number, frame, spoken))
            elided = frame.doubt == NOBODY and not sources
            who = speaking if before and goes_on_in(text, before, frame) else None
            begin = spoken.first(number)
            if elided and (who := who or unnamed(frame, read, number, begin, text, subject, crowd, last)):
                before = frame
                speaking = who._replace(number=number, spoke=True)
                found.append(Attributed(who.somebody, frame, who.mention, one.sentence.span, content))
                continue
            if frame.doubt == NOBODY and sources:  # named in the line above
                before = frame
            if frame.doubt and not sources:
                unsure.append(Unsure(one.sentence.span, frame.rule, frame.cue, frame.doubt))
            for sentence, mention in sources:
                span = Span(sentence.tokens[mention.first].start, sentence.tokens[mention.end - 1].end)
                somebody = cast.resolve(mention, span.start)
                if somebody is None:
                    unsure.append(Unsure(one.sentence.span, frame.rule, frame.cue, UNRESOLVED))
                    continue
                if mention.kind != "post" or not asks:  # nobody tells of a journalist who asks
                    cast.spoke(somebody, span.start)
                speaking = Subject(somebody, span, number, True)
                found.append(Attributed(somebody, frame, span, one.sentence.span, content))
        last = speaking or last
        kept = subject if subject and still(read, subject.number, number) else None
        subject = subject_of(cast, one, number, speaking) or kept
        crowd = crowd_of(cast, one, number, speaking) or crowd
        cast.last_group = crowd.somebody if crowd else None
        agency = speaking and speaking.somebody.kind == "group" and one.frames[0].rule.startswith("particle:")
        _remember(cast, one, speaking is not None and not agency)  # агенттіктің хабарлауынша, министр … . Ол …
    return found, unsure


def _sources(read: Sequence[Read], number: int, frame: Frame, spoken: Spoken) -> Iterator[tuple[Sentence, Mention]]:
    """Yield who speaks; for a quotation in a line of its own whoever the line above names before its colon."""
    for mention in frame.sources:
        yield read[number].sentence, mention
    if frame.sources or frame.doubt != NOBODY or frame.form != "direct" or number == 0:
        return
    first = spoken.first(number)
    before = read[first - 1] if first else read[number]
    if before.sentence.tokens[-1].text == ":":
        announced = next((m for m in reversed(before.named) if m.sure and m.case == "nominative"), None)
        if announced:
            yield before.sentence, announced


def _held_at(words: tuple[Token, ...], post: Mention) -> bool:
    """Is this «Компанияның баспасөз хатшысы …» at the head of a sentence, whom no name tells?"""
    known = noun(words[post.end - 1].lower)
    himself = post.end < len(words) and words[post.end].lower == "өзі"  # Сотталушының өзі
    held = post.end - post.begin > 1 and known is not None and known.possessive
    return post.begin == 0 and (himself or held)


def _remember(cast: Cast, read: Read, spoke: bool) -> None:
    """Remember whom a sentence names; its subject, where nobody spoke, is whom the next pronoun means."""
    subject = not spoke
    words = read.sentence.tokens
    told = [frame.content for frame in read.frames if frame.form == "direct" and frame.content]
    for mention in read.named:
        start = words[mention.first].start
        if any(content.start <= start < content.end for content in told):
            continue  # whom a speaker names is no subject of the reporter
        after = [word.lower for word in words[mention.end : mention.end + 2]]
        done = len(after) < 2 or after[1] in PAST_AUXILIARIES or not after[1][0].isalnum()  # Абай көтерген еді
        described = bool(after) and shapes.participle(after[0]) and not done  # Абай туып-өскен ауыл
        alone = not read.frames and _held_at(words, mention)
        cast.mentioned(mention, start, subject and mention.case == "nominative" and not described, alone)
        subject = subject and not (
            mention.case == "nominative" and mention.kind in ("person", "post", "pronoun") and not described
        )
