"""A fact base packed: written as an SQLite file with its indexes, for `store` to ask."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kzfacts.base import BaseError, bundled, checked, from_document, is_store, load, opened
from kzfacts.files import beside
from kzfacts.gathering import FIELDS, Beside, Gatherer, Here
from kzfacts.indexes import VERSION
from kzfacts.joining import Joined
from kzfacts.model import KINDS, Record
from kzfacts.reading import Amiss, Entry, Reading
from kzfacts.records import Facts, to_json
from kzfacts.soundness import Soundness
from kzfacts.store import APPLICATION, TABLES, library, open_store

if TYPE_CHECKING:
    import sqlite3

# Records handed on at a time: few enough to be in the processor's cache still.
BATCH = 100


class _Layout(NamedTuple):
    """How an index is laid out in SQLite."""

    columns: tuple[str, ...]
    rest: str = ""
    indexes: tuple[str, ...] = ()


_LAYOUTS = {
    "places": _Layout(("key TEXT PRIMARY KEY", "found BLOB NOT NULL"), "WITHOUT ROWID"),
    "stems": _Layout(("number INTEGER PRIMARY KEY", "key TEXT NOT NULL UNIQUE", "found TEXT NOT NULL")),
    "days": _Layout(
        ("place INTEGER PRIMARY KEY", "first TEXT", "last TEXT", "approximate INTEGER", "day TEXT"),
        indexes=("first, last, approximate", "day, first, last, approximate"),
    ),
}
# Until it is renamed, nobody misses what a power cut takes; large pages are fewer to write.
_SETTINGS = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "cache_size = -64000",
    "page_size = 16384",
)
# Bytes of a base for which a second process is worth its start.
LARGE = 1 << 24


def pack(bases: Sequence[Path | None], file: Path) -> Mapping[str, int]:
    """Write bases as one store beside its place and rename it there: the old file stays until the new one is whole.

    Args:
        bases: Files of JSON, or stores, also of other versions; None for the bundled base.
        file: The store.

    Returns:
        How many records of each kind it holds.

    Raises:
        BaseError: A base is not sound, or the file cannot be written; it is then as it was.
    """
    if len(bases) > 1:
        return write_store(Joined([_facts(base) for base in bases]), file)
    path = bases[0] or bundled()
    if is_store(path):
        store = open_store(path, old=True)
        return _write(store.entries(), lambda: store.extra, file, _gatherer(path))
    reading = Reading(path)
    try:
        return _write(reading.entries(), lambda: reading.extra, file, _gatherer(path), doubted=True)
    except Amiss:
        # whoever reads the whole says what is amiss; if that is nothing, the records were only in another order
        return write_store(from_document(checked(path)), file)


def _facts(base: Path | None) -> Facts:
    return load() if base is None else opened(base, old=True)


def write_store(facts: Facts, file: Path) -> Mapping[str, int]:
    """Write sound facts as a store; see `pack`."""
    entries = ((kind, record, _json(record)) for kind in KINDS.values() for record in map(to_json, facts.every(kind)))
    return _write(entries, lambda: facts.extra, file, Here())


def _gatherer(base: Path) -> Gatherer:
    """Give a gatherer for a base: a second process takes a while to begin."""
    try:
        return Beside() if base.stat().st_size > LARGE else Here()
    except OSError:  # reading it will say why
        return Here()


def _write(
    entries: Iterable[Entry],
    extra: Callable[[], Mapping[str, Any]],
    file: Path,
    gatherer: Gatherer,
    *,
    doubted: bool = False,
) -> Mapping[str, int]:
    sqlite3 = library()
    try:
        with beside(file) as draft, closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            packing = Packing(connection, gatherer)
            packing.add(Soundness(packing.text_of).sound(entries) if doubted else entries)
            packing.finish(extra())
            return {TABLES[kind]: count for kind, count in packing.counts.items()}
    except sqlite3.IntegrityError:  # an id of a kind is there twice
        raise Amiss from None
    except (OSError, ValueError, sqlite3.Error) as error:
        raise BaseError(f"{file}: cannot be written: {getattr(error, 'strerror', None) or error}") from None


class Packing:
    """A store being written: records as they come, then the indexes that were gathered from them."""

    def __init__(self, connection: "sqlite3.Connection", gatherer: Gatherer) -> None:
        self._do = connection.execute
        self._put = connection.executemany
        self._gatherer = gatherer
        self.counts: dict[type[Record], int] = dict.fromkeys(KINDS.values(), 0)
        for setting in _SETTINGS:
            self._do(f"PRAGMA {setting}")
        self._do(f"PRAGMA application_id = {APPLICATION}")
        self._do(f"PRAGMA user_version = {VERSION}")
        self._do("BEGIN")
        for table in KINDS:
            self._do(f"CREATE TABLE {table} (place INTEGER PRIMARY KEY, id TEXT NOT NULL, record TEXT NOT NULL)")

    def add(self, entries: Iterable[Entry]) -> None:
        """Write records, those of a kind one after the other."""
        for kind, group in groupby(entries, key=itemgetter(0)):
            while some := list(islice(group, BATCH)):
                self._add(kind, some)
            self._do(f"CREATE UNIQUE INDEX IF NOT EXISTS {TABLES[kind]}_id ON {TABLES[kind]} (id)")

    def _add(self, kind: type[Record], entries: Sequence[Entry]) -> None:
        first = self.counts[kind]
        last = self.counts[kind] = first + len(entries)
        _, records, texts = zip(*entries, strict=True)
        self._gatherer.take(kind, first, {field: list(map(itemgetter(field), records)) for field in FIELDS[kind]})
        rows = zip(range(first, last), map(itemgetter("id"), records), texts, strict=True)
        self._put(f"INSERT INTO {TABLES[kind]} VALUES (?, ?, ?)", rows)

    def text_of(self, source: str) -> str:
        """Give the text of a source that is written already; KeyError where there is none."""
        for (record,) in self._do("SELECT record FROM sources WHERE id = ?", (source,)):
            text: str = json.loads(record)["text"]
            return text
        raise KeyError(source)

    def finish(self, extra: Mapping[str, Any]) -> None:
        """Write the indexes."""
        tables = self._gatherer.tables()
        for table in KINDS:
            self._do(f"CREATE UNIQUE INDEX IF NOT EXISTS {table}_id ON {table} (id)")
        for name, layout, rows in tables:
            columns, rest, indexes = _LAYOUTS[layout]
            self._do(f"CREATE TABLE {name} ({', '.join(columns)}) {rest}")
            self._put(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", rows)
            for number, index in enumerate(indexes):
                self._do(f"CREATE INDEX {name}_{number} ON {name} ({index})")
        meta = {"counts": {TABLES[kind]: count for kind, count in self.counts.items()}, "extra": extra}
        self._do("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        self._put("INSERT INTO meta VALUES (?, ?)", ((key, _json(value)) for key, value in meta.items()))
        self._do("COMMIT")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
