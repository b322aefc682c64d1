"""Files that are replaced whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def beside(file: Path) -> Iterator[Path]:
    """Give a path beside a file to write its successor to; put that in its place if the block ends without an error.

    Until then, and where an error ends the block, the file stays as it was. What was written is on the disk before it
    is renamed, so that not even a power cut leaves half of it.

    Raises:
        OSError: The file cannot be replaced.
    """
    draft = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        yield draft
        with draft.open("rb+") as stream:
            os.fsync(stream.fileno())
        draft.replace(file)
    finally:
        with suppress(OSError):  # renamed, or never there
            draft.unlink()
