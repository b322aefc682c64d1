"""The command line: each command parses, asks, shows."""

import sys
from collections.abc import Callable
from copy import copy
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from typer.models import CommandInfo

from kzfacts import __version__, completion, search
from kzfacts.answers import Found
from kzfacts.options import Run, UsageError, base_paths, command, matching, output
from kzfacts.show.output import emit, emit_each

app = typer.Typer(
    help="Who said what, in which role, at which event: a fact base built from Kazakh news.",
    epilog="Exit codes: 0 found, 1 nothing found, 2 error.",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)

_STDIN = "`-` reads queries from standard input, one a line."
Name = Annotated[list[str], typer.Argument(metavar="NAME…", help=_STDIN, autocompletion=completion.names)]
Title = Annotated[list[str], typer.Argument(metavar="WORDS…", help=_STDIN, autocompletion=completion.titles)]
When = Annotated[list[str], typer.Argument(metavar="WHEN|WORDS…", help=_STDIN, autocompletion=completion.events)]
Words = Annotated[list[str], typer.Argument(metavar="WORDS…", help=_STDIN)]


@app.callback()
def _root(version: Annotated[bool, typer.Option("--version", "-V", help="Show the version and exit.")] = False) -> None:
    # `kzfacts --version` alone is answered in __main__, before Typer is there.
    if version:
        print(f"kzfacts {__version__}")
        raise typer.Exit


@app.command()
@matching
def who(run: Run, name: Name) -> int:
    """Tell a person's or group's roles and claims, by any spelling of the name."""
    return _ask(run, "speaker", name, search.who)


@app.command()
@matching
def role(run: Run, words: Title) -> int:
    """Tell who held which post, by words of its title."""
    return _ask(run, "role", words, search.role)


@app.command()
@matching
def claim(
    run: Run,
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS…", help=_STDIN)] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this person claims.")] = None,
    event: Annotated[str | None, typer.Option(metavar="WHEN|WORDS", help="Only what is claimed there.")] = None,
    act: Annotated[str | None, typer.Option(help="Only one act: statement, proposal, belief …")] = None,
    form: Annotated[str | None, typer.Option(help="Only one form: direct, indirect, nominal, anaphoric.")] = None,
) -> int:
    """Find claims about something, by words in any form and spelling."""
    narrowing = search.Narrowing(who, event, act, form)
    if not words and narrowing == search.ALL:
        raise UsageError("claim takes words, or one of --who, --event, --act, --form; `list claims` shows all")
    return _ask(run, "claim", words or [], partial(search.claim, narrowing=narrowing))


@app.command()
@matching
def event(run: Run, when: When) -> int:
    """Tell what took place, where, and who said what there, by date, range of dates or words of name and place."""
    return _ask(run, "event", when, search.event)


@app.command("search")
@matching
def search_all(run: Run, words: Words) -> int:
    """Look for people, roles, events and claims at once."""
    return _ask(run, "mixed", words, search.search)


@app.command("list")
@output
def list_all(run: Run, kind: Annotated[str, typer.Argument(autocompletion=completion.kinds)]) -> int:
    """List all speakers, roles, events, claims or sources, in Kazakh alphabetical order (claims in text order)."""
    found = search.listings(run.bases, kind, run.limit, run.order)
    return emit(found, kind, run.format, run.script, run.color)


@app.command()
@output
def show(run: Run, id: Annotated[str, typer.Argument(metavar="ID", autocompletion=completion.ids)]) -> int:
    """Show one fact in its sentence, with a citation."""
    found = search.merged([search.passages(base, id) for base in run.bases], run.limit)
    return emit(found, "passage", run.format, run.script, run.color)


@app.command()
@output
def read(
    run: Run, source: Annotated[str | None, typer.Argument(metavar="SOURCE", autocompletion=completion.sources)] = None
) -> int:
    """Show an article with each claim marked in the colour of its speaker."""
    found = search.merged([search.article(base, source) for base in run.bases], run.limit)
    return emit(found, "text", run.format, run.script, run.color)


@app.command()
@command
def build(
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE…", help="Text files, folders, JSON Lines (title, date, url, text), or `-`."),
    ],
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="BASE",
            help="Where to write it; .db: as SQLite. [default: standard output]",
        ),
    ] = None,
    update: Annotated[
        Path | None, typer.Option(metavar="BASE", help="Add to this base, and write it anew unless -o says where.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Title of the article.")] = None,
    date: Annotated[str | None, typer.Option(help="Day of publication, such as 2022-09-23.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the article.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show each sentence, what was found there, and by which rule.")
    ] = False,
    review: Annotated[
        bool, typer.Option("--review", help="List what was left out because a rule was not sure.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that read articles; the result is the same.")] = 1,
) -> int:
    """Draft a fact base from articles of your own: who said what, in which role, at which event."""
    from kzfacts.drafting.command import Request, run

    return run(Request(articles, out, update, title, date, url, explain, review, jobs))


@app.command()
@command
def check(bases: Annotated[list[Path] | None, typer.Argument(metavar="BASE…")] = None) -> int:
    """Tell whether a base is sound: format, ids, references, dates, checksums, every span against its text."""
    from kzfacts.verdict import verdict

    verdicts = [verdict(path) for path in base_paths(bases)]
    for sound, lines in verdicts:
        print(*lines, sep="\n", file=sys.stdout if sound else sys.stderr)
    return 0 if all(sound for sound, _ in verdicts) else 2


Bases = Annotated[list[Path], typer.Argument(metavar="BASE…")]


@app.command()
@command
def pack(
    bases: Bases,
    out: Annotated[Path, typer.Option("-o", "--output", metavar="STORE", help="The SQLite file to write.")],
) -> int:
    """Write bases as one SQLite file with indexes: every command takes it, and need not read it whole."""
    from kzfacts import packing

    counts = packing.pack(bases, out)
    print(f"kzfacts: {out}: " + ", ".join(f"{count} {kind}" for kind, count in counts.items()), file=sys.stderr)
    return 0


@app.command()
@command
def export(
    base: Annotated[Path, typer.Argument(metavar="BASE")],
    out: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Default: standard output.")
    ] = None,
) -> int:
    """Write a base as JSON: just what was packed."""
    from kzfacts import streams
    from kzfacts.base import opened, write
    from kzfacts.records import pieces

    facts = opened(base, old=True)
    if out is None:
        streams.put(pieces(facts))
    else:
        write(facts, out)
    return 0


@app.command()
@command
def romanize(
    text: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT…", help="Standard input where there is none, or `-`.")
    ] = None,
    script: Annotated[
        str, typer.Option("--script", metavar="SCHEME", help="How to write it: see --list.")
    ] = "latin2021",
    reverse: Annotated[bool, typer.Option("--reverse", help="Back to Cyrillic; --script iso9 only.")] = False,
    schemes: Annotated[
        bool, typer.Option("--list", help="Name the schemes, their sources, and which can be reversed.")
    ] = False,
) -> int:
    """Write Kazakh text in Latin letters, by a named standard."""
    from kzfacts import streams
    from kzfacts.kazakh.romanization import UnknownScheme, find_scheme, romanize_stream, unromanize_stream
    from kzfacts.show.schemes import lines

    if schemes:
        print(*lines(sys.stdout.isatty()), sep="\n")
        return 0
    try:
        scheme = find_scheme(script)
    except UnknownScheme as error:
        raise UsageError(str(error)) from None
    if reverse and not scheme.reversible:
        raise UsageError(f"{scheme.id} cannot be turned back into Cyrillic; --script iso9 can")
    given = [" ".join(text) + "\n"] if text and text != ["-"] else streams.pieces(sys.stdin)
    streams.put(unromanize_stream(given) if reverse else romanize_stream(given, scheme.id))
    return 0


def _ask(run: Run, kind: str, words: list[str], question: Callable[..., Found]) -> int:
    """Ask each base and show what they answer; with `-` for words, every line of standard input."""

    def asked(text: str) -> Found:
        return search.merged([question(base, text, run.strictness, run.limit) for base in run.bases], run.limit)

    if words == ["-"]:
        return emit_each(sys.stdin, asked, run.script)
    return emit(asked(" ".join(words)), kind, run.format, run.script, run.color)


def _name(known: CommandInfo) -> str:
    return known.name or known.callback.__name__ if known.callback else ""


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code; what is wrong with the arguments goes to standard error."""
    # Typer prepares every command that it knows before it runs one, a millisecond each.
    program = copy(app)
    program.registered_commands = [known for known in app.registered_commands if arguments[:1] == [_name(known)]]
    try:
        return (program if program.registered_commands else app)(
            arguments, prog_name="kzfacts", standalone_mode=False
        ) or 0
    except typer.Abort:
        return 130
    except Exception as error:
        explain = getattr(error, "format_message", None)  # Typer keeps the class of usage errors to itself
        if explain is None:
            raise
        message = explain()
        print(
            message if "\n" in message else f"kzfacts: {message} (see kzfacts {' '.join(arguments[:1])} --help)",
            file=sys.stderr,
        )
        return 2
