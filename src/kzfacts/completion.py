"""What the shell offers when Tab is pressed: single words, continued in the case and script that were typed."""

from collections.abc import Iterable
from typing import TypeVar

from kzfacts.base import BaseError, load
from kzfacts.kazakh.alphabet import collation_key, lower
from kzfacts.model import KINDS, Event, Record, Role, Source, Speaker
from kzfacts.options import base_paths

R = TypeVar("R", bound=Record)

# Reading so many records takes some twentieths of a second.
MOST = 5000


def names(incomplete: str) -> list[str]:
    """Complete a word of a speaker's name; typed in Latin letters, by its romanization."""
    return _words(incomplete, (speaker.name for speaker in _every(Speaker)))


def titles(incomplete: str) -> list[str]:
    """Complete a word of a role's title."""
    return _words(incomplete, (role.title for role in _every(Role)))


def events(incomplete: str) -> list[str]:
    """Complete an event's id, or a word of its name."""
    known = _every(Event)
    return [event.id for event in known if event.id.startswith(incomplete)] + _words(
        incomplete, (event.name for event in known)
    )


def ids(incomplete: str) -> list[str]:
    """Complete the id of any fact."""
    every = (record.id for kind in KINDS.values() for record in _every(kind))
    return [id for id in dict.fromkeys(every) if id.startswith(incomplete)]


def sources(incomplete: str) -> list[str]:
    """Complete the id of a source."""
    return [source.id for source in _every(Source) if source.id.startswith(incomplete)]


def kinds(incomplete: str) -> list[str]:
    """Complete the name of a kind of fact."""
    return [kind for kind in KINDS if kind.startswith(incomplete)]


def _every(kind: type[R]) -> list[R]:
    """Give the records of a kind, but not of a base that has too many to read while somebody waits for the next key."""
    try:
        bases = [load(path) for path in base_paths(None)]
        return [record for base in bases if base.count(kind) <= MOST for record in base.every(kind)]
    except BaseError:  # nowhere to say so while a line is being typed
        return []


def _words(incomplete: str, texts: Iterable[str]) -> list[str]:
    """Give the words that continue what was typed; the shell takes only those that begin with it to the letter."""
    words = {word.strip('«»"“”,.') for text in texts for word in text.split()}
    if incomplete and incomplete.isascii():
        from kzfacts.kazakh.romanization import romanize

        words = {romanize(word, "odni") for word in words}
    fitting = {word for word in words if lower(word).startswith(lower(incomplete))}
    return [incomplete + word[len(incomplete) :] for word in sorted(fitting, key=collation_key)]
