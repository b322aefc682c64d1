"""Query and base in, the records that fit out: by name, by words, by date. Candidates come from the base's index."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kzfacts import join
from kzfacts.answers import Match
from kzfacts.base import Base, BaseError
from kzfacts.indexes import INITIAL, WORDINGS, wording
from kzfacts.kazakh.alphabet import collation_key
from kzfacts.model import Event, Record, Span, Speaker
from kzfacts.ranking import Fits, Places, ranked

if TYPE_CHECKING:
    from kzfacts import names, words
    from kzfacts.kazakh.calendar import When

R = TypeVar("R", bound=Record)

# Kinds of match that are no guess.
CERTAIN = ("exact", "spelling", "inflected")
# A query of more words is a text, not a query.
MOST_WORDS = 64
# Names suggested where nothing was found.
SUGGESTIONS = 3
# Names that are compared to suggest some of them.
MOST_NEAR = 200


class QueryError(ValueError):
    """A query that cannot be asked; the message says why."""


class Strictness(NamedTuple):
    """How sure a match must be."""

    exact: bool = False  # refuse all guesses
    min_score: float | None = None  # 0–100; None: the threshold of what is searched

    def accepts(self, match: Match, threshold: float = 0) -> bool:
        """Tell whether a match is sure enough."""
        least = threshold if self.min_score is None else self.min_score
        return match.score >= least and (match.kind in CERTAIN or not self.exact)


LENIENT = Strictness()


class Hit(NamedTuple):
    """A record that was found, before it is joined with others."""

    record: Record
    match: Match | None = None
    marks: join.Marks = ()


class Hits(NamedTuple):
    """What was found, best first, and what to tell the reader beside it."""

    hits: Sequence[Hit] = ()
    total: int = 0  # how many there are, also of those left out by a limit
    notes: tuple[str, ...] = ()  # how the query was read, where that is a guess
    near: tuple[str, ...] = ()  # names close to the query, where nothing was found
    missing: int = 0  # how many words of the query none of the hits holds


ANYTHING: Mapping[str, Collection[str]] = {}


def named(base: Base, text: str, strictness: Strictness, limit: int = 0) -> Hits:
    """Find the speakers that a name names, surest first; with none of them, the names that come near.

    Where there is a certain match, guesses are left out.
    """
    from kzfacts import names

    query = names.query(text)
    least = names.THRESHOLD if strictness.min_score is None else strictness.min_score
    found: list[tuple[Match, Speaker]] = []
    if least >= names.THRESHOLD:
        found = _matched(query, base.at(Speaker, _with_every_word(base, names.needed(query))))
    if not any(strictness.accepts(match, names.THRESHOLD) for match, _ in found):
        # nobody is found, or may be by half a name: look at all who come near
        found = _matched(query, base.at(Speaker, _nearest(base, query, least < names.THRESHOLD)))
    hits = [(match, speaker) for match, speaker in found if strictness.accepts(match, names.THRESHOLD)]
    if any(match.kind in CERTAIN for match, _ in hits):
        hits = [hit for hit in hits if hit[0].kind in CERTAIN]
    hits.sort(key=lambda hit: (-hit[0].score, collation_key(hit[1].name), hit[1].id))
    near = () if hits else dict.fromkeys(name for _, name in sorted((-match.score, one.name) for match, one in found))
    suggested = tuple(near)[:SUGGESTIONS]
    return Hits([Hit(speaker, match) for match, speaker in hits[: limit or None]], len(hits), (), suggested)


def _matched(query: "names.Query", speakers: Iterable[Speaker]) -> list[tuple[Match, Speaker]]:
    return [(match, speaker) for speaker in speakers if (match := _best_name(query, speaker))]


def _with_every_word(base: Base, readings: Iterable[Iterable[Collection[str]]]) -> list[int]:
    """Give the places of the speakers who have, for every word of a reading, one of its keys, or an initial."""
    places: set[int] = set()
    for words in readings:
        places |= set.intersection(*(_placed_by_name(base, {*keys, INITIAL}) for keys in words))
    return sorted(places)


def _nearest(base: Base, query: "names.Query", every: bool) -> list[int]:
    """Give the places of the speakers who have a key of the telling word; the first that share most, unless `every`."""
    from kzfacts import names

    places = sorted(_placed_by_name(base, names.query_keys(query)))
    if every or len(places) <= MOST_NEAR:
        return places
    shared = Counter(
        chain.from_iterable(_placed_by_name(base, keys) for words in names.needed(query) for keys in words)
    )
    return sorted(sorted(places, key=lambda place: -shared[place])[:MOST_NEAR])


def _placed_by_name(base: Base, keys: Collection[str]) -> set[int]:
    return {place for key in keys for place in base.places(Speaker, "names", key)}


def _best_name(query: "names.Query", speaker: Speaker) -> Match | None:
    from kzfacts import names

    found = [
        Match(match.score, match.kind, match.query, match.matched, field)
        for field, name in (("name", speaker.name), *(("alias", alias) for alias in speaker.aliases))
        if (match := names.match(query, names.name(name)))
    ]
    return max(found, key=lambda match: match.score, default=None)


def worded(
    base: Base,
    kind: type[R],
    text: str,
    strictness: Strictness,
    limit: int,
    lets: Mapping[str, Collection[str]] = ANYTHING,
) -> Hits:
    """Find the records of a kind that hold all the words, or else the most of them: best first, then in their order.

    `lets` names the values that a field of `indexes.LINKS` may have. Notes tell how the query was read, where that is a
    guess.
    """
    from kzfacts import words

    query = words.query(text)
    if len(query.terms) > MOST_WORDS:
        raise QueryError(f"the query has {len(query.terms)} words; {MOST_WORDS} are the most that can be asked for")
    query = words.resolve(query, base.vocabulary(kind, words.asked(query)), guess=not strictness.exact)
    fits = [_fits(base, kind, term) for term in query.terms]
    allowed = [placed(base, kind, field, values) for field, values in lets.items()] or None
    # whether words stand side by side is not in the index: who asks for that has all read that hold them
    beside = any(term.joined for term in query.terms)
    least = 0 if beside else strictness.min_score or 0
    found = ranked(fits, allowed, base.count(kind), least, 0 if beside else limit)
    held = [(record, _held(query, record)) for record in base.at(kind, found.places)]
    full = words.fullest(hit for _, hit in held)
    kept = [_marked(record, hit) for record, hit in held if full(hit)]
    kept = [hit for hit in kept if hit.match and strictness.accepts(hit.match)]
    hits = kept[: limit or None]
    notes = []
    if hits and found.held < len(query.terms):
        notes.append(f"nothing holds all the words; shown is what holds {found.held} of them")
    read = {term.text for term in query.terms if term.near and not term.idle}
    guessed = {hit.match.matched for hit in hits if hit.match and hit.match.kind not in CERTAIN}
    if read and guessed:
        notes.append(f"a guess: {_quoted(read)} is not there, shown is {_quoted(guessed)}")
    total = len(kept) if beside else found.total
    return Hits(hits, total, tuple(notes), missing=len(query.terms) - found.held)


def _fits(base: Base, kind: type[R], term: "words.Term") -> Fits:
    """Give where the words of a base stand that are read as a word of the query, by what they score for it."""
    from kzfacts import words

    alone = words.Query((term,))
    fits: dict[float, list[Places]] = {}
    for form in base.forms(kind, frozenset((*term.keys, *(stem for stem, _ in term.near)))):
        if hit := words.match(alone, form):
            fits.setdefault(hit.score, []).append(base.places(kind, "words", form))
    return fits


def placed(base: Base, kind: type[R], field: str, values: Collection[str]) -> Places:
    """Give the places of the records of a kind whose field has one of these values."""
    if len(values) == 1:
        return base.places(kind, field, *values)
    return sorted({place for value in values for place in base.places(kind, field, value)})


def _field(record: Record, mark: Span) -> str:
    """Name the field of a record that a mark in its wording stands in."""
    first, *second = WORDINGS[type(record)]
    return second[0] if second and mark.end > len(getattr(record, first)) else first


def _held(query: "words.Query", record: Record) -> "words.Hit":
    """Tell what of a query a record holds that was found by its words."""
    from kzfacts import words

    hit = words.match(query, wording(record))
    if hit is None:
        raise BaseError(f"{record.id} is listed under words that it does not hold; pack the base again from its JSON")
    return hit


def _marked(record: Record, hit: "words.Hit") -> Hit:
    text = wording(record)
    matched = " ".join(dict.fromkeys(text[start:end] for start, end in hit.spans))
    match = Match(hit.score, hit.kind, " ".join(hit.words), matched, _field(record, hit.spans[0]))
    return Hit(record, match, hit.spans)


def _quoted(words: Collection[str]) -> str:
    return ", ".join(f"«{word}»" for word in sorted(words, key=collation_key))


def events(base: Base, text: str, strictness: Strictness, limit: int) -> Hits:
    """Find the events that an id, a date or words of the name and place find; certain dates before approximate ones.

    Raises:
        QueryError: The date is impossible, or there are too many words.
    """
    from kzfacts.kazakh import calendar

    asked = text.strip()
    if known := base.linked(Event, "id", asked):
        return Hits([Hit(event, Match(100.0, "exact", asked, asked, "id")) for event in known], len(known))
    try:
        when = calendar.parse(asked)
    except calendar.DateError as error:
        raise QueryError(str(error)) from None
    dated = _dated(base, asked, when, limit) if when else Hits()
    # «Қазан» is October, and a city.
    return dated if dated.hits or any(map(str.isdigit, asked)) else worded(base, Event, asked, strictness, limit)


def _dated(base: Base, text: str, when: "When", limit: int) -> Hits:
    found = [(interval.approximate, interval.first, place) for place, interval in base.dated(when)]
    shown = [place for _, _, place in sorted(found)[: limit or None]]
    events = base.at(Event, shown)
    return Hits([Hit(event, Match(100.0, "exact", text, event.date or "", "date")) for event in events], len(found))
