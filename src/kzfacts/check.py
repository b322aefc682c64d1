"""Is this a sound fact base: format, ids, references, dates, checksums, and every span against its text."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kzfacts.kazakh.edtf import valid_edtf
from kzfacts.model import ACTS, DATE_BASES, FORMAT, FORMS, SPEAKER_KINDS


class Complaint(NamedTuple):
    """What is wrong with a base, and where."""

    place: str  # claims[12].span
    expected: str

    def __str__(self) -> str:
        return f"{self.place}: {self.expected}" if self.place else self.expected


class _Kind(NamedTuple):
    expected: str
    holds: Callable[[Any], bool]
    required: bool = True


def is_text(value: Any) -> bool:
    """Tell whether a value is a text that is not blank."""
    return isinstance(value, str) and bool(value.strip()) and _encodes(value)


def is_id(value: Any) -> bool:
    """Tell whether a value can be an id."""
    return isinstance(value, str) and value != "" and value.isascii() and value.isprintable() and " " not in value


def _encodes(value: str) -> bool:
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:  # a lone surrogate cannot stand in any UTF-8 text
        return False
    return True


def _is_span(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(bound) is int for bound in value)
        and 0 <= value[0] < value[1]
    )


def _is_words(value: Any) -> bool:
    return isinstance(value, dict) and is_text(value.get("text")) and _is_span(value.get("span"))


def _or_null(kind: _Kind) -> _Kind:
    return _Kind(f"{kind.expected} or null", lambda value: value is None or kind.holds(value), kind.required)


def _one_of(*values: str) -> _Kind:
    return _Kind(f"one of {', '.join(values)}", lambda value: isinstance(value, str) and value in values)


_TEXT = _Kind("a text that is not empty", is_text)
_ID = _Kind("an id of ASCII characters without spaces", is_id)
_SPAN = _Kind("[start, end] with 0 <= start < end", _is_span)
_WORDS = _Kind('{"text": …, "span": [start, end]}', _is_words)
_EDTF = _Kind("a date in EDTF, such as 2022-09-23 or 2022-10~", lambda v: isinstance(v, str) and valid_edtf(v))

# What each record must hold; further keys are allowed and kept.
SHAPES: Mapping[str, Mapping[str, _Kind]] = {
    "sources": {
        "id": _ID,
        "title": _TEXT,
        "subtitle": _or_null(_TEXT)._replace(required=False),
        "date": _or_null(_EDTF),
        "date_literal": _or_null(_TEXT),
        "language": _TEXT,
        "url": _or_null(_TEXT)._replace(required=False),
        "sha256": _TEXT,
        "text": _TEXT,
    },
    "speakers": {
        "id": _ID,
        "kind": _one_of(*SPEAKER_KINDS),
        "name": _TEXT,
        "aliases": _Kind("a list of names", lambda v: isinstance(v, list) and all(map(is_text, v))),
    },
    "roles": {
        "id": _ID,
        "speaker": _ID,
        "title": _TEXT,
        "organisation": _or_null(_TEXT),
        "country": _or_null(_TEXT),
        "as_of": _or_null(_EDTF),
        "source": _ID,
        "span": _SPAN,
    },
    "events": {
        "id": _ID,
        "name": _TEXT,
        "kind": _TEXT,
        "date": _or_null(_EDTF),
        "date_literal": _or_null(_TEXT),
        "date_basis": _or_null(_one_of(*DATE_BASES)),
        "place": _or_null(_TEXT),
        "part_of": _or_null(_ID),
        "source": _ID,
        "span": _SPAN,
    },
    "claims": {
        "id": _ID,
        "speaker": _ID,
        "role": _or_null(_ID),
        "event": _or_null(_ID),
        "form": _one_of(*FORMS),
        "act": _one_of(*ACTS),
        "text": _or_null(_TEXT),
        "span": _or_null(_SPAN),
        "cue": _WORDS,
        "attribution": _WORDS,
        "source": _ID,
        "origin": _TEXT,
    },
}

# Which field of which record names a record of which other kind.
REFERENCES = (
    ("roles", "speaker", "speakers"),
    ("roles", "source", "sources"),
    ("events", "source", "sources"),
    ("events", "part_of", "events"),
    ("claims", "speaker", "speakers"),
    ("claims", "role", "roles"),
    ("claims", "event", "events"),
    ("claims", "source", "sources"),
)


def complaints(document: Any) -> list[Complaint]:
    """List everything wrong with a decoded base, in the order of the file.

    References and spans are looked at only where the shape of the records is right. An empty list means a sound base.
    """
    shape = list(_shape(document))
    if shape:
        return shape
    return [*_ids(document), *_references(document), *_dates(document), *_spans(document)]


def _shape(document: Any) -> Iterator[Complaint]:
    if not isinstance(document, dict):
        yield Complaint("", f"expected a JSON object of format {FORMAT}")
        return
    if document.get("format") != FORMAT:
        yield Complaint("format", f"expected {FORMAT!r}, found {document.get('format')!r:.60}")
        return
    for kind, fields in SHAPES.items():
        records = document.get(kind)
        if not isinstance(records, list):
            yield Complaint(kind, "expected a list")
            continue
        for index, record in enumerate(records):
            yield from _fields(f"{kind}[{index}]", record, fields)


def _fields(place: str, record: Any, fields: Mapping[str, _Kind]) -> Iterator[Complaint]:
    if not isinstance(record, dict):
        yield Complaint(place, "expected an object")
        return
    for name, kind in fields.items():
        if name not in record:
            if kind.required:
                yield Complaint(f"{place}.{name}", f"is missing: expected {kind.expected}")
        elif not kind.holds(record[name]):
            yield Complaint(f"{place}.{name}", f"expected {kind.expected}, found {_brief(record[name])}")


def _brief(value: Any) -> str:
    shown = ascii(value) if isinstance(value, str) and not _encodes(value) else repr(value)
    return shown if len(shown) <= 60 else shown[:59] + "…"


def _ids(document: Mapping[str, Any]) -> Iterator[Complaint]:
    for kind in SHAPES:
        seen: dict[str, int] = {}
        for index, record in enumerate(document[kind]):
            first = seen.setdefault(record["id"], index)
            if first != index:
                yield Complaint(f"{kind}[{index}].id", f"{record['id']!r} is the id of {kind}[{first}] already")


def _references(document: Mapping[str, Any]) -> Iterator[Complaint]:
    # of records with one id the first counts, so that only the second is complained of
    known = {kind: {record["id"]: record for record in reversed(document[kind])} for kind in SHAPES}
    for kind, field, target in REFERENCES:
        for index, record in enumerate(document[kind]):
            if record[field] is not None and record[field] not in known[target]:
                yield Complaint(f"{kind}[{index}].{field}", f"no record of {target} has the id {record[field]!r}")
    for index, claim in enumerate(document["claims"]):
        role = known["roles"].get(claim["role"])
        if role is None or not {role["speaker"], claim["speaker"]} <= known["speakers"].keys():
            continue  # complained of already, if it is not null
        if role["speaker"] != claim["speaker"]:
            yield Complaint(f"claims[{index}].role", f"{claim['role']!r} is a role of {role['speaker']!r}")
    for index, event in enumerate(document["events"]):
        if leads_back(event["id"], known["events"]):
            yield Complaint(f"events[{index}].part_of", f"{event['id']!r} would be a part of itself")


def leads_back(start: str, events: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell whether an event is, in the end, a part of itself."""
    seen: set[str] = set()
    step = events[start]["part_of"]
    while step in events and step not in seen and step != start:
        seen.add(step)
        step = events[step]["part_of"]
    return bool(step == start)


def _dates(document: Mapping[str, Any]) -> Iterator[Complaint]:
    for index, event in enumerate(document["events"]):
        if (event["date"] is None) != (event["date_basis"] is None):
            yield Complaint(
                f"events[{index}].date_basis", "expected a basis where there is a date, and null where there is none"
            )


def _spans(document: Mapping[str, Any]) -> Iterator[Complaint]:
    texts: dict[str, str] = {}
    for index, source in enumerate(document["sources"]):
        texts.setdefault(source["id"], source["text"])
        actual = hashlib.sha256(source["text"].encode()).hexdigest()
        if source["sha256"] != actual:
            yield Complaint(f"sources[{index}].sha256", f"the text has {actual}, not {_brief(source['sha256'])}")
    for place, words, span, source in _quoted(document):
        if source not in texts:
            continue  # complained of already
        if (words is None) != (span is None):
            yield Complaint(place, "expected text and span both, or null for both")
        elif span is not None:
            yield from _span(place, words, span, texts[source])


def _quoted(document: Mapping[str, Any]) -> Iterator[tuple[str, str | None, Sequence[int] | None, str]]:
    """Yield (place, words, span, source id) for everything that claims to stand in a text."""
    for kind, field in (("roles", "title"), ("events", "name"), ("claims", "text")):
        for index, record in enumerate(document[kind]):
            yield f"{kind}[{index}].span", record[field], record["span"], record["source"]
    for index, claim in enumerate(document["claims"]):
        for field in ("cue", "attribution"):
            words = claim[field]
            yield f"claims[{index}].{field}.span", words["text"], words["span"], claim["source"]


def _span(place: str, words: str | None, span: Sequence[int], text: str) -> Iterator[Complaint]:
    start, end = span
    if end > len(text):
        yield Complaint(place, f"ends at {end}, but the text has {len(text)} characters")
    elif text[start:end] != words:
        yield Complaint(place, f"expected {_brief(words)} there, found {_brief(text[start:end])}")
