"""The indexes of names and words of a store, gathered while its records are read, beside if there are many."""

import signal
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from kzfacts.indexes import WORDED, name_keys
from kzfacts.store import TABLES, encoded

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# A table of a store, with its rows.
Table = tuple[str, list[tuple[Any, ...]]]


class Gatherer(Protocol):
    """What takes the names and words of records, and gives the tables that list them."""

    def names(self, first: int, speakers: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Take the names and aliases of speakers, the first of which stands at this place."""

    def words(self, table: str, first: int, wordings: Sequence[str]) -> None:
        """Take the wordings of records of a table, the first of which stands at this place."""

    def tables(self) -> Iterator[Table]:
        """Give the tables, when all has been taken."""


class Here:
    """A gatherer in this process."""

    def __init__(self) -> None:
        self._names = _index()
        self._words = {TABLES[kind]: _index() for kind in WORDED}

    def names(self, first: int, speakers: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Take the names and aliases of speakers, the first of which stands at this place."""
        for place, (name, aliases) in enumerate(speakers, start=first):
            for key in name_keys(name, aliases):
                self._names[key].append(place)

    def words(self, table: str, first: int, wordings: Sequence[str]) -> None:
        """Take the wordings of records of a table, the first of which stands at this place."""
        from kzfacts.kazakh.tokens import distinct

        index = self._words[table]
        for place, wording in enumerate(wordings, start=first):
            for word in distinct(wording):
                index[word].append(place)

    def tables(self) -> Iterator[Table]:
        """Give the tables, each sorted by its key."""
        yield "speakers_names", _rows(self._names)
        for table, index in self._words.items():
            yield f"{table}_words", _rows(index)
            yield from _stems(table, index)


class Beside:
    """A gatherer in a process of its own, which works while this one reads on."""

    def __init__(self) -> None:
        import multiprocessing

        # a fork would hold what this process has open
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_gather, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def names(self, first: int, speakers: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Take the names and aliases of speakers, the first of which stands at this place."""
        self._connection.send(("names", first, speakers))

    def words(self, table: str, first: int, wordings: Sequence[str]) -> None:
        """Take the wordings of records of a table, the first of which stands at this place."""
        self._connection.send(("words", table, first, wordings))

    def tables(self) -> Iterator[Table]:
        """Give the tables, each sorted by its key."""
        self._connection.send(None)
        yield from iter(self._connection.recv, None)
        self._process.join()


def _gather(connection: "Connection") -> None:
    """Serve `Beside`, as long as there is somebody to serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever is interrupted ends this too
    gatherer = Here()
    try:
        for name, *values in iter(connection.recv, None):
            getattr(gatherer, name)(*values)
        for table in gatherer.tables():
            connection.send(table)
        connection.send(None)
    except (EOFError, BrokenPipeError):
        return


def _index() -> "defaultdict[str, array[int]]":
    return defaultdict(_no_places)


def _no_places() -> "array[int]":
    return array("I")


def _rows(index: "defaultdict[str, array[int]]") -> list[tuple[str, bytes]]:
    return [(key, encoded(index[key])) for key in sorted(index)]


def _stems(table: str, words: Iterable[str]) -> Iterator[Table]:
    """Give the tables from stem to words and from near key to the numbers of stems, which have many near keys each."""
    from kzfacts.words import keys, near_keys

    index: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for stem in keys(word):
            index[stem].append(word)
    near = _index()
    stems = sorted(index)
    for number, stem in enumerate(stems):
        for key in near_keys(stem):
            near[key].append(number)
    yield f"{table}_stems", [(number, stem, " ".join(index[stem])) for number, stem in enumerate(stems)]
    yield f"{table}_near", _rows(near)
