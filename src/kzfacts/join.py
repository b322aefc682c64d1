"""Facts joined with what they refer to."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from kzfacts.answers import Article, Fact, Happening, Match, Passage, Person, Post, Told
from kzfacts.base import Base, BaseError
from kzfacts.model import Claim, Event, Record, Role, Source, Span, Speaker

Marks = tuple[Span, ...]
R = TypeVar("R", bound=Record)


def answer(base: Base, record: Record, match: Match | None = None, marks: Marks = ()) -> Fact:
    """Join a record of any kind; `marks` are the matched words in its wording."""
    match record:
        case Speaker():
            return person(base, record, match)
        case Role():
            return post(base, record, match, marks)
        case Claim():
            return told(base, record, match, marks)
        case Event():
            return happening(base, record, match, marks)
        case Source():
            return article(base, record)


def person(base: Base, speaker: Speaker, match: Match | None = None) -> Person:
    """Join a speaker with roles and claims."""
    roles = tuple(post(base, role) for role in base.linked(Role, "speaker", speaker.id))
    return Person(speaker, roles, _all_told(base, base.linked(Claim, "speaker", speaker.id)), match)


def post(base: Base, role: Role, match: Match | None = None, marks: Marks = ()) -> Post:
    """Join a role with its holder."""
    marks = _within(marks, role.title)  # the rest stands in the organisation
    return Post(role, _one(base, Speaker, role.speaker), _one(base, Source, role.source), match, marks)


def _within(marks: Marks, text: str) -> Marks:
    return tuple(mark for mark in marks if mark.end <= len(text))


def told(base: Base, claim: Claim, match: Match | None = None, marks: Marks = ()) -> Told:
    """Join a claim with who said it, as what, where, and the source."""
    [joined] = _told(base, [claim])
    return joined._replace(match=match, marks=marks)


def _told(base: Base, claims: Sequence[Claim]) -> list[Told]:
    """Join claims; each kind that they refer to is asked for once."""
    speakers = _known(base, Speaker, [claim.speaker for claim in claims])
    roles = _known(base, Role, [claim.role for claim in claims if claim.role])
    events = _known(base, Event, [claim.event for claim in claims if claim.event])
    sources = _known(base, Source, [claim.source for claim in claims])
    return [
        Told(
            claim,
            speakers[claim.speaker],
            roles[claim.role] if claim.role else None,
            events[claim.event] if claim.event else None,
            sources[claim.source],
        )
        for claim in claims
    ]


def happening(base: Base, event: Event, match: Match | None = None, marks: Marks = ()) -> Happening:
    """Join an event with the claims made there and at its parts."""
    whole = _one(base, Event, event.part_of) if event.part_of else None
    parts = tuple(base.linked(Event, "part_of", event.id))
    claims = [claim for each in (event, *parts) for claim in base.linked(Claim, "event", each.id)]
    marks = _within(marks, event.name)  # the rest stands in the place
    return Happening(event, _one(base, Source, event.source), _all_told(base, claims), whole, parts, match, marks)


def article(base: Base, source: Source) -> Article:
    """Join a source with its claims."""
    return Article(source, _all_told(base, base.linked(Claim, "source", source.id)))


def passage(base: Base, record: Record) -> Passage | None:
    """Join a record and put it in its sentence; None for a speaker whom nothing places in a text."""
    joined = answer(base, record)
    placed = _placed(joined)
    if placed is None:
        return None
    source, span, whole = placed
    return Passage(joined, source, span, _sentences(source.text, whole))


def _placed(joined: Fact) -> tuple[Source, Span, Span] | None:
    """Give the source of a fact, its span, and the span that its sentence must hold."""
    match joined:
        case Article(source):
            title = max(source.text.find(source.title), 0)
            return source, Span(title, title + len(source.title)), Span(title, title + len(source.title))
        case Told(claim=claim):
            span, cue = claim.span or claim.cue.span, claim.cue.span
            return joined.source, span, Span(min(span.start, cue.start), max(span.end, cue.end))
        case Post(role=fact) | Happening(event=fact):
            return joined.source, fact.span, fact.span
        case Person(claims=(first, *_)):
            return first.source, first.claim.attribution.span, first.claim.attribution.span
        case Person(roles=(first, *_)):
            return _placed(first)
    return None


def _sentences(text: str, span: Span) -> Span:
    """Give the sentence that holds a span, or all the sentences it stands in."""
    from kzfacts.extract.segments import segments

    within = [
        each.span for each in segments(text).sentences if each.span.start < span.end and span.start < each.span.end
    ]
    return Span(min(within[0].start, span.start), max(within[-1].end, span.end)) if within else span


def _all_told(base: Base, claims: Sequence[Claim]) -> tuple[Told, ...]:
    """Join claims, each article's in the order of its text."""
    joined = _told(base, claims)
    order = {each.source.id: place for place, each in reversed(list(enumerate(joined)))}
    return tuple(sorted(joined, key=lambda each: (order[each.source.id], *in_text(each))))


def in_text(each: Told) -> tuple[int, int]:
    """Give where a claim stands in its text, for sorting."""
    return (each.claim.span or each.claim.cue.span).start, each.claim.cue.span.start


def _one(base: Base, kind: type[R], id: str) -> R:
    return _known(base, kind, [id])[id]


def _known(base: Base, kind: type[R], ids: Collection[str]) -> Mapping[str, R]:
    found = base.known(kind, ids)
    for id in ids:
        if id not in found:
            raise BaseError(f"{id!r} is referred to and not there: the base is damaged; pack it again from its JSON")
    return found
