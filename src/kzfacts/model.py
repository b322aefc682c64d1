"""The facts: plain frozen records, as format `kzfacts/1` has them. No input, no output, no language.

Offsets are Unicode code points into `Source.text`; `text[start:end]` is the span.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

FORMAT = "kzfacts/1"

SPEAKER_KINDS = ("person", "group")
FORMS = ("direct", "indirect", "nominal", "anaphoric")
DATE_BASES = ("stated", "publication")
# What the speaker does by saying it, told by the cue.
ACTS = (
    "statement",  # атап өтті, айтты, мәлімдеді, деді, айтуынша
    "reminder",  # еске салды
    "belief",  # сенім білдірді, пікірінше, деп санайды
    "hope",  # үміт білдірді
    "concern",  # алаңдаушылық білдірді
    "proposal",  # ұсынды
    "call",  # шақырды
    "order",  # тапсырды
    "promise",  # уәде берді
    "answer",  # жауап берді
    "confirmation",  # растады
    "denial",  # жоққа шығарды
    "congratulation",  # құттықтады
    "wish",  # тіледі
    "thanks",  # деп алғыс білдірді
    "assessment",  # деп бағалады
    "naming",  # деп атады
    "finding",  # нәтижелерін келтірді, мәліметінше
)


# What a record has that the format does not know: nothing, as a rule.
NO_EXTRA: Mapping[str, Any] = MappingProxyType({})


class Span(NamedTuple):
    """Half-open range of code points, `[start, end)`."""

    start: int
    end: int


class Words(NamedTuple):
    """A span with the words that stand there, to the letter."""

    text: str
    span: Span


class Source(NamedTuple):
    """An article, whole."""

    id: str
    title: str
    subtitle: str | None
    date: str | None
    date_literal: str | None
    language: str
    url: str | None
    sha256: str
    text: str
    extra: Mapping[str, Any] = NO_EXTRA


class Speaker(NamedTuple):
    """A person, or a group that speaks as one."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    extra: Mapping[str, Any] = NO_EXTRA


class Role(NamedTuple):
    """A post that a speaker held as of a date."""

    id: str
    speaker: str
    title: str
    organisation: str | None
    country: str | None
    as_of: str | None
    source: str
    span: Span
    extra: Mapping[str, Any] = NO_EXTRA


class Event(NamedTuple):
    """Something that takes place, with its EDTF date where the text gives one."""

    id: str
    name: str
    kind: str
    date: str | None
    date_literal: str | None
    date_basis: str | None
    place: str | None
    part_of: str | None
    source: str
    span: Span
    extra: Mapping[str, Any] = NO_EXTRA


class Claim(NamedTuple):
    """One cue with one source and one content; `text` and `span` are None where the content stands nowhere plain."""

    id: str
    speaker: str
    role: str | None
    event: str | None
    form: str
    act: str
    text: str | None
    span: Span | None
    cue: Words
    attribution: Words
    source: str
    origin: str
    extra: Mapping[str, Any] = NO_EXTRA


Record = Source | Speaker | Role | Event | Claim
KINDS: Mapping[str, type[Record]] = {
    "sources": Source,
    "speakers": Speaker,
    "roles": Role,
    "events": Event,
    "claims": Claim,
}
