"""The indexes of a store, gathered while its records are read; beside, in a process of its own, if there are many."""

import gc
import signal
from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from kzfacts.indexes import LINKS, WORDED, WORDINGS, alphabetical, name_keys
from kzfacts.kazakh.edtf import edtf
from kzfacts.kazakh.tokens import distinct
from kzfacts.model import KINDS, Claim, Event, Record, Speaker
from kzfacts.store import TABLES, encoded
from kzfacts.words import keys, near_keys

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# Some records of a kind, as columns: the values of each field that an index is made of.
Columns = Mapping[str, Sequence[Any]]

_MORE: Mapping[type[Record], tuple[str, ...]] = {Speaker: ("aliases",), Event: ("date",)}
FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    # claims are listed in the order of the text, not by their wording and id
    kind: tuple(dict.fromkeys((*LINKS[kind][kind is Claim :], *WORDINGS[kind], *_MORE.get(kind, ()))))
    for kind in KINDS.values()
}


class Table(NamedTuple):
    """An index as a table of a store, its rows sorted by their key."""

    name: str
    layout: str
    """By which `packing` knows its columns: places, stems or days."""
    rows: list[tuple[Any, ...]]


class Gatherer(Protocol):
    """What takes the fields of records that are indexed, and gives the tables that list them."""

    def take(self, kind: type[Record], first: int, columns: Columns) -> None:
        """Take records of a kind, the first of which stands at this place."""

    def tables(self) -> Iterator[Table]:
        """Give the tables, when all has been taken."""


class Here:
    """A gatherer in this process."""

    def __init__(self) -> None:
        self._links = {kind: {field: _places() for field in LINKS[kind] if field != "id"} for kind in LINKS}
        self._names = _places()
        self._words = {kind: _Words() for kind in WORDED}
        self._days: list[tuple[int, str, str, bool, str]] = []
        self._wordings: dict[type[Record], list[tuple[str, str]]] = {kind: [] for kind in KINDS.values()}

    def take(self, kind: type[Record], first: int, columns: Columns) -> None:
        """Take records of a kind, the first of which stands at this place."""
        for field, index in self._links[kind].items():
            for place, value in enumerate(columns[field], start=first):
                if value is not None:
                    index[value].append(place)
        wordings = [
            " ".join(filter(None, each)) for each in zip(*(columns[field] for field in WORDINGS[kind]), strict=True)
        ]
        if kind in WORDED:
            self._words[kind].take(first, wordings)
        if kind is Speaker:
            for place, named in enumerate(zip(columns["name"], columns["aliases"], strict=True), start=first):
                for key in name_keys(*named):
                    self._names[key].append(place)
        if kind is Event:
            self._days += (_day(place, date) for place, date in enumerate(columns["date"], start=first) if date)
        if kind is not Claim:
            self._wordings[kind] += zip(wordings, columns["id"], strict=True)

    def tables(self) -> Iterator[Table]:
        """Give the tables."""
        orders = [(TABLES[kind], encoded(alphabetical(each))) for kind, each in self._wordings.items()]
        yield Table("alphabetical", "places", sorted(orders))
        for kind, links in self._links.items():
            for field, index in links.items():
                yield Table(f"{TABLES[kind]}_{field}", "places", _rows(index))
        yield Table("speakers_names", "places", _rows(self._names))
        yield Table("days", "days", self._days)
        for kind, words in self._words.items():
            yield Table(f"{TABLES[kind]}_words", "places", _rows(words.places))
            yield Table(f"{TABLES[kind]}_stems", "stems", words.stems())
            yield Table(f"{TABLES[kind]}_near", "places", _rows(words.near))


class _Words:
    """The words of a kind: their places, the words of each stem, and the numbers of the stems with each near key."""

    def __init__(self) -> None:
        self.places: dict[str, array[int]] = {}
        self.near = _places()
        self._of_stem: dict[str, list[str]] = {}

    def take(self, first: int, wordings: Iterable[str]) -> None:
        for place, wording in enumerate(wordings, start=first):
            for word in distinct(wording):
                try:
                    self.places[word].append(place)
                except KeyError:
                    self.places[word] = array("I", (place,))
                    self._meet(word)

    def _meet(self, word: str) -> None:
        for stem in sorted(keys(word)):
            if stem not in self._of_stem:
                for key in near_keys(stem):
                    self.near[key].append(len(self._of_stem))
                self._of_stem[stem] = []
            self._of_stem[stem].append(word)

    def stems(self) -> list[tuple[int, str, str]]:
        """Give the stems by number, and the words of each."""
        return [(number, stem, " ".join(sorted(words))) for number, (stem, words) in enumerate(self._of_stem.items())]


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

    def take(self, kind: type[Record], first: int, columns: Columns) -> None:
        """Take records of a kind, the first of which stands at this place."""
        with _served():
            self._connection.send((kind, first, columns))

    def tables(self) -> Iterator[Table]:
        """Give the tables. They are begun now, not when they are first wanted."""
        with _served():
            self._connection.send(None)
        return self._tables()

    def _tables(self) -> Iterator[Table]:
        with _served():
            yield from iter(self._connection.recv, None)
        self._process.join()


@contextmanager
def _served() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError):
        raise OSError("the process that gathers its indexes was ended; was there memory enough?") from None


def _gather(connection: "Connection") -> None:
    """Serve `Beside`, as long as there is somebody to serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever is interrupted ends this too
    gc.disable()  # nothing that is gathered refers to itself
    gatherer = Here()
    waiting: deque[tuple[type[Record], int, Columns]] = deque()
    try:
        for taken in iter(connection.recv, None):
            waiting.append(taken)
            # names take longer than to read them: whoever reads must not wait for them, but goes on to the claims
            while waiting and not (waiting[0][0] is Speaker and connection.poll()):
                gatherer.take(*waiting.popleft())
        for taken in waiting:
            gatherer.take(*taken)
        for table in gatherer.tables():
            connection.send(table)
        connection.send(None)
    except (EOFError, BrokenPipeError):
        return


def _places() -> "defaultdict[str, array[int]]":
    return defaultdict(_none)


def _none() -> "array[int]":
    return array("I")


def _rows(index: "Mapping[str, array[int]]") -> list[tuple[str, bytes]]:
    return [(key, encoded(index[key])) for key in sorted(index)]


def _day(place: int, date: str) -> tuple[int, str, str, bool, str]:
    """Give the days of an event; those of a single day also by their day of the year."""
    first, last, approximate = edtf(date)
    return place, first, last, approximate, first[5:] if first == last else ""
