"""What a function of one word gave is remembered: a text uses the same words again and again."""

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")

# Words remembered by each function. The 2 MB of an archive of news hold some 30,000 different ones.
MOST_WORDS = 1 << 16


def per_word(function: Callable[[str], V]) -> Callable[[str], V]:
    """Return `function` with a memory, which forgets everything when it is full.

    What `functools.lru_cache` does, but it keeps no order of use: smaller, and quicker to ask.
    """
    return _Memory(function).__getitem__


class _Memory(dict[str, V]):
    def __init__(self, function: Callable[[str], V]) -> None:
        self._function = function

    def __missing__(self, word: str) -> V:
        if len(self) >= MOST_WORDS:
            self.clear()
        value = self[word] = self._function(word)
        return value
