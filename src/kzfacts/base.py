"""A fact base: what may be asked of it, how it is read and written."""

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar

from kzfacts.files import beside
from kzfacts.memory import FactBase
from kzfacts.model import KINDS, Event, Record, Speaker
from kzfacts.records import Facts, from_json, pieces

R = TypeVar("R", bound=Record)

# Complaints printed about one base; more would scroll the first ones away.
SHOWN_COMPLAINTS = 20


class BaseError(Exception):
    """A base that cannot be read or written; the message names the file and the place."""


class Base(Protocol):
    """What `search` asks of a base, wherever the facts lie. Every answer is in the order of the base."""

    def every(self, kind: type[R]) -> Iterable[R]:
        """Give all records of a kind."""

    def linked(self, kind: type[R], field: str, id: str) -> Iterable[R]:
        """Give the records of a kind whose `field` (`id` or a reference) is this id."""

    def named(self, keys: Collection[str]) -> Iterable[Speaker]:
        """Give the speakers of whom a name or alias has one of these keys (`names.keys`)."""

    def dated(self, first: str, last: str) -> Iterable[Event]:
        """Give the events whose date meets the days from `first` to `last` (`YYYY-MM-DD`)."""

    def worded(self, kind: type[R], terms: Sequence[Collection[str]], *, every: bool) -> Iterable[R]:
        """Give the records of a kind whose wording has a key of every term, or else of any (`words.keys`)."""

    def vocabulary(self, kind: type[R], near: Collection[str]) -> Collection[str]:
        """Give the keys of wordings of a kind, at least those that share one of these `words.near_keys`."""


def bundled() -> Path:
    """Give the path of the base that ships with the package: in the wheel, or in the tree of an editable install."""
    here = Path(__file__).parent
    shipped = here / "data" / "facts.json"
    return shipped if shipped.exists() else here.parents[1] / "data" / "facts.json"


def load(path: str | os.PathLike[str] | None = None) -> FactBase:
    """Read a fact base, the bundled one unless a path is given.

    Raises:
        BaseError: The file cannot be read, is no base of this format, or is not sound; several faults are told at once.
    """
    file = Path(path) if path is not None else bundled()
    document = decode(read(file), str(file))
    if path is not None:  # the bundled base is checked by the tests
        _refuse_unsound(document, file)
    return from_document(document)


def _refuse_unsound(document: Any, file: Path) -> None:
    from kzfacts.check import complaints

    faults = complaints(document)
    if faults:
        shown = [f"{file}: {fault}" for fault in faults[:SHOWN_COMPLAINTS]]
        if len(faults) > SHOWN_COMPLAINTS:
            shown.append(f"{file}: and {len(faults) - SHOWN_COMPLAINTS} more")
        raise BaseError("\n".join(shown))


def read(file: Path) -> bytes:
    """Read a file whole; BaseError names it and says why where that fails."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise BaseError(f"{file}: there is no such file") from None
    except IsADirectoryError:
        raise BaseError(f"{file}: is a folder, not a fact base") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise BaseError(f"{file}: cannot be read: {getattr(error, 'strerror', None) or error}") from None


def decode(data: bytes, name: str) -> Any:
    """Decode the JSON of a base; BaseError says where it breaks off, or which key stands twice."""
    twice: list[tuple[str, dict[str, Any]]] = []

    def noting(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            twice.append((next(key for key in keys if keys.count(key) > 1), found))
        return found

    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=noting, parse_constant=_no_number)
        if twice:
            key, found = twice[-1]  # an object read before may be a value that this key has lost
            place = _place(found, document, "")
            raise BaseError(f"{name}: {f'{place}.{key}'.lstrip('.')}: this key stands twice")
        return document
    except UnicodeDecodeError as error:
        raise BaseError(f"{name}: is not UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise BaseError(f"{name}: line {error.lineno}, column {error.colno}: is not JSON: {error.msg}") from None
    except ValueError as error:  # a number of thousands of digits, or none at all
        raise BaseError(f"{name}: is not JSON: {error}") from None
    except RecursionError:
        raise BaseError(f"{name}: is nested too deeply for a fact base") from None


def _no_number(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _place(sought: Any, value: Any, at: str) -> str | None:
    """Give the place of an object within a value, as complaints name it."""
    if value is sought:
        return at
    inner: Iterable[tuple[str, Any]] = ()
    if isinstance(value, dict):
        inner = ((f"{at}.{key}".lstrip("."), each) for key, each in value.items())
    elif isinstance(value, list):
        inner = ((f"{at}[{index}]", each) for index, each in enumerate(value))
    return next((place for to, each in inner if (place := _place(sought, each, to)) is not None), None)


def from_document(document: Mapping[str, Any]) -> FactBase:
    """Make a fact base of a decoded and checked document."""
    records: dict[str, Any] = {
        name: tuple(from_json(kind, record) for record in document[name]) for name, kind in KINDS.items()
    }
    extra = {key: value for key, value in document.items() if key not in KINDS and key != "format"}
    return FactBase(**records, extra=extra)


def write(facts: Facts, path: str | os.PathLike[str]) -> None:
    """Write a base beside its place and rename it there, so that the old one stays whole until the new one is.

    Raises:
        BaseError: The file cannot be written; the old one is as it was.
    """
    file = Path(path)
    try:
        with beside(file) as draft, draft.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces(facts))
    except (OSError, ValueError) as error:  # a lone surrogate is no text; a file has a name
        raise BaseError(f"{file}: cannot be written: {getattr(error, 'strerror', None) or error}") from None
