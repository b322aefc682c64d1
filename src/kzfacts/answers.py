"""What a search gives back: facts joined with what they refer to, and why they were found."""

from collections.abc import Sequence
from typing import NamedTuple

from kzfacts.model import Claim, Event, Role, Source, Span, Speaker


class Match(NamedTuple):
    """Why a record was found."""

    score: float  # 0–100
    kind: str  # exact, spelling, inflected: certain; layout, fuzzy: a guess
    query: str  # the part of the query that was compared
    matched: str  # what it was compared with
    field: str  # where that stands: name, alias, title, text, date


class Post(NamedTuple):
    """A role with its holder."""

    role: Role
    speaker: Speaker
    source: Source
    match: Match | None = None
    marks: tuple[Span, ...] = ()  # matched words, as offsets into the title


class Told(NamedTuple):
    """A claim with its speaker, role, event and source."""

    claim: Claim
    speaker: Speaker
    role: Role | None
    event: Event | None
    source: Source
    match: Match | None = None
    marks: tuple[Span, ...] = ()  # matched words, as offsets into the claim's text


class Person(NamedTuple):
    """A speaker (a person or a group) with roles and claims."""

    speaker: Speaker
    roles: tuple[Post, ...]
    claims: tuple[Told, ...]
    match: Match | None = None


class Happening(NamedTuple):
    """An event with everybody who spoke there, what it is a part of, and its own parts."""

    event: Event
    source: Source
    claims: tuple[Told, ...]
    whole: Event | None = None
    parts: tuple[Event, ...] = ()
    match: Match | None = None
    marks: tuple[Span, ...] = ()  # matched words, as offsets into the name

    def speakers(self) -> tuple[tuple[Speaker, Role | None], ...]:
        """Give those who spoke there, in the order of their first claim, with the role they spoke in."""
        first = {told.speaker.id: (told.speaker, told.role) for told in reversed(self.claims)}
        order = dict.fromkeys(told.speaker.id for told in self.claims)
        return tuple(first[id] for id in order)


class Article(NamedTuple):
    """A source with the claims it holds, in the order of its text."""

    source: Source
    claims: tuple[Told, ...]


Fact = Person | Post | Told | Happening | Article


class Mixed(NamedTuple):
    """An answer among answers of other kinds."""

    answer: Fact


class Passage(NamedTuple):
    """A fact in the sentence of its source."""

    answer: Fact
    source: Source
    span: Span  # of the fact
    sentence: Span  # of the sentence, or of all the sentences that the fact stands in


Answer = Fact | Mixed | Passage


class Found(NamedTuple):
    """The answers to one query, best first, and what to tell the reader beside them."""

    answers: Sequence[Answer]
    total: int  # how many there are, also of those left out by a limit
    notes: tuple[str, ...] = ()  # how the query was read, where that is a guess
    near: tuple[str, ...] = ()  # names close to the query, where nothing was found
    missing: int = 0  # how many words of the query none of the answers holds


def paragraph(text: str, offset: int) -> int:
    """Give the paragraph that holds an offset: an index from 0 over the lines of the text that are not blank."""
    before = text[:offset].split("\n")
    return sum(1 for line in before[:-1] if line.strip())
