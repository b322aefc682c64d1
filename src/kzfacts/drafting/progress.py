"""A progress bar on standard error, for long runs in a terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# A run that is done within so many seconds needs no bar.
PATIENCE = 1.5

Advance = Callable[[int], None]


@contextmanager
def bar(total: int) -> Iterator[Advance]:
    """Give a function that is told how many bytes have been dealt with; `total` is how many there are, 0 if unknown."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    shown = _Bar(total)
    try:
        yield shown.advance
    finally:
        shown.end()


class _Bar:
    """A bar of Rich, which is loaded when the bar appears."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._begun = time.monotonic()
        self._hide: Callable[[], None] | None = None
        self._update: Callable[[int], None] = lambda _: None

    def advance(self, size: int) -> None:
        self._done += size
        if self._hide is None and time.monotonic() - self._begun > PATIENCE:
            self._show()
        self._update(self._done)

    def end(self) -> None:
        if self._hide:
            self._hide()

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

        columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        task = progress.add_task("", total=self._total or None)
        self._update = lambda done: progress.update(task, completed=min(done, self._total) if self._total else done)
        self._hide = progress.stop
        progress.start()
