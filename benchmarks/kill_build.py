"""Kill a build at random moments and look at what is left: the old base or the new one, and a run that goes on.

    python benchmarks/kill_build.py [TIMES]      by default 50

Every second run has two processes. A base that is broken, or a journal that leads to another one, is an error.
"""

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from build import articles

CORPUS = 1_000_000  # bytes of text


def main() -> None:
    """Print how many runs were killed, how many of them while they drafted, and how many went on."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    chance = random.Random(times)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus, few = folder / "corpus.jsonl", folder / "few.jsonl"
        base, whole = folder / "base.json", folder / "whole.json"
        lines = [json.dumps(article, ensure_ascii=False) for article in articles(CORPUS)]
        corpus.write_text("\n".join(lines), encoding="utf-8")
        few.write_text(lines[0], encoding="utf-8")
        _run("build", few, "-o", base).wait()
        old = base.read_bytes()
        begun = time.monotonic()
        _run("build", corpus, "--update", base, "-o", whole).wait()
        lasts = time.monotonic() - begun
        new = whole.read_bytes()
        killed = drafting = resumed = 0
        for number in range(times):
            started = _run("build", corpus, "--update", base, "--jobs", 1 + number % 2)
            time.sleep(chance.uniform(0, lasts if number % 3 else lasts / 3))
            killed += started.poll() is None
            started.kill()
            err = started.communicate()[1].decode()
            resumed += "went on" in err
            drafting += (folder / ".base.json.journal").exists()
            found = base.read_bytes()
            assert found in (old, new), "a broken base"
            if found == new:  # once more from the beginning
                base.write_bytes(old)
        _run("build", corpus, "--update", base).wait()
        assert base.read_bytes() == new, "another base"
        rest = sorted(path.name for path in folder.iterdir())
        assert rest == ["base.json", "corpus.jsonl", "few.jsonl", "whole.json"], rest
    counts = f"{killed} killed, {drafting} left a journal, {resumed} went on from one"
    print(f"{times} runs of {lasts:.1f} s: {counts}; no harm")


def _run(*command: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "kzfacts", *map(str, command)], stderr=subprocess.PIPE)


if __name__ == "__main__":
    main()
