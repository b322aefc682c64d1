"""The benchmarks that the README names still run: in small, where nothing is measured."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.mark.parametrize(
    ("arguments", "printed"),
    [
        (["names.py", "--people", "200"], "same answers to 8 of 8"),
        (["archive.py", "20"], '"format": "kzfacts/1"'),
        (["build.py", "0.02"], "peak MB"),
    ],
)
def test_a_benchmark_runs(arguments: list[str], printed: str) -> None:
    file, *options = arguments
    command = [sys.executable, str(BENCHMARKS / file), *options]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert printed in done.stdout.decode()
