"""Answers printed: facts to standard output, everything else to standard error."""

import sys
from collections.abc import Callable, Iterable, Iterator

from kzfacts.answers import Found
from kzfacts.show import json, plain
from kzfacts.show.text import Script, shown


def emit(found: Found, kind: str, format: str, script: Script, color: bool = False) -> int:
    """Print what was found.

    Args:
        found: The answers.
        kind: How they are laid out, a key of `plain.COLUMNS`: speaker, role, event, claim (each with all it holds),
            speakers, roles, events, claims, sources (a list, a line each), mixed (lists of several kinds), passage (in
            its sentence), text (the running article).
        format: table, json, jsonl or tsv.
        script: How words are written.
        color: Whether tables are coloured.

    Returns:
        The exit code: 0 where there are answers, 1 where there are none.
    """
    if format == "table":
        _print_table(found, kind, script, color)
    else:
        rows = (json.row(answer, script) for answer in found.answers)
        for line in _lines(rows, kind, format):
            print(line)
    sys.stdout.flush()  # facts before notes, also where both streams are one terminal
    for note in _notes(found, script):
        print(f"kzfacts: {shown(note)}", file=sys.stderr)
    return 0 if found.answers else 1


def emit_each(queries: Iterable[str], ask: Callable[[str], Found], script: Script) -> int:
    """Ask queries one by one and print a JSON line for each before the next is read: `{"query", "matches"}`.

    A query that cannot be asked matches nothing; what is wrong with it goes to standard error.

    Returns:
        The exit code: 0 where some query found something, 1 where none did.
    """
    code = 1
    for number, line in enumerate(queries, start=1):
        query = line.rstrip("\r\n")
        try:
            answers = ask(query).answers
        except ValueError as error:
            print(f"kzfacts: line {number}: {error}", file=sys.stderr)
            answers = ()
        print(json.dumps({"query": query, "matches": [json.row(answer, script) for answer in answers]}), flush=True)
        code = 0 if answers else code
    return code


def _lines(rows: Iterable[json.Row], kind: str, format: str) -> Iterator[str]:
    match format:
        case "json":
            return json.array(rows)
        case "jsonl":
            return map(json.dumps, rows)
        case _:
            return plain.lines(kind, rows)


def _notes(found: Found, script: Script) -> Iterator[str]:
    yield from found.notes
    if not found.answers:
        near = "; near: " + ", ".join(map(script, found.near)) if found.near else ""
        yield f"nothing found{near}"
    left = found.total - len(found.answers)
    if left > 0:
        yield f"{left} more; --limit 0 shows all"


def _print_table(found: Found, kind: str, script: Script, color: bool) -> None:
    from kzfacts.show.document import Terminal, parts
    from kzfacts.show.table import Page

    terminal = Terminal(color)
    for part in parts(Page(script, terminal.width), found.answers, kind):
        terminal.print(part)
