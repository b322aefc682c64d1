"""The program: streams, exit codes and errors; `cli` says what it does."""

import os
import sys


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
            code = run(sys.argv[1:])
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
        print(f"kzfacts: {type(error).__name__}: {error}", file=sys.stderr)
        print("kzfacts: this is a fault of kzfacts; KZFACTS_DEBUG=1 shows where", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
