"""Articles drafted in several processes, the results in the order of the articles."""

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kzfacts.drafting.entries import Line, drafted
from kzfacts.extract.articles import Article

if TYPE_CHECKING:
    from concurrent.futures import Future

# What a process gets at once, in characters of text: enough that handing it over costs nothing beside the work.
BATCH = 50_000
# Batches handed out per process beyond the one it works at.
AHEAD = 3

Batch = list[Article]


def batches(articles: Iterable[Article]) -> Iterator[Batch]:
    """Yield the articles in lists of some `BATCH` characters."""
    batch: Batch = []
    size = 0
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def in_order(batches: Iterable[Batch], jobs: int) -> Generator[tuple[Batch, list[Line]], None, None]:
    """Draft batches in `jobs` processes; yield each with the lines of its entries, in order.

    Never more than a few batches are read ahead. With one job the work is done in this process.
    """
    if jobs == 1:
        for batch in batches:
            yield batch, draft(batch)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    waiting: deque[tuple[Batch, Future[list[Line]]]] = deque()

    def done() -> tuple[Batch, list[Line]]:
        batch, future = waiting.popleft()
        with _uninterrupted():
            return batch, future.result()

    with _uninterrupted():
        # Spawned processes hold none of our files, so that a lock ends with us.
        pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)
    try:
        for batch in batches:
            with _uninterrupted(), _sheltered():
                waiting.append((batch, pool.submit(draft, batch)))
            if len(waiting) > jobs * AHEAD or waiting[0][1].done():
                yield done()
        while waiting:
            yield done()
    finally:
        with _uninterrupted():
            pool.shutdown(wait=True, cancel_futures=True)


def draft(batch: Batch) -> list[Line]:
    """Return the line of the entry of each article."""
    return [drafted(article) for article in batch]


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put Ctrl-C off until the block ends, since a pool does not bear it at any moment.

    A second one ends the program on the spot.
    """
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler or not _in_main_thread():
        yield
        return
    came: list[int] = []

    def note(number: int, _: object) -> None:
        if came:
            os._exit(128 + number)
        came.append(number)

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if came:
        raise KeyboardInterrupt


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


@contextmanager
def _sheltered() -> Iterator[None]:
    """Start processes in the block that a Ctrl-C in the terminal does not reach."""
    if sys.platform == "win32":  # there it reaches them, and they heed it until they have begun
        yield
    else:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """See to it that this process ends when the one that started it is gone."""
    from multiprocessing import parent_process

    def watch() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=watch, daemon=True).start()
