"""The questions: query and base in, ranked answers out. Pure; nothing is printed here."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from kzfacts import join
from kzfacts.answers import Found, Happening, Mixed, Passage, Person, Post, Told
from kzfacts.base import Base
from kzfacts.hits import CERTAIN, LENIENT, Hit, QueryError, Strictness, events, named, worded
from kzfacts.kazakh.alphabet import collation_key
from kzfacts.memory import wording
from kzfacts.model import ACTS, FORMS, KINDS, Claim, Event, Role, Source


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
    hits, near = named(base, text, strictness)
    return _joined(base, hits, (), limit)._replace(near=near)


def role(base: Base, text: str, strictness: Strictness = LENIENT, limit: int = 0) -> Found:
    """Find roles by words of their title and organisation; `Post` answers, best first."""
    return _joined(base, *worded(base, Role, text, strictness), limit)


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
    lets: dict[str, set[str]] = {}
    near: tuple[str, ...] = ()
    if narrowing.who is not None:
        people, near = named(base, narrowing.who, strictness)
        lets["speaker"] = {hit.record.id for hit in people}
    if narrowing.event is not None:
        lets["event"] = _with_parts(base, (hit.record.id for hit in events(base, narrowing.event, strictness)[0]))

    def wanted(claim: Claim) -> bool:
        return (
            all(getattr(claim, field) in ids for field, ids in lets.items())
            and narrowing.act in (None, claim.act)
            and narrowing.form in (None, claim.form)
        )

    if text.strip() or narrowing == ALL:
        return _joined(base, *worded(base, Claim, text, strictness, wanted), limit)._replace(near=near)
    linked = (base.linked(Claim, field, id) for field, ids in list(lets.items())[:1] for id in sorted(ids))
    claims = filter(wanted, chain.from_iterable(linked) if lets else base.every(Claim))
    return _joined(base, [Hit(claim) for claim in claims], (), limit)._replace(near=near)


def event(base: Base, text: str, strictness: Strictness = LENIENT, limit: int = 0) -> Found:
    """Find events by a date, a range of dates or words of their name and place.

    Returns:
        `Happening` answers: by a date, certain dates before approximate ones; by words, best first.

    Raises:
        QueryError: The date is impossible.
    """
    return _joined(base, *events(base, text, strictness), limit)


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


# What a text sorts by: in the alphabet that it is shown in.
Order = Callable[[str], bytes]


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
    placed = [(base, record) for base in bases for record in base.every(KINDS[kind])]
    if kind != "claims":
        placed.sort(key=lambda each: (order(wording(each[1])), each[1].id))
    shown = placed[:limit] if limit else placed
    return Found([join.answer(base, record) for base, record in shown], len(placed))


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
    sources = list(base.linked(Source, "id", source) if source is not None else base.every(Source))
    if source is None and len(sources) > 1:
        raise QueryError(f"the base has {len(sources)} sources; name one (kzfacts list sources)")
    return _joined(base, [Hit(record) for record in sources], (), 0)


def merged(found: Sequence[Found], limit: int = 0) -> Found:
    """Join what several bases answer to one question; a person in several of them is one answer."""
    if len(found) == 1:
        return found[0]
    answers = [answer for each in found for answer in each.answers]
    return Found(
        answers[:limit] if limit else answers,
        sum(each.total for each in found),
        tuple(dict.fromkeys(note for each in found for note in each.notes)),
        () if answers else tuple(dict.fromkeys(name for each in found for name in each.near)),
    )


def _certain(found: Found) -> bool:
    """Tell whether the best answer is no guess."""
    best = found.answers[0]
    match = best.match if isinstance(best, Person | Post | Happening | Told) else None
    return match is None or match.kind in CERTAIN


def _joined(base: Base, hits: Sequence[Hit], notes: tuple[str, ...], limit: int) -> Found:
    return Found([join.answer(base, *hit) for hit in (hits[:limit] if limit else hits)], len(hits), notes)


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
