"""What several bases answer to one question, made one answer."""

from collections.abc import Callable, Sequence
from itertools import chain, groupby, islice
from typing import Any

from kzfacts.answers import Answer, Article, Fact, Found, Happening, Mixed, Passage, Person, Post, Told
from kzfacts.hits import CERTAIN
from kzfacts.indexes import wording
from kzfacts.kazakh.edtf import edtf

# Answers of several kinds stand in this order.
_KINDS = (Person, Post, Happening, Told, Article)


def merged(found: Sequence[Found], limit: int, order: Callable[[str], bytes]) -> Found:
    """Join what several bases answer to one question, in the order in which one base would give it.

    A speaker in several of them, by id and name, is one answer; what the same article (by its sha256) says at the same
    place is said once. As within one base, guesses of a name are left out where there is a certain match, and what
    holds fewer of the words where something holds more. Whether what a limit left out is the same, nobody has seen:
    the total counts it once for each base.
    """
    best = _surest([each for each in found if each.answers])
    given = list(chain.from_iterable(each.answers for each in best))
    once: dict[Any, Answer] = {}
    for answer in given:
        key = _identity(answer)
        once[key] = _united(once[key], answer) if key in once else answer
    answers = sorted(once.values(), key=lambda answer: _rank(answer, order))
    return Found(
        _cut(answers, limit),
        sum(each.total for each in best) - (len(given) - len(once)),
        tuple(dict.fromkeys(note for each in best for note in each.notes)),
        () if answers else tuple(dict.fromkeys(name for each in found for name in each.near)),
        min((each.missing for each in best), default=0),
    )


def _cut(answers: list[Answer], limit: int) -> list[Answer]:
    """Leave so many answers, or, of answers of several kinds, so many of each."""
    if answers and isinstance(answers[0], Mixed):
        kinds = groupby(answers, key=lambda answer: type(answer[0]))
        return [answer for _, of_kind in kinds for answer in islice(of_kind, limit or None)]
    return answers[: limit or None]


def _surest(found: Sequence[Found]) -> list[Found]:
    """Leave out the bases whose answers would not be shown if all were one base."""
    best = [each for each in found if each.missing == min(each.missing for each in found)]
    # within a base, names are all certain or all guessed
    certain = [each for each in best if _match_kind(each.answers[0]) in CERTAIN]
    return certain if certain and isinstance(best[0].answers[0], Person) else best


def _match_kind(answer: Answer) -> str:
    return answer.match.kind if isinstance(answer, Person) and answer.match else ""


def _identity(answer: Answer) -> tuple[Any, ...]:
    """Give by what two bases are known to answer the same."""
    match answer:
        case Mixed(fact) | Passage(fact):
            return type(answer), *_identity(fact)
        case Person(speaker):
            return Person, speaker.id, speaker.name
        case Post(role, speaker, source):
            return Post, source.sha256, role.span, speaker.id, speaker.name
        case Told(claim, speaker, source=source):
            return Told, source.sha256, claim.cue.span, claim.span, speaker.id, speaker.name
        case Happening(event, source):
            return Happening, source.sha256, event.span
        case Article(source):
            return Article, source.sha256


def _united(one: Any, other: Any) -> Any:
    """Join two answers that are the same: what one has and the other has not is added."""
    match one:
        case Mixed(fact):
            return Mixed(_united(fact, other.answer))
        case Person():
            aliases = tuple(dict.fromkeys((*one.speaker.aliases, *other.speaker.aliases)))
            surer = max(one, other, key=lambda each: each.match.score if each.match else 0)
            return Person(
                one.speaker._replace(aliases=aliases),
                _added(one.roles, other.roles),
                _added(one.claims, other.claims),
                surer.match,
            )
        case Happening() | Article():
            return one._replace(claims=_added(one.claims, other.claims))
    return one


def _added(some: tuple[Any, ...], more: tuple[Any, ...]) -> tuple[Any, ...]:
    known = set(map(_identity, some))
    return (*some, *(each for each in more if _identity(each) not in known))


def _rank(answer: Answer, order: Callable[[str], bytes]) -> tuple[Any, ...]:
    """Give by what answers of several bases are sorted; equal ones stay in the order of the bases."""
    if isinstance(answer, Passage):
        return ()
    fact: Fact = answer.answer if isinstance(answer, Mixed) else answer
    kind = _KINDS.index(type(fact))
    match = None if isinstance(fact, Article) else fact.match
    alphabetical = order(wording(fact[0])), fact[0].id
    if match is None:
        return (kind, *(() if isinstance(fact, Told) else alphabetical))
    if isinstance(fact, Person):
        return kind, -match.score, *alphabetical
    if isinstance(fact, Happening) and match.field == "date":
        days = edtf(match.matched)
        return kind, days.approximate, days.first
    return kind, -match.score
