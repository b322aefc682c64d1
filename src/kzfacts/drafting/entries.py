"""What came of each article, as a line of JSON: its draft, or why there is none."""

import hashlib
import json
import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from kzfacts.extract import Draft, Unsure, article
from kzfacts.extract.articles import Article
from kzfacts.extract.language import foreign
from kzfacts.model import Claim, Event, Record, Role, Source, Span, Speaker, Words

# Of a line, behind what it tells of the article.
COLUMNS = ("source", "speakers", "roles", "events", "claims", "unsure")


class Stored:
    """A draft as the journal holds it: its records are read when they are asked for."""

    def __init__(self, title: str, said: int, doubted: int, columns: Sequence[bytes]) -> None:
        self.title = title
        self.said = said  # claims
        self.doubted = doubted  # findings left out as unsure
        self._columns = dict(zip(COLUMNS, columns, strict=True))

    @property
    def source(self) -> Source:
        """The article."""
        return Source(*self._read("source"))

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Who speaks in it."""
        return tuple(Speaker(id, kind, name, tuple(aliases)) for id, kind, name, aliases in self._read("speakers"))

    @property
    def roles(self) -> tuple[Role, ...]:
        """In which roles."""
        return tuple(Role(*_spanned(each)) for each in self._read("roles"))

    @property
    def events(self) -> tuple[Event, ...]:
        """At which events."""
        return tuple(Event(*_spanned(each)) for each in self._read("events"))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What is said."""
        return tuple(Claim(*_said(each)) for each in self._read("claims"))

    @property
    def unsure(self) -> tuple[Unsure, ...]:
        """What was left out as unsure."""
        return tuple(
            Unsure(Span(*sentence), rule, Span(*cue), why) for sentence, rule, cue, why in self._read("unsure")
        )

    def check(self) -> None:
        """See to it that every column is whole: ValueError if not."""
        for name in COLUMNS:
            self._read(name)

    def _read(self, column: str) -> Any:
        return json.loads(_decoded(self._columns[column]))


def _spanned(values: list[Any]) -> list[Any]:
    *others, span = values
    return [*others, Span(*span)]


def _said(values: list[Any]) -> list[Any]:
    *others, span, cue, attribution, source, origin = values
    return [*others, span and Span(*span), _words(cue), _words(attribution), source, origin]


def _words(value: list[Any]) -> Words:
    text, span = value
    return Words(text, Span(*span))


class Entry(NamedTuple):
    """An article that was read: its key, where it stands, and either its draft or why it is refused."""

    key: str
    place: str
    draft: Stored | None
    refused: str | None


class Line(NamedTuple):
    """The line of an entry, and what it says of a refusal, so that nobody need read it for that."""

    text: bytes
    refused: str | None


def key(item: Article, checksum: str) -> str:
    """Return what tells an article from all others: the checksum of its text with what was given beside it."""
    told = json.dumps([checksum, item.title, item.date, item.url])
    return hashlib.sha256(told.encode()).hexdigest()


def drafted(item: Article) -> Line:
    """Draft the facts of an article and return the line of its entry. A pure function, made to run in any process."""
    try:
        if language := foreign(item.text):
            return _refusal(item, f"is {language}; kzfacts reads Kazakh in Cyrillic letters")
        return Line(_line(item, article(item.text, title=item.title, date=item.date, url=item.url)), None)
    except ValueError as error:  # a date that no calendar has
        return _refusal(item, str(error))
    except Exception as error:  # one article must not cost all others
        if os.environ.get("KZFACTS_DEBUG"):
            raise
        fault = f"{type(error).__name__}: {error}"
        return _refusal(item, f"this is a fault of kzfacts, KZFACTS_DEBUG=1 shows where: {fault}")


def _refusal(item: Article, why: str) -> Line:
    return Line(_encoded(_json({"key": key(item, item.sha256()), "place": item.place, "refused": why})), why)


def _line(item: Article, draft: Draft) -> bytes:
    """Write a draft as one line: JSON values between tabs, which JSON has in no string, so that each is read alone."""
    told: dict[str, Any] = {"key": key(item, draft.source.sha256), "place": item.place, "refused": None}
    told |= {"title": draft.source.title, "said": len(draft.claims), "doubted": len(draft.unsure)}
    records = (_plain(each) for each in (draft.speakers, draft.roles, draft.events, draft.claims))
    return _encoded("\t".join(map(_json, (told, draft.source[:-1], *records, draft.unsure))))


def _plain(records: Sequence[Record]) -> list[tuple[Any, ...]]:
    """Return the fields of records; beyond those of the format a draft has none."""
    return [record[:-1] for record in records]


_json = json.JSONEncoder(ensure_ascii=False).encode


def entry_of(line: bytes) -> Entry:
    """Read an entry from its line.

    Raises:
        ValueError: It is none.
    """
    head, *columns = line.split(b"\t")
    told = json.loads(_decoded(head))
    try:
        draft = None if told["refused"] else Stored(told["title"], told["said"], told["doubted"], columns)
        return Entry(told["key"], told["place"], draft, told["refused"])
    except (KeyError, TypeError) as error:
        raise ValueError(f"no entry: {error}") from None


def _encoded(text: str) -> bytes:
    """Encode a line; the name of a file may hold bytes that are no UTF-8."""
    return text.encode("utf-8", "surrogateescape")


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")
