"""Measure how well queries find the people they name, and nobody else.

Reads tables like tests/data/names.tsv (kind, person, category, text) and prints for our matcher, for RapidFuzz WRatio
over anyascii, and for nomenklatura logic-v2 if asked: recall@1, recall and false-positive rate at the default
threshold, recall at a false-positive rate of 0, 1 and 5 %, milliseconds per query, and recall per category.

    python benchmarks/names.py tests/data/names.tsv
    python benchmarks/names.py FILE… --peer nomenklatura --errors
    python benchmarks/names.py FILE… --half held
    python benchmarks/names.py --people 100000

The half is chosen by a hash of the person (of the text, for a query that must find nobody), so that what is tuned on
one half can be measured on the other.
"""

import argparse
import csv
import hashlib
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kzfacts import names
from kzfacts.hits import CERTAIN, LENIENT, named

if TYPE_CHECKING:
    from kzfacts.memory import FactBase

Scored = list[tuple[float, str]]
Finder = Callable[[str], Scored]


class Table(NamedTuple):
    """People by id, queries that must find one, queries that must find nobody."""

    people: dict[str, str]
    positives: list[tuple[str, str, str]]
    negatives: list[tuple[str, str]]


class Answer(NamedTuple):
    """The best two answers to a query."""

    category: str
    wanted: str
    text: str
    score: float
    found: str


def main() -> None:
    """Run the benchmark on the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--peer", action="append", default=[], choices=[*PEERS])
    parser.add_argument(
        "--errors", action="store_true", help="list every query that is answered wrongly at the threshold"
    )
    parser.add_argument("--people", type=int, help="time queries over an index of so many made-up people")
    parser.add_argument("--half", choices=["tune", "held"], help="one half of the people and of the negatives")
    options = parser.parse_args()
    if options.people:
        at_scale(options.people)
    for file in options.files:
        table = halved(read(file), options.half) if options.half else read(file)
        print(f"{file}: {len(table.people)} people, {len(table.positives)} positives, {len(table.negatives)} negatives")
        report("kzfacts", ours(table.people), table, names.THRESHOLD, options.errors)
        for peer in options.peer:
            report(peer, PEERS[peer](table.people), table, None, False)


def read(file: Path) -> Table:
    """Read a table; a person without a row of kind base has their id for a name."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    people = {row["person"]: row["text"] for row in rows if row["kind"] == "base"}
    people |= {row["person"]: row["person"] for row in rows if row["kind"] == "pos" and row["person"] not in people}
    return Table(
        people,
        [(row["person"], row["category"], row["text"]) for row in rows if row["kind"] == "pos"],
        [(row["category"], row["text"]) for row in rows if row["kind"] == "neg"],
    )


def halved(table: Table, half: str) -> Table:
    """Return the part of a table that a hash assigns to a half."""

    def chosen(key: str) -> bool:
        return hashlib.sha256(key.encode()).digest()[-1] % 2 == (half == "tune")

    return Table(
        {person: text for person, text in table.people.items() if chosen(person)},
        [row for row in table.positives if chosen(row[0])],
        [row for row in table.negatives if chosen(row[1])],
    )


def ours(people: dict[str, str]) -> Finder:
    """Prepare our own matcher over these people."""
    known = [(person, names.name(text)) for person, text in people.items()]

    def find(text: str) -> Scored:
        query = names.query(text)
        return [(found.score, person) for person, name in known if (found := names.match(query, name))]

    return find


def wratio(people: dict[str, str]) -> Finder:
    """Prepare RapidFuzz WRatio over anyascii, with the single words of a name as aliases."""
    from rapidfuzz import fuzz

    return _rapidfuzz(people, fuzz.WRatio)


def token_sort(people: dict[str, str]) -> Finder:
    """Prepare RapidFuzz token_sort_ratio over anyascii, with the single words of a name as aliases."""
    from rapidfuzz import fuzz

    return _rapidfuzz(people, fuzz.token_sort_ratio)


def _rapidfuzz(people: dict[str, str], scorer: "Callable[..., float]") -> Finder:
    from anyascii import anyascii
    from rapidfuzz import process

    keys = [(person, anyascii(form).lower()) for person, text in people.items() for form in (text, *text.split())]
    forms = [form for _, form in keys]

    def find(text: str) -> Scored:
        scores = process.extract(anyascii(text).lower(), forms, scorer=scorer, limit=None)
        return [(score, keys[at][0]) for _, score, at in scores]

    return find


def nomenklatura(people: dict[str, str]) -> Finder:
    """Prepare OpenSanctions' logic-v2, with the single words of a name as aliases."""
    from followthemoney import model
    from nomenklatura.matching import LogicV2

    def person(id: str, text: str, aliases: Sequence[str] = ()) -> object:
        data = {"id": id, "schema": "Person", "properties": {"name": [text], "alias": list(aliases)}}
        return model.get_proxy(data)

    config = LogicV2.default_config()
    known = [(id, person(id, text, text.split())) for id, text in people.items()]

    def find(text: str) -> Scored:
        asked = person(f"query {text}", text)  # it remembers names by id
        return [(LogicV2.compare(asked, candidate, config).score, id) for id, candidate in known]

    return find


PEERS = {"wratio": wratio, "token_sort": token_sort, "nomenklatura": nomenklatura}


def report(method: str, find: Finder, table: Table, threshold: float | None, errors: bool) -> None:
    """Print the figures of one method on one table."""
    find(table.positives[0][2])  # warm
    start = time.perf_counter()
    positives = [answer(find, category, person, text) for person, category, text in table.positives]
    negatives = [answer(find, category, "", text) for category, text in table.negatives]
    per_query = (time.perf_counter() - start) * 1000 / (len(positives) + len(negatives))
    right = [found for found in positives if found.found == found.wanted]
    figures = [f"recall@1 {len(right) / len(positives):.3f}"]
    for rate in (0.0, 0.01, 0.05):
        cut = cut_at(rate, [found.score for found in negatives])
        figures.append(f"@FPR {rate:.0%} {sum(found.score > cut for found in right) / len(positives):.3f}")
    if threshold is not None:
        figures.append(f"recall {sum(found.score >= threshold for found in right) / len(positives):.3f}")
        figures.append(f"FPR {sum(found.score >= threshold for found in negatives) / max(len(negatives), 1):.4f}")
    print(f"  {method:14}", " · ".join(figures), f"· {per_query:.2f} ms/query")
    if threshold is not None:
        by_category = defaultdict(list)
        for found in positives:
            by_category[found.category].append(found.found == found.wanted and found.score >= threshold)
        for category, hits in sorted(by_category.items()):
            print(f"    {category:20} {statistics.mean(hits):.3f}  of {len(hits)}")
    if errors and threshold is not None:
        for found in positives:
            if found.found != found.wanted or found.score < threshold:
                wanted = table.people[found.wanted]
                answered = table.people.get(found.found, "nobody alone")
                print(f"    - {found.text} → {found.score} {answered}, wanted {wanted} ({found.category})")
        for found in sorted(negatives, key=lambda found: -found.score):
            if found.score >= threshold:
                print(f"    + {found.text} → {found.score} {table.people[found.found]}")


def answer(find: Finder, category: str, wanted: str, text: str) -> Answer:
    """Return the top answer to a query. A tie for the top is no answer."""
    found = find(text)
    best = max((score for score, _ in found), default=0.0)
    top = list({person for score, person in found if score == best})
    return Answer(category, wanted, text, best, top[0] if len(top) == 1 else "")


def cut_at(rate: float, scores: list[float]) -> float:
    """Return the lowest score that at most this share of the negatives exceeds."""
    allowed = int(rate * len(scores))
    return sorted(scores, reverse=True)[allowed] if allowed < len(scores) else 0.0


def at_scale(people: int) -> None:
    """Print how long queries over a base of made-up people take, and whether its index answers as a scan does."""
    from kzfacts.memory import FactBase
    from kzfacts.model import Speaker

    base = FactBase(speakers=tuple(Speaker(str(n), "person", text) for n, text in enumerate(made_up(people))))
    asked = random.Random(1).sample(base.speakers, 100)
    queries = [text for it in asked for text in (it.name, it.name.split()[1], it.name.split()[1] + "тың", it.name[:-1])]
    start = time.perf_counter()
    indexed(base, queries[0])
    print(f"{people} people, {len(queries)} queries: index made in {time.perf_counter() - start:.1f} s")
    times = []
    for text in queries:
        start = time.perf_counter()
        indexed(base, text)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    most = times[len(times) * 95 // 100]
    print(f"  index  median {statistics.median(times):.1f} ms, 95 % within {most:.1f} ms, longest {times[-1]:.1f} ms")
    sample = queries[:: max(len(queries) // 8, 1)]
    start = time.perf_counter()
    same = sum(scanned(base, text) == indexed(base, text) for text in sample)
    per_query = (time.perf_counter() - start) * 1000 / len(sample)
    print(f"  scan   {per_query:.0f} ms, same answers to {same} of {len(sample)}")


def made_up(people: int) -> list[str]:
    """Return names of that many people, from the words of the names in tests/data/names.tsv."""
    table = read(Path(__file__).parents[1] / "tests/data/names.tsv")
    given = sorted({name.split()[0] for name in table.people})
    stems = sorted({name.split()[-1].removesuffix("а") for name in table.people if name.endswith(("ов", "ев", "ин"))})
    beginnings = sorted({stem[:length] for stem in stems for length in (4, 5, 6) if len(stem) > length + 2})
    endings = sorted({stem[at:] for stem in stems for at in (3, 4, 5) if len(stem) > at + 3})
    chance = random.Random(0)
    families = [chance.choice(beginnings) + chance.choice(endings) for _ in range(max(people // 5, 1))]
    return [f"{chance.choice(given)} {chance.choice(families)}" for _ in range(people)]


def indexed(base: "FactBase", text: str) -> dict[str, float]:
    """Give the people that `kzfacts who` finds, by id."""
    return {hit.record.id: hit.match.score for hit in named(base, text, LENIENT).hits if hit.match}


def scanned(base: "FactBase", text: str) -> dict[str, float]:
    """Give the people found at the threshold, by id, among all; guesses only where nobody is certain."""
    query = names.query(text)
    matches = [(it.id, match) for it in base.speakers if (match := names.match(query, names.name(it.name)))]
    found = [(id, match) for id, match in matches if match.score >= names.THRESHOLD]
    certain = [(id, match) for id, match in found if match.kind in CERTAIN]
    return {id: match.score for id, match in certain or found}


if __name__ == "__main__":
    main()
