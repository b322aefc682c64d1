"""Records as the JSON of format `kzfacts/1` has them, and a whole base as the text of its file."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar

from kzfacts.model import FORMAT, KINDS, Record, Span, Words

R = TypeVar("R", bound=Record)


class Facts(Protocol):
    """Whatever gives records, kind by kind: all that is needed to write them."""

    @property
    def extra(self) -> Mapping[str, Any]:
        """The keys beside the records that the format does not know."""

    def every(self, kind: type[R]) -> Iterable[R]:
        """Give all records of a kind."""


_FIELDS: Mapping[type, tuple[str, ...]] = {
    kind: tuple(name for name in kind._fields if name != "extra") for kind in KINDS.values()
}
# Fields that may be left out; null is then meant.
_OPTIONAL = frozenset({"subtitle", "url"})
# Fields that are more than JSON has: how each is made of its JSON.
_CONVERTED: Mapping[str, Any] = {
    "aliases": tuple,
    "span": lambda value: value and Span(*value),
    "cue": lambda value: Words(value["text"], Span(*value["span"])),
    "attribution": lambda value: Words(value["text"], Span(*value["span"])),
}


def from_json(kind: type[R], record: Mapping[str, Any]) -> R:
    """Make a record of its JSON object. Keys that the format does not know are kept in `extra`.

    Raises:
        KeyError: A field is missing, as in a damaged store; of checked JSON none is.
    """
    known: dict[str, Any] = {
        name: record[name] if name not in _OPTIONAL else record.get(name) for name in _FIELDS[kind]
    }
    extra = {} if record.keys() <= known.keys() else {key: record[key] for key in record if key not in known}
    for name, convert in _CONVERTED.items():
        if name in known:
            known[name] = convert(known[name])
    return kind(**known, extra=extra)


def to_json(record: Record) -> dict[str, Any]:
    """Make the JSON object of a record; the inverse of `from_json`."""
    known = {name: _plain(getattr(record, name)) for name in _FIELDS[type(record)]}
    return {**known, **record.extra}


def _plain(value: Any) -> Any:
    match value:
        case Words(text, span):
            return {"text": text, "span": list(span)}
        case tuple():
            return list(value)
        case _:
            return value


def to_document(facts: Facts) -> dict[str, Any]:
    """Make the document that a base is written as, whole."""
    records = {name: [to_json(record) for record in facts.every(kind)] for name, kind in KINDS.items()}
    return {"format": FORMAT, **records, **facts.extra}


def pieces(facts: Facts) -> Iterator[str]:
    """Yield the text of a base's file, a record at a time: indented, a span on one line, Kazakh letters as they are."""
    yield f'{{\n "format": "{FORMAT}"'
    for name, kind in KINDS.items():
        yield f',\n "{name}": ['
        before = ""
        for record in facts.every(kind):
            yield f"{before}\n  {_record(record)}"
            before = ","
        yield "\n ]" if before else "]"
    for key, value in facts.extra.items():
        yield f",\n {_indented(key, 1)}: {_indented(value, 1)}"
    yield "\n}\n"


def _record(record: Record) -> str:
    """Write a record as it stands in the list of its kind."""
    lines = [head + _value(value) for head, value in zip(_HEADS[type(record)], record)]  # noqa: B905 (but `extra`)
    lines += (f"\n   {_scalar(key)}: {_indented(value, 3)}" for key, value in record.extra.items())
    return f"{{{','.join(lines)}\n  }}"


# What stands before the value of each field.
_HEADS: Mapping[type, tuple[str, ...]] = {
    kind: tuple(f'\n   "{name}": ' for name in names) for kind, names in _FIELDS.items()
}


def _value(value: Any) -> str:
    """Write the value of a field: strings, spans and words, of which there are most, without looking any further."""
    return _WRITERS.get(type(value), _other)(value)


def _span(span: Span) -> str:
    return f"[{span[0]}, {span[1]}]"


def _words(words: Words) -> str:
    return f'{{\n    "text": {_scalar(words.text)},\n    "span": {_span(words.span)}\n   }}'


def _other(value: Any) -> str:
    return _indented(_plain(value), 3)


def _indented(value: Any, depth: int) -> str:
    """Write a value as `json.dumps` does with `indent=1`, but spans on one line, and several times as fast."""
    inner = "\n" + " " * (depth + 1)
    if isinstance(value, dict) and value:
        lines = (f"{inner}{_scalar(key)}: {_indented(each, depth + 1)}" for key, each in value.items())
        return f"{{{','.join(lines)}{inner[:-1]}}}"
    if isinstance(value, (list, tuple)) and value:
        if len(value) == 2 and all(type(each) is int and each >= 0 for each in value):
            return _scalar(value)
        return f"[{','.join(inner + _indented(each, depth + 1) for each in value)}{inner[:-1]}]"
    return _scalar(value)


_scalar = json.JSONEncoder(ensure_ascii=False).encode
_WRITERS: Mapping[type, Callable[[Any], str]] = {str: _scalar, type(None): _scalar, Span: _span, Words: _words}
