"""Several bases made one: what they have in common once, and no id given to two records."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, TypeVar, cast

from kzfacts.model import Claim, Event, Record, Role, Source, Speaker
from kzfacts.records import Facts

R = TypeVar("R", bound=Record)

# By what two bases are known to speak of the same, once the ids that a record refers to are those of the whole. The
# same name may be borne by two people: only under the same id is it one.
IDENTITIES: Mapping[type, Callable[[Any], Any]] = {
    Source: lambda source: source.sha256,
    Speaker: lambda speaker: (speaker.id, speaker.name),
    Role: lambda role: (role.speaker, role.title, role.source, role.span),
    Event: lambda event: (event.name, event.source, event.span),
    Claim: lambda claim: (claim.speaker, claim.source, claim.span, claim.cue.span),
}
# Which fields of a record name records of which kind.
_REFERENCES: Mapping[type, Mapping[str, type[Record]]] = {
    Source: {},
    Speaker: {},
    Role: {"speaker": Speaker, "source": Source},
    Event: {"source": Source, "part_of": Event},
    Claim: {"speaker": Speaker, "role": Role, "event": Event, "source": Source},
}


class Joined:
    """The facts of several bases, to be written as one: kinds are asked for in the order of `model.KINDS`."""

    def __init__(self, bases: Sequence[Facts]) -> None:
        self._bases = bases
        # for each kind and base, the ids that are others in the whole
        self._others: dict[tuple[type, int], dict[str, str]] = {}

    @property
    def extra(self) -> Mapping[str, Any]:
        """The keys beside the records; of two values of a key the first."""
        return {key: value for base in reversed(self._bases) for key, value in base.extra.items()}

    def every(self, kind: type[R]) -> Iterator[R]:
        """Give all records of a kind, base by base; each base is read twice."""
        repeated, aliases = self._compared(kind)
        for number, base in enumerate(self._bases):
            others = self._others[kind, number]
            for record in base.every(kind):
                if record.id not in repeated[number]:
                    changed = self._referring(kind, number, record) | {"id": others.get(record.id, record.id)}
                    if isinstance(record, Speaker):
                        changed["aliases"] = tuple(aliases[IDENTITIES[kind](record)])
                    yield cast(R, record._replace(**changed))

    def _compared(self, kind: type[R]) -> tuple[list[set[str]], dict[Any, dict[str, None]]]:
        """Find the new ids of records; give the ids of those that an earlier base has, and all aliases of a speaker."""
        known: dict[Any, str] = {}
        taken: set[str] = set()
        repeated: list[set[str]] = []
        aliases: dict[Any, dict[str, None]] = {}
        for number, base in enumerate(self._bases):
            others = self._others[kind, number] = {}
            here: dict[Any, str] = {}
            again: set[str] = set()
            for record in base.every(kind):
                # what a record is does not hang on its id, nor on what an event is a part of
                identity = IDENTITIES[kind](record._replace(**self._referring(kind, number, record)))
                if identity in known:
                    again.add(record.id)
                    id = known[identity]
                else:
                    id = _free(record.id, taken)
                    here.setdefault(identity, id)  # within one base two records are two
                    taken.add(id)
                if id != record.id:
                    others[record.id] = id
                if isinstance(record, Speaker):
                    aliases.setdefault(identity, {}).update(dict.fromkeys(record.aliases))
            known |= here
            repeated.append(again)
        return repeated, aliases

    def _referring(self, kind: type[R], number: int, record: Record) -> dict[str, Any]:
        """Give what the references of a record are in the whole."""
        named = ((field, self._others[to, number], getattr(record, field)) for field, to in _REFERENCES[kind].items())
        return {field: others[id] for field, others, id in named if id in others}


def _free(wanted: str, taken: set[str]) -> str:
    """Give an id that is not taken: the one wanted, or with the first number from 2 that makes it one."""
    tried = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(id for id in tried if id not in taken)
