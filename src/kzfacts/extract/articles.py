"""Articles as they come: text files, folders of them, JSON Lines, standard input.

The text of an article is what its bytes decode to as UTF-8, whatever it holds: line ends, no-break spaces and a byte
order mark stay where they are, so that the SHA-256 of a text is that of its file, and offsets point into the file.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from kzfacts.kazakh.calendar import parse
from kzfacts.kazakh.edtf import DateError, Interval

STDIN = "-"
TEXT, JSON_LINES = ".txt", ".jsonl"

# In bytes. No article is so long («Абай жолы», all four books, has some 5 MB), and one that is would fill the memory.
LONGEST = 10_000_000

_BOM = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


class Article(NamedTuple):
    """One article, and what is known of it besides its text."""

    place: str  # FILE, or FILE:LINE in JSON Lines
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    size: int = 0  # bytes that were read for it

    def sha256(self) -> str:
        """Return the checksum by which the same article is known again."""
        return hashlib.sha256(self.text.encode()).hexdigest()


class Refused(NamedTuple):
    """What cannot be read as an article, and why."""

    place: str
    why: str


class Given(NamedTuple):
    """What is said of an article beside it: for text files; JSON Lines have keys of these names."""

    title: str | None = None
    date: str | None = None
    url: str | None = None


def articles(paths: Iterable[str], given: Given = Given()) -> Iterator[Article | Refused]:  # noqa: B008 (immutable)
    """Read articles one at a time: those of a folder in the order of their names, all others as they are given.

    Args:
        paths: Files, folders (searched to the bottom for .txt and .jsonl files, hidden ones left out), `-` for standard
            input. Named .jsonl, or beginning with `{`, it is JSON Lines; else the text of one article.
        given: Title, date (`published` gives it) and address of every text file.
    """
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            files = sorted(inside(Path(path)))
            if not files:
                yield Refused(path, f"holds no {TEXT} or {JSON_LINES} file")
            for file in files:
                yield from _opened(str(file), given)
        else:
            yield from _opened(path, given)


def inside(folder: Path) -> Iterator[Path]:
    """Give the files of a folder that hold articles, in any order."""
    for file in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix.lower() in (TEXT, JSON_LINES) and not hidden and file.is_file():
            yield file


def _opened(path: str, given: Given) -> Iterator[Article | Refused]:
    try:
        with nullcontext(sys.stdin.buffer) if path == STDIN else Path(path).open("rb") as stream:
            yield from _in_stream(stream, "standard input" if path == STDIN else path, given)
    except FileNotFoundError:
        yield Refused(path, "there is no such file")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Refused(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _in_stream(stream: BinaryIO, place: str, given: Given) -> Iterator[Article | Refused]:
    first = stream.readline(LONGEST + 1)
    if place.lower().endswith(JSON_LINES) or first.removeprefix(_BOM).lstrip().startswith(b"{"):
        yield from _lines(stream, first.removeprefix(_BOM), place)
        return
    data = first + stream.read(LONGEST + 1 - len(first))
    try:
        yield Article(place, _text(_decoded(data)), *given, size=len(data))
    except ValueError as error:
        yield Refused(place, str(error))


def _lines(stream: BinaryIO, line: bytes, place: str) -> Iterator[Article | Refused]:
    number = 0
    empty = True
    while line:
        number += 1
        if line.strip():
            empty = False
            try:
                yield _from_json(_decoded(line), f"{place}:{number}")._replace(size=len(line))
            except ValueError as error:
                yield Refused(f"{place}:{number}", str(error))
        while len(line) > LONGEST and not line.endswith(b"\n"):  # the rest of a line that is refused
            line = stream.readline(LONGEST + 1)
        line = stream.readline(LONGEST + 1)
    if empty:
        yield Refused(place, "is empty")


def _decoded(data: bytes) -> str:
    if len(data) > LONGEST:
        raise ValueError(f"is longer than any article ({LONGEST // 10**6} MB); a corpus goes in as JSON Lines")
    encoding = next((name for mark, name in _OTHER_ENCODINGS if data.startswith(mark)), None)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        hint = f": it is {encoding}" if encoding else f" (byte {error.start})"
        raise ValueError(f"is not UTF-8{hint}") from None
    if "\0" in text:
        raise ValueError("is no text: it has bytes that are zero")
    return text


def _text(text: str) -> str:
    if not text.strip("\ufeff \t\r\n\f\v\xa0"):
        raise ValueError("is empty")
    return text


def _from_json(line: str, place: str) -> Article:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"is not JSON: {getattr(error, 'msg', 'too deep, or a number without end')}") from None
    if not isinstance(record, dict):
        raise ValueError('expected an object with "text"')
    if not isinstance(record.get("text"), str):
        raise ValueError('"text" is missing' if "text" not in record else '"text" is no text')
    title, day, url = (_value(record, key) for key in Given._fields)
    _check_encodes(record["text"])
    return Article(place, _text(record["text"]), title, published(day) if day else None, url)


def _value(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f'"{key}" is neither text nor null')
    _check_encodes(value)
    return value.strip() or None


def _check_encodes(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"holds half a character, {text[error.start]!a}") from None


def published(text: str) -> str:
    """Return a date of publication in EDTF: of an ISO date or time, or of a date as people write it.

    Raises:
        ValueError: It is not the date of a day (or, where no more is known, of a month or year), or there is none such.
    """
    text = text.strip()
    if re.match(r"\d{4}-\d\d-\d\d[T ]|\d\d\.\d\d\.\d{4} ", text):  # with a time of day
        text = text[:10]
    try:
        day = parse(text)
    except DateError as error:
        raise ValueError(f"the date {text!r}: {error}") from None
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return text
    if isinstance(day, Interval) and day.first == day.last:
        return day.first
    raise ValueError(f"the date {text!r} is not the date of a day, such as 2022-09-23")
