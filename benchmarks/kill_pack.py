"""Kill `kzfacts pack` at random moments: whether the old store or the new one is there, whole, and what is left beside.

python benchmarks/kill_pack.py [--kills 60] [--claims 20000]
"""

import argparse
import hashlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from archive import archive

KZFACTS = str(Path(sys.executable).parent / "kzfacts")
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


def pack(written: Path, store: Path) -> subprocess.Popen[bytes]:
    """Start to pack."""
    return subprocess.Popen([KZFACTS, "pack", str(written), "-o", str(store)], stderr=subprocess.DEVNULL)


def digest(file: Path) -> str:
    """Tell two files apart."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def main() -> None:
    """Kill, look, and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--claims", type=int, default=20_000)
    options = parser.parse_args()
    chance = random.Random(options.kills)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        old, new, store = folder / "old.json", folder / "new.json", folder / "news.db"
        old.write_text("".join(archive(100)), encoding="utf-8")
        new.write_text("".join(archive(options.claims)), encoding="utf-8")
        pack(new, store).wait()
        after = digest(store)
        pack(old, store).wait()
        before = digest(store)
        start = time.perf_counter()
        pack(new, folder / "timed.db").wait()
        took = time.perf_counter() - start
        for number in range(options.kills):
            process = pack(new, store)
            time.sleep(chance.uniform(0, took * 1.1))
            process.send_signal(SIGNALS[number % len(SIGNALS)])
            process.wait()
            found = digest(store)
            seen["old" if found == before else "new" if found == after else "broken"] += 1
            if found != before:
                pack(old, store).wait()
    print(
        f"{options.kills} kills within {took:.1f} s: "
        + ", ".join(f"{seen[kind]} {kind}" for kind in ("old", "new", "broken"))
    )
    raise SystemExit(seen["broken"] > 0)


if __name__ == "__main__":
    main()
