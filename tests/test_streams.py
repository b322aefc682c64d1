"""The program as a process: encodings, closed pipes, interrupts, queries answered while more are on their way."""

import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from conftest import FACTS, process, run_process

INTERRUPTED, ERROR = 130, 2
SHARED = {"LANG": "C", "LC_ALL": "C"}


@pytest.mark.parametrize("env", [SHARED, {"PYTHONIOENCODING": "cp1251"}, {"PYTHONUTF8": "0", "LC_ALL": "POSIX"}])
def test_output_is_utf8_whatever_the_locale(env: dict[str, str]) -> None:
    done = run_process("who", "Көшербаев", "--json", env=env)
    assert done.code == 0
    assert done.json[0]["name"] == "Ермек Көшербаев"
    assert "Мәскеу" in run_process("event", "2022-09-23", "--color", "always", env=env).out


@pytest.mark.parametrize("env", [{}, SHARED, {"PYTHONIOENCODING": "cp1251"}])
def test_queries_are_read_as_utf8_and_bytes_that_are_not_find_nothing(env: dict[str, str]) -> None:
    done = run_process("who", "-", stdin="Көшербаев\n".encode() + b"\xff\xfe\x00\n" + "Дубнов".encode(), env=env)
    assert [len(line["matches"]) for line in done.jsonl] == [1, 0, 1]
    assert done.code == 0


def test_an_answer_is_written_before_the_next_query_is_read() -> None:
    with process("who", "-", stderr=subprocess.DEVNULL) as started:
        assert started.stdin and started.stdout
        for query, matches in (("Дубнов", 1), ("Тоқаев", 0), ("Торкунов", 1)):
            started.stdin.write(f"{query}\n".encode())
            started.stdin.flush()
            line = json.loads(started.stdout.readline())  # hangs here if it waits for the end
            assert (line["query"], len(line["matches"])) == (query, matches)
        started.stdin.close()
        assert started.wait(timeout=30) == 0


def test_romanize_is_a_stream_too() -> None:
    with process("romanize", stderr=subprocess.DEVNULL) as started:
        assert started.stdin and started.stdout
        started.stdin.write("Қазақстан\n".encode())
        started.stdin.flush()
        assert started.stdout.readline() == b"Qazaqstan\n"
        started.stdin.close()
        assert started.wait(timeout=30) == 0


def test_a_fault_of_its_own_is_a_sentence_and_a_traceback_only_for_those_who_ask(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import kzfacts.base\ndef load(path=None):\n    raise RuntimeError('out of order')\nkzfacts.base.load = load\n"
    )
    path = os.pathsep.join((str(tmp_path), str(Path(__file__).parents[1] / "src")))
    done = run_process("who", "X", env={"PYTHONPATH": path})
    assert done.code == ERROR
    assert done.err.splitlines() == [
        "kzfacts: RuntimeError: out of order",
        "kzfacts: this is a fault of kzfacts; KZFACTS_DEBUG=1 shows where",
    ]
    assert "Traceback" in run_process("who", "X", env={"PYTHONPATH": path, "KZFACTS_DEBUG": "1"}).err


def test_it_leaves_at_once_with_everything_written(tmp_path: Path) -> None:
    """The process ends without taking the interpreter apart, so what it wrote must be out before."""
    file = tmp_path / "claims.json"
    with file.open("wb") as out, process("list", "claims", "--json", stdout=out) as started:
        assert started.wait(timeout=30) == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))) == len(json.loads(FACTS.read_bytes())["claims"])


def test_the_module_and_the_script_are_one_program() -> None:
    script = Path(sys.executable).parent / ("kzfacts.exe" if sys.platform == "win32" else "kzfacts")
    given = subprocess.run([script, "who", "Дубнов", "--json"], capture_output=True, check=True, timeout=30)
    assert given.stdout.decode() == run_process("who", "Дубнов", "--json").out


# Windows has no such pipes, devices and signals.
if os.name == "posix":

    @pytest.mark.parametrize("options", [[], ["--json"], ["--jsonl"], ["--color", "always"]])
    def test_a_reader_that_goes_away_ends_it_quietly(options: list[str]) -> None:
        read, write = os.pipe()
        os.close(read)
        with process("list", "claims", *options, stdout=write) as started:
            os.close(write)
            _, err = started.communicate(timeout=30)
        assert (started.returncode, err) == (0, b"")

    def test_an_interrupt_ends_it_with_130_and_no_traceback() -> None:
        # where the tests run in the background, interrupts are ignored, and whoever is started there inherits that
        with process("who", "-", preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL)) as started:
            assert started.stdin and started.stdout
            started.stdin.write("Дубнов\n".encode())
            started.stdin.flush()
            started.stdout.readline()  # it is running
            started.send_signal(signal.SIGINT)
            _, err = started.communicate(timeout=30)
        assert (started.returncode, err) == (INTERRUPTED, b"")


if Path("/dev/full").exists():

    def test_a_full_disk_is_told_of() -> None:
        with Path("/dev/full").open("wb") as full, process("list", "claims", stdout=full) as started:
            _, err = started.communicate(timeout=30)
        assert started.returncode == ERROR
        assert err == b"kzfacts: standard input or output: No space left on device\n"
