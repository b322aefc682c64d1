"""The head of an article: title, subtitle, date line."""

from typing import NamedTuple


class Head(NamedTuple):
    """What stands above the body; `body` is the offset where the body begins."""

    title: str
    subtitle: str | None
    date: str | None
    date_literal: str | None
    body: int


def head(text: str, title: str | None, date: str | None) -> Head:
    """Return the head of `text`."""
    return Head(title or text.strip().split("\n")[0][:200], None, date, None, 0)
