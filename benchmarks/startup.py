"""How long a command takes from Enter to prompt, and how much memory: against a bare Typer program, measured in turn.

python benchmarks/startup.py [--rounds 40]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HELLO = """
import typer
app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
@app.command()
def hello(name: str) -> None:
    print(name)
app()
"""

# What is run, after what its time is divided by, and the ratio aimed at.
COMMANDS = {
    "python -c pass": ([sys.executable, "-c", "pass"], None, None),
    "Typer hello": ([sys.executable, "{hello}", "x"], None, None),
    "--version": (["{kzfacts}", "--version"], "python -c pass", 1.5),
    "who Көшербаев --json": (["{kzfacts}", "who", "Көшербаев", "--json"], "Typer hello", 1.2),
    "who Kosherbaiev --json": (["{kzfacts}", "who", "Kosherbaiev", "--json"], "Typer hello", None),
    "claim қауіпсіздік --json": (["{kzfacts}", "claim", "қауіпсіздік", "--json"], "Typer hello", None),
    "event 2022-09-23 --json": (["{kzfacts}", "event", "2022-09-23", "--json"], "Typer hello", None),
    "who Көшербаев (table)": (["{kzfacts}", "who", "Көшербаев", "--color", "always"], "Typer hello", 1.8),
}


def once(command: list[str]) -> tuple[float, int]:
    """Run a command; give its wall time in ms and its peak memory in kB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} failed")
    return (time.perf_counter() - start) * 1000, usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)


def main() -> None:
    """Measure all commands in turn, round by round, and print medians and ratios."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=40)
    rounds = arguments.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        hello = Path(folder) / "hello.py"
        hello.write_text(HELLO)
        places = {"hello": str(hello), "kzfacts": str(Path(sys.executable).parent / "kzfacts")}
        commands = {name: [part.format(**places) for part in parts] for name, (parts, _, _) in COMMANDS.items()}
        seen = {name: [once(command)] for name, command in commands.items()}  # warms the file cache, not counted
        for _ in range(rounds):
            for name, command in commands.items():
                seen[name].append(once(command))
    medians = {name: statistics.median(each for each, _ in runs[1:]) for name, runs in seen.items()}
    print(f"{'':26} {'ms':>7} {'ratio':>7} {'goal':>6} {'MB':>5}   medians of {rounds} rounds")
    for name, (_, base, goal) in COMMANDS.items():
        ratio = f"{medians[name] / medians[base]:.2f}" if base else ""
        memory = max(kilobytes for _, kilobytes in seen[name]) / 1024
        print(f"{name:26} {medians[name]:7.1f} {ratio:>7} {goal or '':>6} {memory:5.0f}")


if __name__ == "__main__":
    main()
