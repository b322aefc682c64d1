"""From drafts of single articles to one base: ids unique over all of it, each speaker once, and each named event.

The drafts are walked once to learn who is who, and once more for every kind of record that is written, so that only
names are held in memory, never the articles.
"""

from array import array
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from kzfacts.drafting.entries import Stored
from kzfacts.extract.identity import Doubt, Registry
from kzfacts.extract.ids import Ids, slug
from kzfacts.memory import FactBase
from kzfacts.model import Claim, Event, Record, Role, Source, Speaker
from kzfacts.records import Facts

R = TypeVar("R", bound=Record)


class _Joined(NamedTuple):
    """A draft with the ids of its records in the base, its roles, and the events that were not there before."""

    draft: Stored
    source: str
    speakers: Mapping[str, int]
    roles: Mapping[str, str]
    events: Mapping[str, str]
    held: tuple[Role, ...]
    new_events: tuple[Event, ...]


class Assembly:
    """The facts of a base and of the drafts added to it. Fulfils `records.Facts`; the records of the base come first.

    Args:
        drafts: Gives the drafts, in the same order whenever it is called.
        base: What they are added to; nothing of it is changed.
    """

    def __init__(self, drafts: Callable[[], Iterable[Stored]], base: Facts | None = None) -> None:
        self._drafts = drafts
        self._base = base or FactBase()
        self._registry = Registry(self._base.every(Speaker), self._base.every(Role))
        self._sources: list[str] = []
        self._speakers = array("L")  # of each speaker of each draft: the number in the registry
        self._roles = array("L")  # of each role: its number among those of that speaker and date
        self._events = array("L")  # of each event: its place in `_event_ids`
        self._event_ids: list[str] = []
        self._claims = 0
        self.unsure = 0  # findings that were left out
        self._identify()

    @property
    def extra(self) -> Mapping[str, Any]:
        """The keys beside the records that the base has."""
        return self._base.extra

    @property
    def added(self) -> Mapping[str, int]:
        """How many records of each kind are new, by the names of the kinds."""
        return {
            "sources": len(self._sources),
            "speakers": sum(1 for _ in self._registry.new()),
            "roles": len(self._roles),
            "events": len(self._event_ids) - self._old_events,
            "claims": self._claims,
        }

    @property
    def doubts(self) -> list[Doubt]:
        """Speakers of one name who were, or were not, made one, in the order of the articles."""
        return self._registry.doubts

    def every(self, kind: type[R]) -> Iterator[R]:
        """Give all records of a kind: those of the base as they are, then the new ones in the order of the drafts."""
        yield from self._base.every(kind)
        new: Mapping[type, Callable[[], Iterator[Any]]] = {
            Source: self._new_sources,
            Speaker: self._registry.new,
            Role: self._new_roles,
            Event: self._new_events,
            Claim: self._new_claims,
        }
        yield from new[kind]()

    def _identify(self) -> None:
        sources, events = Ids(), Ids()
        for source in self._base.every(Source):
            sources.unique(source.id)
        same_events: dict[tuple[str | None, ...], int] = {}
        for event in self._base.every(Event):
            if key := _same_event(event):
                same_events.setdefault(key, len(self._event_ids))
                self._event_ids.append(event.id)
            events.unique(event.id)
        self._old_events = len(self._event_ids)
        taken = {role.id for role in self._base.every(Role)}
        held: dict[tuple[int, str | None], int] = {}  # by speaker and date: roles so far
        for draft in self._drafts():
            source_id = sources.unique(slug(draft.title))
            self._sources.append(source_id)
            self._claims += draft.said
            self.unsure += draft.doubted
            numbers: dict[str, int] = {}
            roles = draft.roles
            held_by: dict[str, list[Role]] = {}
            for role in roles:
                held_by.setdefault(role.speaker, []).append(role)
            for speaker in draft.speakers:
                own = tuple(held_by.get(speaker.id, ()))
                numbers[speaker.id] = number = self._registry.number(speaker, own, source_id)
                self._speakers.append(number)
            for role in roles:
                self._roles.append(self._role(role, numbers[role.speaker], held, taken))
            for event in draft.events:
                key = _same_event(event)
                known = same_events.get(key) if key else None
                if known is None:
                    known = len(self._event_ids)
                    self._event_ids.append(events.unique(slug(event.name)))
                    if key:
                        same_events[key] = known
                self._events.append(known)

    def _role(self, role: Role, speaker: int, held: dict[tuple[int, str | None], int], taken: Container[str]) -> int:
        """Return which role of its holder as of its day this is; each article tells of its own."""
        key = (speaker, role.as_of)
        held[key] = held.get(key, 0) + 1
        while _role_id(self._registry.known[speaker].speaker.id, role.as_of, held[key]) in taken:
            held[key] += 1
        return held[key]

    def _walk(self) -> Iterator[_Joined]:
        """Give the drafts once more, with the ids of their records."""
        speakers, roles, events = iter(self._speakers), iter(self._roles), iter(self._events)
        last = self._old_events - 1
        for source, draft in zip(self._sources, self._drafts(), strict=True):
            numbers = {speaker.id: next(speakers) for speaker in draft.speakers}
            role_ids: dict[str, str] = {}
            held = draft.roles
            for role in held:
                holder = self._registry.known[numbers[role.speaker]].speaker.id
                role_ids[role.id] = _role_id(holder, role.as_of, next(roles))
            new_events: list[Event] = []
            event_ids: dict[str, str] = {}
            for event in draft.events:
                place = next(events)
                event_ids[event.id] = self._event_ids[place]
                if place > last:
                    last = place
                    new_events.append(event)
            yield _Joined(draft, source, numbers, role_ids, event_ids, held, tuple(new_events))

    def _speaker_id(self, joined: _Joined, id: str) -> str:
        return self._registry.known[joined.speakers[id]].speaker.id

    def _new_sources(self) -> Iterator[Source]:
        for id, draft in zip(self._sources, self._drafts(), strict=True):
            yield draft.source._replace(id=id)

    def _new_roles(self) -> Iterator[Role]:
        for joined in self._walk():
            for role in joined.held:
                speaker = self._speaker_id(joined, role.speaker)
                yield role._replace(id=joined.roles[role.id], speaker=speaker, source=joined.source)

    def _new_events(self) -> Iterator[Event]:
        for joined in self._walk():
            for event in joined.new_events:
                whole = event.part_of and joined.events[event.part_of]
                yield event._replace(id=joined.events[event.id], part_of=whole, source=joined.source)

    def _new_claims(self) -> Iterator[Claim]:
        taken = {claim.id for claim in self._base.every(Claim)}
        counts = array("L", bytes(array("L").itemsize * len(self._registry.known)))
        for joined in self._walk():
            for claim in joined.draft.claims:
                number = joined.speakers[claim.speaker]
                speaker = self._registry.known[number].speaker.id
                counts[number] += 1
                while (id := f"{speaker}-{counts[number]}") in taken:
                    counts[number] += 1
                yield claim._replace(
                    id=id,
                    speaker=speaker,
                    role=claim.role and joined.roles[claim.role],
                    event=claim.event and joined.events[claim.event],
                    source=joined.source,
                )


def _role_id(speaker: str, date: str | None, number: int) -> str:
    """Make the id of a role: whose it is, as of when, and which of several it is."""
    return f"{speaker}-{date or 'role'}" + (f"-{number}" if number > 1 else "")


def _same_event(event: Event) -> tuple[str | None, ...] | None:
    """Return what two articles must agree in to tell of one event; None for one without a date or a name of its own."""
    plain = event.name.strip("«»“”\"'")
    proper = any(word[0].isupper() for word in plain.split()[1:]) or plain != event.name
    return (event.kind, plain.lower(), event.date, event.place) if proper and event.date else None
