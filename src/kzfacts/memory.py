"""The facts of one base in memory, with indexes made on first use."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from kzfacts.model import KINDS, Claim, Event, Record, Role, Source, Speaker

R = TypeVar("R", bound=Record)
_NAMES: Mapping[type, str] = {kind: name for name, kind in KINDS.items()}
# From key to the places in the base of the records that have it.
_Index = Mapping[str, list[int]]


# The fields in which a word search looks; the second is set behind the first.
WORDED: Mapping[type, tuple[str, ...]] = {
    Source: ("title",),
    Speaker: ("name",),
    Role: ("title", "organisation"),
    Event: ("name", "place"),
    Claim: ("text",),
}


def wording(record: Record) -> str:
    """Give the text in which a word search looks for a record."""
    return " ".join(filter(None, (getattr(record, field) for field in WORDED[type(record)])))


@dataclass(frozen=True)
class FactBase:
    """A fact base in memory, in the order of its file. Fulfils `base.Base`."""

    sources: tuple[Source, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    roles: tuple[Role, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """Give all records of a kind."""
        records: tuple[R, ...] = getattr(self, _NAMES[kind])
        return records

    def linked(self, kind: type[R], field: str, id: str) -> list[R]:
        """Give the records of a kind whose `field` (`id` or a reference) is this id."""
        index = self._index(kind, field, lambda record: (getattr(record, field) or "",))
        return self._gather(kind, index, (id,))

    def named(self, keys: Collection[str]) -> list[Speaker]:
        """Give the speakers of whom a name or alias has one of these keys (`names.keys`)."""
        from kzfacts import names

        index = self._index(
            Speaker,
            "names",
            lambda it: (key for each in (it.name, *it.aliases) for key in names.keys(names.name(each))),
        )
        return self._gather(Speaker, index, keys)

    def dated(self, first: str, last: str) -> list[Event]:
        """Give the events whose date meets the days from `first` to `last` (`YYYY-MM-DD`)."""
        from kzfacts.kazakh.edtf import Interval, edtf, meets

        wanted = Interval(first, last)
        return [event for event in self.events if event.date and meets(edtf(event.date), wanted)]

    def worded(self, kind: type[R], terms: Sequence[Collection[str]], *, every: bool) -> list[R]:
        """Give the records of a kind whose wording has a key of every term, or else of any (`words.keys`)."""
        index = self._words(kind)
        places = [{place for key in term for place in index.get(key, ())} for term in terms]
        records = self.every(kind)
        join = set.intersection if every else set.union
        return [records[place] for place in sorted(join(*places) if places else ())]

    def vocabulary(self, kind: type[R], near: Collection[str]) -> Collection[str]:  # noqa: ARG002 (base.Base has it)
        """Give the keys of all wordings of a kind: more than those that share one of these `words.near_keys`."""
        return self._words(kind).keys()

    def _words(self, kind: type[R]) -> _Index:
        from kzfacts import words

        return self._index(kind, "words", lambda record: words.keys(wording(record)))

    def _gather(self, kind: type[R], index: _Index, keys: Collection[str]) -> list[R]:
        records = self.every(kind)
        return [records[place] for place in sorted({place for key in keys for place in index.get(key, ())})]

    def _index(self, kind: type[R], name: str, keys: Callable[[R], Iterable[str]]) -> _Index:
        index = self._indexes.get((kind, name))
        if index is None:
            index = self._indexes[kind, name] = {}
            for place, record in enumerate(self.every(kind)):
                for key in keys(record):
                    index.setdefault(key, []).append(place)
        return index

    @cached_property
    def _indexes(self) -> dict[tuple[type, str], dict[str, list[int]]]:
        return {}
