"""From frames to records: speakers, roles and claims of one article."""

from collections.abc import Iterable
from typing import NamedTuple

from kzfacts.extract.attribution import Attributed, Unsure, attributed
from kzfacts.extract.ids import Ids
from kzfacts.extract.nouns import COUNTRIES, noun
from kzfacts.extract.segments import Segments
from kzfacts.kazakh.endings import nominatives
from kzfacts.model import Claim, Role, Source, Span, Speaker, Words


class Found(NamedTuple):
    """What a rule found in a sentence: the id of the claim."""

    sentence: Span
    rule: str
    claim: str


class Reported(NamedTuple):
    """The speakers, roles and claims of an article, what is unsure, and by which rule each claim was found."""

    speakers: tuple[Speaker, ...]
    roles: tuple[Role, ...]
    claims: tuple[Claim, ...]
    unsure: tuple[Unsure, ...]
    trace: tuple[Found, ...]


def reported(source: Source, segments: Segments, body: int) -> Reported:
    """Return who says what in `source`, from offset `body` on; what stands before is its head."""
    found, unsure = attributed(source.text, segments, body)
    return _records(source, found, unsure)


def _records(source: Source, found: Iterable[Attributed], unsure: Iterable[Unsure]) -> Reported:
    ids = Ids()
    text = source.text
    speakers: dict[int, Speaker] = {}
    roles: dict[int, list[Role]] = {}
    claims: list[Claim] = []
    trace: list[Found] = []
    for one in found:
        key = id(one.somebody)
        if key not in speakers:
            speaker = Speaker(ids.of_name(one.somebody.name), one.somebody.kind, one.somebody.name)
            speakers[key] = speaker
            roles[key] = [_role(source, speaker, title, ids) for title in one.somebody.roles]
        speaker = speakers[key]
        held = [role for role in roles[key] if role.span.start <= one.attribution.start] or roles[key][:1]
        claim = Claim(
            id=ids.of_claim(speaker.id),
            speaker=speaker.id,
            role=max(held, key=lambda role: role.span.start).id if held else None,
            event=None,
            form=one.frame.form,
            act=one.frame.act,
            text=text[slice(*one.content)] if one.content else None,
            span=one.content,
            cue=Words(text[slice(*one.frame.cue)], one.frame.cue),
            attribution=Words(text[slice(*one.attribution)], one.attribution),
            source=source.id,
            origin=one.frame.rule,
        )
        claims.append(claim)
        trace.append(Found(one.sentence, one.frame.rule, claim.id))
    every_role = tuple(role for of_one in roles.values() for role in of_one)
    return Reported(tuple(speakers.values()), every_role, tuple(claims), tuple(unsure), tuple(trace))


def _role(source: Source, speaker: Speaker, title: Words, ids: Ids) -> Role:
    return Role(
        id=ids.of_role(speaker.id, source.date),
        speaker=speaker.id,
        title=title.text,
        organisation=organisation(title.text),
        country=country(title.text),
        as_of=source.date,
        source=source.id,
        span=title.span,
    )


def organisation(title: str) -> str | None:
    """Return the body that a role is held in, in the nominative, where its title names one."""
    words = title.split()
    for end in range(len(words) - 1, 0, -1):
        known = noun(words[end - 1].lower())
        if known and known.kind == "organisation" and not known.plural and known.case in ("nominative", "genitive"):
            form = next(form for form in nominatives(words[end - 1]) if form.case == known.case)
            return " ".join([*words[: end - 1], form.stem])
    return None


def country(title: str) -> str | None:
    """Return the ISO 3166-1 code of the country that a title begins with: Қазақстанның, ресейлік, РФ."""
    for word in title.lower().split():
        for stem in (word, *(form.stem for form in nominatives(word) if form.case == "genitive"), _of_country(word)):
            if stem in COUNTRIES:
                return COUNTRIES[stem]
    return None


def _of_country(word: str) -> str:
    for ending in ("лық", "лік", "дық", "дік", "тық", "тік"):
        word = word.removesuffix(ending)
    return word
