"""Query and base in, the records that fit out: by name, by words, by date. Candidates come from the base's index."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kzfacts import join
from kzfacts.answers import Match
from kzfacts.base import Base
from kzfacts.kazakh.alphabet import collation_key
from kzfacts.memory import WORDED, wording
from kzfacts.model import Event, Record, Span, Speaker

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


Notes = tuple[str, ...]


def named(base: Base, text: str, strictness: Strictness) -> tuple[list[Hit], tuple[str, ...]]:
    """Give the speakers that a name names, surest first; with none of them, the names that come near.

    Where there is a certain match, guesses are left out.
    """
    from kzfacts import names

    query = names.query(text)
    hits: list[tuple[Match, Speaker]] = []
    near: list[tuple[float, str]] = []
    for speaker in base.named(names.query_keys(query)):
        match = _best_name(query, speaker)
        if match and strictness.accepts(match, names.THRESHOLD):
            hits.append((match, speaker))
        elif match:
            near.append((-match.score, speaker.name))
    if any(match.kind in CERTAIN for match, _ in hits):
        hits = [hit for hit in hits if hit[0].kind in CERTAIN]
    hits.sort(key=lambda hit: (-hit[0].score, collation_key(hit[1].name), hit[1].id))
    suggested = () if hits else tuple(dict.fromkeys(name for _, name in sorted(near)))[:SUGGESTIONS]
    return [Hit(speaker, match) for match, speaker in hits], suggested


def _best_name(query: "names.Query", speaker: Speaker) -> Match | None:
    from kzfacts import names

    found = [
        Match(match.score, match.kind, match.query, match.matched, field)
        for field, name in (("name", speaker.name), *(("alias", alias) for alias in speaker.aliases))
        if (match := names.match(query, names.name(name)))
    ]
    return max(found, key=lambda match: match.score, default=None)


def worded(
    base: Base, kind: type[R], text: str, strictness: Strictness, wanted: Callable[[R], bool] = lambda _: True
) -> tuple[list[Hit], Notes]:
    """Give the records of a kind that hold all the words, or else the most of them: best first, then in their order.

    Also gives notes on how the query was read, where that is a guess.
    """
    from kzfacts import words

    query = words.query(text)
    if len(query.terms) > MOST_WORDS:
        raise QueryError(f"the query has {len(query.terms)} words; {MOST_WORDS} are the most that can be asked for")
    query = words.resolve(query, base.vocabulary(kind, words.asked(query)), guess=not strictness.exact)
    hits = _holding(base, kind, query, wanted, every=True)
    if not hits and len(query.terms) > 1:
        hits = _holding(base, kind, query, wanted, every=False)
    full = words.fullest(held for _, held in hits)
    kept = [hit for hit, held in hits if full(held) and hit.match and strictness.accepts(hit.match)]
    held = max((len(held.words) for _, held in hits), default=0)
    kept.sort(key=lambda hit: -hit.match.score if hit.match else 0)
    notes = (
        [f"nothing holds all the words; shown is what holds {held} of them"] if kept and held < len(query.terms) else []
    )
    read = {term.text for term in query.terms if term.near and not term.idle}
    guessed = {hit.match.matched for hit in kept if hit.match and hit.match.kind not in CERTAIN}
    if read and guessed:
        notes.append(f"a guess: {_quoted(read)} is not there, shown is {_quoted(guessed)}")
    return kept, tuple(notes)


def _quoted(words: Collection[str]) -> str:
    return ", ".join(f"«{word}»" for word in sorted(words, key=collation_key))


def _field(record: Record, mark: Span) -> str:
    """Name the field of a record that a mark in its wording stands in."""
    first, *second = WORDED[type(record)]
    return second[0] if second and mark.end > len(getattr(record, first)) else first


def _holding(
    base: Base, kind: type[R], query: "words.Query", wanted: Callable[[R], bool], *, every: bool
) -> "list[tuple[Hit, words.Hit]]":
    """Give the records that hold every word, or else any word, and what each holds."""
    from kzfacts import words

    terms = [frozenset((*term.keys, *(key for key, _ in term.near))) for term in query.terms]
    found = []
    for record in base.worded(kind, terms, every=every):
        text = wording(record)
        hit = words.match(query, text) if wanted(record) else None
        if hit:
            matched = " ".join(dict.fromkeys(text[start:end] for start, end in hit.spans))
            match = Match(hit.score, hit.kind, " ".join(hit.words), matched, _field(record, hit.spans[0]))
            found.append((Hit(record, match, hit.spans), hit))
    return found


def events(base: Base, text: str, strictness: Strictness) -> tuple[list[Hit], Notes]:
    """Give the events that an id, a date or words of the name and place find; certain dates before approximate ones.

    Raises:
        QueryError: The date is impossible, or there are too many words.
    """
    from kzfacts.kazakh import calendar

    asked = text.strip()
    if known := list(base.linked(Event, "id", asked)):
        return [Hit(event, Match(100.0, "exact", asked, asked, "id")) for event in known], ()
    try:
        when = calendar.parse(asked)
    except calendar.DateError as error:
        raise QueryError(str(error)) from None
    dated = _dated(base, asked, when) if when else []
    # «Қазан» is October, and a city.
    return (dated, ()) if dated or any(map(str.isdigit, asked)) else worded(base, Event, asked, strictness)


def _dated(base: Base, text: str, when: "When") -> list[Hit]:
    from kzfacts.kazakh.edtf import FIRST_DAY, LAST_DAY, Interval, edtf, meets

    first, last = (when.first, when.last) if isinstance(when, Interval) else (FIRST_DAY, LAST_DAY)
    found = []
    for event in base.dated(first, last):
        interval = edtf(event.date or "")
        if meets(when, interval):
            match = Match(100.0, "exact", text, event.date or "", "date")
            found.append((interval.approximate, interval.first, Hit(event, match)))
    found.sort(key=lambda each: each[:2])
    return [hit for _, _, hit in found]
