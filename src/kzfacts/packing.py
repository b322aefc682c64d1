"""A fact base packed: written as an SQLite file with its indexes, for `store` to ask."""

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kzfacts.base import BaseError, bundled, checked, from_document, is_store, load, opened
from kzfacts.files import beside
from kzfacts.indexes import LINKS, VERSION, WORDED, alphabetical, name_keys, wording_of
from kzfacts.joining import Joined
from kzfacts.kazakh.edtf import edtf
from kzfacts.model import KINDS, Claim, Event, Record, Speaker
from kzfacts.reading import Amiss, Entry, Reading
from kzfacts.records import Facts, to_json
from kzfacts.soundness import Soundness
from kzfacts.store import APPLICATION, TABLES, encoded, open_store

if TYPE_CHECKING:
    import sqlite3


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
        return _write(store.entries(), lambda: store.extra, file, doubted=False)
    reading = Reading(path)
    try:
        return _write(reading.entries(), lambda: reading.extra, file, doubted=True)
    except Amiss:
        # whoever reads the whole says what is amiss; if that is nothing, the records were only in another order
        return write_store(from_document(checked(path)), file)


def _facts(base: Path | None) -> Facts:
    return load() if base is None else opened(base, old=True)


def write_store(facts: Facts, file: Path) -> Mapping[str, int]:
    """Write sound facts as a store; see `pack`."""
    entries = ((kind, record, _json(record)) for kind in KINDS.values() for record in map(to_json, facts.every(kind)))
    return _write(entries, lambda: facts.extra, file, doubted=False)


def _write(
    entries: Iterable[Entry], extra: Callable[[], Mapping[str, Any]], file: Path, *, doubted: bool
) -> Mapping[str, int]:
    import sqlite3

    try:
        with beside(file) as draft, closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            packing = Packing(connection)
            packing.add(Soundness(packing.text_of).sound(entries) if doubted else entries)
            packing.finish(extra())
            return {TABLES[kind]: count for kind, count in packing.counts.items()}
    except sqlite3.IntegrityError:  # an id of a kind is there twice
        raise Amiss from None
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
            self._do(f"CREATE UNIQUE INDEX IF NOT EXISTS {TABLES[kind]}_id ON {TABLES[kind]} (id)")

    def text_of(self, source: str) -> str:
        """Give the text of a source that is written already; KeyError where there is none."""
        for (record,) in self._do("SELECT record FROM sources WHERE id = ?", (source,)):
            text: str = json.loads(record)["text"]
            return text
        raise KeyError(source)

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
            self._do(f"CREATE UNIQUE INDEX IF NOT EXISTS {table}_id ON {table} (id)")
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
        """Write from stem to words, and from near key to stems; there stems are numbers, since each has many near keys."""
        from kzfacts.words import keys, near_keys

        index: defaultdict[str, list[str]] = defaultdict(list)
        for word in words:
            for stem in keys(word):
                index[stem].append(word)
        stems = sorted(index)
        near = _index()
        for number, stem in enumerate(stems):
            for key in near_keys(stem):
                near[key].append(number)
        self._do(f"CREATE TABLE {table}_stems (number INTEGER PRIMARY KEY, key TEXT NOT NULL, found TEXT NOT NULL)")
        rows = ((number, stem, " ".join(index[stem])) for number, stem in enumerate(stems))
        self._put(f"INSERT INTO {table}_stems VALUES (?, ?, ?)", rows)
        self._do(f"CREATE UNIQUE INDEX {table}_stem ON {table}_stems (key)")
        self._write(f"{table}_near", near)

    def _write(self, table: str, index: Mapping[str, Iterable[int]]) -> None:
        """Write an index as a table, in the order of its keys."""
        self._do(f"CREATE TABLE {table} (key TEXT PRIMARY KEY, found BLOB NOT NULL) WITHOUT ROWID")
        self._put(f"INSERT INTO {table} VALUES (?, ?)", ((key, encoded(index[key])) for key in sorted(index)))


def _index() -> defaultdict[str, "array[int]"]:
    return defaultdict(lambda: array("I"))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
