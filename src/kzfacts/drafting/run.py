"""Articles in, a base out: read, drafted in any number of processes, assembled, written in one piece.

What came of an article is in the journal as soon as it is known, so that a run that is broken off can be gone on with,
and memory holds one article and the names of all.
"""

import tempfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from kzfacts.base import opened
from kzfacts.drafting import journal, workers
from kzfacts.drafting.assembly import Assembly
from kzfacts.drafting.entries import Entry, key
from kzfacts.drafting.progress import bar
from kzfacts.extract.articles import STDIN, Article, Given, Refused, articles, inside
from kzfacts.memory import FactBase
from kzfacts.model import Source
from kzfacts.records import Facts


class Built(NamedTuple):
    """What a build has made; it can be asked as long as the block lasts that it was made in."""

    facts: Assembly
    log: journal.Journal
    refused: tuple[Refused, ...]
    known: int  # articles left out, as they are in the base, or were given twice
    resumed: int  # articles that an earlier run had read

    def entries(self) -> Iterator[Entry]:
        """Give what came of each article, in their order."""
        return self.log.entries()


@contextmanager
def built(
    paths: Iterable[str],
    given: Given,
    *,
    out: Path | None = None,
    update: Path | None = None,
    jobs: int = 1,
) -> Iterator[Built]:
    """Draft articles and assemble what they say; whatever becomes of it is up to the block.

    Args:
        paths: Files, folders, or `-`, as `articles` reads them.
        given: What is known of an article beside its text.
        out: The base that will be written: its journal stands beside it, and is removed when the block ends without an
            error. Without it the journal is temporary.
        update: A base to add to. Articles that it has are left out.
        jobs: Processes that draft.

    Raises:
        BaseError: `update` is not sound, or `out` is being built by another process, or cannot be written.
    """
    paths = list(paths)
    with ExitStack() as stack:
        if out is None:
            out = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kzfacts-"))) / "base"
        log = stack.enter_context(journal.opened(out))
        version, base = _version(update), _base(update)
        run = _Run(log, {bytes.fromhex(source.sha256) for source in base.every(Source)})
        with bar(_size(paths)) as advance, closing(run.drafted(articles(paths, given), jobs)) as done:
            for size, lines in done:
                log.append(lines)
                advance(size)
        if _version(update) != version:  # a long run may have lasted while somebody edited it
            base = _base(update)
        yield Built(Assembly(log.drafts, base), log, tuple(run.refused), run.known, run.resumed)


class _Run:
    """What is known while articles are read."""

    def __init__(self, log: journal.Journal, known: set[bytes]) -> None:
        self.refused: list[Refused] = []
        self.known = 0
        self.resumed = 0
        self._log = log
        self._seen = known
        self._skipped = 0  # bytes of articles that need no drafting

    def drafted(self, found: Iterable[Article | Refused], jobs: int) -> Generator[tuple[int, list[bytes]], None, None]:
        """Yield the lines of new entries, with how many bytes have been dealt with."""
        with closing(workers.in_order(workers.batches(self._new(found)), jobs)) as done:
            for batch, lines in done:
                for article, line in zip(batch, lines, strict=True):
                    if line.refused:
                        self.refused.append(Refused(article.place, line.refused))
                size = self._skipped + sum(article.size for article in batch)
                self._skipped = 0
                yield size, [line.text for line in lines]

    def _new(self, found: Iterable[Article | Refused]) -> Iterator[Article]:
        """Give the articles that are to be drafted."""
        for item in found:
            if isinstance(item, Refused):
                self.refused.append(item)
                continue
            checksum = item.sha256()
            if (known := bytes.fromhex(checksum)) in self._seen:
                self.known += 1
                self._skipped += item.size
                continue
            self._seen.add(known)
            before = self._log.resume(key(item, checksum))
            if before is None:
                yield item
                continue
            self.resumed += 1
            self._skipped += item.size
            if before.refused:
                self.refused.append(Refused(item.place, before.refused))


def _base(path: Path | None) -> Facts:
    return FactBase() if path is None else opened(path, old=True)


def _version(path: Path | None) -> tuple[int, ...] | None:
    """Return what changes when a file is written or replaced."""
    try:
        status = path.stat() if path else None
    except (OSError, ValueError):  # reading it will say what is wrong
        return None
    return status and (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _size(paths: Iterable[str]) -> int:
    """Return how many bytes of articles there are; 0 if that cannot be known."""
    total = 0
    try:
        for path in paths:
            if path == STDIN:
                return 0
            files = inside(Path(path)) if Path(path).is_dir() else (Path(path),)
            total += sum(file.stat().st_size for file in files)
    except (OSError, ValueError):
        return 0
    return total
