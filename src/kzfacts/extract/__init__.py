"""From the text of one article to a draft of its facts: a pure function, no model, no network.

segments → people → frames → attribution → claims, and beside them head and events. Each stage can be read and tested
alone; what they know of the language is in `tables/`.
"""

import hashlib
from typing import NamedTuple

from kzfacts.extract.attribution import Unsure
from kzfacts.extract.claims import Found, reported
from kzfacts.extract.events import happenings
from kzfacts.extract.head import head
from kzfacts.extract.ids import slug
from kzfacts.extract.people import mentions
from kzfacts.extract.segments import segments
from kzfacts.model import Claim, Event, Role, Source, Speaker

__all__ = ["Draft", "Found", "Unsure", "article"]


class Draft(NamedTuple):
    """The facts of one article, what was left out as unsure, and which rule found what."""

    source: Source
    speakers: tuple[Speaker, ...]
    roles: tuple[Role, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    unsure: tuple[Unsure, ...]
    trace: tuple[Found, ...]


def article(text: str, *, title: str | None = None, date: str | None = None, url: str | None = None) -> Draft:
    """Return a draft of what is said in `text`, by whom, in which role and at which event.

    Args:
        text: The article as decoded, whatever line ends and marks it holds; offsets point into it.
        title: The title; by default the first line, where it looks like one.
        date: The day of publication in ISO 8601; by default a date line at the head of the text.
        url: Where the article stands.

    Raises:
        ValueError: The date line at the head of the text names a day that there is not.
    """
    cut = segments(text)
    found = head(text, title, date)
    source = Source(
        id=slug(found.title),
        title=found.title,
        subtitle=found.subtitle,
        date=found.date,
        date_literal=found.date_literal,
        language="kk",
        url=url,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
    )
    named = [mentions(sentence.tokens) for sentence in cut.sentences if sentence.span.start >= found.body]
    said = reported(source, cut, found.body, named)
    events, occasion = happenings(source, cut, found.body, named)
    claims = tuple(claim._replace(event=occasion) for claim in said.claims) if occasion else said.claims
    return Draft(source, said.speakers, said.roles, events, claims, said.unsure, said.trace)
