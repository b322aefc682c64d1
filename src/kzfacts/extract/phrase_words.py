"""What single words of a noun phrase are to one another: what is owned, where it is, how it is described."""

from kzfacts.extract import shapes
from kzfacts.extract.nouns import Noun, noun
from kzfacts.extract.segments import Token
from kzfacts.extract.words import BRIDGES, PLACES, SKILLED


def taught(token: Token) -> bool:
    """Is one this in or of a subject: чемпион, бапкер, мұғалім?"""
    known = noun(token.lower) if token.kind == "word" else None
    return bool(known and known.lemma.rpartition("-")[2] in SKILLED)


def possessed(token: Token) -> bool:
    """Does a word end as something that somebody has: үйі, министрінің?"""
    known = noun(token.lower) if token.kind == "word" else None
    owned = token.lower.endswith(("ы", "і", "ның", "нің")) and not token.lower.endswith(("шы", "ші"))
    return bool(known and known.possessive) or owned


def place(word: str, known: Noun | None) -> bool:
    """Is this the second word of «Маңғыстау облысы ТЖД», «Ішкі істер министрлігі Полиция комитеті»?"""
    return word in PLACES or bool(known and known.possessive and known.kind == "organisation")


def owned_by(token: Token) -> bool:
    """Is this the second half of «Президент Әкімшілігі», «министр орынбасары»?"""
    known = noun(token.lower) if token.kind == "word" else None
    return bool(known and known.possessive and not known.plural) or token.lower in BRIDGES


def organisation(token: Token) -> bool:
    """Is this a body that speaks as one: министрлік?"""
    known = noun(token.lower) if token.kind == "word" else None
    return bool(known and known.kind == "organisation")


def names_a_body(token: Token) -> bool:
    """Does a name go before this body, which is then its own: университеті?"""
    known = noun(token.lower) if token.kind == "word" else None
    return bool(known and known.kind in ("organisation", "workplace") and known.possessive)


def adjective(word: str) -> bool:
    """Is `word` (lower case) an adjective by its ending, or one without any?"""
    return word in shapes.ADJECTIVES or word.endswith(
        ("лық", "лік", "дық", "дік", "тық", "тік", "ғы", "гі", "қы", "кі", "лы", "лі", "дағы", "дегі")
    )


def owned_kin(token: Token) -> bool:
    """Is this «балаларының», people that others have?"""
    known = noun(token.lower) if token.kind == "word" else None
    return bool(known and known.kind == "kin" and known.possessive)
