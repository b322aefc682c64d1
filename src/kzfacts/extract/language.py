"""Is this text Kazakh in Cyrillic letters? Told by how often each letter stands in it."""

import math
from collections import Counter
from functools import cache
from pathlib import Path

KAZAKH = "kk"

# How much likelier a text must be in another language before it is taken for it, as the natural logarithm of the ratio.
# Of the sentences of Kazakh news it was tried on none reaches it, and a Russian one of five or six words does.
MARGIN = 8.0
# Read of a longer text: more tells nothing new.
SAMPLE = 5_000
# A letter that the table has not may still stand in a name or a quotation.
_RARE = 0.0005


def foreign(text: str) -> str | None:
    """Return what `text` is instead of Kazakh in Cyrillic letters; None if it may be that.

    A few words may be many things, and are taken for Kazakh. Names are written alike in all languages, so words with a
    capital letter count only where there are no others.
    """
    words = text[:SAMPLE].split()
    letters = Counter("".join([word for word in words if word.islower()] or words).replace("İ", "i").lower())
    counts = {letter: count for letter, count in letters.items() if letter.isalpha()}
    known = sum(count for letter, count in counts.items() if letter < "\u0530")
    if 2 * known < sum(counts.values()):
        arabic = sum(count for letter, count in counts.items() if "\u0600" <= letter <= "\u06ff")
        return "in Arabic letters" if arabic > known else "in letters that are not Cyrillic"
    likelihood = {code: _likelihood(counts, logarithms) for code, (_, logarithms) in _languages().items()}
    best = max(likelihood, key=likelihood.__getitem__)
    return _languages()[best][0] if likelihood[best] - likelihood[KAZAKH] > MARGIN else None


def _likelihood(counts: dict[str, int], logarithms: dict[str, float]) -> float:
    rare = math.log(_RARE)
    return sum([count * logarithms.get(letter, rare) for letter, count in counts.items()])


@cache
def _languages() -> dict[str, tuple[str, dict[str, float]]]:
    """Read `languages.tsv`: by code, the name of the language and the logarithm of each letter's share."""
    lines = Path(__file__).with_name("languages.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {
        code: (name, {entry[0]: math.log(int(entry[1:]) / 1000) for entry in letters.split()})
        for code, name, letters in rows
    }
