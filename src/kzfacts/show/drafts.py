"""What a build found and what it left out, sentence by sentence: as running text for people, as TSV for scripts."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill
from typing import NamedTuple

from kzfacts.drafting.entries import Entry, Stored
from kzfacts.extract.identity import Doubt
from kzfacts.extract.segments import segments
from kzfacts.model import Span
from kzfacts.show.text import shown

UNSURE_NAME = "name"  # in the place of a rule: of speakers of one name


class Finding(NamedTuple):
    """A sentence and one thing that was found in it, or was not sure; a sentence with nothing has empty cells."""

    article: str
    start: int | None
    end: int | None
    kind: str = ""  # claim, event, unsure, or nothing
    rule: str = ""
    who: str = ""
    role: str = ""
    cue: str = ""
    act: str = ""
    form: str = ""
    found: str = ""  # what is said, the event's name, or why it is unsure
    sentence: str = ""


REVIEWED = ("article", "start", "end", "rule", "cue", "found", "sentence")
_SIGNS = {"claim": "+", "event": "*", "unsure": "?"}


def explained(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Yield every sentence of the articles with what was found there and by which rule, in the order of the text."""
    for entry in entries:
        if entry.draft:
            yield from _findings(entry.place, entry.draft)


def unsure(entries: Iterable[Entry], doubts: Iterable[Doubt]) -> Iterator[Finding]:
    """Yield what was left out as unsure, then the names of which it is not sure whose they are."""
    for entry in entries:
        if entry.draft:
            yield from _left_out(entry.place, entry.draft)
    for doubt in doubts:
        yield Finding(doubt.source, None, None, "unsure", UNSURE_NAME, cue=doubt.name, found=doubt.why)


def _left_out(place: str, draft: Stored) -> Iterator[Finding]:
    text = draft.source.text
    for each in draft.unsure:
        cue, sentence = text[slice(*each.cue)], text[slice(*each.sentence)]
        yield Finding(place, *each.sentence, "unsure", each.rule, cue=cue, found=each.why, sentence=sentence)


def _findings(place: str, draft: Stored) -> Iterator[Finding]:
    text = draft.source.text
    spans = [sentence.span for sentence in segments(text).sentences]
    found: dict[int, list[tuple[int, Finding]]] = {}  # by sentence, each with where it stands

    def add(at: int, finding: Finding) -> None:
        found.setdefault(_holding(spans, at), []).append((at, finding))

    blank = Finding(place, None, None)
    speakers = {speaker.id: speaker.name for speaker in draft.speakers}
    roles = {role.id: role.title for role in draft.roles}
    for claim in draft.claims:
        who, role = speakers[claim.speaker], roles.get(claim.role or "", "")
        finding = blank._replace(kind="claim", rule=claim.origin, who=who, role=role, cue=claim.cue.text)
        add(claim.cue.span.start, finding._replace(act=claim.act, form=claim.form, found=claim.text or ""))
    for event in draft.events:
        when_and_where = ", ".join(filter(None, (event.date, event.place)))
        found_there = event.name + (f" ({when_and_where})" if when_and_where else "")
        add(event.span.start, blank._replace(kind="event", rule=event.kind, found=found_there))
    for each in _left_out(place, draft):
        add(each.start or 0, each)
    for number, span in enumerate(spans):
        for _, finding in sorted(found.get(number, [(0, blank)])):
            yield finding._replace(start=span.start, end=span.end, sentence=text[slice(*span)])


def _holding(spans: Sequence[Span], at: int) -> int:
    return max(0, bisect_right(spans, at, key=lambda span: span.start) - 1)


def tsv(findings: Iterable[Finding], columns: Sequence[str] = Finding._fields) -> Iterator[str]:
    """Yield a header line, then a line for each finding."""
    yield "\t".join(columns)
    for finding in findings:
        values = (getattr(finding, column) for column in columns)
        yield "\t".join("" if value is None else shown(str(value)) for value in values)


def prose(findings: Iterable[Finding], width: int) -> Iterator[str]:
    """Yield lines to read: places, sentences, and under each what was found: + claim, * event, ? unsure."""
    place, span = "", (-1, -1)
    for finding in findings:
        if finding.article != place:
            if place:
                yield ""
            place, span = finding.article, (-1, -1)
            yield shown(place)
        here = (finding.start or 0, finding.end or 0)
        if finding.sentence and here != span:
            span = here
            yield ""
            yield fill(shown(finding.sentence), width, initial_indent="  ", subsequent_indent="  ")
        if finding.kind:
            yield fill(
                shown(_told(finding)), width, initial_indent=f"    {_SIGNS[finding.kind]} ", subsequent_indent=" " * 6
            )


def _told(finding: Finding) -> str:
    if finding.kind == "claim":
        who = finding.who + (f", {finding.role}" if finding.role else "")
        said = finding.found or "∅"
        return f"{who} | {finding.cue} | {said} [{finding.rule}: {finding.form}, {finding.act}]"
    if finding.kind == "event":
        return f"{finding.found} [{finding.rule}]"
    return f"{finding.cue}: {finding.found} [{finding.rule}]"
