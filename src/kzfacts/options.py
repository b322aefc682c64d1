"""The options that commands share, and what they come to."""

import functools
import inspect
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from kzfacts.base import Base, BaseError, load
from kzfacts.hits import QueryError, Strictness
from kzfacts.kazakh.alphabet import collation_key
from kzfacts.search import Order
from kzfacts.show.text import Script

ENVIRONMENT_BASE = "KZFACTS_BASE"
ERROR = 2


class UsageError(Exception):
    """Options that cannot be used together, or a value that an option does not take."""


class ReaderGone(Exception):
    """Whoever read the output has closed it."""


class Run(NamedTuple):
    """What the shared options ask for."""

    bases: tuple[Base, ...]
    format: str  # table, json, jsonl or tsv
    script: Script
    order: Order  # of words in that script
    color: bool
    limit: int  # answers at most; 0: all
    strictness: Strictness


# Each option once: its name as a parameter, its type with what Typer shows of it, its default.
_OUTPUT: dict[str, tuple[Any, Any]] = {
    "base": (
        Annotated[
            list[Path] | None,
            typer.Option(
                "--base", help=f"A fact base (repeatable). [env: {ENVIRONMENT_BASE}; default: the bundled one]"
            ),
        ],
        None,
    ),
    "script": (
        Annotated[
            str | None,
            typer.Option(
                "--script", metavar="SCHEME", help="Write Kazakh in Latin letters: see `kzfacts romanize --list`."
            ),
        ],
        None,
    ),
    "as_json": (Annotated[bool, typer.Option("--json", help="One JSON array.")], False),
    "as_jsonl": (Annotated[bool, typer.Option("--jsonl", help="One JSON record a line.")], False),
    "as_tsv": (
        Annotated[bool, typer.Option("--tsv", help="Tab-separated, one fact a line (default in a pipe).")],
        False,
    ),
    "limit": (Annotated[int, typer.Option("--limit", min=0, help="Records at most; 0 for all.")], 100),
    "color": (
        Annotated[
            str, typer.Option("--color", metavar="WHEN", help="auto, always (also gives tables in a pipe) or never.")
        ],
        "auto",
    ),
}
_MATCHING: dict[str, tuple[Any, Any]] = {
    "exact": (
        Annotated[bool, typer.Option("--exact", help="No guesses: no typing errors, no keyboard layouts.")],
        False,
    ),
    "min_score": (
        Annotated[
            float | None, typer.Option("--min-score", min=0, max=100, help="The least score of a match, 0 to 100.")
        ],
        None,
    ),
}


def command(function: Callable[..., int]) -> Callable[..., None]:
    """Make a function that gives an exit code a command: what a person can mend becomes a message and exit code 2."""

    @functools.wraps(function)
    def wrapper(*args: Any, **values: Any) -> None:
        try:
            code = function(*args, **values)
        except (UsageError, BaseError, QueryError) as error:
            print(*(f"kzfacts: {line}" for line in str(error).splitlines()), sep="\n", file=sys.stderr)
            code = ERROR
        except BrokenPipeError:
            raise ReaderGone from None  # Typer would call it exit code 1: nothing found
        if code:
            raise typer.Exit(code)

    return wrapper


def output(function: Callable[..., int]) -> Callable[..., None]:
    """Make a function a command with the options for bases and output; it takes a `Run` first."""
    return _with(function, _OUTPUT)


def matching(function: Callable[..., int]) -> Callable[..., None]:
    """Make a function a command with the options of `output`, and those on how sure a match must be."""
    return _with(function, _OUTPUT | _MATCHING)


def _with(function: Callable[..., int], options: dict[str, tuple[Any, Any]]) -> Callable[..., None]:
    own = list(inspect.signature(function).parameters.values())[1:]
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in options.items()
    ]

    @command
    @functools.wraps(function)
    def wrapper(**values: Any) -> int:
        taken = {name: values.pop(name) for name in options}
        return function(_run(**taken), **values)

    # Typer reads both to learn the parameters.
    wrapper.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
    wrapper.__annotations__ = {parameter.name: parameter.annotation for parameter in (*own, *shared)}
    return wrapper


def _run(
    base: list[Path] | None,
    script: str | None,
    as_json: bool,
    as_jsonl: bool,
    as_tsv: bool,
    limit: int,
    color: str,
    exact: bool = False,
    min_score: float | None = None,
) -> Run:
    if as_json + as_jsonl + as_tsv > 1:
        raise UsageError("--json, --jsonl and --tsv exclude one another")
    if color not in ("auto", "always", "never"):
        raise UsageError(f"--color takes auto, always or never, not {color!r}")
    terminal = sys.stdout.isatty()
    form = "json" if as_json else "jsonl" if as_jsonl else "tsv" if as_tsv else ""
    return Run(
        bases=tuple(load(path) for path in base_paths(base)),
        format=form or ("table" if terminal or color == "always" else "tsv"),
        script=script_of(script),
        order=order_of(script),
        color=color == "always" or (color == "auto" and terminal and _colours()),
        limit=limit,
        strictness=Strictness(exact, min_score),
    )


def base_paths(given: list[Path] | None) -> list[Path | None]:
    """Give the files of the bases asked for: by option, by environment, or None for the bundled one."""
    named = os.environ.get(ENVIRONMENT_BASE)
    return list(given or ()) or [Path(named) if named else None]


def script_of(name: str | None) -> Script:
    """Give how to write Kazakh in a scheme; as it is where none is named.

    Raises:
        UsageError: There is no such scheme; the message names those there are.
    """
    if name is None:
        return str
    from kzfacts.kazakh.romanization import UnknownScheme, find_scheme, romanize

    try:
        scheme = find_scheme(name).id
    except UnknownScheme as error:
        raise UsageError(str(error)) from None
    return lambda text: romanize(text, scheme)


def order_of(name: str | None) -> Order:
    """Give what to sort Kazakh words by where they are shown in a scheme (`None`: in Cyrillic): its own alphabet.

    Raises:
        UsageError: There is no such scheme.
    """
    if name is None:
        return collation_key
    from kzfacts.kazakh.romanization import find_scheme

    written, dotted = script_of(name), find_scheme(name).dotted
    return lambda text: collation_key(written(text), dotted)


def _colours() -> bool:
    # no-color.org: present and not empty; a dumb terminal obeys no escapes.
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
