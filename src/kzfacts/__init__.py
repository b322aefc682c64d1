"""kzfacts: who said what, in which role, at which event, from Kazakh news.

    >>> import kzfacts
    >>> base = kzfacts.load()
    >>> [answer.speaker.name for answer in kzfacts.who(base, "Kosherbayev").answers]
    ['Ермек Көшербаев']

`load` reads a base (the bundled one unless a path is given); `who`, `role`, `claim` and `event` ask it and give a
`Found` with the answers best first. Everything is loaded when it is first used.
"""

TYPE_CHECKING = False  # as in `typing`, which `--version` need not load
if TYPE_CHECKING:
    from kzfacts.answers import Found
    from kzfacts.base import BaseError, load
    from kzfacts.hits import QueryError
    from kzfacts.memory import FactBase
    from kzfacts.search import claim, event, role, who

__version__ = "0.1.0"
__all__ = ["BaseError", "FactBase", "Found", "QueryError", "claim", "event", "load", "role", "who"]

_HOMES = {"BaseError": "base", "FactBase": "memory", "Found": "answers", "QueryError": "hits", "load": "base"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'search')}"), name)
