"""The questions: query and base in, ranked answers out. Pure; nothing is printed here."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kzfacts import join
from kzfacts.answers import Found, Happening, Mixed, Passage, Person, Post, Told
from kzfacts.base import Base
from kzfacts.hits import CERTAIN, LENIENT, Hit, Hits, QueryError, Strictness, events, named, placed, worded
from kzfacts.indexes import alphabetical, wording
from kzfacts.kazakh.alphabet import collation_key
from kzfacts.model import ACTS, FORMS, KINDS, Claim, Event, Record, Role, Source
from kzfacts.ranking import Places


def who(base: Base, text: str, strictness: Strictness = LENIENT, limit: int = 0) -> Found:
    """Find the people and groups that a name names.

    Where there is a certain match, guesses are left out.

    Args:
        base: The base.
        text: The name, in any spelling, order and case form.
        strictness: How sure a match must be.
        limit: How many answers to give at most; 0 for all.

    Returns:
        `Person` answers, surest first; with none of them, the names that come near.
    """
    return _joined(base, named(base, text, strictness, limit))


def role(base: Base, text: str, strictness: Strictness = LENIENT, limit: int = 0) -> Found:
    """Find roles by words of their title and organisation; `Post` answers, best first."""
    return _joined(base, worded(base, Role, text, strictness, limit))


class Narrowing(NamedTuple):
    """Which claims alone are wanted; None lets all through."""

    who: str | None = None  # claims of the people that this name names
    event: str | None = None  # made at the events that this date or these words find
    act: str | None = None  # one of model.ACTS
    form: str | None = None  # one of model.FORMS


ALL = Narrowing()


def claim(base: Base, text: str, strictness: Strictness = LENIENT, limit: int = 0, narrowing: Narrowing = ALL) -> Found:
    """Find claims by words of their content, in any form.

    Args:
        base: The base.
        text: The words; with none of them, all claims that the narrowing lets through. Neither finds nothing.
        strictness: How sure a match must be, also of a name to narrow by.
        limit: How many answers to give at most; 0 for all.
        narrowing: Which claims alone are wanted.

    Returns:
        `Told` answers, best first, then in the order of the text.

    Raises:
        QueryError: There is no such act or form, or the words or the date cannot be read.
    """
    for option, value, values in (("act", narrowing.act, ACTS), ("form", narrowing.form, FORMS)):
        if value is not None and value not in values:
            raise QueryError(f"there is no {option} {value!r}; there are {', '.join(values)}")
    lets: dict[str, Collection[str]] = {}
    near: tuple[str, ...] = ()
    if narrowing.who is not None:
        people = named(base, narrowing.who, strictness)
        lets["speaker"], near = {hit.record.id for hit in people.hits}, people.near
    if narrowing.event is not None:
        lets["event"] = _with_parts(base, (hit.record.id for hit in events(base, narrowing.event, strictness, 0).hits))
    lets |= {field: (value,) for field in ("act", "form") if (value := getattr(narrowing, field)) is not None}
    found = worded(base, Claim, text, strictness, limit, lets) if text.strip() or not lets else _let(base, lets, limit)
    return _joined(base, found._replace(near=near))


def _let(base: Base, lets: Mapping[str, Collection[str]], limit: int) -> Hits:
    """Give the claims whose fields have only these values, in the order of the base."""
    fewest, *others = sorted((placed(base, Claim, *let) for let in lets.items()), key=len)
    places = sorted(set(fewest).intersection(*others)) if others else fewest
    return Hits([Hit(claim) for claim in base.at(Claim, places[: limit or None])], len(places))


def event(base: Base, text: str, strictness: Strictness = LENIENT, limit: int = 0) -> Found:
    """Find events by a date, a range of dates or words of their name and place.

    Returns:
        `Happening` answers: by a date, certain dates before approximate ones; by words, best first.

    Raises:
        QueryError: The date is impossible.
    """
    return _joined(base, events(base, text, strictness, limit))


def search(base: Base, text: str, strictness: Strictness = LENIENT, limit: int = 0) -> Found:
    """Ask `who`, `role`, `event` and `claim` at once; their answers in this order, `limit` of each kind.

    Where one of them has a certain answer, the guesses of the others are left out.
    """
    asks = (who, role, event, claim)
    found = [ask(base, text, strictness, limit) for ask in asks]
    if len({_certain(each) for each in found if each.answers}) > 1:
        found = [ask(base, text, strictness._replace(exact=True), limit) for ask in asks]
    answers = [Mixed(answer) for each in found for answer in each.answers if not isinstance(answer, Mixed | Passage)]
    notes = tuple(dict.fromkeys(note for each in found if each.answers for note in each.notes))
    return Found(answers, sum(each.total for each in found), notes, () if answers else found[0].near)


def _certain(found: Found) -> bool:
    """Tell whether the best answer is no guess."""
    best = found.answers[0]
    match = best.match if isinstance(best, Person | Post | Happening | Told) else None
    return match is None or match.kind in CERTAIN


# What a text sorts by: in the alphabet that it is shown in.
Order = Callable[[str], bytes]


# Of so many records of several bases it is counted which are the same; of more, only among those that are shown.
COUNTED = 1000


def listing(base: Base, kind: str, limit: int = 0) -> Found:
    """Give everything of a kind (a key of `KINDS`), as `listings` does for several bases."""
    return listings((base,), kind, limit)


def listings(bases: Sequence[Base], kind: str, limit: int = 0, order: Order = collation_key) -> Found:
    """Give everything of a kind (a key of `KINDS`) in alphabetical order, of all bases together.

    Claims stay in the order of the text.

    Raises:
        QueryError: There is no such kind.
    """
    if kind not in KINDS:
        raise QueryError(f"there is no kind {kind!r}; there are {', '.join(KINDS)}")
    if len(bases) == 1:
        return _listing(bases[0], KINDS[kind], limit, order)
    few = sum(base.count(KINDS[kind]) for base in bases) <= COUNTED
    return merged([_listing(base, KINDS[kind], 0 if few else limit, order) for base in bases], limit, order)


def _listing(base: Base, kind: type[Record], limit: int, order: Order) -> Found:
    total = base.count(kind)
    places: Places = range(total)
    if kind is not Claim and order is collation_key:
        places = base.alphabetical(kind)
    elif kind is not Claim:
        places = alphabetical(((wording(record), record.id) for record in base.every(kind)), order)
    return _joined(base, Hits([Hit(record) for record in base.at(kind, places[: limit or None])], total))


def passages(base: Base, id: str) -> Found:
    """Give the facts that have an id (one of a kind at most), each in its sentence; `Passage` answers."""
    records = [record for kind in KINDS.values() for record in base.linked(kind, "id", id)]
    found = [passage for record in records if (passage := join.passage(base, record))]
    return Found(found, len(found))


def article(base: Base, source: str | None = None) -> Found:
    """Give a source with its claims, the only one of the base unless an id is given.

    Raises:
        QueryError: There are several sources and none was named, or none has this id.
    """
    if source is None and base.count(Source) > 1:
        raise QueryError(f"the base has {base.count(Source)} sources; name one (kzfacts list sources)")
    sources = base.linked(Source, "id", source) if source is not None else list(base.every(Source))
    return _joined(base, Hits([Hit(record) for record in sources], len(sources)))


def merged(found: Sequence[Found], limit: int = 0, order: Order = collation_key) -> Found:
    """Join what several bases answer to one question: see `merging`."""
    if len(found) == 1:
        return found[0]
    from kzfacts import merging

    return merging.merged(found, limit, order)


def _joined(base: Base, found: Hits) -> Found:
    return Found([join.answer(base, *hit) for hit in found.hits], found.total, found.notes, found.near, found.missing)


def _with_parts(base: Base, events: Iterable[str]) -> set[str]:
    """Give the ids of events and of all that is a part of them."""
    known: set[str] = set()
    ahead = list(events)
    while ahead:
        id = ahead.pop()
        if id not in known:
            known.add(id)
            ahead.extend(part.id for part in base.linked(Event, "part_of", id))
    return known
