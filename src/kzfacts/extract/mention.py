"""Somebody named in a sentence, as it is found there."""

from typing import NamedTuple


class Mention(NamedTuple):
    """Somebody named at tokens `first` to `end`, not included; `role` are the tokens of the role beside a name."""

    first: int
    end: int
    kind: str  # person | post | group | pronoun
    name: str  # in the nominative
    case: str
    role: tuple[int, int] | None = None
    sure: bool = True

    @property
    def begin(self) -> int:
        """Where the phrase begins, role included."""
        return min(self.first, self.role[0]) if self.role else self.first
