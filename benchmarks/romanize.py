"""Measure how many megabytes of UTF-8 a second each romanization takes, on one core.

Run: python benchmarks/romanize.py
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from kzfacts.kazakh.romanization import SCHEMES, romanize_stream, unromanize_stream

TEXT = (Path(__file__).parent.parent / "data" / "article.txt").read_text(encoding="utf-8") * 8
CHUNKS = 100
ROUNDS = 5


def main() -> None:
    """Print the best of some rounds for every scheme, in pieces of about 100 kB as they come from a file."""
    megabytes = CHUNKS * len(TEXT.encode()) / 1e6
    rows = {name: partial(romanize_stream, [TEXT] * CHUNKS, name) for name in SCHEMES}
    latin = "".join(romanize_stream([TEXT], "iso9"))
    rows["iso9 back"] = partial(unromanize_stream, [latin] * CHUNKS)
    print(f"{megabytes:.1f} MB of Cyrillic, best of {ROUNDS}")
    for name, run in rows.items():
        seconds = min(timed(run) for _ in range(ROUNDS))
        print(f"{name:12}{megabytes / seconds:6.1f} MB/s")


def timed(run: Callable[[], Iterator[str]]) -> float:
    """Return the seconds that it takes to use up a stream."""
    start = time.perf_counter()
    for _ in run():
        pass
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
