"""Text through standard input and output in pieces, to the letter: no line ends are changed, and no byte is lost."""

import codecs
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, cast

SIZE = 1 << 16


def pieces(stream: TextIO) -> Iterator[str]:
    """Yield what arrives as it arrives, at most `SIZE` bytes at a time; bytes that are no UTF-8 become surrogates."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    while data := cast(codecs.StreamReader, stream.buffer).read1(SIZE):
        yield decoder.decode(data)
    yield decoder.decode(b"", final=True)


def put(texts: Iterable[str]) -> None:
    """Write pieces to standard output as they come, surrogates as the bytes that they were."""
    sys.stdout.flush()
    for text in texts:
        sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
