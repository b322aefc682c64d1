"""What the shell offers when Tab is pressed: single words, continued in the case and script that were typed."""

from collections.abc import Iterable

from kzfacts.base import BaseError, load
from kzfacts.kazakh.alphabet import collation_key, lower
from kzfacts.memory import FactBase
from kzfacts.model import KINDS
from kzfacts.options import base_paths


def names(incomplete: str) -> list[str]:
    """Complete a word of a speaker's name; typed in Latin letters, by its romanization."""
    return _words(incomplete, (speaker.name for base in _bases() for speaker in base.speakers))


def titles(incomplete: str) -> list[str]:
    """Complete a word of a role's title."""
    return _words(incomplete, (role.title for base in _bases() for role in base.roles))


def events(incomplete: str) -> list[str]:
    """Complete an event's id, or a word of its name."""
    known = [event for base in _bases() for event in base.events]
    return [event.id for event in known if event.id.startswith(incomplete)] + _words(
        incomplete, (event.name for event in known)
    )


def ids(incomplete: str) -> list[str]:
    """Complete the id of any fact."""
    every = (record.id for base in _bases() for kind in KINDS.values() for record in base.every(kind))
    return [id for id in dict.fromkeys(every) if id.startswith(incomplete)]


def sources(incomplete: str) -> list[str]:
    """Complete the id of a source."""
    return [source.id for base in _bases() for source in base.sources if source.id.startswith(incomplete)]


def kinds(incomplete: str) -> list[str]:
    """Complete the name of a kind of fact."""
    return [kind for kind in KINDS if kind.startswith(incomplete)]


def _bases() -> list[FactBase]:
    try:
        return [load(path) for path in base_paths(None)]
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
