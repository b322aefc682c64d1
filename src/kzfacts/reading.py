"""The JSON of a base read record by record, so that a large one need not be in memory.

What this reads is what `json` reads, in any layout. Whatever is amiss ends it with `Amiss` and no more: where and why,
`base.checked` tells, which reads the file whole.
"""

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from kzfacts.model import FORMAT, KINDS, Record

# Bytes taken from the file at a time.
CHUNK = 1 << 22

_SPACE = re.compile(r"[ \t\n\r]*")
_COMMA = re.compile(r"[ \t\n\r]*,[ \t\n\r]*")

# A record, as its JSON says and as it is written.
Entry = tuple[type[Record], Mapping[str, Any], str]


class Amiss(Exception):
    """This is no base, or an unsound one."""


class Reading:
    """A base's JSON being read: `entries` gives the records, and `extra`, when that has ended, the keys beside them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.extra: dict[str, Any] = {}
        self._text = ""
        self._at = 0
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        # unlike `raw_decode` it does not say that something may follow
        decoder: Any = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
        self._scan = decoder.scan_once
        # quicker, but of a key that stands twice it tells nothing
        quick: Any = json.JSONDecoder(parse_constant=_no_number)
        self._scan_quickly = quick.scan_once

    def entries(self) -> Iterator[Entry]:
        """Yield the records in the order of the file.

        Raises:
            Amiss: The file cannot be read, or is no JSON object of a base.
        """
        try:
            with self._file.open("rb") as stream:
                yield from self._document(stream)
        except (OSError, ValueError, RecursionError):
            raise Amiss from None

    def _document(self, stream: BinaryIO) -> Iterator[Entry]:
        found: set[str] = set()
        self._take(stream, "{")
        while True:
            key, _ = self._value(stream)
            if not isinstance(key, str) or key in found:
                raise Amiss
            found.add(key)
            self._take(stream, ":")
            if key in KINDS:
                yield from self._records(stream, KINDS[key])
            else:
                self.extra[key], _ = self._value(stream)
            if self._take(stream, ",}") == "}":
                break
        if self._next(stream) or self.extra.pop("format", None) != FORMAT or not found >= KINDS.keys():
            raise Amiss

    def _records(self, stream: BinaryIO, kind: type[Record]) -> Iterator[Entry]:
        self._take(stream, "[")
        if self._next(stream) == "]":
            self._at += 1
            return
        while True:
            try:
                value, end = self._scan_quickly(self._text, start := self._at)
                comma = _COMMA.match(self._text, end)
            except (StopIteration, json.JSONDecodeError):
                comma = None
            if comma:  # as between most records, and the quick way
                written = self._text[start:end]
                self._at = comma.end()
            else:
                value, written = self._value(stream)
            if type(value) is not dict:
                raise Amiss
            if comma and written.count(":") > _keys(value):  # in strings, or of keys that stand twice
                value, _ = self._scan(written, 0)
            yield kind, value, written
            if not comma:
                if self._take(stream, ",]") == "]":
                    return
                self._next(stream)  # where the quick way begins

    def _value(self, stream: BinaryIO) -> tuple[Any, str]:
        """Read one value; give it and its text."""
        self._next(stream)
        while True:
            start = self._at
            try:
                value, end = self._scan(self._text, start)
            except StopIteration:  # nothing that begins a value
                if self._more(stream):
                    continue
                raise Amiss from None
            except json.JSONDecodeError:  # it may go on in what is yet to be read
                if self._more(stream):
                    continue
                raise
            # a number may go on as well: 12.5 in 12.5e+3
            if len(self._text) - end < 3 and self._more(stream):
                continue
            self._at = end
            return value, self._text[start:end]

    def _take(self, stream: BinaryIO, wanted: str) -> str:
        """Read one of these characters."""
        found = self._next(stream)
        if not found or found not in wanted:
            raise Amiss
        self._at += 1
        return found

    def _next(self, stream: BinaryIO) -> str:
        """Give the next character that is no white space; nothing at the end."""
        while True:
            self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(stream):
                return ""

    def _more(self, stream: BinaryIO) -> bool:
        """Read on, and forget what is done with; tell whether there was more."""
        data = stream.read(max(CHUNK, len(self._text) - self._at))  # a value longer than all is not read over and over
        text = self._decoder.decode(data, final=not data)
        if data:  # at the end all stays where it is: somebody may be in the midst of it
            self._text, self._at = self._text[self._at :] + text, 0
        return bool(data)


def _keys(value: dict[str, Any]) -> int:
    """Count the keys of an object and of those in it: no more than there are colons."""
    return len(value) + sum([len(each) for each in value.values() if type(each) is dict])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Amiss
    return found


def _no_number(_: str) -> None:
    raise Amiss
