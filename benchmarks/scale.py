"""How long a command takes, and how much memory, as the base grows: made-up archives of 10² to 10⁶ claims, packed.

Every command is a process of its own, measured in turn with the others; against it the same question to the bundled
base, and `jq` and `grep -r` over the same facts as JSON. Prints a table of times and one of goals, and draws a plot.

    python benchmarks/scale.py [--sizes 100,10000,1000000] [--rounds 9] [--plot docs/scale.svg] [--folder DIR]
"""

import argparse
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from archive import CLAIMS_A_PERSON, FIRST_DAY, people, word_forms

from kzfacts.kazakh.romanization import romanize

HERE = Path(__file__).parent
KZFACTS = str(Path(sys.executable).parent / "kzfacts")
BUNDLED = "bundled"
# The same questions to the bundled base; `{}` is the name asked for.
ASKED_OF_BUNDLED = {
    "who, exact": ["who", "Ермек Көшербаев"],
    "who, misspelt": ["who", "Ермек Көшербоев"],
    "who, other script": ["who", romanize("Ермек Көшербаев", "bgn")],
    "who, absent": ["who", "Зигмунд Браунштейн"],
    "claim, common word": ["claim", "қазақстан"],
    "claim, rare word": ["claim", "байқоңыр"],
    "event, by date": ["event", "2022-09-23"],
}
PEERS = ("jq", "grep -r")
# Ratio to the same on the bundled base at 10⁶ claims, at most.
GOALS = {
    "who, exact": 1.5,
    "who, misspelt": 1.5,
    "who, other script": 1.5,
    "who, absent": 2.0,
    "claim, common word": 2.0,
    "claim, rare word": 2.0,
    "event, by date": 1.5,
}
GROWTH, MEMORY, SPEED, SIZE, FASTER = 1.5, 80, 50_000, 3.0, 100


class Cost(NamedTuple):
    """What a process took."""

    ms: float
    megabytes: float


class Measured(NamedTuple):
    """The medians of one size."""

    claims: int
    costs: dict[str, Cost]
    json: int  # bytes
    store: int  # bytes
    packing: Cost


def run(command: list[str], out: Path) -> Cost:
    """Run a command and keep what it prints: to /dev/null grep would stop at the first line. 1 is no failure."""
    with out.open("wb") as stream:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=stream, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{command} failed")
    return Cost(elapsed * 1000, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))


def questions(claims: int) -> dict[str, list[str]]:
    """Give what is asked of an archive with so many claims."""
    name = people(max(1, claims // CLAIMS_A_PERSON), random.Random(claims))[0]
    forms = word_forms()
    return {
        "who, exact": ["who", name],
        "who, misspelt": ["who", misspelt(name)],
        "who, other script": ["who", romanize(name, "bgn")],
        "who, absent": ["who", "Зигмунд Браунштейн"],
        "claim, common word": ["claim", forms[0]],
        "claim, rare word": ["claim", forms[-1]],
        "event, by date": ["event", FIRST_DAY.isoformat()],
    }


def misspelt(name: str) -> str:
    """Write one vowel of the family name wrong."""
    given, family = name.split(" ")
    at = next(at for at in range(len(family) - 4, 0, -1) if family[at] in "аеоуыіұүөә")
    return f"{given} {family[:at]}{'е' if family[at] != 'е' else 'а'}{family[at + 1 :]}"


def measure(claims: int, folder: Path, rounds: int) -> Measured:
    """Make an archive, pack it, and ask it and the bundled base in turn."""
    written, store = folder / f"{claims}" / "facts.json", folder / f"{claims}.db"
    written.parent.mkdir(exist_ok=True)
    if not written.exists():
        run([sys.executable, str(HERE / "archive.py"), str(claims)], written)
    answer = folder / "answer"
    packing = run([KZFACTS, "pack", str(written), "-o", str(store)], answer)
    asked = questions(claims)
    commands = {name: [KZFACTS, *words, "--json", "--base", str(store)] for name, words in asked.items()}
    commands |= {f"{BUNDLED}: {name}": [KZFACTS, *words, "--json"] for name, words in ASKED_OF_BUNDLED.items()}
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            cost = run(command, answer)
            if number:  # the first fills the file cache
                costs[name].append(cost)
    name = asked["who, exact"][1]
    peers = {
        "jq": ["jq", f'[.speakers[] | select(.name == "{name}")] as [$who] | .claims[] | select(.speaker == $who.id)'],
        "grep -r": ["grep", "-r", name],
    }
    for peer, command in peers.items():
        if shutil.which(command[0]):
            costs[peer] = [run([*command, str(written if peer == "jq" else written.parent)], answer)]
    medians = {
        name: Cost(statistics.median(cost.ms for cost in seen), max(cost.megabytes for cost in seen))
        for name, seen in costs.items()
    }
    return Measured(claims, medians, written.stat().st_size, store.stat().st_size, packing)


def table(sizes: list[Measured]) -> None:
    """Print milliseconds by question and size, as a table in Markdown."""
    head = ["ms", *(f"{each.claims:,} claims" for each in sizes), "bundled base"]
    print("|", " | ".join(head), "|")
    print("|", " | ".join(["---", *["---:"] * (len(head) - 1)]), "|")
    for name in GOALS:
        cells = [f"{each.costs[name].ms:.0f}" for each in sizes]
        print(
            "|",
            " | ".join([f"`{name.split(',')[0]}`{name[name.index(',') :]}", *cells, f"{bundled(sizes, name):.0f}"]),
            "|",
        )
    for peer in PEERS:
        cells = [f"{each.costs[peer].ms:,.0f}" if peer in each.costs else "not here" for each in sizes]
        print("|", " | ".join([f"`{peer}`, the same name", *cells, ""]), "|")
    rows = {
        "peak memory, MB": [f"{peak(each):.0f}" for each in sizes],
        "JSON, MB": [f"{each.json / 1e6:.1f}" for each in sizes],
        "store, MB": [f"{each.store / 1e6:.1f}" for each in sizes],
        "`pack`, s": [f"{each.packing.ms / 1000:.1f}" for each in sizes],
        "`pack`, claims a second": [f"{speed(each):,.0f}" for each in sizes],
        "`pack`, peak memory, MB": [f"{each.packing.megabytes:.0f}" for each in sizes],
    }
    for name, cells in rows.items():
        print("|", " | ".join([name, *cells, ""]), "|")


def bundled(sizes: list[Measured], name: str) -> float:
    """Give the median for the bundled base."""
    return statistics.median(each.costs[f"{BUNDLED}: {name}"].ms for each in sizes)


def peak(size: Measured) -> float:
    """Give the most megabytes that a question took."""
    return max(size.costs[name].megabytes for name in GOALS)


def speed(size: Measured) -> float:
    """Give claims packed in a second."""
    return size.claims / size.packing.ms * 1000


def goals(sizes: list[Measured]) -> None:
    """Print what the largest archive comes to beside what was aimed at."""
    most = sizes[-1]
    print(f"\n| at {most.claims:,} claims | measured | goal |\n|---|---:|---:|")
    for name, goal in GOALS.items():
        # both were measured in turn, so their ratio holds on a busy machine too
        ratio = most.costs[name].ms / most.costs[f"{BUNDLED}: {name}"].ms
        print(f"| {name}: times the bundled base | {ratio:.2f} | ≤ {goal} |")
    middle = next((each for each in sizes if each.claims == 10_000), None)
    if middle and middle is not most:
        growth = {
            name: (most.costs[name].ms / most.costs[f"{BUNDLED}: {name}"].ms)
            / (middle.costs[name].ms / middle.costs[f"{BUNDLED}: {name}"].ms)
            for name in GOALS
        }
        worst = max(growth, key=growth.__getitem__)
        print(f"| growth of the cost from 10,000 claims, at most ({worst}) | {growth[worst]:.2f} | < {GROWTH} |")
    print(f"| peak memory, MB | {peak(most):.0f} | ≤ {MEMORY} |")
    if "jq" in most.costs:
        print(f"| `who` faster than `jq` | {most.costs['jq'].ms / most.costs['who, exact'].ms:,.0f} × | ≥ {FASTER} × |")
    print(f"| `pack`, claims a second | {speed(most):,.0f} | ≥ {SPEED:,} |")
    print(f"| store, times the JSON | {most.store / most.json:.2f} | ≤ {SIZE} |")


def plot(sizes: list[Measured], file: Path) -> None:
    """Draw time against size, both logarithmic."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams |= {"svg.hashsalt": "kzfacts", "svg.fonttype": "none", "font.family": "sans-serif"}
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 4.5), layout="constrained")
    claims = [each.claims for each in sizes]
    shown = {
        "who, exact": "#1b6ca8",
        "who, misspelt": "#5aa9e6",
        "claim, common word": "#c1440e",
        "event, by date": "#3a7d44",
    }
    for name, colour in shown.items():
        axes.plot(claims, [each.costs[name].ms for each in sizes], color=colour, marker="o", markersize=4, label=name)
    for peer, style in zip(PEERS, ("--", ":"), strict=True):
        known = [(each.claims, each.costs[peer].ms) for each in sizes if peer in each.costs]
        if known:
            axes.plot(*zip(*known, strict=True), color="#666666", linestyle=style, marker="s", markersize=4, label=peer)
    axes.axhline(bundled(sizes, "who, exact"), color="#1b6ca8", linewidth=0.8, alpha=0.5)
    axes.annotate("who, bundled base", (claims[0], bundled(sizes, "who, exact")), fontsize=8, color="#1b6ca8", va="top",
                  xytext=(0, -3), textcoords="offset points")  # fmt: skip
    axes.set(xscale="log", yscale="log", xlabel="claims in the base", ylabel="ms from Enter to prompt")
    axes.grid(alpha=0.25)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, fontsize=9)
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, metadata={"Date": None})


def machine() -> str:
    """Name the machine that is measured on."""
    model = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        model = next((line.split(": ")[1] for line in lines if line.startswith("model name")), model)
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def main() -> None:
    """Measure all sizes in one run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100,1000,10000,100000,1000000")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--plot", type=Path, help="an SVG to draw")
    parser.add_argument("--folder", type=Path, help="keep the archives here, and use those that are there")
    options = parser.parse_args()
    for peer in PEERS:
        if not shutil.which(peer.split()[0]):
            print(f"{peer.split()[0]} is not here, so it is left out", file=sys.stderr)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        sizes = [measure(int(claims), folder, options.rounds) for claims in options.sizes.split(",")]
    print(f"{machine()}; medians of {options.rounds} rounds\n")
    table(sizes)
    goals(sizes)
    if options.plot:
        plot(sizes, options.plot)


if __name__ == "__main__":
    main()
