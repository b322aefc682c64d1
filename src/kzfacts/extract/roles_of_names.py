"""Which role stands beside a name: «қала әкімі Асқар Серіков»; «Асқар Серіков, қала әкімі»."""

from kzfacts.extract.nouns import OFFICES, nationality, noun
from kzfacts.extract.person_names import Name
from kzfacts.extract.phrases import head_of_role, left_edge, text_of
from kzfacts.extract.segments import Token

_DASHES = frozenset("–—-")


def another(role: str, name: str) -> bool:
    """Is `role` an office that somebody else holds: «Мемлекет басшысы Досаевқа …», «Қырғыз басшысы Тоқаевты …»?"""
    holders = OFFICES.get(role.lower(), ())
    if holders:
        return not any(set(name.split()) & set(holder.split()) for holder in holders)
    return role.lower().endswith(" басшысы") and any(name in of_one for of_one in OFFICES.values())


def role_before(tokens: tuple[Token, ...], name: int) -> tuple[int, int] | None:
    """Return the tokens of the role right before the name at `name`, or None."""
    head = name - 1
    if head > 0 and tokens[head].text in _DASHES:
        head -= 1
    end = head + 1
    for length in (4, 3):
        if head >= length and text_of(tokens, end - length, end).replace(" ", "").lower() in _ACTING:
            head -= length
            break
    if head > 0 and nationality(tokens[head].lower):  # әлем чемпионы қазақстандық Асқар
        head -= 1
    if head < 0 or not head_of_role(tokens[head]):
        return None
    first = left_edge(tokens, head)
    while first > 1 and tokens[first - 1].text in ",–—" and head_of_role(tokens[first - 2]):
        first = left_edge(tokens, first - 2)  # саясаттанушы, журналист
    kin, post = noun(tokens[head].lower), noun(tokens[first - 1].lower) if first else None
    if first == head and kin and kin.kind == "kin" and post and post.kind == "post" and post.case == "nominative":
        first = left_edge(tokens, head - 1)  # студент қыз
    return first, end


_ACTING = ("м.а.", "м.а")  # міндетін атқарушы


def role_after(tokens: tuple[Token, ...], end: int, name: Name) -> tuple[int, int] | None:
    """Return the role in «Олжас Смағұлов, қала әкімінің орынбасары» up to a colon or the end of the sentence."""
    if name.case != "nominative" or end + 1 >= len(tokens) or tokens[end].text not in ",–—":
        return None
    last = end + 1
    while last + 1 < len(tokens) and tokens[last + 1].text not in ".:" and last - end < 16:
        last += 1
    if not head_of_role(tokens[last]) or (last + 1 < len(tokens) and tokens[last + 1].text not in ".:"):
        return None
    return (end + 1, last + 1) if left_edge(tokens, last) <= end + 1 else None
