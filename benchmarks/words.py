"""Measure the word search on the bundled article: recall and precision of dictionary-form and of inflected queries.

    python benchmarks/words.py [tune|held]

The gold, tests/data/words.tsv, was made by reading the word list of the article: for each noun the words that are forms
of it, and those that are made from it, which may come or not. The texts are the article's sentences, and the claims of
the base made from it. The held half was not looked at while the rules were made.
"""

import csv
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qazaq_inflector import QazaqNameInflector

from kzfacts.kazakh.romanization import romanize
from kzfacts.words import keys, query, rank

ROOT = Path(__file__).resolve().parent.parent
CASES = ("genitive", "dative", "accusative", "locative", "ablative", "instrumental")
RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


class Noun(NamedTuple):
    """A row of the gold."""

    lemma: str
    forms: frozenset[str]
    derived: frozenset[str]
    half: str


def main() -> None:
    """Print the figures of the chosen half, or of both."""
    halves = sys.argv[1:] or ["tune", "held"]
    text = (ROOT / "data" / "article.txt").read_text(encoding="utf-8")
    sentences = [sentence for sentence in re.split(r"\n+|(?<=[.!?])\s+(?=[А-ЯӘІҢҒҮҰҚӨҺ\"])", text) if sentence]
    facts = json.loads((ROOT / "data" / "facts.json").read_text(encoding="utf-8"))
    claims = [claim["text"] for claim in facts["claims"] if claim["text"]]
    with (ROOT / "tests" / "data" / "words.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t")
        nouns = [
            Noun(r["lemma"], frozenset(r["forms"].split()), frozenset(r["derived"].split()), r["half"]) for r in rows
        ]
    nouns = [noun for noun in nouns if noun.half in halves]
    for kind, texts in (("sentences", sentences), ("claims", claims)):
        print(f"{len(nouns)} nouns, {len(texts)} {kind}")
        measured(nouns, texts)
    timed(sentences)


def measured(nouns: list[Noun], texts: list[str]) -> None:
    """Print recall and precision of each kind of query, and what is wrong."""
    words = [set(re.findall(r"[^\W_]+", text.lower())) for text in texts]
    for name, queries in QUERIES.items():
        right = wrong = missed = made = 0
        faults = []
        for noun in nouns:
            gold = {at for at, some in enumerate(words) if some & noun.forms}
            allowed = {at for at, some in enumerate(words) if some & noun.derived} - gold
            for asked in queries(noun):
                found = {at for at, _ in rank(query(asked), texts, guess=False).hits}
                right, wrong = right + len(found & gold), wrong + len(found - gold - allowed)
                missed, made = missed + len(gold - found), made + len(found & allowed)
                if (found - gold - allowed) or gold - found:
                    faults.append(f"{asked} ({noun.lemma}): +{len(found - gold - allowed)} -{len(gold - found)}")
        recall, precision = right / (right + missed), right / (right + wrong)
        print(f"{name:12} recall {recall:.3f}  precision {precision:.3f}  (derived words besides: {made})")
        print("".join(f"    {fault}\n" for fault in faults[:20]), end="")


def dictionary(noun: Noun) -> Iterator[str]:
    """Ask for the noun itself."""
    yield noun.lemma


def attested(noun: Noun) -> Iterator[str]:
    """Ask for each form that the article has."""
    yield from noun.forms


def generated(noun: Noun) -> Iterator[str]:
    """Ask for case forms of the noun, its plural and its possessive."""
    inflector = QazaqNameInflector()
    for case in CASES:
        yield inflector.inflect(noun.lemma, case) or ""
        yield inflector.inflect(inflector.pluralize(noun.lemma), case) or ""
        yield inflector.possessive(noun.lemma, case=case)


def russian(noun: Noun) -> Iterator[str]:
    """Ask without the Kazakh letters."""
    yield noun.lemma.translate(RUSSIAN)
    yield from (form.translate(RUSSIAN) for form in noun.forms)


def latin(noun: Noun) -> Iterator[str]:
    """Ask in Latin letters of each scheme."""
    for scheme in ("latin2021", "latin2018", "bgn", "odni", "alalc", "iso9", "qazaqparat"):
        yield romanize(noun.lemma, scheme)
        yield from (romanize(form, scheme) for form in noun.forms)


QUERIES = {"dictionary": dictionary, "attested": attested, "generated": generated, "russian": russian, "latin": latin}


def timed(sentences: list[str]) -> None:
    """Print how long a search takes and how fast keys are made."""
    started = time.perf_counter()
    for _ in range(100):
        rank(query("қауіпсіздіктің"), sentences)
    print(f"search {(time.perf_counter() - started) * 10:.2f} ms for {len(sentences)} sentences, words known")
    claim = " ".join(re.findall(r"[^\W_]+", " ".join(sentences))[:15])
    started = time.perf_counter()
    for _ in range(20_000):
        keys(claim)
    print(f"keys {20_000 / (time.perf_counter() - started):,.0f} texts of 15 words a second, words known")
    stored = [len(keys(sentence)) for sentence in sentences]
    tokens = [len(set(re.findall(r"[^\W_]+", sentence.lower()))) for sentence in sentences]
    print(f"keys a word: {sum(stored) / sum(tokens):.2f}")


if __name__ == "__main__":
    main()
