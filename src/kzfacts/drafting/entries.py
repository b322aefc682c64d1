"""What came of each article, as a line of JSON: its draft, or why there is none."""

import hashlib
import json
import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from kzfacts.extract import Draft, Found, Unsure, article
from kzfacts.extract.articles import Article
from kzfacts.extract.language import foreign
from kzfacts.model import Claim, Event, Role, Source, Span, Speaker
from kzfacts.records import from_json, to_json

_RECORDS = {"speakers": Speaker, "roles": Role, "events": Event, "claims": Claim}


class Entry(NamedTuple):
    """An article that was read: its key, where it stands, and either its draft or why it is refused."""

    key: str
    place: str
    draft: Draft | None
    refused: str | None = None


class Line(NamedTuple):
    """The line of an entry, and what it says of a refusal, so that nobody need read it for that."""

    text: str
    refused: str | None


def key(item: Article) -> str:
    """Return what tells an article from all others: a checksum of its text and of what was given beside it."""
    told = json.dumps([item.sha256(), item.title, item.date, item.url])
    return hashlib.sha256(told.encode()).hexdigest()


def drafted(item: Article) -> Line:
    """Draft the facts of an article and return the line of its entry. A pure function, made to run in any process."""
    entry = Entry(key(item), item.place, None)
    try:
        if language := foreign(item.text):
            entry = entry._replace(refused=f"is {language}; kzfacts reads Kazakh in Cyrillic letters")
        else:
            entry = entry._replace(draft=article(item.text, title=item.title, date=item.date, url=item.url))
    except ValueError as error:  # a date that no calendar has
        entry = entry._replace(refused=str(error))
    except Exception as error:  # one article must not cost all others
        if os.environ.get("KZFACTS_DEBUG"):
            raise
        why = f"this is a fault of kzfacts, KZFACTS_DEBUG=1 shows where: {type(error).__name__}: {error}"
        entry = entry._replace(refused=why)
    return Line(line(entry), entry.refused)


def line(entry: Entry) -> str:
    """Write an entry as one line of JSON, without its line end."""
    record: dict[str, Any] = {"key": entry.key, "place": entry.place, "refused": entry.refused}
    if entry.draft:
        draft = entry.draft
        record["source"] = to_json(draft.source)
        for name in _RECORDS:
            record[name] = [to_json(each) for each in getattr(draft, name)]
        record["unsure"], record["trace"] = draft.unsure, draft.trace
    return json.dumps(record, ensure_ascii=False)


def entry_of(text: str) -> Entry:
    """Read an entry from its line.

    Raises:
        ValueError: It is none, or not the whole of one.
    """
    try:
        record = json.loads(text)
        if record["refused"] is not None:
            return Entry(record["key"], record["place"], None, record["refused"])
        records: dict[str, Any] = {
            name: tuple(from_json(kind, each) for each in record[name]) for name, kind in _RECORDS.items()
        }
        source = from_json(Source, record["source"])
        unsure = tuple(Unsure(*_spans(each)) for each in record["unsure"])
        draft = Draft(
            source=source, unsure=unsure, trace=tuple(Found(*_spans(each)) for each in record["trace"]), **records
        )
        return Entry(record["key"], record["place"], draft)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no entry: {error}") from None


def _spans(values: list[Any]) -> Iterator[Any]:
    return (Span(*value) if isinstance(value, list) else value for value in values)
