"""The journal of a build: what came of each article so far, beside the base that is to be written.

One line an article, after a first line that says who wrote it. A run that was broken off leaves its journal, and the
same command goes on from it; a last line that is torn, or made of other articles, is cut off. While a run has the
journal it is locked.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from kzfacts import __version__
from kzfacts.base import BaseError
from kzfacts.drafting.entries import Entry, Stored, entry_of
from kzfacts.files import drafts
from kzfacts.model import FORMAT

# Far behind the end of any journal: Windows locks bytes, and nobody can read those.
_LOCKED_BYTE = 1 << 60


class Journal:
    """A journal that this process has locked."""

    def __init__(self, path: Path, stream: IO[bytes]) -> None:
        self.path = path
        self._stream = stream
        self._resumed: Iterator[tuple[int, Entry]] | None = self._old_entries()
        self._end = 0

    def resume(self, key: str) -> Entry | None:
        """Return the next entry of the run before if it is of the article `key`; else go on without that run's rest."""
        if self._resumed is None:
            return None
        end, entry = next(self._resumed, (self._end, None))
        if entry is None or entry.key != key:
            self.rewrite()
            return None
        self._end = end
        return entry

    def rewrite(self) -> None:
        """Cut off what is left of the run before; whatever is appended stands behind what was resumed."""
        if self._resumed is None:
            return
        self._resumed = None
        self._stream.seek(self._end)
        self._stream.truncate()
        if not self._end:
            self._put(_header())

    def append(self, lines: Iterable[bytes]) -> None:
        """Add entries, and see to it that they are there if this process is killed the next moment.

        Raises:
            BaseError: The disk takes no more.
        """
        self.rewrite()
        self._put(b"".join(line + b"\n" for line in lines))

    def _put(self, data: bytes) -> None:
        try:
            self._stream.write(data)
            self._stream.flush()
        except OSError as error:
            raise BaseError(f"{self.path}: cannot be written: {error.strerror or error}") from None

    def entries(self) -> Iterator[Entry]:
        """Give the entries from the first one on, one at a time."""
        self.rewrite()
        with self.path.open("rb") as stream:
            next(stream)
            for line in stream:
                yield entry_of(line)

    def drafts(self) -> Iterator[Stored]:
        """Give the drafts of the articles that were not refused."""
        return (entry.draft for entry in self.entries() if entry.draft)

    def _old_entries(self) -> Iterator[tuple[int, Entry]]:
        """Give the entries of a run before, each with the offset behind it, up to the first that is not whole."""
        with self.path.open("rb") as stream:
            line = stream.readline()
            if line != _header():
                return
            self._end = at = len(line)
            while (line := stream.readline()).endswith(b"\n"):
                try:
                    entry = entry_of(line)
                    if entry.draft:
                        entry.draft.check()
                except ValueError:
                    return
                at += len(line)
                yield at, entry


def _header() -> bytes:
    return (json.dumps({"journal": FORMAT, "kzfacts": __version__}) + "\n").encode()


def place(base: Path) -> Path:
    """Return where the journal of a base stands while it is built."""
    return base.with_name(f".{base.name}.journal")


@contextmanager
def opened(base: Path) -> Iterator[Journal]:
    """Lock the journal of a base, and remove it when the block ends without an error.

    Raises:
        BaseError: Another process builds the same base, or there can be no journal in that folder.
    """
    path = place(base)
    try:
        stream = _locked(path)
    except BlockingIOError:
        raise BaseError(f"{base}: another kzfacts is building this base; wait until it is done") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise BaseError(f"{base}: cannot be written: its journal {path.name}: {why}") from None
    for draft in drafts(base):  # of a run that was killed while it wrote
        with suppress(OSError):
            draft.unlink()
    whole = False
    try:
        yield Journal(path, stream)
        whole = True
    finally:
        with suppress(OSError):  # a full disk has been told of
            stream.flush()
        whole = whole or os.fstat(stream.fileno()).st_size <= len(_header())  # nothing to go on from
        if (
            whole and sys.platform != "win32"
        ):  # while it is locked: whoever opened it meanwhile will see that it is gone
            with suppress(OSError):
                path.unlink()
        with suppress(OSError):
            stream.close()
        if whole and sys.platform == "win32":  # which removes no open file
            with suppress(OSError):
                path.unlink()


def _locked(path: Path) -> IO[bytes]:
    """Open a file and lock it.

    Raises:
        BlockingIOError: Another process has locked it.
    """
    while True:
        stream = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644), "r+b")
        try:
            _lock(stream)
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(stream.fileno()), path.stat()):
                    return stream
        except BaseException:
            stream.close()
            raise
        stream.close()  # its owner has removed it in between: there is none of that name now


def _lock(stream: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        stream.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
        stream.seek(0)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
