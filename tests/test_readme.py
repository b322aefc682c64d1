"""The README's examples, run as they stand there and compared with what it prints."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from kzfacts.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
WIDTH = "80"
ELIDED = "⋮"  # stands for any number of lines

# jq for machines that have only Python: the same library, its command line as far as the README uses it.
JQ = """#!{python}
import json, sys, jq
raw = "-r" in sys.argv
for value in jq.compile(sys.argv[-1]).input_text(sys.stdin.read()):
    print(value if raw and isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":")))
"""


class Example(NamedTuple):
    """A command, and what the README prints below it."""

    block: int
    command: str
    expected: str


def examples() -> Iterator[Example]:
    """Yield the commands of the README's console blocks, a here-document and all, each with its output."""
    for number, block in enumerate(re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)):
        found = re.findall(r"^\$ (.*<<'(\w+)'\n(?:.*\n)*?\2|.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
        yield from (Example(number, command, expected) for command, _, expected in found)


EXAMPLES = [] if sys.platform == "win32" else list(examples())


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("bin")
    jq = folder / "jq"
    jq.write_text(JQ.format(python=sys.executable))
    jq.chmod(0o755)
    return os.pathsep.join((str(Path(sys.executable).parent), str(folder), os.environ["PATH"]))


def run_in_terminal(command: str, env: dict[str, str], folder: Path) -> str:
    """Run a shell command whose output is a terminal; give what the terminal gets, without trailing spaces."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(["bash", "-c", command], stdout=theirs, stderr=theirs, env=env, cwd=folder)
    os.close(theirs)
    pieces = []
    try:
        while piece := os.read(ours, 1 << 16):
            pieces.append(piece)
    except OSError:  # the other end is closed
        pass
    process.wait()
    os.close(ours)
    return b"".join(pieces).decode().replace("\r\n", "\n")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory, path: str) -> Callable[[Example], str]:
    """Give a function that runs an example in the folder of its block, where those before it have left their files."""
    folders: dict[int, Path] = {}
    outputs: dict[Example, str] = {}

    def run(example: Example) -> str:
        folder = folders.get(example.block) or tmp_path_factory.mktemp("block")
        if example.block not in folders:
            (folder / "data").symlink_to(ROOT / "data")
            folders[example.block] = folder
        env = {"PATH": path, "COLUMNS": WIDTH, "TERM": "dumb", "HOME": str(folder), "LANG": "C.UTF-8"}
        for each in EXAMPLES[: EXAMPLES.index(example) + 1]:
            if each.block == example.block and each not in outputs:
                outputs[each] = run_in_terminal(each.command, env, folder)
        return outputs[example]

    return run


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.command.split("\n")[0] for example in EXAMPLES])
def test_example_gives_what_the_readme_prints(example: Example, ran: Callable[[Example], str]) -> None:
    given = [line.rstrip() for line in ran(example).rstrip().split("\n")]
    wanted = [line.rstrip() for line in example.expected.rstrip().split("\n")]
    if ELIDED in wanted:
        place = wanted.index(ELIDED)
        rest = len(wanted) - place - 1
        wanted = wanted[:place] + wanted[place + 1 :]
        assert len(given) > len(wanted), "nothing is left out"
        given = given[:place] + given[len(given) - rest :]
    assert given == wanted


def test_every_command_is_documented() -> None:
    commands = {shlex.split(each.command)[1] for each in examples() if each.command.startswith("kzfacts ")}
    names = {known.name or known.callback.__name__ for known in app.registered_commands if known.callback}
    assert names <= commands


@pytest.mark.parametrize("tool", ["kzfacts who", "pytest"])
def test_setup_commands_make_their_own_environment(tool: str) -> None:
    [command, *_] = [line for line in README.splitlines() if line.startswith("python3 ") and tool in line]
    assert command.startswith("python3 -m venv ")
