"""Measure how well articles are read: precision, recall and F1 against annotated texts, and megabytes a second.

Reads JSON Lines of annotated texts and prints, for all of them, how much of what is there is found (attribution: cue
and source; role; content, exact and relaxed; overall: attribution and content), by form and by frame; Citron's English
result, measured in the same way, is P 62.1, R 52.2, F1 56.8 overall.

    python benchmarks/extraction.py GOLD.jsonl… --errors
    python benchmarks/extraction.py GOLD.jsonl… --half held
    python benchmarks/extraction.py --base data/facts.json

A line of GOLD holds {"id", "text", "claims": [{"source", "source_kind", "source_start", "source_end",
"role": {"start", "end"} or null, "cue_start", "cue_end", "content_start", "content_end", "form", "flags"?}]}; the
content is null where it stands nowhere in the text. Claims with a flag of IGNORED, and pronouns
nobody can resolve, count neither way.
"""

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from kzfacts.base import load
from kzfacts.extract import Draft, article
from kzfacts.memory import FactBase
from kzfacts.model import Claim, Span

IGNORED = {"outer", "borderline", "nested"}
RELAXED = 0.8  # token F1 from which a content counts as found
_WORD = re.compile(r"\w+(?:-\w+)*")


class Gold(NamedTuple):
    """One claim as annotated; `soft` claims count neither for nor against."""

    name: str
    kind: str
    source: Span
    roles: tuple[Span, ...]
    cue: Span
    contents: tuple[Span, ...]
    form: str
    soft: bool


class Text(NamedTuple):
    """One annotated text."""

    id: str
    text: str
    claims: tuple[Gold, ...]


class Tally(NamedTuple):
    """What was counted, by what; `errors` are rows that tell what went wrong where."""

    counts: Counter[str]
    forms: dict[str, Counter[str]]
    frames: dict[str, Counter[str]]
    errors: list[tuple[str, ...]]


def main() -> None:
    """Run the benchmark on the files named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--base", type=Path, help="a base whose articles are read again and held against its claims")
    parser.add_argument("--half", choices=["tune", "held"], help="one half of the texts, by a hash of their ids")
    parser.add_argument("--errors", action="store_true", help="list everything missed, false or cut wrongly")
    options = parser.parse_args()
    for file in options.gold:
        lines = file.read_text(encoding="utf-8").splitlines()
        texts = [annotated(json.loads(line)) for line in lines]
        report(str(file), [text for text in texts if options.half in (None, half(text.id))], options.errors)
    if options.base:
        report(str(options.base), list(curated(load(options.base))), options.errors)


def half(id: str) -> str:
    """Return which half of the texts one belongs to."""
    return "tune" if sha256(id.encode()).digest()[0] % 2 == 0 else "held"


def annotated(record: dict[str, Any]) -> Text:
    """Return one line of an annotated file."""

    def span(claim: dict[str, Any], part: str) -> tuple[Span, ...]:
        start = claim.get(f"{part}_start")
        return () if start is None else (Span(start, claim[f"{part}_end"]),)

    def gold(claim: dict[str, Any]) -> Gold:
        roles = [Span(role["start"], role["end"]) for key in ("role_local", "role") if (role := claim.get(key))]
        soft = bool(IGNORED & set(claim.get("flags", ()))) or claim["source_kind"] == "pronoun"
        return Gold(
            claim["source"],
            claim["source_kind"],
            span(claim, "source")[0],
            tuple(roles),
            span(claim, "cue")[0],
            span(claim, "content") + span(claim, "alt_content"),
            claim["form"],
            soft,
        )

    return Text(record["id"], record["text"], tuple(map(gold, record["claims"])))


def curated(base: FactBase) -> Iterator[Text]:
    """Yield the articles of a base with its claims, as a text that was annotated."""
    speakers = {speaker.id: speaker for speaker in base.speakers}
    for source in base.sources:
        claims = tuple(
            Gold(
                speakers[claim.speaker].name,
                speakers[claim.speaker].kind,
                claim.attribution.span,
                tuple(role.span for role in base.roles if role.id == claim.role),
                claim.cue.span,
                (claim.span,) if claim.span else (),
                claim.form,
                False,
            )
            for claim in base.claims
            if claim.source == source.id
        )
        yield Text(source.id, source.text, claims)


def report(title: str, texts: list[Text], errors: bool) -> None:
    """Read all texts, and print the figures of one file."""
    start = time.perf_counter()
    drafts = [article(text.text, title=text.id) for text in texts]
    seconds = time.perf_counter() - start
    counted = tally()
    for text, draft in zip(texts, drafts, strict=True):
        score(text, draft, counted)
    counts = counted.counts
    size = sum(len(text.text.encode()) for text in texts)
    print(f"{title}: {len(texts)} texts, {counts['gold']} claims, {counts['found']} found")
    print(f"  attribution   {_prf(counts, 'attribution')}")
    print(f"  role exact    {_share(counts, 'role', 'roles')}")
    print(f"  content exact {_share(counts, 'exact', 'contents')}  relaxed {_share(counts, 'relaxed', 'contents')}")
    print(f"  overall       {_prf(counts, 'overall')}")
    for name, table in (("form", counted.forms), ("frame", counted.frames)):
        for key, one in sorted(table.items()):
            print(f"    {name} {key:10} {_prf(one, 'overall')}  of {one['gold']}, {one['found']} found")
    print(f"  {size / max(seconds, 1e-9) / 1e6:.2f} MB/s over {size / 1e6:.2f} MB")
    if errors:
        for row in counted.errors:
            print("   ", *row, sep=" | ")


def tally() -> Tally:
    """Return a tally in which nothing is counted yet."""
    return Tally(Counter(), defaultdict(Counter), defaultdict(Counter), [])


def score(text: Text, draft: Draft, tally: Tally) -> None:
    """Count what of one text is found, and what is found that is not there."""
    names = {speaker.id: speaker.name for speaker in draft.speakers}
    unused = list(draft.claims)
    for gold in text.claims:
        fitting = [claim for claim in unused if _matches(gold, claim, names[claim.speaker])]
        claim = max(fitting, key=lambda claim: _likeness(text.text, gold, claim.span), default=None)
        if claim:
            unused.remove(claim)
        if not gold.soft:
            _count(text, gold, claim, draft, tally)
    for claim in unused:
        for one in (tally.counts, tally.forms[claim.form], tally.frames[_frame(claim)]):
            one["found"] += 1
        where = text.text[max(0, claim.cue.span.start - 60) : claim.cue.span.end + 20]
        tally.errors.append((text.id, "false", claim.form, names[claim.speaker], claim.origin, claim.cue.text, where))


def _count(text: Text, gold: Gold, claim: Claim | None, draft: Draft, tally: Tally) -> None:
    counts, cue = tally.counts, text.text[slice(*gold.cue)]
    frame = _frame(claim) if claim else "none"
    for one in (counts, tally.forms[gold.form], tally.frames[frame]):
        one["gold"] += 1
        one["found"] += claim is not None
    if claim is None:
        where = text.text[max(0, gold.cue.start - 60) : gold.cue.end + 20]
        tally.errors.append((text.id, "missed", gold.form, gold.name, cue, where))
        return
    counts["attribution"] += 1
    if gold.roles:
        counts["roles"] += 1
        wanted = {text.text[slice(*_trimmed(text.text, role))] for role in gold.roles}
        held = {text.text[slice(*_trimmed(text.text, r.span))] for r in draft.roles if r.speaker == claim.speaker}
        counts["role"] += bool(wanted & held)
        if not wanted & held:
            tally.errors.append((text.id, "role", gold.name, "/".join(sorted(wanted)), "/".join(sorted(held))))
    exact = True
    if gold.contents:
        counts["contents"] += 1
        found = _trimmed(text.text, claim.span) if claim.span else None
        wanted_spans = [_trimmed(text.text, content) for content in gold.contents]
        exact = found in wanted_spans
        counts["exact"] += exact
        counts["relaxed"] += _likeness(text.text, gold, found) >= RELAXED
        if not exact:
            tally.errors.append(
                (text.id, "content", gold.form, cue, text.text[slice(*wanted_spans[0])], claim.text or "nothing")
            )
    if exact:
        for one in (counts, tally.forms[gold.form], tally.frames[frame]):
            one["overall"] += 1


def _frame(claim: Claim) -> str:
    return claim.origin.partition(":")[0]


def _matches(gold: Gold, claim: Claim, name: str) -> bool:
    """Is it the same cue, and the same source by name, or by its words where these are no name?"""
    return _overlap(claim.cue.span, gold.cue) and (
        _same_name(name, gold.name)
        or (gold.kind in ("group", "role", "pronoun") and _overlap(claim.attribution.span, gold.source))
    )


def _overlap(a: Span, b: Span) -> bool:
    return max(a.start, b.start) < min(a.end, b.end)


def _same_name(a: str, b: str) -> bool:
    words = [set(map(str.lower, _WORD.findall(name))) for name in (a, b)]
    short, long = sorted(words, key=len)
    return bool(short) and short <= long and (short == long or any(len(word) >= 4 for word in short))


def _likeness(text: str, gold: Gold, found: Span | None) -> float:
    """Return the token F1 of a content that was found with what was annotated."""
    if found is None:
        return 0.0
    return max((_token_f1(text, found, content) for content in gold.contents), default=0.0)


def _token_f1(text: str, a: Span, b: Span) -> float:
    one, other = ({match.start() for match in _words(text, span)} for span in (a, b))
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _words(text: str, span: Span) -> Iterable[re.Match[str]]:
    return (match for match in _WORD.finditer(text) if span.start <= match.start() and match.end() <= span.end)


def _trimmed(text: str, span: Span) -> Span:
    """Leave out the marks at the edges: they count neither way."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _share(counts: Counter[str], part: str, whole: str) -> str:
    return f"{counts[part]}/{counts[whole]} = {counts[part] / max(1, counts[whole]):.3f}"


def _prf(counts: Counter[str], hits: str) -> str:
    precision = counts[hits] / max(1, counts["found"])
    recall = counts[hits] / max(1, counts["gold"])
    both = precision + recall
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / both if both else 0:.3f}"


if __name__ == "__main__":
    main()
