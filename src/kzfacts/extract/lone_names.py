"""Words that name somebody alone, because the article names them in full elsewhere: Нұрғазин, Ерлан Нұрғазин."""

from collections.abc import Sequence

from kzfacts.extract.agreeing import parts_of
from kzfacts.extract.mention import Mention
from kzfacts.extract.name_parts import AMBIGUOUS_NAMES
from kzfacts.extract.nouns import noun
from kzfacts.extract.person_names import capitalised, common, name_word
from kzfacts.extract.segments import Sentence, Token
from kzfacts.extract.words import PLACE_STEMS, RELATIONAL


def recognised(sentences: Sequence[Sentence], named: Sequence[tuple[Mention, ...]]) -> list[tuple[Mention, ...]]:
    """Be sure of a word that looks like a name where the article has it in a name in full: Нұрғазин, Ерлан Нұрғазин."""
    full = [mention.name for of_one in named for mention in of_one if mention.kind == "person" and mention.sure]
    known = {part for name in full if " " in name for part in parts_of(name)}
    of_names = {word.lower() for name in full if " " in name for word in name.split() if len(word) >= _PLAIN_NAME}
    plain = {token.text for sentence in sentences for token in sentence.tokens}  # Тасқын, where a тасқын is told of
    words = frozenset(of_names - AMBIGUOUS_NAMES - plain)
    return [
        _alone(
            sentence.tokens,
            tuple(
                mention._replace(sure=True)
                if mention.kind == "person" and not mention.sure and set(parts_of(mention.name)) <= known
                else mention
                for mention in of_one
            ),
            words,
        )
        for sentence, of_one in zip(sentences, named, strict=True)
    ]


_PLAIN_NAME = 4  # letters; shorter words are more than names


def _alone(tokens: tuple[Token, ...], found: tuple[Mention, ...], words: frozenset[str]) -> tuple[Mention, ...]:
    """Add to the mentions `found` whom a word alone names, one of `words`, those of the full names of the article."""
    more = []
    for at, token in enumerate(tokens if words else ()):
        if not capitalised(token) or common(token.lower) or any(m.first <= at < m.end for m in found):
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if (at and capitalised(tokens[at - 1])) or (following and (capitalised(following) or _of_a_name(following))):
            continue
        name = name_word(token.text)
        plain = name if name.text.lower() in words else name._replace(text=token.text, case="nominative")
        if plain.text.lower() in words:
            more.append(Mention(at, at + 1, "person", plain.text, plain.case, None, True))
    return tuple(sorted((*found, *more), key=lambda mention: mention.first)) if more else found


def _of_a_name(token: Token) -> bool:
    """Is this what bears a name: Абай ауданы, Тайжан қоры?"""
    known = noun(token.lower)
    named = known is not None and known.kind in ("organisation", "workplace") and known.possessive
    return named or token.lower.startswith(PLACE_STEMS) or token.lower in RELATIONAL
