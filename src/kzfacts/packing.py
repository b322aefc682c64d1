"""A fact base packed: written as an SQLite file with its indexes, for `store` to ask."""

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzfacts.base import BaseError
from kzfacts.files import beside
from kzfacts.indexes import LINKS, VERSION, WORDED, alphabetical, name_keys, wording_of
from kzfacts.kazakh.edtf import edtf
from kzfacts.model import KINDS, Claim, Event, Record, Speaker
from kzfacts.records import Facts, to_json
from kzfacts.store import APPLICATION, TABLES, encoded

if TYPE_CHECKING:
    import sqlite3

# A record, as its JSON says and as it is written.
Entry = tuple[type[Record], Mapping[str, Any], str]


def pack(facts: Facts, file: Path) -> None:
    """Write facts as a store beside its place and rename it there, so that the old file stays until the new one is whole.

    Raises:
        BaseError: The file cannot be written; the old one is as it was.
    """
    entries = (
        (kind, record, _json(record))
        for kind in KINDS.values()
        for record in map(to_json, facts.every(kind))
    )
    write(entries, lambda: facts.extra, file)


def write(entries: Iterable[Entry], extra: Callable[[], Mapping[str, Any]], file: Path) -> None:
    """Write records, kind by kind, as a store; `extra` is asked when they have all been read."""
    import sqlite3

    try:
        with beside(file) as draft:
            connection = sqlite3.connect(draft, isolation_level=None)
            try:
                packing = Packing(connection)
                packing.add(entries)
                packing.finish(extra())
            finally:
                connection.close()
    except (OSError, ValueError, sqlite3.Error) as error:
        raise BaseError(f"{file}: cannot be written: {getattr(error, 'strerror', None) or error}") from None


class Packing:
    """A store being written: records as they come, then the indexes that were gathered from them."""

    def __init__(self, connection: "sqlite3.Connection") -> None:
        self._do = connection.execute
        self._put = connection.executemany
        self.counts: dict[type[Record], int] = dict.fromkeys(KINDS.values(), 0)
        self.indexes = {(kind, field): _index() for kind, fields in LINKS.items() for field in fields if field != "id"}
        self.words = {kind: _index() for kind in WORDED}
        self.names = _index()
        self.days: list[tuple[int, str, str, bool, str]] = []
        self.wordings: dict[type[Record], list[tuple[str, str]]] = {kind: [] for kind in KINDS.values()}
        # until it is renamed, nobody misses what a power cut takes
        for setting in ("journal_mode = OFF", "synchronous = OFF", "locking_mode = EXCLUSIVE", "cache_size = -64000"):
            self._do(f"PRAGMA {setting}")
        self._do(f"PRAGMA application_id = {APPLICATION}")
        self._do(f"PRAGMA user_version = {VERSION}")
        self._do("BEGIN")
        for table in KINDS:
            self._do(f"CREATE TABLE {table} (place INTEGER PRIMARY KEY, id TEXT NOT NULL, record TEXT NOT NULL)")

    def add(self, entries: Iterable[Entry]) -> None:
        """Write records, those of a kind one after the other."""
        for kind, group in groupby(entries, key=itemgetter(0)):
            self._put(f"INSERT INTO {TABLES[kind]} VALUES (?, ?, ?)", self._noted(kind, group))

    def _noted(self, kind: type[Record], entries: Iterable[Entry]) -> Iterator[tuple[int, str, str]]:
        """Yield records as rows, and note where the indexes have them."""
        from kzfacts.words import forms

        links = [(field, index) for (of, field), index in self.indexes.items() if of is kind]
        words = self.words.get(kind)
        for place, (_, record, text) in enumerate(entries, start=self.counts[kind]):
            for field, index in links:
                if (value := record[field]) is not None:
                    index[value].append(place)
            if words is not None:
                for word in forms(wording_of(kind, record)):
                    words[word].append(place)
            if kind is not Claim:
                self._note_others(kind, place, record)
            self.counts[kind] = place + 1
            yield place, record["id"], text

    def _note_others(self, kind: type[Record], place: int, record: Mapping[str, Any]) -> None:
        self.wordings[kind].append((wording_of(kind, record), record["id"]))
        if kind is Speaker:
            for key in name_keys(record["name"], record["aliases"]):
                self.names[key].append(place)
        elif kind is Event and record["date"]:
            first, last, approximate = edtf(record["date"])
            self.days.append((place, first, last, approximate, first[5:] if first == last else ""))

    def finish(self, extra: Mapping[str, Any]) -> None:
        """Write the indexes."""
        for table in KINDS:
            self._do(f"CREATE UNIQUE INDEX {table}_id ON {table} (id)")
        for (kind, field), index in self.indexes.items():
            self._write(f"{TABLES[kind]}_{field}", index)
        for kind, words in self.words.items():
            self._write(f"{TABLES[kind]}_words", words)
            self._write_stems(TABLES[kind], words)
        self._write(f"{TABLES[Speaker]}_names", self.names)
        self._do("CREATE TABLE days (place INTEGER PRIMARY KEY, first TEXT, last TEXT, approximate INTEGER, day TEXT)")
        self._put("INSERT INTO days VALUES (?, ?, ?, ?, ?)", self.days)
        self._do("CREATE INDEX days_first ON days (first, last, approximate)")
        self._do("CREATE INDEX days_day ON days (day, first, last, approximate)")
        orders = {TABLES[kind]: alphabetical(wordings) for kind, wordings in self.wordings.items()}
        self._write("alphabetical", orders)
        meta = {"counts": {TABLES[kind]: count for kind, count in self.counts.items()}, "extra": extra}
        self._do("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        self._put("INSERT INTO meta VALUES (?, ?)", ((key, _json(value)) for key, value in meta.items()))
        self._do("COMMIT")

    def _write_stems(self, table: str, words: Iterable[str]) -> None:
        from kzfacts.words import keys, near_keys

        stems = _inverted((word, keys(word)) for word in words)
        near = _inverted((stem, near_keys(stem)) for stem in stems)
        self._write(f"{table}_stems", stems)
        self._write(f"{table}_near", near)

    def _write(self, table: str, index: Mapping[str, Iterable[int] | Iterable[str]]) -> None:
        """Write an index as a table, in the order of its keys."""
        self._do(f"CREATE TABLE {table} (key TEXT PRIMARY KEY, found NOT NULL) WITHOUT ROWID")
        self._put(f"INSERT INTO {table} VALUES (?, ?)", ((key, _found(index[key])) for key in sorted(index)))


def _index() -> defaultdict[str, "array[int]"]:
    return defaultdict(lambda: array("I"))


def _inverted(pairs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    index: defaultdict[str, list[str]] = defaultdict(list)
    for each, keys in pairs:
        for key in keys:
            index[key].append(each)
    return index


def _found(values: Any) -> bytes | str:
    return " ".join(values) if values and isinstance(values[0], str) else encoded(values)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
