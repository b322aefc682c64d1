"""A fact base in an SQLite file: asked through its indexes, so that it need not be read. `packing` writes it.

A kind has a table of its records as JSON, by place, and for each index a table from key to places, or, of words, from
near key to stems and from stem to words. Places are unsigned 32-bit numbers, the lowest byte first. FTS5 is not used:
the mean score, what holds most of the words, and narrowing need the places in any case, and not every Python has it.
"""

import json
import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from kzfacts.base import BaseError
from kzfacts.indexes import VERSION
from kzfacts.model import KINDS, Record, Source
from kzfacts.reading import Entry
from kzfacts.records import from_json

if TYPE_CHECKING:
    import sqlite3

    from kzfacts.kazakh.edtf import Interval, When

R = TypeVar("R", bound=Record)

# "kzfa", by which `file` and SQLite know whose file it is.
APPLICATION = 0x6B7A6661
TABLES: Mapping[Any, str] = {kind: name for name, kind in KINDS.items()}
# Records kept once they have been read: a speaker, a role and a source belong to many claims.
KEPT = 4096
# SQLite takes at least so many values in one statement.
_MOST_VALUES = 900


def encoded(places: Iterable[int]) -> bytes:
    """Give places as a store keeps them."""
    found = places if isinstance(places, array) else array("I", places)
    if sys.byteorder == "big":
        found = array("I", found)
        found.byteswap()
    return found.tobytes()


def decoded(data: bytes) -> Sequence[int]:
    """Read places as a store keeps them."""
    found = array("I", data)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def library() -> ModuleType:
    """Give SQLite; BaseError where Python was built without it."""
    try:
        import sqlite3
    except ImportError:
        raise BaseError("this Python was built without SQLite, so it has no stores; JSON will do") from None
    return sqlite3


def open_store(file: Path, *, old: bool = False) -> "Store":
    """Open a store to read it.

    Args:
        file: The file.
        old: Whether its records alone are wanted, so that indexes of another version will do.

    Raises:
        BaseError: The file cannot be read, is no store, is damaged, or is of another version.
    """
    sqlite3 = library()
    with _explained(file):
        # SQLite would make a file that is not there
        connection = sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=ro", uri=True, timeout=1)
        [application] = connection.execute("PRAGMA application_id").fetchone()
        [version] = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise BaseError(f"{file}: is an SQLite file, but none that kzfacts has packed")
    if version != VERSION and not old:
        raise BaseError(
            f"{file}: was packed by another version of kzfacts; pack it again: kzfacts pack {file} -o {file}"
        )
    return Store(connection, file)


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    """Say what is the matter with a file where SQLite cannot go on, or gives what no store holds."""
    import sqlite3

    try:
        yield
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError) as error:
        why = str(error).split("\n")[0][:80]
        if "locked" in why:
            raise BaseError(f"{file}: another program is writing it; try again when it is done") from None
        if "unable to open" in why:
            raise BaseError(f"{file}: cannot be read: {why}") from None
        raise BaseError(f"{file}: is damaged ({why}); pack it again from its JSON") from None


class Store:
    """A fact base in an SQLite file. Fulfils `base.Base`."""

    def __init__(self, connection: "sqlite3.Connection", file: Path) -> None:
        self._connection = connection
        self._file = file
        self._kept: dict[tuple[str, str], Any] = {}

    @cached_property
    def _meta(self) -> Mapping[str, Any]:
        with _explained(self._file):
            return {key: json.loads(value) for key, value in self._rows("SELECT key, value FROM meta")}

    @property
    def extra(self) -> Mapping[str, Any]:
        """The keys beside the records that the format does not know."""
        extra: Mapping[str, Any] = self._meta["extra"]
        return extra

    def every(self, kind: type[R]) -> Iterator[R]:
        """Give all records of a kind, one by one."""
        return self._records(kind, "ORDER BY place")

    def entries(self) -> Iterator[Entry]:
        """Give all records, kind by kind, also as they are written."""
        for kind, table in TABLES.items():
            with _explained(self._file):
                for (text,) in self._rows(f"SELECT record FROM {table} ORDER BY place"):
                    yield kind, json.loads(text), text

    def count(self, kind: type[R]) -> int:
        """Tell how many records of a kind there are."""
        count: int = self._meta["counts"][TABLES[kind]]
        return count

    def at(self, kind: type[R], places: Iterable[int]) -> list[R]:
        """Give the records of a kind at these places, in this order."""
        found: dict[int, R] = {}
        wanted = list(places)
        with _explained(self._file):
            for some in _batches(wanted):
                statement = f"SELECT place, record FROM {TABLES[kind]} WHERE place IN ({_marks(some)})"
                for place, text in self._connection.execute(statement, some):
                    found[place] = from_json(kind, json.loads(text))
            return [found[place] for place in wanted]

    def linked(self, kind: type[R], field: str, id: str) -> list[R]:
        """Give the records of a kind whose `field` (`id` or a reference) is this id."""
        return list(self.known(kind, [id]).values()) if field == "id" else self.at(kind, self.places(kind, field, id))

    def known(self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """Give the records of a kind that have these ids, by their ids."""
        table = TABLES[kind]
        wanted = dict.fromkeys(ids)
        found: dict[str, R] = {id: self._kept[table, id] for id in wanted if (table, id) in self._kept}
        if len(self._kept) + len(wanted) > KEPT:
            self._kept.clear()
        for some in _batches([id for id in wanted if id not in found]):
            for record in self._records(kind, f"WHERE id IN ({_marks(some)})", *some):
                found[record.id] = self._kept[table, record.id] = record
        return found

    def places(self, kind: type[R], field: str, key: str) -> Sequence[int]:
        """Give the places of the records of a kind that have a key in a field: see `base.Base`."""
        if field == "id":
            return [place for (place,) in self._rows(f"SELECT place FROM {TABLES[kind]} WHERE id = ?", key)]
        return next(self._places(f"{TABLES[kind]}_{field}", (key,)), ())

    def alphabetical(self, kind: type[R]) -> Sequence[int]:
        """Give the places of all records of a kind, in the order of the Kazakh alphabet."""
        return next(self._places("alphabetical", (TABLES[kind],)), ())

    def dated(self, when: "When") -> "list[tuple[int, Interval]]":
        """Give the places of the events whose date has a day in common with this one, and the days of each."""
        from kzfacts.kazakh.edtf import Interval, meets

        if isinstance(when, Interval):
            where, values = "first <= ? AND last >= ?", (when.last, when.first)
        else:  # a day or month of any year: of the dates of a single day those that are in it, and all the others
            day = f"{when.month:02}-{when.day:02}" if when.day else f"{when.month:02}-"
            where, values = "day BETWEEN ? AND ? OR day = ''", (day, day + "~")
        rows = self._rows(f"SELECT place, first, last, approximate FROM days WHERE {where} ORDER BY place", *values)
        days = ((place, Interval(first, last, bool(approximate))) for place, first, last, approximate in rows)
        return [(place, interval) for place, interval in days if meets(when, interval)]

    def forms(self, kind: type[R], stems: Collection[str]) -> Collection[str]:
        """Give the words in wordings of a kind that may be forms of one of these stems (`words.keys`)."""
        found = self._looked_up(f"{TABLES[kind]}_stems", stems)
        return dict.fromkeys(word for words in found for word in words.split(" "))

    def vocabulary(self, kind: type[R], near: Collection[str]) -> Collection[str]:
        """Give the stems of wordings of a kind that have one of these `words.near_keys`."""
        numbers = {number for numbers in self._places(f"{TABLES[kind]}_near", near) for number in numbers}
        return set(self._looked_up(f"{TABLES[kind]}_stems", numbers, "number", "key"))

    def damage(self) -> Iterator[str]:
        """Give what SQLite finds damaged in the file."""
        for (line,) in self._rows("PRAGMA integrity_check"):
            if line != "ok":
                yield line

    def text_of(self, source: str) -> str:
        """Give the text of a source; KeyError where there is none."""
        for record in self.linked(Source, "id", source):
            return record.text
        raise KeyError(source)

    def _records(self, kind: type[R], which: str, *values: Any) -> Iterator[R]:
        with _explained(self._file):
            for (text,) in self._connection.execute(f"SELECT record FROM {TABLES[kind]} {which}", values):
                yield from_json(kind, json.loads(text))

    def _places(self, table: str, keys: Collection[str]) -> Iterator[Sequence[int]]:
        with _explained(self._file):
            yield from map(decoded, self._looked_up(table, keys))

    def _looked_up(
        self, table: str, keys: Collection[str] | Collection[int], column: str = "key", wanted: str = "found"
    ) -> Iterator[Any]:
        """Give what a table has under these keys, in the order of the table."""
        for some in _batches(list(keys)):
            for (found,) in self._rows(f"SELECT {wanted} FROM {table} WHERE {column} IN ({_marks(some)})", *some):
                yield found

    def _rows(self, statement: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        """Ask SQLite. Values go beside the statement: no text of a base or a query is ever read as SQL."""
        with _explained(self._file):
            yield from self._connection.execute(statement, values)


def _batches(values: list[Any]) -> Iterator[list[Any]]:
    for first in range(0, len(values), _MOST_VALUES):
        yield values[first : first + _MOST_VALUES]


def _marks(values: list[Any]) -> str:
    """Give a question mark for each value: the only way that values get into a statement."""
    return ", ".join("?" * len(values))
