"""Answers as TSV: one header line, one fact a line, no colour, no wrapping, for `cut`, `sort` and spreadsheets.

A cell is a value of the JSON record, named by its path; a person is one line a claim.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kzfacts.show.json import Row
from kzfacts.show.text import shown

_WHERE = {"source": "source.id", "date": "source.date", "start": "source.start", "end": "source.end"}
_CLAIM = {
    "claim": "id",
    "speaker": "speaker.name",
    "role": "role.title",
    "event": "event.name",
    "event_date": "event.date",
    "form": "form",
    "act": "act",
    "cue": "cue",
    "text": "text",
    **_WHERE,
}
_ROLE = {
    "id": "id",
    "name": "speaker.name",
    "title": "title",
    "organisation": "organisation",
    "country": "country",
    "as_of": "as_of",
    **_WHERE,
}
_EVENT = {
    "id": "id",
    "name": "name",
    "kind": "kind",
    "event_date": "date",
    "basis": "date_basis",
    "place": "place",
    "part_of": "part_of",
    **_WHERE,
}
_SOURCE = {"id": "id", "title": "title", "subtitle": "subtitle", "date": "date", "url": "url", "sha256": "sha256"}

# Header and path of the columns: of each kind of answer, of each kind in a list, and of the layouts of `output.emit`.
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "speaker": {
        "id": "id",
        "name": "name",
        "score": "match.score",
        "match": "match.kind",
        "title": "roles.0.title",
        **{header: f"claim.{path}" for header, path in _CLAIM.items() if header != "speaker"},
    },
    "role": _ROLE,
    "event": _EVENT,
    "claim": _CLAIM,
    "speakers": {"id": "id", "kind": "kind", "name": "name", "title": "roles.0.title"},
    "roles": _ROLE,
    "events": _EVENT,
    "claims": _CLAIM,
    "sources": _SOURCE,
    "text": _CLAIM,
    "passage": {
        "kind": "kind",
        "id": "id",
        "sentence": "sentence.text",
        "start": "sentence.start",
        "end": "sentence.end",
        "citation": "citation",
    },
    "mixed": {
        "kind": "kind",
        "id": "id",
        "name": "record.name",
        "title": "record.title",
        "speaker": "record.speaker.name",
        "text": "record.text",
        **{header: f"record.{path}" for header, path in _WHERE.items()},
    },
}


def lines(kind: str, rows: Iterable[Row]) -> Iterator[str]:
    """Yield the header of a kind (a key of `COLUMNS`), then the line or lines of each JSON record."""
    columns = COLUMNS[kind]
    yield "\t".join(columns)
    for row in rows:
        for fact in _facts(kind, row):
            yield "\t".join(_cell(_at(fact, path)) for path in columns.values())


def _facts(kind: str, row: Row) -> Iterable[Row]:
    """Give what stands on a line each: a speaker is a line a claim, an article the claims in it."""
    if kind == "speaker":
        return ({**row, "claim": claim} for claim in row["claims"] or [None])
    if kind == "text":
        return list(row["claims"])
    return (row,)


def _at(value: Any, path: str) -> Any:
    """Follow a path of keys and indexes; None where it leads nowhere."""
    for step in path.split("."):
        if isinstance(value, list):
            value = value[int(step)] if int(step) < len(value) else None
        elif isinstance(value, dict):
            value = value.get(step)
        else:
            return None
    return value


def _cell(value: Any) -> str:
    return "" if value is None else shown(str(value))
