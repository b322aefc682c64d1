"""The facts of one base in memory, with indexes made on first use."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from kzfacts.indexes import alphabetical, name_keys, wording
from kzfacts.model import KINDS, Claim, Event, Record, Role, Source, Speaker

if TYPE_CHECKING:
    from kzfacts.kazakh.edtf import Interval, When

R = TypeVar("R", bound=Record)
K = TypeVar("K")
_NAMES: Mapping[type, str] = {kind: name for name, kind in KINDS.items()}
_NONE: Sequence[int] = ()


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

    def count(self, kind: type[R]) -> int:
        """Tell how many records of a kind there are."""
        return len(self.every(kind))

    def at(self, kind: type[R], places: Iterable[int]) -> list[R]:
        """Give the records of a kind at these places, in this order."""
        records = self.every(kind)
        return [records[place] for place in places]

    def linked(self, kind: type[R], field: str, id: str) -> list[R]:
        """Give the records of a kind whose `field` (`id` or a reference) is this id."""
        return self.at(kind, self.places(kind, field, id))

    def known(self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """Give the records of a kind that have these ids, by their ids."""
        return {id: record for id in ids for record in self.linked(kind, "id", id)}

    def places(self, kind: type[R], field: str, key: str) -> Sequence[int]:
        """Give the places of the records of a kind that have a key in a field: see `base.Base`."""
        if field == "words":
            return self._words(kind).get(key, _NONE)
        if field == "names":
            names = self._index(Speaker, field, lambda speaker: name_keys(speaker.name, speaker.aliases))
            return names.get(key, _NONE)

        def values(record: Record) -> Iterable[str]:
            value = getattr(record, field)
            return (value,) if value is not None else ()

        return self._index(kind, field, values).get(key, _NONE)

    def alphabetical(self, kind: type[R]) -> Sequence[int]:
        """Give the places of all records of a kind, in the order of the Kazakh alphabet."""
        return alphabetical((wording(record), record.id) for record in self.every(kind))

    def dated(self, when: "When") -> "list[tuple[int, Interval]]":
        """Give the places of the events whose date has a day in common with this one, and the days of each."""
        from kzfacts.kazakh.edtf import edtf, meets

        days = ((place, edtf(event.date)) for place, event in enumerate(self.events) if event.date)
        return [(place, interval) for place, interval in days if meets(when, interval)]

    def forms(self, kind: type[R], stems: Collection[str]) -> Collection[str]:
        """Give the words in wordings of a kind that may be forms of one of these stems (`words.keys`)."""
        index = self._stems(kind)
        return dict.fromkeys(word for stem in stems for word in index.get(stem, ()))

    def vocabulary(self, kind: type[R], near: Collection[str]) -> Collection[str]:  # noqa: ARG002 (base.Base has it)
        """Give the stems of all wordings of a kind: more than those that have one of these `words.near_keys`."""
        return self._stems(kind).keys()

    def _words(self, kind: type[R]) -> Mapping[str, list[int]]:
        from kzfacts.kazakh.tokens import distinct

        return self._index(kind, "words", lambda record: distinct(wording(record)))

    def _stems(self, kind: type[R]) -> Mapping[str, list[str]]:
        from kzfacts import words

        index = self._made.get((kind, "stems"))
        if index is None:
            index = self._made[kind, "stems"] = _inverted((word, words.keys(word)) for word in self._words(kind))
        return index

    def _index(self, kind: type[R], name: str, keys: Callable[[R], Iterable[str]]) -> Mapping[str, list[int]]:
        index = self._made.get((kind, name))
        if index is None:
            pairs = ((place, keys(record)) for place, record in enumerate(self.every(kind)))
            index = self._made[kind, name] = _inverted(pairs)
        return index

    @cached_property
    def _made(self) -> dict[tuple[type, str], dict[str, list[Any]]]:
        return {}


def _inverted(pairs: Iterable[tuple[K, Iterable[str]]]) -> dict[str, list[K]]:
    index: dict[str, list[K]] = {}
    for each, keys in pairs:
        for key in keys:
            index.setdefault(key, []).append(each)
    return index
