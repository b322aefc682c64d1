"""Is a base sound, told while its records come one by one: `check.complaints` for a base too large to be in memory.

This only tells whether: what is wrong, and where, `check.complaints` says of the whole document. Records must come in
the order of `model.KINDS`, as every base that kzfacts writes has them; another order is `Amiss` here, and no fault.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Any

from kzfacts.check import SHAPES, is_id, is_text, leads_back
from kzfacts.model import ACTS, FORMS, KINDS, Claim, Event, Record, Role, Source, Speaker
from kzfacts.reading import Amiss, Entry

# The fields of each kind with the test of their value: those that must be there, those that may.
_SHAPES = {
    KINDS[kind]: [
        [(name, each.holds) for name, each in fields.items() if each.required is must] for must in (True, False)
    ]
    for kind, fields in SHAPES.items()
}
_CLAIM = itemgetter(*SHAPES["claims"])
_FORMS, _ACTS = frozenset(FORMS), frozenset(ACTS)
_ORDER = {kind: number for number, kind in enumerate(KINDS.values())}
# Texts kept: claims mostly come article by article.
KEPT = 64


class Soundness:
    """What must be known of the records before to tell whether the next one is sound."""

    def __init__(self, text_of: Callable[[str], str]) -> None:
        """Take what gives the text of a source by its id; KeyError where there is none."""
        self._text_of = lru_cache(KEPT)(text_of)
        self._ids: dict[type[Record], set[str]] = {kind: set() for kind in (Source, Speaker, Event)}
        self._roles: dict[str, str] = {}
        self._parts: dict[str, Mapping[str, Any]] = {}

    def sound(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Pass records on that are sound so far. That no id of a kind is there twice is left to who takes them.

        Raises:
            Amiss: A record is not sound, or comes before one that it refers to.
        """
        checks = {
            Source: self._source,
            Speaker: self._speaker,
            Role: self._role,
            Event: self._event,
            Claim: self._claim,
        }
        last: type[Record] = Source
        for entry in entries:
            kind, record, _ = entry
            if kind is not last:
                if _ORDER[kind] < _ORDER[last]:
                    raise Amiss
                last = kind
            try:
                checks[kind](record)
            except (KeyError, TypeError, ValueError):  # a field or a reference leads nowhere, or is of another type
                raise Amiss from None
            yield entry
        for id, event in self._parts.items():
            _demand(event["part_of"] in self._ids[Event] and not leads_back(id, self._parts))

    def _source(self, record: Mapping[str, Any]) -> None:
        _shaped(Source, record)
        self._ids[Source].add(record["id"])
        _demand(hashlib.sha256(record["text"].encode()).hexdigest() == record["sha256"])

    def _speaker(self, record: Mapping[str, Any]) -> None:
        _shaped(Speaker, record)
        self._ids[Speaker].add(record["id"])

    def _role(self, record: Mapping[str, Any]) -> None:
        _shaped(Role, record)
        self._roles[record["id"]] = record["speaker"]
        _demand(record["speaker"] in self._ids[Speaker])
        _stands(self._text_of(record["source"]), record["title"], record["span"])

    def _event(self, record: Mapping[str, Any]) -> None:
        _shaped(Event, record)
        self._ids[Event].add(record["id"])
        if record["part_of"] is not None:
            self._parts[record["id"]] = record
        _demand((record["date"] is None) == (record["date_basis"] is None))
        _stands(self._text_of(record["source"]), record["name"], record["span"])

    def _claim(self, record: Mapping[str, Any]) -> None:
        """Hold a claim to everything at once: most records are claims, and what refers to a record is a right id."""
        id, speaker, role, event, form, act, words, span, cue, attribution, source, origin = _CLAIM(record)
        text = self._text_of(source)
        if span is not None or words is not None:
            _stands(text, words, span)
        _stands(text, cue["text"], cue["span"])
        _stands(text, attribution["text"], attribution["span"])
        _demand(
            is_id(id)
            and is_text(origin)
            and form in _FORMS
            and act in _ACTS
            and speaker in self._ids[Speaker]
            and (role is None or self._roles[role] == speaker)
            and (event is None or event in self._ids[Event])
        )


def _demand(holds: bool) -> None:
    if not holds:
        raise Amiss


def _shaped(kind: type[Record], record: Mapping[str, Any]) -> None:
    must, may = _SHAPES[kind]
    for name, holds in must:
        _demand(holds(record[name]))
    for name, holds in may:
        _demand(name not in record or holds(record[name]))


def _stands(text: str, words: str, span: list[int]) -> None:
    start, end = span
    if (
        text[start:end] != words
        or not 0 <= start < end <= len(text)
        or not type(start) is type(end) is int
        or type(span) is not list
        or words.isspace()
    ):
        raise Amiss
