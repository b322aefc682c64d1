"""Articles drafted in several processes, the results in the order of the articles."""

import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
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


def in_order(batches: Iterable[Batch], jobs: int) -> Iterator[tuple[Batch, list[Line]]]:
    """Draft batches in `jobs` processes; yield each with the lines of its entries, in order.

    Never more than a few batches are read ahead. With one job the work is done in this process.
    """
    if jobs == 1:
        for batch in batches:
            yield batch, draft(batch)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned processes hold none of our files, so that a lock ends with us.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    waiting: deque[tuple[Batch, Future[list[Line]]]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(draft, batch)))
            if len(waiting) > jobs * AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def draft(batch: Batch) -> list[Line]:
    """Return the line of the entry of each article."""
    return [drafted(article) for article in batch]


def _begin() -> None:
    """Leave Ctrl-C to the first process, and end when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import os
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
