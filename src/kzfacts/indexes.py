"""What a base is asked by: the fields of each kind that are indexed, and the keys under which they list a record.

A base in memory makes these indexes when they are first needed, a store when it is packed; both answer by them alike.
"""

from collections.abc import Callable, Iterable, Mapping

from kzfacts.kazakh.alphabet import collation_key
from kzfacts.model import Claim, Event, Record, Role, Source, Speaker

# Raised whenever the keys that `names`, `words` or `collation_key` give change: what was packed by others finds less.
VERSION = 1

# The fields whose value is a key as it stands: ids, references, and what narrows a search.
LINKS: Mapping[type[Record], tuple[str, ...]] = {
    Source: ("id",),
    Speaker: ("id",),
    Role: ("id", "speaker"),
    Event: ("id", "part_of"),
    Claim: ("id", "speaker", "event", "source", "act", "form"),
}
# The fields that hold the wording of a record: the text in which a word search looks for it. The second is set behind
# the first.
WORDINGS: Mapping[type[Record], tuple[str, ...]] = {
    Source: ("title",),
    Speaker: ("name",),
    Role: ("title", "organisation"),
    Event: ("name", "place"),
    Claim: ("text",),
}
# The kinds that are searched by words.
WORDED: tuple[type[Record], ...] = (Role, Event, Claim)


def wording(record: Record) -> str:
    """Give the text in which a word search looks for a record."""
    return " ".join(value for field in WORDINGS[type(record)] if (value := getattr(record, field)))


# The key under which speakers are listed who have an initial in their name.
INITIAL = "."


def name_keys(name: str, aliases: Iterable[str]) -> frozenset[str]:
    """Give the keys under which a speaker is listed."""
    from kzfacts import names

    known = [names.name(each) for each in (name, *aliases)]
    keys = frozenset(key for each in known for key in names.keys(each))
    return keys | {INITIAL} if any(map(names.has_initial, known)) else keys


def alphabetical(wordings: Iterable[tuple[str, str]], order: Callable[[str], bytes] = collation_key) -> list[int]:
    """Give the places of records, each given by its wording and its id, in the order of an alphabet."""
    keys = [(order(words), id) for words, id in wordings]
    return sorted(range(len(keys)), key=keys.__getitem__)
