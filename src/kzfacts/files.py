"""Files that are replaced whole or not at all."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

# Seconds after which nobody writes a draft any longer.
A_DAY = 86_400


@contextmanager
def beside(file: Path) -> Iterator[Path]:
    """Give a path beside a file to write its successor to; put that in its place if the block ends without an error.

    Until then, and where an error ends the block, the file stays as it was. What was written is on the disk before it
    is renamed, so that not even a power cut leaves half of it. What a process left beside that was killed goes the next
    time, after a day.

    Raises:
        OSError: The file cannot be replaced.
    """
    for left in drafts(file):
        with suppress(OSError):  # somebody else removed it
            if left.stat().st_mtime < time.time() - A_DAY:
                left.unlink()
    draft = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        yield draft
        with draft.open("rb+") as stream:
            os.fsync(stream.fileno())
        draft.replace(file)
    finally:
        with suppress(OSError):  # renamed, or never there
            draft.unlink()


def drafts(file: Path) -> Iterator[Path]:
    """Give what stands beside a file as its successor, of processes at work or killed."""
    return file.parent.glob(f".{escape(file.name)}.*.tmp")
