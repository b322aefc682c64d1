"""A fact base: what may be asked of it, how it is read and written."""

import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from kzfacts.files import beside
from kzfacts.memory import FactBase
from kzfacts.model import KINDS, Record
from kzfacts.records import Facts, from_json, pieces

if TYPE_CHECKING:
    from kzfacts.kazakh.edtf import Interval, When

R = TypeVar("R", bound=Record)

# What a file of SQLite 3, and so a store, begins with.
STORE = b"SQLite format 3\0"

# Complaints printed about one base; more would scroll the first ones away.
SHOWN_COMPLAINTS = 20


class BaseError(Exception):
    """A base that cannot be read or written; the message names the file and the place."""


class Base(Protocol):
    """What `search` asks of a base, wherever the facts lie.

    A record is known by its place: how many of its kind stand before it. Every answer is in the order of the base.
    """

    @property
    def extra(self) -> Mapping[str, Any]:
        """The keys beside the records that the format does not know."""

    def every(self, kind: type[R]) -> Iterable[R]:
        """Give all records of a kind."""

    def count(self, kind: type[R]) -> int:
        """Tell how many records of a kind there are."""

    def at(self, kind: type[R], places: Iterable[int]) -> Sequence[R]:
        """Give the records of a kind at these places, in this order."""

    def linked(self, kind: type[R], field: str, id: str) -> Sequence[R]:
        """Give the records of a kind whose `field` (`id` or a reference) is this id."""

    def known(self, kind: type[R], ids: Iterable[str]) -> Mapping[str, R]:
        """Give the records of a kind that have these ids, by their ids."""

    def places(self, kind: type[R], field: str, key: str) -> Sequence[int]:
        """Give the places of the records of a kind that have a key in a field, ascending.

        Fields are those of `indexes.LINKS`, `words` (`tokens.distinct`) and, for speakers, `names` (`name_keys`).
        """

    def alphabetical(self, kind: type[R]) -> Sequence[int]:
        """Give the places of all records of a kind, in the order of the Kazakh alphabet."""

    def dated(self, when: "When") -> "Iterable[tuple[int, Interval]]":
        """Give the places of the events whose date has a day in common with this one, and the days of each."""

    def forms(self, kind: type[R], stems: Collection[str]) -> Collection[str]:
        """Give the words in wordings of a kind that may be forms of one of these stems (`words.keys`)."""

    def vocabulary(self, kind: type[R], near: Collection[str]) -> Collection[str]:
        """Give the stems of wordings of a kind, at least those that have one of these `words.near_keys`."""


def bundled() -> Path:
    """Give the path of the base that ships with the package: in the wheel, or in the tree of an editable install."""
    here = Path(__file__).parent
    shipped = here / "data" / "facts.json"
    return shipped if shipped.exists() else here.parents[1] / "data" / "facts.json"


def load(path: str | os.PathLike[str] | None = None) -> Base:
    """Open a fact base, the bundled one unless a path is given: JSON is read, a store (`kzfacts pack`) only asked.

    Raises:
        BaseError: The file cannot be read, is no base of this format, or is not sound; several faults are told at once.
    """
    if path is None:  # checked by the tests
        return from_document(decode(read(bundled()), str(bundled())))
    return opened(Path(path))


def opened(file: Path, *, old: bool = False) -> Base:
    """Open a base other than the bundled one; `old` is for whoever wants its records alone: see `store.open_store`."""
    if is_store(file):
        from kzfacts.store import open_store

        return open_store(file, old=old)
    return from_document(checked(file))


def is_store(file: Path) -> bool:
    """Tell by how a file begins whether it is a store."""
    try:
        if not file.is_file():  # of a pipe nothing can be read twice
            return False
        with file.open("rb") as stream:
            return stream.read(len(STORE)) == STORE
    except (OSError, ValueError):  # reading it whole will say what is wrong
        return False


def checked(file: Path) -> Any:
    """Read the document of a base from its JSON.

    Raises:
        BaseError: The file cannot be read, is no base of this format, or is not sound; several faults are told at once.
    """
    from kzfacts.check import complaints

    document = decode(read(file), str(file))
    faults = complaints(document)
    if faults:
        shown = [f"{file}: {fault}" for fault in faults[:SHOWN_COMPLAINTS]]
        if len(faults) > SHOWN_COMPLAINTS:
            shown.append(f"{file}: and {len(faults) - SHOWN_COMPLAINTS} more")
        raise BaseError("\n".join(shown))
    return document


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
