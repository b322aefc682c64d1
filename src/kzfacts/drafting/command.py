"""`kzfacts build`: what is asked for, what is printed, and the exit code."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kzfacts.base import is_store, write
from kzfacts.drafting.run import Built, built
from kzfacts.extract.articles import STDIN, Given, published
from kzfacts.model import KINDS
from kzfacts.options import ERROR, UsageError
from kzfacts.packing import write_store
from kzfacts.records import pieces
from kzfacts.show import drafts
from kzfacts.show.text import shown

# A base of such a name, or that is one already, is written as an SQLite file.
STORES = (".db", ".sqlite", ".sqlite3")
# Refused articles named on standard error; of a corpus there may be thousands.
SHOWN_REFUSALS = 20


class Request(NamedTuple):
    """The arguments of the command."""

    articles: Sequence[str]
    out: Path | None
    update: Path | None
    title: str | None
    date: str | None
    url: str | None
    explain: bool
    review: bool
    jobs: int


def run(request: Request) -> int:
    """Build, and say what came of it.

    Returns:
        The exit code: 0 where claims were found or there was nothing new to read, 1 where none were found, 2 where an
        article was refused. What could be read is written all the same.
    """
    given = _given(request)
    out = _replaceable(request.out or request.update, request.articles)
    try:
        with built(request.articles, given, out=out, update=request.update, jobs=request.jobs) as made:
            _report(made)
            if request.explain or request.review:
                _print(_findings(made, request.explain))
            if made.facts.added["sources"] or (made.known and out != request.update):
                _write(made, out, spoken=request.explain or request.review)
    except KeyboardInterrupt:
        if out:
            print(f"kzfacts: {out}: interrupted; the same command goes on from here", file=sys.stderr)
        raise
    if made.refused:
        return ERROR
    return 0 if made.facts.added["claims"] or not made.facts.added["sources"] else 1


def _given(request: Request) -> Given:
    if request.explain and request.review:
        raise UsageError("--explain and --review exclude one another; --explain tells what is unsure too")
    if (request.title or request.url) and (len(request.articles) > 1 or Path(request.articles[0]).is_dir()):
        raise UsageError(
            "--title and --url tell of one article; for several there are JSON Lines with title, date, url, text"
        )
    try:
        return Given(request.title, published(request.date) if request.date else None, request.url)
    except ValueError as error:
        raise UsageError(f"--date: {error}") from None


def _replaceable(out: Path | None, articles: Sequence[str]) -> Path | None:
    """Return the file that the base will take the place of: what a link points at, but no folder, device or article."""
    if out is None:
        return None
    try:
        if out.is_symlink():
            out = out.resolve()
        if out.exists() and not out.is_file():
            raise UsageError(f"{out}: is no file; -o takes the name of the base")
        for path in map(Path, articles):
            if str(path) != STDIN and out.exists() and path.exists() and out.samefile(path):
                raise UsageError(f"{out}: is an article; the base would take its place")
    except OSError as error:  # a name that is too long
        raise UsageError(f"{out}: cannot be written: {error.strerror or error}") from None
    return out


def _report(made: Built) -> None:
    """Name the articles that were refused, and say what was not read again."""
    for each in made.refused[:SHOWN_REFUSALS]:
        print(f"kzfacts: {shown(each.place)}: {shown(each.why)}", file=sys.stderr)
    if len(made.refused) > SHOWN_REFUSALS:
        print(f"kzfacts: and {len(made.refused) - SHOWN_REFUSALS} more articles refused", file=sys.stderr)
    if made.resumed:
        print(f"kzfacts: went on from an earlier run; articles it had read: {made.resumed}", file=sys.stderr)
    if made.known:
        print(f"kzfacts: articles left out, as the base has them or they came twice: {made.known}", file=sys.stderr)


def _findings(made: Built, explain: bool) -> Iterator[str]:
    found = drafts.explained(made.entries()) if explain else drafts.unsure(made.entries(), made.facts.doubts)
    if sys.stdout.isatty():
        return drafts.prose(found, shutil.get_terminal_size().columns)
    return drafts.tsv(found) if explain else drafts.tsv(found, drafts.REVIEWED)


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)
    sys.stdout.flush()


def _write(made: Built, out: Path | None, spoken: bool) -> None:
    """Write the base, to standard output where there is no other place and nothing else was printed there."""
    if out and (out.suffix in STORES or is_store(out)):
        write_store(made.facts, out)
    elif out:
        write(made.facts, out)
    elif not spoken:
        sys.stdout.writelines(pieces(made.facts))
        sys.stdout.flush()
    counts = ", ".join(f"{made.facts.added[kind]} {kind}" for kind in KINDS)
    unsure = made.facts.unsure + len(made.facts.doubts)
    left = f"; {unsure} unsure, which --review lists" if unsure else ""
    print(f"kzfacts: {f'{out}: ' if out else ''}{counts}{left}", file=sys.stderr)
