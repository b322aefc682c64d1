"""Answers as JSON records: the contract for scripts. English keys, the same keys in every row, null where unknown.

`name`, `title`, `text` and the like are in the script asked for; `quote` is always the source, to the letter.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kzfacts.answers import Answer, Article, Happening, Match, Mixed, Passage, Person, Post, Told, paragraph
from kzfacts.model import Source, Span
from kzfacts.show.text import CONTROLS, Script, citation

Row = dict[str, Any]

# JSON escapes the controls below U+0020 itself; the others would still steer a terminal.
_STEERING = {code: f"\\u{code:04x}" for code in CONTROLS}


def dumps(row: Any) -> str:
    """Give one value as one line of JSON, letters unescaped."""
    line = json.dumps(row, ensure_ascii=False)
    return line if line.isprintable() else line.translate(_STEERING)


def array(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of one JSON array, a row a line, as the rows come."""
    before = "["
    for row in rows:
        yield before + dumps(row)
        before = ","
    yield "[]" if before == "[" else "]"


def row(answer: Answer | Passage, script: Script) -> Row:
    """Make the record of an answer of any kind."""
    match answer:
        case Person():
            return _person(answer, script)
        case Post():
            return _post(answer, script)
        case Told():
            return _told(answer, script)
        case Happening():
            return _happening(answer, script)
        case Article():
            return _article(answer, script)
        case Mixed():
            return _mixed(answer, script)
        case Passage():
            return _passage(answer, script)


_KINDS = {Person: "speaker", Post: "role", Told: "claim", Happening: "event", Article: "source"}


def _mixed(answer: Mixed, script: Script) -> Row:
    record = row(answer.answer, script)
    match = None if isinstance(answer.answer, Article) else _match(answer.answer.match)
    return {"kind": _KINDS[type(answer.answer)], "id": record["id"], "match": match, "record": record}


def _passage(passage: Passage, script: Script) -> Row:
    start, end = passage.sentence
    return {
        "kind": _KINDS[type(passage.answer)],
        "id": (record := row(passage.answer, script))["id"],
        "record": record,
        "sentence": {"text": passage.source.text[start:end], "start": start, "end": end},
        "citation": citation(passage),
    }


def _person(answer: Person, script: Script) -> Row:
    speaker = answer.speaker
    return {
        "id": speaker.id,
        "kind": speaker.kind,
        "name": script(speaker.name),
        "aliases": [script(alias) for alias in speaker.aliases],
        "roles": [_held(post, script) for post in answer.roles],
        "claims": [_told(told, script) for told in answer.claims],
        "match": _match(answer.match),
    }


def _held(post: Post, script: Script) -> Row:
    role = post.role
    return {
        "id": role.id,
        "title": script(role.title),
        "organisation": _maybe(role.organisation, script),
        "country": role.country,
        "as_of": role.as_of,
        "source": _place(post.source, role.span, script),
    }


def _post(answer: Post, script: Script) -> Row:
    speaker = {"id": answer.speaker.id, "name": script(answer.speaker.name)}
    return {**_held(answer, script), "speaker": speaker, "match": _match(answer.match)}


def _told(told: Told, script: Script) -> Row:
    claim, role, event = told.claim, told.role, told.event
    return {
        "id": claim.id,
        "speaker": {"id": told.speaker.id, "name": script(told.speaker.name)},
        "role": role and {"id": role.id, "title": script(role.title)},
        "event": event and {"id": event.id, "name": script(event.name), "date": event.date},
        "form": claim.form,
        "act": claim.act,
        "cue": script(claim.cue.text),
        "text": _maybe(claim.text, script),
        "quote": claim.text,
        "origin": claim.origin,
        "source": _place(told.source, claim.span, script, near=claim.cue.span),
    }


def _happening(answer: Happening, script: Script) -> Row:
    event = answer.event
    return {
        "id": event.id,
        "name": script(event.name),
        "kind": event.kind,
        "date": event.date,
        "date_literal": event.date_literal,
        "date_basis": event.date_basis,
        "place": _maybe(event.place, script),
        "part_of": event.part_of,
        "speakers": [
            {"id": speaker.id, "name": script(speaker.name), "title": role and script(role.title)}
            for speaker, role in answer.speakers()
        ],
        "claims": [_told(told, script) for told in answer.claims],
        "source": _place(answer.source, event.span, script),
        "match": _match(answer.match),
    }


def _article(answer: Article, script: Script) -> Row:
    source = answer.source
    return {
        "id": source.id,
        "title": script(source.title),
        "subtitle": _maybe(source.subtitle, script),
        "date": source.date,
        "date_literal": source.date_literal,
        "language": source.language,
        "url": source.url,
        "sha256": source.sha256,
        "text": source.text,
        "claims": [_told(told, script) for told in answer.claims],
    }


def _place(source: Source, span: Span | None, script: Script, near: Span | None = None) -> Row:
    """Say where a span stands; a fact without one is placed in the paragraph of the span `near` it."""
    known = span or near
    return {
        "id": source.id,
        "title": script(source.title),
        "date": source.date,
        "url": source.url,
        "paragraph": known and paragraph(source.text, known.start),
        "start": span and span.start,
        "end": span and span.end,
    }


def _match(match: Match | None) -> Row | None:
    return match and {**match._asdict(), "score": round(match.score, 1)}


def _maybe(text: str | None, script: Script) -> str | None:
    return None if text is None else script(text)
