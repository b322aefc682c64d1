"""The program: streams, exit codes and errors; `cli` says what it does."""

import gc
import os
import sys

# Collections of garbage while modules load find none and take a twentieth of the time of a query.
_MANY_OBJECTS = 100_000


def program() -> None:
    """Run the command line and leave the process with its exit code.

    Python would take everything apart first, which takes a seventh of the time of a query and frees what the system
    frees anyhow.
    """
    gc.set_threshold(_MANY_OBJECTS)
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = 2
    os._exit(code)


def main() -> int:
    """Run the command line and give its exit code: 0 found, 1 nothing found, 2 error, 130 interrupted."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # before Typer is loaded: a third of the time
        from kzfacts import __version__

        print(f"kzfacts {__version__}")
        return 0
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Kazakh letters are lost in most other encodings, and what is no UTF-8 must not stop the rest.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(
                encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "backslashreplace"
            )
    try:
        from kzfacts.cli import run
        from kzfacts.options import ReaderGone

        try:
            code = run([_decoded(argument) for argument in sys.argv[1:]])
            sys.stdout.flush()
            return code
        except (BrokenPipeError, ReaderGone):
            # The reader has seen enough. Python would complain once more when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("KZFACTS_DEBUG"):
            raise
        if isinstance(error, OSError):  # the disk is full, say
            print(f"kzfacts: {error.filename or 'standard input or output'}: {error.strerror}", file=sys.stderr)
        else:
            print(f"kzfacts: {type(error).__name__}: {error}", file=sys.stderr)
            print("kzfacts: this is a fault of kzfacts; KZFACTS_DEBUG=1 shows where", file=sys.stderr)
        return 2


def _decoded(argument: str) -> str:
    """Read an argument as UTF-8 where the locale has no such letters and Python kept its bytes as surrogates."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        return os.fsencode(argument).decode("utf-8", "surrogateescape")
    return argument


if __name__ == "__main__":
    program()
