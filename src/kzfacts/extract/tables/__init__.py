"""The word tables of the extractor, as text files that a linguist can read and correct.

`name.tsv` has columns between tabs, `name.txt` running words or one expression a line; in both a line that begins with
`#` tells what the table holds and where its words come from.
"""

from functools import cache
from importlib.resources import files


def rows(table: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of `table`.tsv, each as its columns."""
    return tuple(tuple(line.split("\t")) for line in lines(f"{table}.tsv"))


def words(table: str) -> frozenset[str]:
    """Return the words of `table`.txt."""
    return frozenset(word for line in lines(f"{table}.txt") for word in line.split())


@cache
def lines(file: str) -> tuple[str, ...]:
    """Return the lines of a table that hold words."""
    text = files(__package__).joinpath(file).read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
