"""From frames to records: speakers, roles and claims of one article."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kzfacts.extract.frames import Frame, frames
from kzfacts.extract.ids import Ids
from kzfacts.extract.nouns import COUNTRIES, noun
from kzfacts.extract.people import Mention, mentions
from kzfacts.extract.resolution import Cast, Somebody
from kzfacts.extract.segments import Segments, Sentence
from kzfacts.kazakh.endings import nominatives
from kzfacts.model import Claim, Role, Source, Span, Speaker, Words


class Unsure(NamedTuple):
    """What a rule found and was not sure of."""

    sentence: Span
    rule: str
    cue: Span
    why: str


class Found(NamedTuple):
    """What a rule found in a sentence: the id of the claim."""

    sentence: Span
    rule: str
    claim: str


class Reported(NamedTuple):
    """The speakers, roles and claims of an article, what is unsure, and by which rule each claim was found."""

    speakers: tuple[Speaker, ...]
    roles: tuple[Role, ...]
    claims: tuple[Claim, ...]
    unsure: tuple[Unsure, ...]
    trace: tuple[Found, ...]


class _Attributed(NamedTuple):
    somebody: Somebody
    frame: Frame
    mention: Mention
    attribution: Span
    sentence: Span
    content: Span | None


def reported(source: Source, segments: Segments, body: int) -> Reported:
    """Return who says what in `source`, from offset `body` on; what stands before is its head."""
    read = [(sentence, mentions(sentence.tokens)) for sentence in segments.sentences if sentence.span.start >= body]
    cast = Cast(source.text, read)
    found: list[_Attributed] = []
    unsure: list[Unsure] = []
    for number, (sentence, named) in enumerate(read):
        spoke = False
        for frame in frames(sentence, segments.quotations, named):
            if frame.doubt:
                unsure.append(Unsure(sentence.span, frame.rule, frame.cue, frame.doubt))
                continue
            content = _beside([s for s, _ in read], number) if frame.beside else frame.content
            for mention in frame.sources:
                span = Span(sentence.tokens[mention.first].start, sentence.tokens[mention.end - 1].end)
                somebody = cast.resolve(mention, span.start)
                if somebody is None:
                    unsure.append(
                        Unsure(sentence.span, frame.rule, frame.cue, "nobody was introduced whom the pronoun fits")
                    )
                    continue
                cast.spoke(somebody, span.start)
                spoke = True
                found.append(_Attributed(somebody, frame, mention, span, sentence.span, content))
        _remember(cast, sentence, named, spoke)
    return _records(source, found, unsure)


def _remember(cast: Cast, sentence: Sentence, named: Sequence[Mention], spoke: bool) -> None:
    subject = not spoke
    for mention in named:
        nominative = mention.case == "nominative"
        cast.mentioned(mention, sentence.tokens[mention.first].start, subject and nominative)
        subject = subject and not (nominative and mention.kind == "person")


def _beside(sentences: Sequence[Sentence], number: int) -> Span | None:
    """Return the sentence that «бұл туралы» points at: the one before it in the article."""
    if number == 0:
        return None
    previous = sentences[number - 1]
    end = previous.span.end
    if previous.tokens[-1].text in ".!?…":
        end = previous.tokens[-1].start
    return Span(previous.span.start, end)


def _records(source: Source, found: Iterable[_Attributed], unsure: list[Unsure]) -> Reported:
    ids = Ids()
    text = source.text
    speakers: dict[int, Speaker] = {}
    roles: dict[int, list[Role]] = {}
    claims: list[Claim] = []
    trace: list[Found] = []
    for one in found:
        key = id(one.somebody)
        if key not in speakers:
            speaker = Speaker(ids.of_name(one.somebody.name), one.somebody.kind, one.somebody.name)
            speakers[key] = speaker
            roles[key] = [_role(source, speaker, title, ids) for title in one.somebody.roles]
        speaker = speakers[key]
        held = [role for role in roles[key] if role.span.start <= one.attribution.start] or roles[key][:1]
        claim = Claim(
            id=ids.of_claim(speaker.id),
            speaker=speaker.id,
            role=held[-1].id if held else None,
            event=None,
            form=one.frame.form,
            act=one.frame.act,
            text=text[slice(*one.content)] if one.content else None,
            span=one.content,
            cue=Words(text[slice(*one.frame.cue)], one.frame.cue),
            attribution=Words(text[slice(*one.attribution)], one.attribution),
            source=source.id,
            origin=one.frame.rule,
        )
        claims.append(claim)
        trace.append(Found(one.sentence, one.frame.rule, claim.id))
    every_role = tuple(role for of_one in roles.values() for role in of_one)
    return Reported(tuple(speakers.values()), every_role, tuple(claims), tuple(unsure), tuple(trace))


def _role(source: Source, speaker: Speaker, title: Words, ids: Ids) -> Role:
    return Role(
        id=ids.of_role(speaker.id, source.date),
        speaker=speaker.id,
        title=title.text,
        organisation=organisation(title.text),
        country=country(title.text),
        as_of=source.date,
        source=source.id,
        span=title.span,
    )


def organisation(title: str) -> str | None:
    """Return the body that a role is held in, in the nominative, where its title names one."""
    words = title.split()
    for end in range(len(words) - 1, 0, -1):
        known = noun(words[end - 1].lower())
        if known and known.kind == "organisation" and not known.plural and known.case in ("nominative", "genitive"):
            form = next(form for form in nominatives(words[end - 1]) if form.case == known.case)
            return " ".join([*words[: end - 1], form.stem])
    return None


def country(title: str) -> str | None:
    """Return the ISO 3166-1 code of the country that a title begins with: Қазақстанның, ресейлік, РФ."""
    for word in title.lower().split():
        for stem in (word, *(form.stem for form in nominatives(word) if form.case == "genitive"), _of_country(word)):
            if stem in COUNTRIES:
                return COUNTRIES[stem]
    return None


def _of_country(word: str) -> str:
    for ending in ("лық", "лік", "дық", "дік", "тық", "тік"):
        word = word.removesuffix(ending)
    return word
