"""Events that an article names: a conference, a session, a visit …, with the date and the place that stand with it.

Few and sure of them. An event noun is an event where the text has it take place (өтті, өткен, барысында, -да) and tells
it from others of its kind, by a name, a number, whose it is, or where and when it is. The one event of which an article
tells first is its occasion: what is said in the article was said there.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kzfacts.extract.event_phrases import left_edge, specific
from kzfacts.extract.gatherings import (
    ATTENDED,
    BYGONE,
    DURING,
    HELD,
    HELD_BEFORE,
    INDEFINITE,
    PARTS,
    TO_COME,
    TO_COME_BEFORE,
    TODAY,
    WITHIN,
    Gathering,
    gathering,
    kind_of,
    prefilter,
)
from kzfacts.extract.ids import Ids
from kzfacts.extract.people import mentions
from kzfacts.extract.segments import Segments, Sentence, Token, lettered
from kzfacts.extract.settings import REACH, date_of, dates, place_of, town_at
from kzfacts.model import Event, Source, Span

# Sentences in which an article tells of its occasion, and how many days before the article that may be.
LEAD = 2
RECENT = timedelta(days=7)
# In tokens. Nobody writes a longer one; it is a list, or a text without full stops, where nothing is sure.
_LONGEST_SENTENCE = 300


class Happenings(NamedTuple):
    """The events of an article, and the id of its occasion, if it has just one."""

    events: tuple[Event, ...]
    occasion: str | None


class _Named(NamedTuple):
    """An event as one sentence names it."""

    span: Span
    kind: str
    sentence: int
    held: bool  # it has taken place, or does
    within: bool  # what follows in the sentence is a part of it
    now: bool  # nothing puts its sentence into another time than the article's
    date: str | None
    literal: str | None
    place: str | None


def happenings(source: Source, segments: Segments, body: int) -> Happenings:
    """Return the events named in `source` from offset `body` on, in the order of the text; its head is before."""
    sentences = [sentence for sentence in segments.sentences if sentence.span.start >= body]
    lower = lettered(source.text).lower()
    found = [
        event
        for number, sentence in enumerate(sentences)
        if prefilter().search(lower, *sentence.span) or len(lower) != len(source.text)
        for event in _in_sentence(source, sentence, number)
    ]
    distinct = _distinct(source.text, found)
    occasions = [event for event in distinct if _is_occasion(event, source.date)]
    occasion = occasions[0] if len(occasions) == 1 else None
    return _records(source, segments, body, found, distinct, occasion)


def _distinct(text: str, found: Sequence[_Named]) -> list[_Named]:
    """Give each event once, with what later sentences add to it."""
    distinct: list[_Named] = []
    for event in found:
        name = text[slice(*event.span)].lower()
        for place, known in enumerate(distinct):
            if known.kind == event.kind and text[slice(*known.span)].lower().endswith(name):
                if known.literal is None and event.literal is not None:
                    known = known._replace(date=event.date, literal=event.literal)
                distinct[place] = known._replace(place=known.place or event.place)
                break
        else:
            distinct.append(event)
    return distinct


def _is_occasion(event: _Named, published: str | None) -> bool:
    if event.sentence >= LEAD or not event.held or not event.now or event.kind in PARTS:
        return False
    try:
        days = date.fromisoformat(published or "") - date.fromisoformat(event.date or "")
    except ValueError:  # not both are known to the day
        return event.date is None or published is None or published.startswith(event.date.rstrip("~"))
    return timedelta(0) <= days <= RECENT


def _records(
    source: Source,
    segments: Segments,
    body: int,
    found: Sequence[_Named],
    distinct: Sequence[_Named],
    occasion: _Named | None,
) -> Happenings:
    ids = Ids()
    by_span: dict[Span, Event] = {}
    for event in distinct:
        basis = "stated" if event.date else None
        if event is occasion and (event.literal is None or event.literal.lower() == TODAY) and source.date:
            literal = event.literal or source.date_literal
            event = event._replace(date=source.date, literal=literal)
            basis = "publication"
        elif event.literal and event.literal.lower() == TODAY and source.date:
            event, basis = event._replace(date=source.date), "publication"
        place = event.place
        if place is None and event.span == (occasion.span if occasion else None):
            place = _place_of_head(segments, body)
        name = source.text[slice(*event.span)]
        by_span[event.span] = Event(
            id=ids.of_name(name),
            name=name,
            kind=event.kind,
            date=event.date,
            date_literal=event.literal,
            date_basis=basis,
            place=place,
            part_of=None,
            source=source.id,
            span=event.span,
        )
    whole = by_span[occasion.span].id if occasion else None
    for before, event in zip([None, *found], found, strict=False):
        if event.span not in by_span:
            continue
        if event.kind in PARTS:
            by_span[event.span] = by_span[event.span]._replace(part_of=whole)
        elif before and before.within and before.sentence == event.sentence and before.span in by_span:
            by_span[event.span] = by_span[event.span]._replace(part_of=by_span[before.span].id)
    return Happenings(tuple(by_span.values()), whole)


def _place_of_head(segments: Segments, body: int) -> str | None:
    """Return the only town that the headlines are set in: «Мәскеуде … өтті»."""
    heads = [sentence for sentence in segments.sentences if sentence.span.start < body]
    towns = {town for sentence in heads for at in range(len(sentence.tokens)) if (town := town_at(sentence.tokens, at))}
    return towns.pop() if len(towns) == 1 else None


def _in_sentence(source: Source, sentence: Sentence, number: int) -> Iterator[_Named]:
    tokens = sentence.tokens
    heads = [
        (at, found) for at, token in enumerate(tokens) if token.kind == "word" and (found := gathering(token.lower))
    ]
    if not heads or len(tokens) > _LONGEST_SENTENCE:
        return
    named = mentions(tokens)
    dated = tuple(dates(source, sentence))
    for at, head in heads:
        kind = kind_of(head.lemma, tokens[at - 1].lower if at else "")
        if kind is None:
            continue
        first = left_edge(tokens, at, head, kind, named, dated)
        held = _held(tokens, first, at, head)
        if held is None or any(token.lower in INDEFINITE for token in tokens[max(first - 1, 0) : at]):
            continue
        subject = head.case == "nominative" and not _during(tokens, at)
        when = date_of(tokens, first, at, dated, subject)
        place = place_of(tokens, first, at, dated, subject)
        if head.possessive and first == at:  # of whom, it did not understand
            continue
        if not (specific(tokens, first, at) or place or (when and when.date)):
            continue
        yield _Named(
            span=Span(tokens[first].start, tokens[at].start + head.length),
            kind=kind,
            sentence=number,
            held=held,
            within=at + 1 < len(tokens) and tokens[at + 1].lower in WITHIN,
            now=not any(token.lower in BYGONE for token in tokens)
            and all(each == when or each.date == source.date for each in dated),
            date=when.date if when else None,
            literal=when.literal if when else None,
            place=place,
        )


def _held(tokens: tuple[Token, ...], first: int, at: int, head: Gathering) -> bool | None:
    """Tell whether the event takes place or has (True), is still to come (False), or neither is said (None)."""
    before = tokens[first - 1].lower if first else ""
    if before in HELD_BEFORE:
        return True
    if before in TO_COME_BEFORE:
        return False
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if head.case == "locative" or (head.case == "nominative" and after in DURING):
        return True
    if head.case in ATTENDED:
        return ATTENDED[head.case].get(after)
    if head.case != "nominative":
        return None
    words = ""
    for token in tokens[at + 1 : at + 1 + REACH]:
        if token.kind == "mark" or gathering(token.lower):
            break
        words = f"{words} {token.lower}"
        if HELD.search(words):
            return True
        if TO_COME.search(words):
            return False
    return None


def _during(tokens: tuple[Token, ...], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].lower in DURING
